"""What is done to one row of a list: by its own button or link, or by the one above the list once the row is ticked."""

from collections.abc import Awaitable, Callable

from bots.widgets.buttons import nowhere, press
from bots.widgets.grid import Grid
from bots.widgets.screen import Screen


async def aimed(screen: Screen, grid: Grid, header: str, key: str, word: str) -> Callable[[], Awaitable[None]]:
    """Get ready to do `word` to the row whose cell under `header` is `key`; gives the press that does it.

    What is ticked is put down as such. Raises RowMissing, RowAmbiguous.
    """
    if await grid.offers(header, key, word):
        return lambda: grid.press(header, key, word)
    await screen.begin(f"{grid.path}/选择", "tick", number=key)
    await grid.tick(header, key)
    return lambda: press(screen, word)


async def word_to_view(screen: Screen, grid: Grid, header: str, key: str) -> str:
    """What opens a row to be read: 查看, or else the row's own number where that is a link, or else 修改.

    The form behind 修改 shows the same, and is left as it is.
    """
    if await grid.offers(header, key, "查看") or not await nowhere(screen, "查看"):
        return "查看"
    if await grid.offers(header, key, key):
        return key
    return "查看" if await nowhere(screen, "修改") else "修改"
