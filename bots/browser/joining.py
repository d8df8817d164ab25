"""A person's own browser, joined over CDP for a moment: one site's session is read there, and nothing is touched."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

from playwright.async_api import Browser, async_playwright
from playwright.async_api import Error as PlaywrightError

from bots.browser.kept import Kept, session_on
from bots.errors import BotError, Fate

JOIN_SECONDS = 15


class BrowserNotJoined(BotError):
    """No browser can be joined at `address` (`reason`)."""

    fate = Fate.HUMAN


@asynccontextmanager
async def joined(address: str) -> AsyncIterator[Browser]:
    """The browser at a CDP address; leaving it closes nothing of the person's."""
    async with async_playwright() as playwright:
        try:
            browser = await playwright.chromium.connect_over_cdp(address, timeout=JOIN_SECONDS * 1000)
        except PlaywrightError as exc:
            raise BrowserNotJoined(address=address, reason=str(exc).strip().split("\n", 1)[0][:200]) from exc
        try:
            yield browser
        finally:
            with suppress(PlaywrightError):
                await browser.close()  # of a browser that was joined, only the connection


async def sessions_in(browser: Browser, site: str) -> list[tuple[str, Kept]]:
    """The pages of a site that stand open, each with the site's session as that page's window holds it."""
    origin = origin_of(site)
    return [
        (page.url, await session_on(context, site, {origin}))
        for context in browser.contexts
        for page in context.pages
        if origin_of(page.url) == origin
    ]


def origin_of(address: str) -> str:
    """Scheme, host and port of an address, as a browser writes it."""
    parts = urlsplit(address)
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    port = f":{parts.port}" if parts.port and parts.port != usual else ""
    return f"{parts.scheme}://{parts.hostname}{port}"
