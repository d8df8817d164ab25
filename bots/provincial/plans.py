"""Manual 一(二)1 to 一(四): 计划备案-采购计划管理-采购计划维护, the list that everything about a plan starts from."""

from collections.abc import AsyncIterator, Awaitable, Callable

from bots.errors import ButtonMissing, GridMissing
from bots.provincial.details import DetailsPage
from bots.provincial.plan_form import FUNDS, PlanForm
from bots.provincial.review_log import ReviewLog
from bots.terms import PortalMessage
from bots.widgets.arriving import Arrived, be_on
from bots.widgets.buttons import press
from bots.widgets.figures import Figure, figures
from bots.widgets.grid import Grid, Row, Sheet
from bots.widgets.menu import Menu
from bots.widgets.ours import ours
from bots.widgets.query import Query
from bots.widgets.row_action import aimed, word_to_view
from bots.widgets.screen import Screen
from bots.widgets.writes import write

MENU = ("计划备案", "采购计划管理", "采购计划维护")
HEADERS = ("计划编号", "计划名称")
OTHERS = ("采购方式", "采购日期", "计划金额", "预算单位", "资金科室", "代理机构", "组织形式")
LEAST = 1  # of the others: what waits on a front page has a number, a name and a state, too
KEY = "计划编号"
PATH = "provincial/采购计划维护"
TOTAL = "计划金额"
FIGURES = (TOTAL, *FUNDS)


class PlansPage:
    """The list of plans, its query area and its toolbar; rows are known by their 计划编号."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._menu = Menu(screen)
        self._grid = Grid(screen, HEADERS, PATH, others=OTHERS, least=LEAST, adds="增加")
        self._query = Query(screen, self._grid, PATH)
        self._pages: AsyncIterator[Sheet] = self._grid.pages()

    @ours
    async def open(self) -> None:
        """Be on the list, through the menu unless it is there already. Raises MenuMissing, SessionExpired."""
        await self.screen.begin(PATH, "open")
        await be_on(self.screen, self._grid, self._open_menu, with_button="增加", explore=self._explore)

    @ours
    async def find(self, *, name: str = "", number: str = "", year: int | None = None) -> list[Row]:
        """Search with the portal's own 查询, and read all pages; sums are left out.

        Where the portal has no such query field the rows come unsearched: the caller compares.
        """
        asked = {"计划名称": name, "计划编号": number, "执行年度": str(year) if year else ""}
        try:
            await self._query.ask(asked)
        except GridMissing:  # a save may have led elsewhere: to what it kept, to the details, to a page that says so
            await self.open()
            await self._query.ask(asked)
        return await self._grid.all_rows()

    @ours
    async def first_page(self) -> list[Row]:
        """Search for everything, and read the first page of it."""
        await self._query.ask({"计划名称": "", "计划编号": "", "执行年度": ""})
        self._pages = self._grid.pages()
        return list((await anext(self._pages)).rows)

    @ours
    async def next_page(self) -> list[Row] | None:
        """Turn to the page after that; None after the last. Meanwhile `log` may be opened for rows in view."""
        sheet = await anext(self._pages, None)
        return None if sheet is None else list(sheet.rows)

    @ours
    async def add(self) -> PlanForm:
        """增加: an empty plan form."""
        await self.screen.begin(f"{PATH}/增加", "click")
        await press(self.screen, "增加")
        return await PlanForm.arrived(self.screen, "provincial/计划", self.open, unlike=self._grid)

    @ours
    async def view(self, number: str) -> PlanForm:
        """查看, or what else opens it: the plan as it is kept. Raises RowMissing, RowAmbiguous, ButtonMissing."""
        await self._locate(number)
        word = await word_to_view(self.screen, self._grid, {KEY: number}, number)
        if word is None:
            raise ButtonMissing(where=PATH, words=["查看", "修改"], candidates=[])
        await self._press(word, number)
        return await self._shown()

    @ours
    async def modify(self, number: str) -> PlanForm:
        """修改: the plan as the portal keeps it, to be changed. Raises RowMissing, RowAmbiguous."""
        await self._press("修改", number)
        return await self._shown()

    @ours
    async def details(self, number: str) -> DetailsPage:
        """明细: the detail page of the plan."""
        await self._press("明细", number)
        return await DetailsPage.arrived(self.screen, number, lambda: self._details_again(number))

    @ours
    async def submit(self, number: str) -> PortalMessage:
        """提交, to 资金科室 and 采购办. Raises RefusedByPortal, OutcomeUnknown, UnknownDialog, SessionExpired."""
        act = await self._chosen("提交", number)
        return await write(self.screen, f"{PATH}/提交", act, taken=self._on_list)

    @ours
    async def log(self, number: str) -> list[Row]:
        """日志: the lines of the review so far."""
        await self._press("日志", number)
        return await ReviewLog(self.screen, f"{PATH}/日志").read()

    @ours
    async def figures(self, number: str, *, again: bool = False) -> list[Figure]:
        """The amounts that the plan's row shows (`FIGURES`), in the units of the list; `again`: searched for anew."""
        if again:
            await self._ask_for(number)
        sheet = await self._grid.with_units()
        if not again and not any(row.get(KEY) == number for row in sheet.rows):
            return await self.figures(number, again=True)
        rows = [("", row) for row in sheet.rows if row.get(KEY) == number]
        return figures(sheet, rows, FIGURES, self.screen.terms)

    @ours
    async def picture_row(self, name: str, number: str) -> None:
        """Evidence: the list with the plan's row in view."""
        await self._locate(number)
        await self._grid.show({KEY: number})
        await self.screen.trail.picture(name, self.screen.workplace)

    async def _on_list(self) -> bool:
        return await self._grid.seen() is not None

    async def _shown(self) -> PlanForm:
        return await PlanForm.arrived(self.screen, "provincial/计划", self.open, unlike=self._grid, shows=True)

    async def _open_menu(self) -> None:
        await self._menu.open(self.screen.terms.menu or MENU)

    async def _explore(self, arrived: Arrived) -> bool:
        return await self._menu.explore(self.screen.terms.menu or MENU, arrived)

    async def _press(self, word: str, number: str) -> None:
        act = await self._chosen(word, number)
        await self.screen.begin(f"{PATH}/{word}", "click", number=number)
        await act()

    async def _chosen(self, word: str, number: str) -> Callable[[], Awaitable[None]]:
        await self._locate(number)
        return await aimed(self.screen, self._grid, {KEY: number}, word, number=number)

    async def _locate(self, number: str) -> None:
        if not await self._grid.has({KEY: number}):
            await self._ask_for(number)

    async def _ask_for(self, number: str) -> None:
        await self._query.ask({"计划编号": number, "计划名称": "", "执行年度": ""})

    async def _details_again(self, number: str) -> None:
        await self.open()
        await self.details(number)
