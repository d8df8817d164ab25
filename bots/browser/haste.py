"""Where nobody watches, transitions and animations run faster: a dialog that takes 300 ms to fade in is there after 60.

The toolkits hear of their ends as ever, only sooner. A third of what a filing costs in the browser was frames that
nobody saw. What a page does by its clock (a toast that goes after three seconds) is not touched.
"""

import asyncio
import contextlib

from playwright.async_api import BrowserContext, Page

TIMES = 5

_under_way: set[asyncio.Task[None]] = set()


def hasten(context: BrowserContext) -> None:
    """Hasten every page that the context opens from now on."""

    def begin(page: Page) -> None:
        task = asyncio.get_running_loop().create_task(_hasten(page))
        _under_way.add(task)  # the loop itself would let go of it
        task.add_done_callback(_under_way.discard)

    context.on("page", begin)


async def _hasten(page: Page) -> None:
    with contextlib.suppress(Exception):  # a window that is gone already, or the browser with it: nothing is lost
        session = await page.context.new_cdp_session(page)
        await session.send("Animation.enable")
        await session.send("Animation.setPlaybackRate", {"playbackRate": TIMES})
