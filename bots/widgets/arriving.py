"""Being on a list that a menu opens, whatever lies over the page or stood open before."""

from collections.abc import Awaitable, Callable

from bots.errors import GridMissing, MenuMissing
from bots.widgets.buttons import nowhere, press, there
from bots.widgets.grid import Grid
from bots.widgets.leaving import leave_all
from bots.widgets.screen import Screen

AGAIN = 0.25  # of the site's wait, for a page that was loaded anew and has come to rest
Arrived = Callable[[], Awaitable[bool | None]]


async def be_on(
    screen: Screen,
    grid: Grid,
    menu: Callable[[], Awaitable[None]],
    *,
    with_button: str,
    explore: Callable[[Arrived], Awaitable[bool]],
) -> None:
    """Leave what lies over the page; open the list through its menu unless it is there. Raises GridMissing.

    `with_button`: what stands above the list and tells it from another one of the same columns on a front page.
    `explore`: looks for the list behind other entries where the words of the menu are unknown.

    A tab that stood open may show what was left in it, and a pressed entry may lead nowhere: the page is loaded anew
    then, once, and the menu opened again.
    """

    async def whole() -> bool | None:
        return (await grid.seen() is not None and not await nowhere(screen, with_button)) or None

    async def plainly() -> bool | None:
        sheet = await grid.seen()  # behind a word that nobody knows, an empty list without headers may be any list
        return (sheet is not None and not sheet.is_headless and not await nowhere(screen, with_button)) or None

    await leave_all(screen)
    if await whole() or (await _went_back(screen) and await whole()):
        return
    try:
        await menu()
    except MenuMissing:
        if await explore(plainly):
            return
        raise
    try:
        await screen.until(whole, grid.missing)
    except GridMissing:
        await screen.workplace.reload(wait_until="domcontentloaded")
        await menu()
        await screen.settle()
        await _seen_at_last(grid, lambda: explore(plainly), screen.terms.wait_seconds * AGAIN)


async def _went_back(screen: Screen) -> bool:
    """Leave by 返回 what stands in the list's place: the menu entry that it belongs to may do nothing."""
    if not await there(screen, "返回"):
        return False
    await press(screen, "返回")
    await screen.settle()
    return True


async def _seen_at_last(grid: Grid, explore: Callable[[], Awaitable[bool]], seconds: float) -> None:
    """The grid will do: whoever may only look has no button to add anything."""
    try:
        await grid.page(seconds=seconds)
    except GridMissing:
        if not await explore():
            raise
