"""Manual 一(三): 明细管理 of one plan. A plan has exactly one detail line; its amounts are in 万元."""

from typing import Self

from bots.errors import ButtonMissing, GridMissing
from bots.provincial.detail_form import DetailForm
from bots.widgets.buttons import press
from bots.widgets.figures import Figure, figures, sum_rows
from bots.widgets.form_page import Home
from bots.widgets.grid import Grid, Key, Row, told
from bots.widgets.leaving import leave_list
from bots.widgets.ours import ours
from bots.widgets.row_action import aimed, word_to_view
from bots.widgets.screen import Screen

NAME, ID = "采购名称", "ID"
OTHERS = (ID, "采购目录", "基准采购品目编码", "基准采购品目名称", "单价", "数量", "计量单位", "金额")
LEAST = 2  # of the others: no list of details is without them
PATH = "provincial/明细管理"
FIGURES = ("单价", "数量", "金额")
PASSING = frozenset({"序号", "选择", "操作"})  # cells that say nothing of the line


class DetailsPage:
    """The list of a plan's details; a line is known by its ID or, where the list has none, by all that it shows."""

    def __init__(self, screen: Screen, number: str, home: Home) -> None:
        self.screen = screen
        self._number = number
        self._home = home
        self._grid = Grid(screen, (NAME,), PATH, others=OTHERS, least=LEAST, adds="增加", queried=False)

    @classmethod
    async def arrived(cls, screen: Screen, number: str, home: Home) -> Self:
        """Wait until the page is there; `home` opens it again. Raises GridMissing."""
        page = cls(screen, number, home)
        await page._grid.page()
        return page

    @ours
    async def rows(self) -> list[Row]:
        """The lines that are there, without 合计 and 本页小计."""
        try:
            return await self._grid.all_rows()
        except GridMissing:  # a save may have led to what it kept, or to a page that says so
            await self._home()
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
    async def view(self, row: Row) -> DetailForm:
        """查看 of a line, or what else opens it. Raises RowMissing, RowAmbiguous, ButtonMissing."""
        word = await word_to_view(self.screen, self._grid, key_of(row))
        if word is None:
            raise ButtonMissing(where=PATH, words=["查看", "修改"], candidates=[])
        return await self._of_line(word, row)

    @ours
    async def modify(self, row: Row) -> DetailForm:
        """修改 of a line. Raises RowMissing, RowAmbiguous."""
        return await self._of_line("修改", row)

    @ours
    async def picture(self, name: str) -> None:
        """Evidence: the page with its lines."""
        await self.screen.trail.picture(name, self.screen.top)

    @ours
    async def back(self) -> None:
        """Back to the list of plans, by whatever leads there; where nothing does, its menu will."""
        await self.screen.close_windows()
        await self.screen.begin(f"{PATH}/返回", "click")
        await leave_list(self.screen, self._grid)

    async def close(self) -> None:
        """The same as `back`."""
        await self.back()

    async def _of_line(self, word: str, row: Row) -> DetailForm:
        key = key_of(row)
        act = await aimed(self.screen, self._grid, key, word)
        await self.screen.begin(f"{PATH}/{word}", "click", number=self._number, row=told(key))
        await act()
        return await DetailForm.arrived(self.screen, "provincial/明细", self._home, unlike=self._grid, shows=True)


def key_of(row: Row) -> Key:
    """What tells a line from others."""
    if row.get(ID):
        return {ID: row[ID]}
    return {header: text for header, text in row.items() if text and header not in PASSING}
