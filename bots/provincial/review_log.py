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
        window, at = sheet.spot.frame.page, sheet.spot.frame
        around = [spot for spot in await screen.spots() if spot.boxed or spot.frame is at]
        try:
            rows = await grid.all_rows()
            await screen.trail.picture("审核日志", window)
        finally:
            if window is screen.page:
                await press_any(screen, LEAVING, around)
            else:
                await screen.close_windows()
        return rows
