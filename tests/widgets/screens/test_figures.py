"""Figures of a list carry the unit that the page gives them: in the head, over it, or beside the list."""

import pytest

from bots.widgets.figures import Figure, figures, sum_rows
from bots.widgets.grid import Grid
from tests.widgets.screens.conftest import Show, Site

WORDS = ("计划金额", "数量")
ROW = "<tr><td>A1</td><td>桌</td><td>35</td></tr>"
OTHER = "<table><tr><th>科目</th><th>指标</th></tr><tr><td>一</td><td>单位：元</td></tr></table>"


async def read(site: Site) -> list[Figure]:
    sheet = await Grid(site.screen, ("计划编号", "计划名称"), "test/grid").with_units()
    return figures(sheet, [*(("", row) for row in sheet.rows), *sum_rows(sheet)], WORDS, site.screen.terms)


def table(head: str, above: str = "") -> str:
    return f"<table>{above}<tr><th>计划编号</th><th>计划名称</th><th>{head}</th></tr>{ROW}</table>"


@pytest.mark.parametrize(
    ("body", "unit"),
    [
        (table("计划金额(万元)"), "万元"),
        (table("计划金额（单位：元）"), "元"),
        (table("采购金额/万元"), "万元"),
        (table("计划金额(千元)"), "other"),
        (table("计划金额"), None),
        (table("计划金额", "<caption>计划（单位：万元）</caption>"), "万元"),
        (table("计划金额", "<tr><th colspan=2>计划</th><th>资金(万元)</th></tr>"), "万元"),
        (f"<p>金额单位：<b>万元</b></p>{table('计划金额')}", "万元"),
        (f"<p>单位：万元</p>{table('计划金额(元)')}", "元"),
        (f"<p>填报单位：镇政府　单位: 人民币 万元　日期：2020-09-18</p>{table('计划金额')}", "万元"),
        (f"<p>单位：元</p>{OTHER}{table('计划金额')}<p>单位：万元</p>", "万元"),
        (f"{OTHER}{table('计划金额')}", None),
        (f"<p>起始金额 <input> 单位：万元</p>{table('计划金额')}", None),
        (f"<p>计量单位：台，采购单位：元宝镇</p>{table('计划金额')}", None),
        (f"<p style='display:none'>单位：万元</p>{table('计划金额')}", None),
    ],
)
async def test_the_nearest_statement_gives_the_unit(show: Show, body: str, unit: str | None) -> None:
    (found,) = await read(await show(body))
    assert (found.word, found.text, found.unit) == ("计划金额", "35", unit)


async def test_sums_are_told_with_their_word_and_other_amounts_are_left_alone(show: Show) -> None:
    site = await show("""<table>
        <tr><th>计划编号</th><th>计划名称</th><th>金额(元)</th><th>数量</th><th>金额(已支付)</th></tr>
        <tr><td>A1</td><td>桌</td><td>350000.00</td><td>5</td><td>7</td></tr>
        <tr><td>合计</td><td></td><td>350000.00</td><td></td><td>7</td></tr></table>""")
    assert await read(site) == [
        Figure("计划金额", "金额(元)", "350000.00", "元"),
        Figure("数量", "数量", "5", None),
        Figure("计划金额", "金额(元)", "350000.00", "元", "合计"),
    ]
