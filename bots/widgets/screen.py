"""One account's window: the main page, its frames, the windows it opens, and everything they say.

Every native dialog is answered here, and only as the action under way expects: an alert is taken note of, a question
that the site's patterns know is agreed to while an action expects one, any other question is declined and reported.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from playwright.async_api import Dialog, Frame, Page, Request, Response
from playwright.async_api import Error as PlaywrightError

from bots.browser.door.names import Names, NoNames
from bots.browser.translate import translate
from bots.browser.windows import close_window
from bots.errors import BotError, Fate, LoginGivenUp, UnknownDialog
from bots.terms import PortalMessage, Terms
from bots.trail import NoTrail, Trail
from bots.widgets.answers import answer
from bots.widgets.complaints import complain, diagnose, explained, late, not_come, raise_broken
from bots.widgets.dialogs import Conversation, sort
from bots.widgets.ears import Ears
from bots.widgets.scope import Sight, Spot, answers, forget, resolve, survey
from bots.widgets.scripts import Along
from bots.widgets.traffic import Traffic, page_of

T = TypeVar("T")
PATIENCE = 0.5  # of the site's limit: perfect quiet for so long, and nothing more is expected of a page
GLANCE = 0.25  # how long to wait for the page's own word that it changed, before looking anyway
LAST_LOOK = 1.0  # seconds that a look may take when the time is up
DIAGNOSIS = 3.0  # seconds to say what is wrong with it
LAYERS = 6  # messages that may lie over each other

_SCREENS: dict[Page, "Screen"] = {}


class Screen:
    """See the module; made by `Screen.of`, one for each main page."""

    def __init__(self, page: Page, terms: Terms) -> None:
        self.page = page
        self.terms = terms
        self.trail: Trail = NoTrail()
        self.names: Names = NoNames()
        self.traffic = Traffic()
        self.talk = Conversation()
        self.session_over = ""  # the portal's words, until somebody logs in again
        self.at_login = False  # a password field is no surprise just now
        self.hands_off = False  # a person is at work in the window: messages and questions are theirs
        self.sights: list[Sight] = []  # of the last look
        self._windows = [page]
        self._workplace = page
        self._moved = asyncio.Event()
        self._drawn = False  # whether a page has changed since the last answer came in
        self._ears = Ears.of(page.context)
        self._ears.add(self)
        page.on("popup", self._adopt)
        page.on("framenavigated", self._stir)
        page.once("close", self._gone)

    @classmethod
    def of(cls, page: Page, terms: Terms) -> "Screen":
        """The screen of a page, made once; a page has one listener for its dialogs, whoever asks."""
        screen = _SCREENS.get(page) or _SCREENS.setdefault(page, cls(page, terms))
        screen.terms = terms
        return screen

    # ---- windows ----

    @property
    def top(self) -> Page:
        """The newest window that is open."""
        return next((page for page in reversed(self._windows) if not page.is_closed()), self.page)

    @property
    def windows(self) -> list[Page]:
        """All windows that are open, the newest last."""
        return [page for page in self._windows if not page.is_closed()]

    @property
    def workplace(self) -> Page:
        """The window whose lists are worked on: the main one, or the one that a back office has opened for itself."""
        return self._workplace if not self._workplace.is_closed() else self.page

    def work_in(self, window: Page) -> None:
        """From here on this window is the workplace: it stays when windows over it are closed."""
        self._workplace = window

    async def close_windows(self, keep: int | None = None) -> None:
        """Close the newest windows until `keep` are left (those up to the workplace); what is in them is given up."""
        windows = self.windows
        if keep is None:
            keep = windows.index(self.workplace) + 1 if self.workplace in windows else 1
        for page in reversed(windows[keep:]):
            await close_window(page)

    # ---- actions, waiting ----

    async def begin(self, path: str, action: str, **data: object) -> None:
        """A new action: what was said and sent before is history."""
        await self._ears.open()
        self.talk = Conversation(during=path)
        self.traffic.mark()
        self.trail.event(path, action, **data)

    @contextmanager
    def expecting_question(self) -> Iterator[None]:
        """While this holds, a question that the site's patterns know is agreed to."""
        talk = self.talk
        talk.expects_question = True
        try:
            yield
        finally:
            talk.expects_question = False

    async def until(
        self, probe: Callable[[], Awaitable[T | None]], missing: Callable[[], BotError], *, seconds: float | None = None
    ) -> T:
        """Wait until the probe gives something; raises `missing()`, or what the page itself says is wrong.

        Nothing is called missing while what the action asked for is under way (PortalTimeout), or where a page's own
        scripts did not come (PortalDown).

        No polling by the clock: the page says that it changed, a request ends, a window opens. Ends early when the page
        has been perfectly quiet for a while.
        """
        now = asyncio.get_running_loop().time
        last_move = now()
        deadline = last_move + (self.terms.wait_seconds if seconds is None else seconds)
        last_look = False
        while True:
            self._moved.clear()
            found = await self._try(probe, max(deadline - now(), LAST_LOOK))
            if found is not None:
                return found
            complain(self)
            idle = self.traffic.quiet and now() - last_move > self.terms.wait_seconds * PATIENCE
            if last_look and (idle or now() >= deadline):
                with suppress(TimeoutError):  # stalled: it says nothing of itself
                    async with asyncio.timeout(DIAGNOSIS):
                        await diagnose(self)
                        await raise_broken(self, *(sight.frame for sight in self.sights))  # now: it may be beside it
                error = missing()
                if error.fate is Fate.HUMAN:  # is it missing, or has it only not come?
                    error = not_come(self) or error
                raise explained(self, error)
            last_look = idle or now() >= deadline  # the machine itself may have slept: its news come in first
            if await self.moved() or not self.traffic.quiet:
                last_move = now()
            else:
                await diagnose(self)

    async def glance(self, probe: Callable[[], Awaitable[T]]) -> T:
        """Ask what is in view now, without waiting for anything; once more where it went away under the question."""
        try:
            return await probe()
        except PlaywrightError:
            if self.page.is_closed():
                raise
        await self.moved()
        return await probe()

    async def settle(self, seconds: float = 1.0) -> None:
        """Wait until what the action asked for has arrived; `seconds`: how long it may take to ask for anything.

        Raises what the portal says is wrong, and PortalTimeout: rows of before are no answer to a search that failed.
        """
        loop = asyncio.get_running_loop()
        deadline, first = loop.time() + self.terms.wait_seconds, loop.time() + seconds
        while loop.time() < (deadline if self.traffic.sent else first):
            complain(self)
            done = self.traffic.sent and self.traffic.quiet
            if done and self._drawn:
                return
            self._moved.clear()
            if not await self.moved() and done:
                break  # the answer changed nothing in sight
        complain(self)
        if self.traffic.unanswered:
            raise explained(self, late(self))

    async def watch(self, probe: Callable[[], Awaitable[T | None]], missing: BotError, *, seconds: float) -> T:
        """Wait while a person works in the window, touching nothing; raises `missing` when the time is up.

        Raises LoginGivenUp when the window is closed.
        """
        deadline = asyncio.get_running_loop().time() + seconds
        self.hands_off = True
        try:
            while asyncio.get_running_loop().time() < deadline:
                self._moved.clear()
                if not self.windows:
                    raise LoginGivenUp(address=self.terms.base_url)
                with suppress(BotError, PlaywrightError):  # whatever it is, the person sees it, too
                    if (found := await self._try(probe, LAST_LOOK)) is not None:
                        return found
                await self.moved()
        finally:
            self.hands_off = False
        raise missing

    # ---- what is in view ----

    async def ask(self, name: str, asked: Mapping[str, object]) -> list[tuple[Spot, Any]]:
        """Where to look now, and what a script answers there: the question goes with the look."""
        along = Along(name, asked)
        spots = await self.spots(along)
        return list(zip(spots, await answers(self.sights, spots, along), strict=True))

    async def spots(self, along: Along | None = None) -> list[Spot]:
        """Where to look now, after messages that only want to be seen have been seen.

        `along`: a question that goes with the look; `sights` have what was answered.
        """
        for _ in range(LAYERS):
            await self._in_view(along)
            spots, box = await resolve(self.top, self.sights)
            if not box or not box.only_says or self.hands_off or not await answer(self, box):
                return spots
            complain(self)
        raise UnknownDialog(text=box.text if box else "", during=self.talk.during)

    async def _in_view(self, along: Along | None) -> None:
        """A look at the newest window, once no 「加载中」 lies over it, or a message that may have laid it there."""
        now = asyncio.get_running_loop().time
        deadline = now() + self.terms.wait_seconds
        while True:
            self._moved.clear()
            self.sights = await survey(self.top, along)
            asks = any(sight.box and sight.box.only_says and not sight.waiting for sight in self.sights)
            if asks or not any(sight.waiting for sight in self.sights):
                return
            complain(self)
            if now() > deadline:
                raise explained(self, late(self))
            await self.moved()

    def record(self, message: PortalMessage) -> None:
        """Keep what the portal said; the trail gets it once."""
        if message.kind == "session_over":
            self.session_over = message.text
        if self.talk.heard(message):
            self.trail.event(self.talk.during, "said", kind=message.kind, text=message.text)
        self._moved.set()

    # ---- Playwright's events ----

    def owns(self, page: Page | None) -> bool:
        """Whether a window is ours."""
        return page in self._windows

    def on_words(self, kind: str, text: str) -> None:
        """A toast, a dialog, or words beside a field; what counts is kept."""
        message = sort(self.terms.patterns, text) if text else None
        sent = self.traffic.sent > 0
        if message and self.talk.takes(kind, message, sent=sent, at_login=self.at_login):
            self.record(message)
        self._drawn = True
        self._moved.set()

    async def on_dialog(self, dialog: Dialog) -> None:
        """Answer a native dialog at once: the page stands still until then."""
        if self.hands_off:
            return
        message = sort(self.terms.patterns, dialog.message)
        question = dialog.type in ("confirm", "prompt")
        agree = not question or (dialog.type == "confirm" and message.kind == "question" and self.talk.expects_question)
        if question and not agree and message.kind in ("question", "notice", "unknown"):
            self.talk.unknown_question = dialog.message
        if agree and question:
            self.trail.event(self.talk.during, "agree", text=dialog.message)
        elif dialog.type != "beforeunload":
            self.record(message)
        with suppress(PlaywrightError):  # its window has closed meanwhile
            await (dialog.accept() if agree else dialog.dismiss())
        self._moved.set()

    def on_request(self, request: Request) -> None:
        """A request leaves."""
        self.traffic.began(request, page_of(request))

    def on_response(self, response: Response) -> None:
        """An answer arrives."""
        self.traffic.answered(response)
        if self.traffic.unauthorised and not self.at_login:
            self.record(PortalMessage("session_over", "HTTP 401"))

    def on_request_over(self, request: Request) -> None:
        """A request is over."""
        self.traffic.ended(request)
        self._drawn = False
        self._moved.set()

    def _adopt(self, window: Page) -> None:
        self._windows.append(window)
        window.on("popup", self._adopt)
        window.on("framenavigated", self._stir)
        window.once("close", self._left)
        self._moved.set()

    def _left(self, window: Page) -> None:
        self._windows.remove(window)
        self.traffic.left(window)
        self._moved.set()

    def _gone(self, page: Page) -> None:
        self._ears.remove(self)
        _SCREENS.pop(page, None)
        self._moved.set()

    def _stir(self, frame: Frame) -> None:
        forget(frame)
        self.traffic.has_new_document(frame)
        self._moved.set()

    async def moved(self, seconds: float = GLANCE) -> bool:
        """Wait until a page says that it changed; False when none does within the limit."""
        try:
            async with asyncio.timeout(seconds):  # wait_for of Python 3.11 can lose a cancel
                await self._moved.wait()
        except TimeoutError:
            return False
        return True

    async def _try(self, probe: Callable[[], Awaitable[T | None]], seconds: float) -> T | None:
        try:
            async with asyncio.timeout(seconds):
                return await probe()
        except (PlaywrightError, TimeoutError) as error:
            if self.page.is_closed():
                raise translate(error, during=self.talk.during, wrote=False) from error
            return None  # between two documents: look again
