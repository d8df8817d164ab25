"""What a page sends to be kept leaves this machine exactly once.

A browser sends a form again by itself when a connection that it had kept open breaks before any answer has come: on a
portal without idempotency keys that is a second plan. While a write is under way its requests therefore go through a
fresh connection of our own that never tries again; the page gets the portal's answer as if it had asked itself.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from playwright.async_api import BrowserContext, Route
from playwright.async_api import Error as PlaywrightError

EVERYTHING = "**/*"
READS = frozenset({"GET", "HEAD", "OPTIONS"})
ASKED_FIRST: list[Callable[[], None]] = []  # asked before a write leaves; one that may not let it go never returns
NEVER_LEFT = ("ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH")


@asynccontextmanager
async def single_shot(context: BrowserContext, *, seconds: float) -> AsyncIterator[None]:
    """While this holds, requests that are not reads are sent once; an answer has `seconds` to come."""

    async def send(route: Route) -> None:
        with suppress(PlaywrightError):  # the window may be gone by the time the answer comes
            if route.request.method in READS:
                await route.fallback()
                return
            await _send_once(route, seconds)

    await context.route(EVERYTHING, send)
    try:
        yield
    finally:
        with suppress(PlaywrightError):
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
