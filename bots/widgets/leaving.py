"""Leaving what lies over a page, windows and dialogs: what stands half filled in them is given up."""

from collections.abc import Sequence

from playwright.async_api import Frame

from bots.errors import GridMissing, UnknownDialog
from bots.widgets import scripts
from bots.widgets.buttons import press, press_any, there
from bots.widgets.grid import Grid
from bots.widgets.hand import Target, click
from bots.widgets.scope import Spot
from bots.widgets.screen import LAYERS, Screen

LEAVING = ("关闭", "取消", "返回")
BACK = ("返回", "关闭")  # from a list that is no dialog


async def leave_all(screen: Screen) -> None:
    """Close every window and dialog over the main page; one that does not let go goes with the page, loaded anew."""
    await screen.close_windows()
    try:
        if await _left(screen):
            return
    except UnknownDialog as error:  # it asks whether what was typed is to be given up
        screen.trail.event(f"{screen.talk.during}/关闭", "reload", reason=str(error))
        await screen.begin(screen.talk.during, "open")
    await screen.workplace.reload(wait_until="domcontentloaded")


async def leave(screen: Screen, around: Sequence[Spot]) -> bool:
    """Press what leads away from these places: a button, the cross of the dialog among them, or that of their tab."""
    if await press_any(screen, LEAVING, around):
        return True
    if any(spot.boxed for spot in around):
        return await _cross(screen)
    return bool(around) and await close_tab(screen, around[0])


async def leave_list(screen: Screen, grid: Grid) -> None:
    """Leave a list that was opened over or instead of another one; where nothing leads away, it is left to the menu."""
    sheet = await grid.seen()
    if sheet is None:
        if not await grid.stands():
            return
        sheet = await grid.page()  # a mask lay over it
    boxed = [spot for spot in await screen.glance(screen.spots) if spot.boxed]
    if boxed:
        pressed = await leave(screen, boxed)
    else:
        pressed = await press_any(screen, BACK, [sheet.spot])
        if not pressed and await there(screen, "返回"):
            await press(screen, "返回")
            pressed = True
        pressed = pressed or await close_tab(screen, sheet.spot)

    async def gone() -> bool | None:
        return True if await grid.seen() is None else None

    if pressed:
        await screen.until(gone, lambda: GridMissing(where=grid.path, headers=list(grid.headers), candidates=[]))


async def close_tab(screen: Screen, spot: Spot) -> bool:
    """Close the tab that shows this place, by the cross on it; False where there is none."""
    frame: Frame | None = spot.frame
    while frame:
        target = Target(frame, "opened", {"tab": True, "pick": True})
        if await scripts.ask(target.frame, target.script, target.asked):
            return await click(screen, target)
        frame = frame.parent_frame
    return False


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
