"""Manual 一(四)2: 点击日志可查看审核进度."""

from bots.errors import GridMissing
from bots.widgets.grid import Grid, Likeness, Row
from bots.widgets.leaving import leave
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen
from bots.widgets.timeline import Timeline

HEADERS = ("操作环节", "操作结果")
# The manual does not show it, and every portal calls its columns otherwise: 环节名称, 审核人, 审核状态, 办理意见 …
ALIKE = Likeness(
    time="(时间|日期)$",
    telling="环节|节点|步骤|阶段|岗位|流程|审[核批]|处理|办理|操作(?!$)|意见|结果|状态|动作|备注",
    least=2,
    never="计划名称",
)
AT, WHAT = "操作时间", "操作内容"


class ReviewLog:
    """The log of one plan, wherever the portal opens it and however it draws it."""

    def __init__(self, screen: Screen, path: str) -> None:
        self._screen = screen
        self._grid = Grid(screen, HEADERS, path, alike=ALIKE)
        self._timeline = Timeline(screen)
        self._path = path

    async def read(self) -> list[Row]:
        """Its lines as they stand, then it is closed. Raises GridMissing.

        A timeline's lines have 操作时间 and 操作内容.
        """
        screen = self._screen
        spot = await screen.until(
            self._where, lambda: GridMissing(where=self._path, headers=list(HEADERS), candidates=[])
        )
        window, at = spot.frame.page, spot.frame
        around = [spot for spot in await screen.spots() if spot.boxed or spot.frame is at]
        try:
            rows = await self._rows()
            await screen.trail.picture("审核日志", window)
        finally:
            if window is screen.workplace:
                await leave(screen, around)
            else:
                await screen.close_windows()
        return rows

    async def _where(self) -> Spot | None:
        if sheet := await self._grid.seen():
            return sheet.spot
        drawn = await self._timeline.seen()
        return drawn[0] if drawn else None

    async def _rows(self) -> list[Row]:
        if not await self._grid.seen() and (drawn := await self._timeline.seen()):
            return [{AT: item.at, WHAT: item.text} for item in drawn[1]]
        return await self._grid.all_rows()
