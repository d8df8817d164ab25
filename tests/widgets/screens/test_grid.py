"""Grids as back offices draw them, read by header."""

import pytest

from bots.errors import GridMissing, PortalTimeout, RowAmbiguous, RowMissing
from bots.widgets.grid import Grid
from bots.widgets.query import Query
from tests.widgets.screens.conftest import Show, Site

HEADERS = ("计划编号", "计划名称")


def grid(site: Site) -> Grid:
    return Grid(site.screen, HEADERS, "test/grid")


def table(rows: str, head: str = "<tr><th>计划编号</th><th>计划名称</th></tr>") -> str:
    return f"<table>{head}{rows}</table>"


def row(number: str, name: str) -> str:
    return f"<tr><td>{number}</td><td>{name}</td></tr>"


async def test_sums_above_the_rows_are_told_apart_and_cells_go_by_header(show: Show) -> None:
    site = await show("""<table><tr><td>序号</td><td>选择</td><td>计划 编号</td>
        <td>计划名称 ▲</td><td>计划金额</td></tr>
        <tr><td colspan=4>合计：</td><td>0.000000</td></tr>
        <tr><td></td><td></td><td>本页小计</td><td></td><td>1</td></tr>
        <tr><td>1</td><td><input type=checkbox checked></td><td>A1</td><td>桌 &nbsp; 椅</td><td>35.000000</td></tr>
        </table>""")
    sheet = await grid(site).page()
    assert sheet.rows == ({"序号": "1", "选择": "", "计划编号": "A1", "计划名称": "桌 椅", "计划金额": "35.000000"},)
    assert [one["计划金额"] for one in sheet.summary] == ["0.000000", "1"]
    assert sheet.ticked == (True,)


async def test_a_sums_word_may_stand_behind_its_figures(show: Show) -> None:
    site = await show("""<table><tr><th>计划金额</th><th>计划编号</th><th>计划名称</th></tr>
        <tr><td>35.000000</td><td>合计</td><td></td></tr><tr><td>1</td><td>A1</td><td>小计</td></tr></table>""")
    sheet = await grid(site).page()
    assert [one["计划编号"] for one in sheet.rows] == ["A1"]
    assert len(sheet.summary) == 1


async def test_a_row_of_nothing_but_a_figure_is_no_line_of_the_list(show: Show) -> None:
    head = "<tr><th>选择</th><th>计划编号</th><th>计划名称</th><th>计划金额</th></tr>"
    empty = "<tr><td></td><td></td><td></td><td>35.000000</td></tr>"
    ticked = "<tr><td><input type=checkbox></td><td></td><td></td><td>35.000000</td></tr>"
    sheet = await grid(await show(table(empty + ticked, head))).page()
    assert (len(sheet.rows), len(sheet.summary)) == (1, 1)


async def test_a_header_table_over_a_body_table_is_one_grid(show: Show) -> None:
    site = await show("""<table style="width:400px;table-layout:fixed" cellspacing=0>
        <tr><th>选择</th><th>计划编号</th><th>计划名称</th></tr></table>
        <div style="height:80px;overflow:auto"><table style="width:400px;table-layout:fixed"
        cellspacing=0><tr><td><input type=radio></td><td>A1</td><td>桌</td></tr>
        <tr><td><input type=radio></td><td>A2</td><td>椅</td></tr></table></div>
        <table><tr><td>别的</td><td>表</td><td>格</td></tr></table>""")
    assert [one["计划名称"] for one in await grid(site).all_rows()] == ["桌", "椅"]


async def test_grouped_headers_hidden_columns_and_layout_tables_do_not_shift_cells(show: Show) -> None:
    site = await show(f"""<table><tr><td>计划编号、计划名称说明</td></tr><tr><td><table>
        <tr><th rowspan=2>计划编号</th><th style="display:none">内码</th>
        <th colspan=2>资金</th><th rowspan=2>计划名称</th></tr>
        <tr><th>预算内</th><th>自筹</th></tr>
        <tr><td>A1</td><td style="display:none">77</td><td>1</td><td>2</td><td>桌</td></tr>
        <tr><td>A2</td><td style="display:none">78</td><td>3</td><td>4</td>
        <td title="一个名字很长的采购项目">一个名字…</td></tr>
        <tr><td colspan=4>没有更多记录</td></tr></table></td></tr></table>{table("", "<tr><th>计划编号</th></tr>")}""")
    rows = await grid(site).all_rows()
    assert rows == [
        {"计划编号": "A1", "预算内": "1", "自筹": "2", "计划名称": "桌"},
        {"计划编号": "A2", "预算内": "3", "自筹": "4", "计划名称": "一个名字很长的采购项目"},
    ]


async def test_headers_are_called_as_the_manual_calls_them(show: Show) -> None:
    head = "<tr><th>采购计划编号</th><th>计划名称</th><th>采购形式</th></tr>"
    site = await show(table("<tr><td>A1</td><td>桌</td><td>网上超市</td></tr>", head))
    assert await grid(site).all_rows() == [{"计划编号": "A1", "计划名称": "桌", "采购方式": "网上超市"}]


async def test_a_grid_without_rows_is_empty_and_no_grid_is_an_error(show: Show) -> None:
    site = await show(table("<tr><td colspan=2>没有符合条件的记录</td></tr>"))
    assert await grid(site).all_rows() == []
    with pytest.raises(GridMissing):
        await Grid(site.screen, ("操作环节",), "test/log").page()


PAGED = """<div id=list></div><script>
let at = 1, last = {last};
function draw() {{
  document.getElementById('list').innerHTML = '<table><tr><th>计划编号</th><th>计划名称</th></tr>' +
    '<tr><td>A' + at + '</td><td>第' + at + '张</td></tr></table>{foot}'.replace('@', at);
}}
function next() {{ if (at < last && !{stuck}) {{ at += 1; setTimeout(draw, 120); }} }}
draw();
</script>"""
FOOT = "<p>第@/3页 共3条 <a href=javascript:next()>下一页</a></p>"
BARE = "<p><a href=javascript:next()>下一页</a></p>"


async def test_pages_are_read_to_the_end(show: Show) -> None:
    site = await show(PAGED.format(last=3, foot=FOOT, stuck="false"))
    assert [one["计划编号"] for one in await grid(site).all_rows()] == ["A1", "A2", "A3"]


async def test_a_page_that_never_says_where_it_ends_ends_when_nothing_comes(show: Show) -> None:
    site = await show(PAGED.format(last=2, foot=BARE, stuck="false"))
    assert [one["计划编号"] for one in await grid(site).all_rows()] == ["A1", "A2"]


async def test_a_promised_page_that_does_not_come_is_an_error(show: Show) -> None:
    site = await show(PAGED.format(last=3, foot=FOOT, stuck="true"))
    with pytest.raises(PortalTimeout):
        await grid(site).all_rows()


TICKS = """<table><tr><th>选择</th><th>计划编号</th><th>计划名称</th></tr>
<tr><td><input type=checkbox checked></td><td>A1</td><td>桌</td></tr><tr><td><input type=checkbox></td><td>A12</td>
<td>椅</td></tr><tr><td><input type=checkbox checked></td><td>A3</td><td>灯</td></tr><tr><td><input type=checkbox></td>
<td>A3</td><td>灯二</td></tr></table>"""


async def test_a_list_that_cannot_be_turned_though_it_has_more_pages_is_not_read_as_whole(show: Show) -> None:
    site = await show(f"{table(row('A1', '桌'))} 第1/3页 共3条 <a href='#'><img src='data:,'></a>")
    with pytest.raises(PortalTimeout):
        await grid(site).all_rows()


async def test_one_row_is_ticked_and_no_other_stays_ticked(show: Show) -> None:
    site = await show(TICKS)
    await grid(site).tick({"计划编号": "A12"})
    assert (await grid(site).page()).ticked == (False, True, False, False)
    await grid(site).tick({"计划编号": "A1"})
    assert (await grid(site).page()).ticked == (True, False, False, False)


KEEPING = """<p>计划编号：<input id=asked> <button onclick="at = +asked.value[1]; draw()">查询</button></p>
<div id=list></div><script>
const kept = new Set(); let at = 1;
function draw() {
  document.getElementById('list').innerHTML =
    '<table><tr><th>选择</th><th>计划编号</th><th>计划名称</th></tr><tr><td>' +
    '<input type=checkbox value=A' + at + (kept.has('A' + at) ? ' checked' : '') + '></td><td>A' + at +
    '</td><td>第' + at + '张</td></tr></table><p>第' + at + '/2页 <a href=javascript:next()>下一页</a></p>';
}
document.addEventListener('change', event => kept[event.target.checked ? 'add' : 'delete'](event.target.value));
function next() { at += 1; draw(); }
draw();
</script>"""


@pytest.mark.parametrize("way", ["turned", "searched"])
async def test_what_was_ticked_among_other_rows_is_let_go_where_a_grid_keeps_it(show: Show, way: str) -> None:
    site = await show(KEEPING)
    await grid(site).tick({"计划编号": "A1"})
    if way == "turned":
        await grid(site).turn_to({"计划编号": "A2"})
    else:
        await Query(site.screen, grid(site), "test").ask({"计划编号": "A2"})
    await grid(site).tick({"计划编号": "A2"})

    assert await site.page.evaluate("[...kept]") == ["A2"]


async def test_a_row_is_meant_by_its_whole_key(show: Show) -> None:
    site = await show(TICKS)
    with pytest.raises(RowMissing):
        await grid(site).tick({"计划编号": "A2"})
    with pytest.raises(RowAmbiguous) as caught:
        await grid(site).tick({"计划编号": "A3"})
    assert caught.value.params["count"] == 2
    assert (await grid(site).page()).ticked == (True, False, True, False)


async def test_a_row_that_goes_while_it_is_ticked_was_not_ticked(show: Show) -> None:
    site = await show(TICKS.replace("type=checkbox>", "type=checkbox onclick=\"this.closest('tr').remove()\">"))
    with pytest.raises(PortalTimeout) as caught:
        await grid(site).tick({"计划编号": "A12"})
    assert "A12" in str(caught.value.params["waiting_for"])


async def test_a_page_that_is_between_two_documents_has_no_grid_and_is_no_error(show: Show) -> None:
    site = await show(TICKS)
    await grid(site).page()
    await site.page.evaluate("() => document.documentElement.remove()")
    assert await grid(site).seen() is None


async def test_a_link_is_pressed_in_its_own_row(show: Show) -> None:
    link = "<a href=javascript:; onclick=\"document.title=this.closest('tr').cells[0].textContent\">查看</a>"
    rows = f"<tr><td>A1</td><td>桌</td><td>{link}</td></tr><tr><td>A2</td><td>椅</td><td>{link} <a>修改</a></td></tr>"
    site = await show(table(rows, "<tr><th>计划编号</th><th>计划名称</th><th>操作</th></tr>"))
    await grid(site).press({"计划编号": "A2"}, "查看")
    assert await site.page.title() == "A2"
