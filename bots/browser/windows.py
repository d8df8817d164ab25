"""Closing a window, so that the next one of its name comes."""

import asyncio
from contextlib import suppress

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page

NAMELESS = "window.name = ''"
SECONDS = 1.0  # a page that shows a native dialog, or hangs, does not answer


async def close_window(page: Page) -> None:
    """Close a window with whatever stands in it.

    It loses its name before: portals open their forms in windows of a fixed name, and a browser that is asked for one
    at once would hand out the dying one, so that nothing comes (15 times in 100 on a busy machine).
    """
    with suppress(PlaywrightError, TimeoutError):
        await asyncio.wait_for(page.evaluate(NAMELESS), SECONDS)
    await page.close()
