"""A list of plans in every toolkit's own grid: frozen columns, sums, pages, ticks, links in rows, a search."""

import pytest

from bots.widgets.buttons import press, there
from bots.widgets.grid import Grid
from bots.widgets.query import Query
from bots.widgets.screen import Screen
from bots.widgets.writes import write
from tests.widgets.contract.conftest import Look, pressed, until_pressed

pytestmark = pytest.mark.thorough

HEADERS = ("计划编号", "计划名称")
HEADS = {
    "计划编号", "计划名称", "版本号", "预算单位", "计划金额", "资金科室", "代理机构", "采购方式", "组织形式",
    "采购日期", "状态", "操作",
}  # fmt: skip
METHODS = ("网上超市", "定点采购", "批量集中采购")


def number(at: int) -> str:
    return f"3714246120012020{at:04d}"


@pytest.fixture
async def screen(look: Look) -> Screen:
    screen = await look("grid.html")
    assert screen
    return screen


@pytest.fixture
def grid(screen: Screen) -> Grid:
    return Grid(screen, HEADERS, "gallery/grid")


async def test_cells_stand_under_their_headers_on_every_page(grid: Grid) -> None:
    rows = await grid.all_rows()

    assert [row["计划编号"] for row in rows] == [number(at) for at in range(1, 36)]
    for at, row in enumerate(rows, 1):
        assert set(row) >= HEADS
        assert row["计划名称"] == f"办公设备采购项目{at}"
        assert row["预算单位"] == "612001_临邑县临南镇人民政府"
        assert row["计划金额"] == f"{at}.500000"
        assert row["采购方式"] == METHODS[at % 3]
        assert row["组织形式"] == ""
        assert row["采购日期"] == f"2020-09-{at % 28 + 1:02d}"
        assert row["状态"] == ("未提交" if at % 2 else "已提交")


async def test_a_page_says_where_it_is_and_sums_are_no_plans(grid: Grid) -> None:
    await grid.turn_to({"计划编号": number(12)})
    sheet = await grid.page()

    assert [row["计划编号"] for row in sheet.rows] == [number(at) for at in range(11, 21)]
    assert (sheet.at, sheet.pages, sheet.total) == (2, 4, 35)
    assert "160.000000" in [row["计划金额"] for row in sheet.summary]


async def test_a_ticked_row_wakes_its_buttons_and_is_submitted(screen: Screen, grid: Grid) -> None:
    await grid.page()
    assert not await there(screen, "提交")
    await grid.tick({"计划编号": number(2)})
    await grid.tick({"计划编号": number(3)})
    assert (await grid.page()).ticked == tuple(at == 3 for at in range(1, 11))

    message = await write(screen, "gallery/提交", lambda: press(screen, "提交"))

    assert message.kind == "done"
    assert [name for name in await pressed(screen.page) if name.startswith("提交")] == [f"提交:{number(3)}"]


async def test_a_link_is_pressed_in_its_own_row(screen: Screen, grid: Grid) -> None:
    await grid.press({"计划编号": number(4)}, "修改")

    await until_pressed(screen, f"修改:{number(4)}")
    assert await pressed(screen.page) == [f"修改:{number(4)}"]


async def test_a_search_gives_what_was_asked_for_or_nothing_and_can_be_taken_back(screen: Screen, grid: Grid) -> None:
    query = Query(screen, grid, "gallery/grid")

    await query.ask({"计划名称": "项目12"})
    assert [row["计划编号"] for row in await grid.all_rows()] == [number(12)]
    await query.ask({"计划名称": "火星"})
    assert await grid.all_rows() == []
    await query.ask({"计划名称": ""})
    assert (await grid.page()).total == 35


async def test_a_list_that_draws_only_the_rows_in_sight_is_read_whole(look: Look) -> None:
    screen = await look("virtual.html")
    if screen is None:
        return
    rows = await Grid(screen, ("品目编码", "品目名称", "单位"), "gallery/virtual").all_rows()

    assert len(rows) == 500
    assert len({row["品目编码"] for row in rows}) == 500
    assert all(row["品目名称"] and row["单位"] for row in rows)
