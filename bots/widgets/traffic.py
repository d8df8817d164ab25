"""What one window sends and gets: needed to know whether a write left, and whether a page has finished loading."""

import asyncio
import time
from collections.abc import Iterable
from contextlib import suppress
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Frame, Page, Request, Response

MEANT = ("document", "xhr", "fetch", "ping")  # what a click may send; pictures and styles say nothing
NOTHING_LEFT = (
    "ERR_CONNECTION_REFUSED",
    "ERR_NAME_NOT_RESOLVED",
    "ERR_ADDRESS_UNREACHABLE",
    "ERR_INTERNET_DISCONNECTED",
    "ERR_PROXY_CONNECTION_FAILED",
    "ERR_CERT_",
)
SERVER_ERROR, CLIENT_ERROR, UNAUTHORISED = 500, 400, 401
ANSWER_SECONDS = 2.0  # a page that waits for its next document may not say how it came itself
BROWSERS_OWN_ERROR = "chrome-error:"


class Traffic:
    """Counts what is under way and keeps what failed since the last `mark()`."""

    def __init__(self) -> None:
        self._flying: dict[Request, Page | None] = {}
        self._since: WeakKeyDictionary[Request, float] = WeakKeyDictionary()
        self._older: frozenset[Request] = frozenset()  # under way already when the action began
        self._last_ended = 0.0
        self._lame: dict[Frame, str] = {}  # documents whose own scripts did not come, and why
        self.mark()

    def mark(self) -> None:
        """Forget what was before: a new action begins."""
        self._older = frozenset(self._flying)
        self.sent = 0  # any request that a click may cause
        self.posted = 0  # of these, requests that may write
        self.rejected = False  # whether one of those was answered by an error of any kind
        self.failures: list[str] = []  # HTTP 5xx and lost connections, as a reason
        self.unauthorised = False
        self._never_left = 0  # requests that found nobody to take them

    def began(self, request: Request, page: Page | None) -> None:
        """A request leaves."""
        if request.resource_type not in MEANT:
            return
        self._flying[request] = page
        self._since[request] = time.monotonic()
        self.sent += 1
        if request.method != "GET":
            self.posted += 1

    def answered(self, response: Response) -> None:
        """A status has come; the body may still be under way."""
        request = response.request
        if request.resource_type == "script" and response.status >= SERVER_ERROR:
            self._lames(request, f"HTTP {response.status}")
        if request.resource_type not in MEANT:
            return
        if response.status >= CLIENT_ERROR and request.method != "GET":
            self.rejected = True
        if response.status == UNAUTHORISED:
            self.unauthorised = True
        if response.status >= SERVER_ERROR:
            self.failures.append(f"HTTP {response.status}")

    def ended(self, request: Request) -> None:
        """A request is over, well or badly."""
        if request.resource_type == "script" and request.failure and "ERR_ABORTED" not in request.failure:
            self._lames(request, request.failure)
        known = request in self._flying
        self._flying.pop(request, None)
        self._last_ended = time.monotonic()
        reason = request.failure
        if not known or not reason or "ERR_ABORTED" in reason:  # aborted: the page went on to something else
            return
        if any(word in reason for word in NOTHING_LEFT):
            self._never_left += 1
        self.failures.append(reason)

    def left(self, page: Page) -> None:
        """A window is closed: nothing of it is waited for."""
        self._flying = {request: owner for request, owner in self._flying.items() if owner is not page}

    def _lames(self, request: Request, reason: str) -> None:
        with suppress(PlaywrightError):  # of a window so new that nobody can say which
            self._lame[request.frame] = f"{urlsplit(request.url).path.rpartition('/')[2]}: {reason}"

    def has_new_document(self, frame: Frame) -> None:
        """The frame goes on to another document, whose scripts are yet to come."""
        self._lame.pop(frame, None)

    def lame(self, frames: Iterable[Frame]) -> str:
        """Why nothing that is pressed in one of these frames may do anything: a script of it did not come."""
        return next((self._lame[frame] for frame in frames if frame in self._lame), "")

    @property
    def nothing_left(self) -> bool:
        """Whatever was sent found nobody at the other end: nothing can have been kept."""
        return self._never_left >= self.sent

    def quiet_for(self, seconds: float) -> bool:
        """Nothing is under way, and nothing has come in for so long."""
        return self.quiet and time.monotonic() - self._last_ended > seconds

    def asks_for_less_than(self, seconds: float) -> bool:
        """Something is under way, and has not been for so long."""
        now = time.monotonic()
        return any(now - self._since[request] < seconds for request in self._flying)

    @property
    def pending(self) -> list[str]:
        """What is under way, as `POST /plan/save.do`; an address's query may hold what nobody should read."""
        return [f"{request.method} {urlsplit(request.url).path}" for request in self._flying]

    @property
    def unanswered(self) -> bool:
        """Something that the action itself has asked for is still under way."""
        return any(request not in self._older for request in self._flying)

    @property
    def quiet(self) -> bool:
        """Nothing is under way."""
        return not self._flying


async def broken(frame: Frame) -> str:
    """Why a frame shows no page of the portal but an error.

    Its answer may have come before anybody listened (a new window), or at the end of an action before this one.
    """
    if frame.url.startswith(BROWSERS_OWN_ERROR):
        return "no answer"
    with suppress(PlaywrightError, TimeoutError):  # it is going on to something else
        async with asyncio.timeout(ANSWER_SECONDS):
            status = await frame.evaluate("() => performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0")
        return f"HTTP {status}" if status >= SERVER_ERROR else ""
    return ""


def page_of(request: Request) -> Page | None:
    """The window a request belongs to; None while a new window is still being opened."""
    try:
        return request.frame.page
    except PlaywrightError:
        return None
