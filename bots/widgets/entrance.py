"""A login page: who is logging in, account, password, region; and the portal's answer, taken exactly once.

No captcha, certificate or SMS code is ever tried; the password is typed without a trace in any trail.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from playwright.async_api import ElementHandle, Frame
from playwright.async_api import Error as PlaywrightError

from bots.errors import (
    AccountLocked,
    BotError,
    CaptchaShown,
    FieldMissing,
    LoginNotSeen,
    PasswordExpired,
    PortalDown,
    PortalTimeout,
    WrongPassword,
)
from bots.terms import Credentials, PortalMessage
from bots.trail import NoTrail
from bots.widgets import scripts
from bots.widgets.buttons import press, there
from bots.widgets.form import Form
from bots.widgets.screen import Screen

Inside = Callable[[], Awaitable[bool]]
REMEMBERED = "yuncai.inside"  # in the site's local storage, which is kept with the session: where the work area is
DRAWN_SECONDS = 1.0  # after an answer, for the next page to be drawn: until then the old one accuses nobody
IDLE_WORDS = ("notice", "done", "question", "unknown")


class Entrance:
    """The way into a portal: its entry page, and there `link`, unless that shows the login form itself.

    `inside` tells whether the work area is in sight. `labels` is what the form calls "user" and "region", and "role"
    where it must be chosen.
    """

    def __init__(self, screen: Screen, path: str, link: str, inside: Inside, labels: dict[str, str]) -> None:
        self._screen = screen
        self._path = path
        self._link = link
        self._inside = inside
        self._labels = labels
        self._before: set[str] = set()
        self._user = ""

    async def is_open(self) -> bool:
        """Load the work area of an earlier login anew, if there was one, and see whether the portal lets us in."""
        screen = self._screen
        with self._at_login():
            await self._begin("look")
            if screen.page.url == "about:blank":
                await screen.page.goto(self._entry, wait_until="domcontentloaded")
            async with asyncio.timeout(screen.terms.wait_seconds):
                home = await screen.page.evaluate("key => localStorage.getItem(key)", REMEMBERED)
            if not home or not home.startswith(screen.terms.base_url):
                return False
            await screen.page.goto(home, wait_until="domcontentloaded")
            return await screen.until(self._in_or_out, lambda: self._silence(home))

    async def _arrive(self) -> None:
        """Until the login form is in sight. Raises PortalDown, PortalTimeout."""
        screen, link = self._screen, self._link
        with self._at_login():
            await self._begin("open")
            await screen.page.goto(self._entry, wait_until="domcontentloaded")
            if await screen.until(lambda: self._form_or(link), lambda: self._silence(link)) == "link":
                await press(screen, link)
            await screen.until(self._asks, lambda: self._silence(self._path))

    async def enter(self, credentials: Credentials) -> None:
        """Go to the login form, fill it and press 登录, once.

        Raises CaptchaShown before anything is typed; else WrongPassword, AccountLocked, PasswordExpired with its words.
        """
        await self._arrive()
        screen = self._screen
        self._user = credentials.user
        with self._at_login():
            frame = await screen.until(self._asks, self._no_password)
            await self._refuse_captcha()
            await self._choose(frame, credentials)
            await self._refuse_captcha()  # which may have been drawn later than the rest
            await (await self._password(frame)).fill(credentials.password)
            self._before = {text for seen in await self._seen() for text in seen["said"]}
            await screen.begin(f"{self._path}/登录", "click")
            await press(screen, "登录")
            answer = await screen.until(self._answer, lambda: self._silence(f"{self._path}/登录"))
        if answer.kind != "done":
            raise self._as_error(credentials, answer)
        screen.session_over = ""

    async def offer(self, credentials: Credentials) -> None:
        """For a person who logs in: go there and fill in what is known. What the form does not take is left to them."""
        await self._arrive()
        with self._at_login():
            frame = await self._screen.until(self._asks, self._no_password)
            with suppress(BotError, PlaywrightError):
                await self._choose(frame, credentials)
            with suppress(BotError, PlaywrightError):
                if credentials.password:
                    await (await self._password(frame)).fill(credentials.password)

    async def be_let_in(self, seconds: float) -> None:
        """Wait until a person has come into the work area. Raises LoginNotSeen, LoginGivenUp."""
        screen = self._screen

        async def inside() -> bool | None:
            return await self._inside() or None

        missing = LoginNotSeen(address=self._entry, minutes=round(seconds / 60, 1))
        with self._at_login():
            await screen.watch(inside, missing, seconds=seconds)
        await screen.begin(self._path, "look")  # what was said to the person is history
        screen.session_over = ""

    async def remember(self) -> None:
        """Keep where the work area is, for `is_open` of a later run."""
        page = self._screen.page
        async with asyncio.timeout(self._screen.terms.wait_seconds):
            await page.evaluate("([key, url]) => localStorage.setItem(key, url)", [REMEMBERED, page.url.split("#")[0]])

    @property
    def _entry(self) -> str:
        return self._screen.terms.base_url + self._screen.terms.entry

    @contextmanager
    def _at_login(self) -> Iterator[None]:
        self._screen.at_login = True
        try:
            yield
        finally:
            self._screen.at_login = False

    async def _begin(self, action: str) -> None:
        await self._screen.close_windows()
        await self._screen.begin(self._path, action)

    async def _choose(self, frame: Frame, credentials: Credentials) -> None:
        if role := self._labels.get("role"):
            words = list(self._screen.terms.words_for(credentials.role))
            if not await scripts.ask(frame, "choose", {"words": words, "boxed": False}):
                raise FieldMissing(where=self._path, label=f"{role} {credentials.role}", candidates=[])
        form = Form(frame, self._screen.terms, path=self._path, trail=NoTrail())
        values = {self._labels["user"]: credentials.user, self._labels["region"]: credentials.region}
        await form.fill(values, complete=False)

    async def _password(self, frame: Frame) -> ElementHandle:
        fields = [field for field in await frame.query_selector_all("input[type=password]") if await field.is_visible()]
        if len(fields) != 1:
            raise FieldMissing(where=self._path, label="密码", candidates=["input[type=password]"] * len(fields))
        return fields[0]

    async def _seen(self) -> list[dict[str, Any]]:
        spots = await self._screen.spots()
        seen: list[dict[str, Any]] = await asyncio.gather(*(scripts.ask(spot.frame, "obstacles") for spot in spots))
        return seen

    async def _refuse_captcha(self) -> None:
        if hard := next((seen["hard"] for seen in await self._seen() if seen["hard"]), ""):
            raise CaptchaShown(address=self._entry, text=hard)

    async def _asks(self) -> Frame | None:
        """The frame that asks for a password."""
        await self._screen.spots()
        return next((sight.frame for sight in self._screen.sights if sight.login), None)

    async def _form_or(self, link: str) -> str | None:
        if await self._asks():
            return "form"
        return "link" if await there(self._screen, link) else None

    async def _in_or_out(self) -> bool | None:
        if await self._asks() or self._screen.session_over:
            return False
        return await self._inside() or None

    async def _answer(self) -> PortalMessage | None:
        """What the portal says to the login; `done` once the work area is in sight."""
        seen = await self._seen()
        said = next((m for m in self._screen.talk.said if m.kind not in IDLE_WORDS), None)
        if said:
            return said
        if await self._inside():
            return PortalMessage("done", "")
        if not self._screen.traffic.sent or not self._screen.traffic.quiet:
            return None
        sort = self._screen.terms.patterns.sort
        news = [sort(text) for one in seen for text in one["said"] if text not in self._before]
        if any(one["passwords"] > 1 for one in seen):  # old one, new one, new one again
            return next((m for m in news if m.kind == "password_expired"), PortalMessage("password_expired", ""))
        return next((m for m in news if m.kind in ("wrong_password", "locked", "password_expired", "refused")), None)

    def _no_password(self) -> FieldMissing:
        return FieldMissing(where=self._path, label="密码", candidates=[])

    def _silence(self, waiting_for: str) -> BotError:
        screen = self._screen
        answered = screen.traffic.posted and screen.traffic.quiet_for(DRAWN_SECONDS)
        if answered and any(sight.login for sight in screen.sights):  # refused without a word we know
            return WrongPassword(user=self._user, text=screen.talk.unsorted)
        return PortalTimeout(waiting_for=waiting_for, seconds=screen.terms.wait_seconds)

    def _as_error(self, credentials: Credentials, said: PortalMessage) -> BotError:
        if "验证码" in said.text:  # one that could not be seen before: the password is not at fault
            return CaptchaShown(address=self._entry, text=said.text)
        if said.kind == "locked":
            return AccountLocked(user=credentials.user, text=said.text)
        if said.kind == "password_expired":
            return PasswordExpired(user=credentials.user, text=said.text)
        if said.kind in ("busy", "session_over"):
            return PortalDown(address=self._screen.terms.base_url, reason=said.text)
        return WrongPassword(user=credentials.user, text=said.text)  # never tried again, whatever its exact words
