"""Manual 一(四)2: 点击日志可查看审核进度."""

from bots.widgets.buttons import press_any
from bots.widgets.grid import Grid, Likeness, Row
from bots.widgets.leaving import LEAVING
from bots.widgets.screen import Screen

HEADERS = ("操作环节", "操作结果")
# The manual does not show it, and every portal calls its columns otherwise: 环节名称, 审核人, 审核状态, 办理意见 …
ALIKE = Likeness(
    time="(时间|日期)$",
    telling="环节|节点|步骤|阶段|岗位|流程|审[核批]|处理|办理|操作(?!$)|意见|结果|状态|动作|备注",
    least=2,
    never="计划名称",
)


class ReviewLog:
    """The log of one plan, wherever the portal opens it."""

    def __init__(self, screen: Screen, path: str) -> None:
        self._screen = screen
        self._path = path

    async def read(self) -> list[Row]:
        """Its lines as they stand, then it is closed. Raises GridMissing."""
        screen = self._screen
        grid = Grid(screen, HEADERS, self._path, alike=ALIKE)
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
