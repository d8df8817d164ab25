"""Manual 一(三): 明细管理 of one plan. A plan has exactly one detail line; its amounts are in 万元."""

from typing import Self

from bots.errors import GridMissing
from bots.provincial.detail_form import DetailForm
from bots.widgets.buttons import press, there
from bots.widgets.figures import Figure, figures, sum_rows
from bots.widgets.form_page import Home
from bots.widgets.grid import Grid, Row
from bots.widgets.ours import ours
from bots.widgets.row_action import aimed, word_to_view
from bots.widgets.screen import Screen

HEADERS = ("ID", "采购目录", "采购名称")
PATH = "provincial/明细管理"
FIGURES = ("单价", "数量", "金额")


class DetailsPage:
    """The list of a plan's details."""

    def __init__(self, screen: Screen, number: str, home: Home) -> None:
        self.screen = screen
        self._number = number
        self._home = home
        self._grid = Grid(screen, HEADERS, PATH)
        self._in_main = True

    @classmethod
    async def arrived(cls, screen: Screen, number: str, home: Home) -> Self:
        """Wait until the page is there; `home` opens it again. Raises GridMissing."""
        page = cls(screen, number, home)
        sheet = await page._grid.page()
        page._in_main = sheet.spot.frame.page is screen.page
        return page

    @ours
    async def rows(self) -> list[Row]:
        """The lines that are there, without 合计 and 本页小计."""
        return await self._grid.all_rows()

    @ours
    async def figures(self) -> list[Figure]:
        """What the line shows under 单价, 数量 and 金额, and what the rows of sums under it do."""
        sheet = await self._grid.with_units()
        rows = [*(("", row) for row in sheet.rows), *sum_rows(sheet)]
        return figures(sheet, rows, FIGURES, self.screen.terms)

    @ours
    async def add(self) -> DetailForm:
        """增加. Raises RefusedByPortal where the plan has its one detail already."""
        await self.screen.begin(f"{PATH}/增加", "click", number=self._number)
        await press(self.screen, "增加")
        return await DetailForm.arrived(self.screen, "provincial/明细", self._home, unlike=self._grid)

    @ours
    async def view(self, row_key: str) -> DetailForm:
        """查看, or what else opens it, of the line whose ID is `row_key`. Raises RowMissing, RowAmbiguous."""
        return await self._of_line(await word_to_view(self.screen, self._grid, "ID", row_key), row_key)

    @ours
    async def modify(self, row_key: str) -> DetailForm:
        """修改 of the line whose ID is `row_key`. Raises RowMissing, RowAmbiguous."""
        return await self._of_line("修改", row_key)

    @ours
    async def picture(self, name: str) -> None:
        """Evidence: the page with its lines."""
        await self.screen.trail.picture(name, self.screen.top)

    @ours
    async def back(self) -> None:
        """Back to the list of plans."""
        screen = self.screen
        await screen.close_windows()
        await screen.begin(f"{PATH}/返回", "click")
        if self._in_main and await self._grid.seen() and await there(screen, "返回"):
            await press(screen, "返回")
            await screen.until(self._gone, lambda: GridMissing(where=PATH, headers=["计划编号"]))

    async def close(self) -> None:
        """The same as `back`."""
        await self.back()

    async def _of_line(self, word: str, row_key: str) -> DetailForm:
        act = await aimed(self.screen, self._grid, "ID", row_key, word)
        await self.screen.begin(f"{PATH}/{word}", "click", number=self._number, row=row_key)
        await act()
        return await DetailForm.arrived(self.screen, "provincial/明细", self._home, unlike=self._grid)

    async def _gone(self) -> bool | None:
        return await self._grid.seen() is None or None
