"""What a page sends to be kept leaves this machine exactly once.

A browser sends a form again by itself when a connection that it had kept open breaks before any answer has come: on a
portal without idempotency keys that is a second plan. While a write is under way its requests therefore go through a
fresh connection of our own that never tries again; the page gets the portal's answer as if it had asked itself.

Who watches the write (`lets_out`) reads each request before it leaves; what may not leave is aborted.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from weakref import WeakKeyDictionary

from playwright.async_api import BrowserContext, Request, Route
from playwright.async_api import Error as PlaywrightError

from bots.browser.door.bodies import Outgoing

LetsOut = Callable[[Outgoing], bool]
EVERYTHING = "**/*"
_SHUT: WeakKeyDictionary[BrowserContext, Callable[[Route], Awaitable[None]]] = WeakKeyDictionary()
READS = frozenset({"GET", "HEAD", "OPTIONS"})
ASKED_FIRST: list[Callable[[], None]] = []  # asked before a write leaves; one that may not let it go never returns
NEVER_LEFT = ("ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH")


@asynccontextmanager
async def single_shot(
    context: BrowserContext, *, seconds: float, lets_out: LetsOut | None = None
) -> AsyncIterator[None]:
    """While this holds, requests that are not reads are sent once; an answer has `seconds` to come.

    `lets_out` says of each request whether it may leave. Where one may not, the address that it was meant for stays
    shut until the next write: a page may try again by itself.
    """
    shut: set[str] = set()

    async def send(route: Route) -> None:
        with suppress(PlaywrightError):  # the window may be gone by the time the answer comes
            request = route.request
            reads = request.method in READS
            if lets_out and (not reads or "?" in request.url) and not lets_out(_outgoing(request)):
                shut.add(_place(request))
                await route.abort("aborted")
            elif reads:
                await route.fallback()
            else:
                await _send_once(route, seconds)

    async def stay_shut(route: Route) -> None:
        with suppress(PlaywrightError):
            if lets_out and _place(route.request) in shut and not lets_out(_outgoing(route.request)):
                await route.abort("aborted")
            else:
                await route.fallback()

    if left_shut := _SHUT.pop(context, None):
        await context.unroute(EVERYTHING, left_shut)
    await context.route(EVERYTHING, send)
    try:
        yield
    finally:
        with suppress(PlaywrightError):
            if shut:
                _SHUT[context] = stay_shut
                await context.route(EVERYTHING, stay_shut)
            await context.unroute(EVERYTHING, send)


async def _send_once(route: Route, seconds: float) -> None:
    for ask in ASKED_FIRST:
        ask()
    try:
        answer = await route.fetch(max_redirects=0, max_retries=0, timeout=seconds * 1000)
    except PlaywrightError as error:
        never_left = any(code in error.message for code in NEVER_LEFT)
        await route.abort("connectionrefused" if never_left else "connectionreset")
        return
    await route.fulfill(response=answer)


def _place(request: Request) -> str:
    """Where a request goes, whatever its query says."""
    return f"{request.method} {request.url.partition('?')[0]}"


def _outgoing(request: Request) -> Outgoing:
    """What a browser tells of a request; of a body that it does not tell, that there is one."""
    headers = request.headers
    content = request.post_data_buffer
    if content is None and headers.get("content-length", "0") == "0" and "content-type" not in headers:
        content = b""
    return Outgoing(request.method, request.url, headers.get("content-type", ""), content)
