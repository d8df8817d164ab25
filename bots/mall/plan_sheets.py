"""Manual 二(二)2, 3: 平台管理-计划单管理, the list of 计划单 and the way to 自建计划."""

from collections.abc import Sequence

from bots.errors import GridMissing
from bots.mall.back_office import BackOffice
from bots.mall.sheet_form import SheetForm
from bots.widgets.arriving import be_on
from bots.widgets.buttons import press
from bots.widgets.figures import Figure, figures
from bots.widgets.grid import Grid, Row
from bots.widgets.ours import ours
from bots.widgets.query import Query
from bots.widgets.row_action import aimed, word_to_view
from bots.widgets.row_view import RowView
from bots.widgets.screen import Screen

HEADERS = ("计划单编号", "计划单名称")  # 采购计划编号 tells which are imported; not every list may show it
TOLD = ("采购计划编号", "来源", "状态", "创建时间")
OTHERS = (*TOLD, "采购方式", "预算品目", "数量", "计量单位", "预算单价", "预算金额", "需求日期")
KEY = "计划单编号"
PATH = "mall/计划单管理"
FIGURES = ("预算金额", "预算单价", "数量")


class PlanSheetsPage:
    """The list, its query area, 自建计划, and 查看 in every row; rows are known by their 计划单编号."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._office = BackOffice(screen)
        self._grid = Grid(screen, HEADERS, PATH, others=OTHERS, adds="自建计划")
        self._query = Query(screen, self._grid, PATH)

    @ours
    async def open(self) -> None:
        """Be on the list, through the menu unless it is there already. Raises MenuMissing, SessionExpired."""
        await self.screen.begin(PATH, "open")
        office = self._office
        await be_on(self.screen, self._grid, office.open_sheets, with_button="自建计划", explore=office.explore)

    @ours
    async def find(self, *, name: str = "", plan_number: str = "") -> list[Row]:
        """Search with the mall's own 查询, and read all pages. Unsearched where there is no such query field."""
        asked = {"计划单名称": name, "采购计划编号": plan_number}
        try:
            await self._query.ask(asked)
        except GridMissing:  # a save may have led elsewhere: to what it kept, or to a page that says so
            await self.open()
            await self._query.ask(asked)
        return await self._grid.all_rows()

    @ours
    async def add(self) -> SheetForm:
        """自建计划: an empty form."""
        await self.screen.begin(f"{PATH}/自建计划", "click")
        await press(self.screen, "自建计划")
        return await SheetForm.arrived(self.screen, "mall/计划单", self.open, unlike=self._grid)

    @ours
    async def view(self, number: str) -> SheetForm | RowView:
        """查看 of the sheet, or what else opens it; its row where nothing does. Raises RowMissing, RowAmbiguous."""
        await self._locate(number)
        key = {KEY: number}
        word = await word_to_view(self.screen, self._grid, key, number)
        if word is None:
            return RowView(self.screen, self._grid, key)
        act = await aimed(self.screen, self._grid, key, word, number=number)
        await self.screen.begin(f"{PATH}/{word}", "click", number=number)
        await act()
        return await SheetForm.arrived(self.screen, "mall/计划单", self.open, unlike=self._grid, shows=True)

    @ours
    async def figures(self, number: str, *, again: bool = False) -> list[Figure]:
        """What the sheet's row shows under 预算金额, 预算单价 and 数量; `again`: searched for anew."""
        await self._locate(number, again=again)
        sheet = await self._grid.with_units()
        rows = [("", row) for row in sheet.rows if row.get(KEY) == number]
        return figures(sheet, rows, FIGURES, self.screen.terms)

    @ours
    async def figures_of(self, rows: Sequence[Row]) -> dict[str, list[Figure]]:
        """The same of rows that `find` has read, by their numbers; reads no list again."""
        sheet, terms = await self._grid.with_units(), self.screen.terms
        return {row[KEY]: figures(sheet, [("", row)], FIGURES, terms) for row in rows}

    @ours
    async def picture_row(self, name: str, number: str) -> None:
        """Evidence: the list with the sheet's row in view."""
        await self._locate(number)
        await self._grid.show({KEY: number})
        await self.screen.trail.picture(name, self.screen.workplace)

    async def _locate(self, number: str, *, again: bool = False) -> None:
        """Turn pages until the sheet's row is in view; 计划单编号 may be no query field."""
        if not again and await self._grid.has({KEY: number}):
            return
        await self._query.ask({"计划单编号": number, "计划单名称": "", "采购计划编号": ""})
        await self._grid.turn_to({KEY: number})
