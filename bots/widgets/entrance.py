"""A login page: who is logging in, account, password, region; and the portal's answer, taken exactly once.

No captcha, certificate or SMS code is ever tried; the password is typed without a trace in any trail.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from playwright.async_api import Error as PlaywrightError

from bots.errors import (
    BotError,
    CaptchaShown,
    LoginIncomplete,
    LoginNotSeen,
    LoginNotUnderstood,
    LoginRefused,
    MenuMissing,
    UnknownDialog,
)
from bots.terms import Credentials, PortalMessage
from bots.widgets.login_answer import as_error, wants_more
from bots.widgets.login_form import LoginForm
from bots.widgets.puzzled import PUZZLING, heed_the_portal
from bots.widgets.screen import Screen
from bots.widgets.way_in import WayIn

Inside = Callable[[], Awaitable[bool]]
REMEMBERED = "yuncai.inside"  # in the site's local storage, which is kept with the session: where the work area is
DRAWN_SECONDS = 1.0  # after an answer, for the next page to be drawn: until then the old one accuses nobody
IDLE_WORDS = ("notice", "done", "question", "unknown")
TELLING = ("wrong_password", "locked", "password_expired", "refused")
MOST_TOLD = 3  # texts that have come into sight, where the portal says nothing that is known


class Entrance:
    """The way into a portal: its entry page, and there `link`, unless that shows the login form itself.

    `inside` tells whether the work area is in sight. `user` and `region` are the concepts of the form.
    """

    def __init__(self, screen: Screen, path: str, link: str, inside: Inside, *, user: str, region: str) -> None:
        self._screen, self._path, self._link, self._inside = screen, path, link, inside
        self._concepts = {"user": user, "region": region}
        self._before: set[str] = set()
        self._news: list[str] = []
        self._user = ""

    async def is_open(self) -> bool:
        """Load the work area of an earlier login anew, if there was one, and see whether the portal lets us in."""
        screen = self._screen
        async with self._at_login():
            await self._begin("look")
            if screen.page.url == "about:blank":
                await screen.page.goto(self._entry, wait_until="domcontentloaded")
            async with asyncio.timeout(screen.terms.wait_seconds):
                home = await screen.page.evaluate("key => localStorage.getItem(key)", REMEMBERED)
            if not home or not home.startswith(screen.terms.base_url):
                return False
            await screen.page.goto(home, wait_until="domcontentloaded")
            with suppress(MenuMissing):  # neither: the login itself tells why
                return await screen.until(self._in_or_out, self._not_inside)
            return False

    async def enter(self, credentials: Credentials) -> None:
        """Go to the login form, fill it and press 登录, once.

        Raises CaptchaShown before anything is typed; WrongPassword, AccountLocked, PasswordExpired with its words;
        LoginNotUnderstood, LoginIncomplete, LoginRefused where nothing accuses the password.
        """
        screen = self._screen
        self._user = credentials.user
        async with self._at_login():
            form = await self._arrive(credentials.role)
            await self._refuse_captcha()
            await form.enter(credentials)
            await self._refuse_captcha()  # which may have been drawn later than the rest
            await (await form.password()).fill(credentials.password)
            self._before = {text for seen in await self._seen() for text in seen["said"]}
            await screen.begin(f"{self._path}/登录", "click")
            await form.press()
            answer = await screen.until(self._answer, self._no_answer)
        if answer.kind != "done":
            raise as_error(answer, user=credentials.user, address=self._entry)
        screen.session_over = ""

    async def offer(self, credentials: Credentials) -> None:
        """For a person who logs in: go there and fill in what is known. What the form does not take is left to them."""
        async with self._at_login():
            form = await self._arrive(credentials.role)
            with suppress(BotError, PlaywrightError):
                await form.enter(credentials)
            with suppress(BotError, PlaywrightError):
                if credentials.password:
                    await (await form.password()).fill(credentials.password)

    async def be_let_in(self, seconds: float) -> None:
        """Wait until a person has come into the work area. Raises LoginNotSeen, LoginGivenUp."""
        screen = self._screen

        async def inside() -> bool | None:
            return await self._inside() or None

        missing = LoginNotSeen(address=self._entry, minutes=round(seconds / 60, 1))
        async with self._at_login():
            await screen.watch(inside, missing, seconds=seconds)
        await screen.begin(self._path, "look")  # what was said to the person is history
        screen.session_over = ""

    async def remember(self) -> None:
        """Keep where the work area is, for `is_open` of a later run."""
        page = self._screen.page
        async with asyncio.timeout(self._screen.terms.wait_seconds):
            await page.evaluate("([key, url]) => localStorage.setItem(key, url)", [REMEMBERED, page.url.split("#")[0]])

    @asynccontextmanager
    async def understood(self) -> AsyncIterator[None]:
        """Whatever is not understood on the way in concerns the account and all its plans, not one of them."""
        try:
            yield
        except (*PUZZLING, UnknownDialog) as error:
            await heed_the_portal(self._screen, error)
            raise LoginNotUnderstood.because_of(error, self._path) from error

    @property
    def _entry(self) -> str:
        return self._screen.terms.base_url + self._screen.terms.entry

    @asynccontextmanager
    async def _at_login(self) -> AsyncIterator[None]:
        """On a login page: that one is in sight is no session that ended."""
        self._screen.at_login = True
        try:
            async with self.understood():
                yield
        finally:
            self._screen.at_login = False

    async def _begin(self, action: str) -> None:
        await self._screen.close_windows()
        await self._screen.begin(self._path, action)

    async def _arrive(self, role: str) -> LoginForm:
        """Until the login form is in sight. Raises ButtonMissing, PortalDown, PortalTimeout."""
        await self._begin("open")
        await self._screen.page.goto(self._entry, wait_until="domcontentloaded")
        frame = await WayIn(self._screen, self._link, where=self._path).to_form(role)
        return LoginForm(self._screen, frame, path=self._path, **self._concepts)

    async def _seen(self) -> list[dict[str, Any]]:
        return [seen for _, seen in await self._screen.ask("obstacles", {})]

    async def _refuse_captcha(self) -> None:
        if hard := next((seen["hard"] for seen in await self._seen() if seen["hard"]), ""):
            raise CaptchaShown(address=self._entry, text=hard)

    async def _in_or_out(self) -> bool | None:
        way = WayIn(self._screen, self._link, where=self._path)
        if await way.form() or self._screen.session_over:
            return False
        if await self._inside():
            return True
        return False if self._screen.traffic.quiet and await way.is_offered() else None

    async def _answer(self) -> PortalMessage | None:
        """What the portal says to the login; `done` once the work area is in sight."""
        seen = await self._seen()
        screen = self._screen
        self._news = [text for one in seen for text in one["said"] if text not in self._before]
        if said := next((m for m in screen.talk.said if m.kind not in IDLE_WORDS or wants_more(m.text)), None):
            return said
        if await self._inside():
            return PortalMessage("done", "")
        if not screen.traffic.quiet:
            return None
        return self._written(seen)

    def _written(self, seen: list[dict[str, Any]]) -> PortalMessage | None:
        """What the page has written since 登录 was pressed, where that is an answer."""
        wanting = next((text for text in self._news if wants_more(text)), "")
        if wanting and any(one["passwords"] for one in seen):
            return PortalMessage("refused", wanting)
        if not self._screen.traffic.sent:
            return None
        news = [self._screen.terms.patterns.sort(text) for text in self._news]
        if any(one["passwords"] > 1 for one in seen):  # old one, new one, new one again
            return next((m for m in news if m.kind == "password_expired"), PortalMessage("password_expired", ""))
        return next((m for m in news if m.kind in TELLING), None)

    def _no_answer(self) -> BotError:
        """Nothing that is understood has come of pressing 登录."""
        screen = self._screen
        if not any(sight.login for sight in screen.sights):
            return self._not_inside()
        told = screen.talk.unsorted or "、".join(self._news[:MOST_TOLD])
        if screen.traffic.posted and screen.traffic.quiet_for(DRAWN_SECONDS):
            return LoginRefused(user=self._user, text=told)
        return LoginIncomplete(user=self._user, text=told)

    def _not_inside(self) -> BotError:
        """Past the login page, and what stands there is no work area that we know."""
        return MenuMissing(words=self._path, candidates=self._news[:20])
