"""Leaving what lies over a page, windows and dialogs: what stands half filled in them is given up."""

from bots.errors import UnknownDialog
from bots.widgets import scripts
from bots.widgets.buttons import press_any
from bots.widgets.hand import Target, click
from bots.widgets.screen import LAYERS, Screen

LEAVING = ("关闭", "取消", "返回")


async def leave_all(screen: Screen) -> None:
    """Close every window and dialog over the main page; one that does not let go goes with the page, loaded anew."""
    await screen.close_windows()
    try:
        if await _left(screen):
            return
    except UnknownDialog as error:  # it asks whether what was typed is to be given up
        screen.trail.event(f"{screen.talk.during}/关闭", "reload", reason=str(error))
        await screen.begin(screen.talk.during, "open")
    await screen.page.reload(wait_until="domcontentloaded")


async def _left(screen: Screen) -> bool:
    over: list[int] = []
    for _ in range(LAYERS):
        before, over = over, await screen.glance(lambda: _over(screen))
        if not over:
            return True
        if over == before or not (await _cross(screen) or await press_any(screen, LEAVING, await screen.spots())):
            return False
        await screen.settle(0.0)
    return False


async def _over(screen: Screen) -> list[int]:
    """The dialog in front, by its number; a message has been answered by the look itself."""
    return [spot.boxed for spot in await screen.spots() if spot.boxed]


async def _cross(screen: Screen) -> bool:
    target = await screen.glance(lambda: _crossed(screen))
    return target is not None and await click(screen, target)


async def _crossed(screen: Screen) -> Target | None:
    for spot in await screen.spots():
        if spot.boxed:
            asked = {"boxed": spot.boxed, "words": [], "cross": True}
            if (await scripts.ask(spot.frame, "press", asked))["ready"]:
                return Target(spot.frame, "press", {**asked, "pick": True})
    return None
