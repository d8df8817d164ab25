"""Manual 一(四)2: 点击日志可查看审核进度."""

from bots.widgets.buttons import press_any
from bots.widgets.grid import Grid, Row
from bots.widgets.leaving import LEAVING
from bots.widgets.screen import Screen

HEADERS = ("操作环节", "操作结果")


class ReviewLog:
    """The log of one plan, wherever the portal opens it."""

    def __init__(self, screen: Screen, path: str) -> None:
        self._screen = screen
        self._path = path

    async def read(self) -> list[Row]:
        """Its lines as they stand, then it is closed. Raises GridMissing."""
        screen = self._screen
        grid = Grid(screen, HEADERS, self._path)
        sheet = await grid.page()
        window = sheet.spot.frame.page
        try:
            rows = await grid.all_rows()
            await screen.trail.picture("审核日志", window)
        finally:
            await self._close(window is screen.page)
        return rows

    async def _close(self, in_main: bool) -> None:  # noqa: FBT001  one caller
        screen = self._screen
        if not in_main:
            await screen.close_windows()
            return
        await press_any(screen, LEAVING)
