"""The unit of an amount is what stands nearest; two that disagree, or one that is not understood, is a refusal."""

from decimal import Decimal

import pytest

from bots.errors import FieldNotAccepted
from bots.widgets.units import said_beside, stated
from bots.widgets.values import Money
from tests.widgets.forms.conftest import Draw

AMOUNT = {"预算金额": Money(Decimal(350000))}
FIELD = "<div class=item><label>预算金额</label><div class=content><div class=wrap><input id=a></div>{}</div></div>"
OTHER = "<div class=item><label>{}</label><div class=content><input>{}</div></div>"
HISTORY = "<table><tr><th>年度</th><th>金额</th></tr><tr><td>2019</td><td>120000</td></tr></table>"
UNITS = "<select id=u><option value=1>元</option><option value=10000{}>万元</option></select>"


def row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


@pytest.mark.parametrize(
    ("html", "typed"),
    [
        # inside its own item of the form, whatever wraps it, and whatever a neighbour says of itself
        (FIELD.format(" 万元"), "35"),
        (FIELD.format("<span>万元</span><span>(不超过批复预算)</span>"), "35"),
        (FIELD.format("<div>单位：元，保留两位小数</div>"), "350000"),
        (FIELD.format(" 万元") + OTHER.format("预留金额", "<div>单位：元，保留两位小数</div>"), "35"),
        (OTHER.format("预留", "<div>单位：元</div>") + FIELD.format("<p>不超过100万元</p>") + "<p>以万元计</p>", "35"),
        ("<div><div><input id=a title=预算金额></div> 万元 <div><input title=单价></div> 元</div>", "35"),
        # the nearest heading, section or statement above, and none of another table's
        ("<p>单位：元</p><fieldset><legend>资金（万元）</legend>预算金额 <input id=a> 备注 <input></fieldset>", "35"),
        ("<p>单位：元</p><div><h3>资金(万元)</h3>" + FIELD.format("") + OTHER.format("备注", "") + "</div>", "35"),
        ("<p>单位：元</p><h3>规格(万元)</h3>" + OTHER.format("参考价", "") + "<h3>资金</h3>" + FIELD.format("")
         , "350000"),
        ("<input><button type=button aria-expanded=true>资金（单位：万元）</button><div>" + FIELD.format("") + "</div>"
         , "35"),
        ("<input><div role=heading><span class=title>资金（单位：万元）</span><i>▾</i></div><div>" + FIELD.format("")
         + "</div>", "35"),
        ("<div><input><fieldset><legend>资金（单位：万元）</legend></fieldset>" + FIELD.format("") + "</div>", "35"),
        ("<div>历史情况 单位：元</div>" + HISTORY + "<p>单位：万元</p><form>" + FIELD.format("") + "</form>", "35"),
        # a heading that is no title of HTML's, under another field; the head of a tab that is not in front says nothing
        ("<form>" + OTHER.format("名称", "") + "<div role=separator><span>资金（万元）</span></div>" + FIELD.format("")
         + "</form>", "35"),
        ("<form>" + OTHER.format("名称", "") + "<div>资金(单位：万元)</div>" + FIELD.format("") + "</form>", "35"),
        ("<form><ul><li class=on>资金（元）</li><li>价格（万元）</li></ul><div>" + FIELD.format("")
         + "</div><div hidden>"
         + OTHER.format("单价", "") + "</div></form>", "350000"),
        ("<table><tr><td colspan=2 align=right>单位：万元</td></tr>" + row("预算金额", "<input id=a>")
         + row("备注", "<input>") + "</table>", "35"),
        ("<p>单位：元</p><table><thead><tr><th rowspan=2>名称</th><th colspan=2>资金构成（万元）</th></tr><tr>"
         "<th>预算金额</th><th>自筹</th></tr></thead>" + row("<input>", "<input id=a>", "<input>") + "</table>", "35"),
    ],
)  # fmt: skip
async def test_an_amount_is_typed_in_the_unit_that_stands_nearest(draw: Draw, html: str, typed: str) -> None:
    form = await draw(html)

    await form.fill(AMOUNT, complete=False)

    assert await form.frame.input_value("#a") == typed


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (FIELD.format(""), "no_unit"),
        ("<div>历史情况 单位：万元</div>" + HISTORY + "<form>" + FIELD.format("") + "</form>", "no_unit"),
        (OTHER.format("预留金额", "<div>单位：元</div>") + FIELD.format(""), "no_unit"),
        ("<p>单位：万元</p>" + FIELD.format("<span>千元</span>"), "no_unit"),
        ("<p>单位：万元</p>" + FIELD.format("<span>$</span>"), "no_unit"),
        ("<p>单位：千元</p>" + FIELD.format(""), "no_unit"),
        ("<table>" + row("预算金额(元)", "<input id=a> 万元") + "</table>", "units_disagree"),
        (FIELD.format("<span>元</span><p>单位：万元</p>"), "units_disagree"),
        ("<div style='height:0;overflow:hidden'>单位：万元</div>" + FIELD.format(""), "no_unit"),
    ],
)
async def test_an_amount_is_typed_in_no_unit_that_only_may_be_meant(draw: Draw, html: str, reason: str) -> None:
    form = await draw(html)

    with pytest.raises(FieldNotAccepted) as stop:
        await form.fill(AMOUNT, complete=False)

    assert stop.value.params["reason"] == reason
    assert await form.frame.input_value("#a") == ""


@pytest.mark.parametrize(
    ("label", "chosen", "typed", "unit"),
    [
        ("预算金额", " selected", "35", "10000"),  # the choice is its unit, whatever stands above the form
        ("预算金额", "", "350000", "1"),
        ("预算金额(元)", " selected", "350000", "1"),  # and is made to agree with its label
    ],
)
async def test_a_choice_of_units_beside_an_amount_is_its_unit(
    draw: Draw, label: str, chosen: str, typed: str, unit: str
) -> None:
    form = await draw("<p>金额单位：元</p><table>" + row(label, f"<input id=a> {UNITS.format(chosen)}") + "</table>")

    await form.fill(AMOUNT)

    assert (await form.frame.input_value("#a"), await form.frame.input_value("#u")) == (typed, unit)
    assert await form.differences(AMOUNT) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("金额单位：万元", "万元"), ("(单位:元)", "元"), ("以上金额以万元计", "万元"), ("资金构成（万元）", "万元"),
        ("单位为千元", "other"), ("预算单位：元宝山区财政局", None), ("计量单位：台", None),
        ("单价不高于5000元", None), ("元旦期间暂停受理", None), ("单元名称", None),
        ("单位：元 / 单位：万元", "disputed"),
    ],
)  # fmt: skip
def test_only_a_statement_of_a_unit_is_one(text: str, unit: str | None) -> None:
    assert stated(text) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("元/台", "元"), ("万元（含税）", "万元"), ("万美元", "other"), ("元以上", "other"), ("$", "other"),
        ("不超过100万元", None), ("大写：叁拾伍万元整", None), ("不低于40%", None), ("元旦前填写", None),
    ],
)  # fmt: skip
def test_beside_a_field_a_limit_is_no_unit_and_another_currency_is_one(text: str, unit: str | None) -> None:
    assert said_beside(text) == unit
