"""Two-way tables and labels that say more than a name: what names a field, and what only stands beside it."""

from decimal import Decimal

import pytest

from bots.errors import FieldAmbiguous, FieldMissing
from bots.widgets.values import Money
from tests.widgets.forms.conftest import Draw

YEARS = (
    "<p>单位：元</p><table><thead><tr><th>项目</th><th>上年执行</th><th>本年计划</th></tr></thead>"
    "<tr><td>预算金额</td><td><input id=a></td><td><input id=b></td></tr>"
    "<tr><td>采购数量</td><td><input id=c></td><td><input id=d></td></tr></table>"
)
LINES = (
    "<table><tr><th>序号</th><th>采购名称</th><th>数量</th><th>单价(元)</th></tr><tr><td>1</td><td>打印机</td><td>2</td><td>900</td>"
    "</tr><tr><td>2</td><td><input id=a></td><td><input id=b></td><td><input id=c></td></tr></table>"
)


@pytest.mark.parametrize("label", ["预算金额", "采购数量", "本年计划"])
async def test_one_of_two_headings_names_no_field_of_a_two_way_table(draw: Draw, label: str) -> None:
    form = await draw(YEARS)

    with pytest.raises(FieldAmbiguous):
        await form.fill({label: 70 if label == "采购数量" else Money(Decimal(350000))})

    assert [await form.frame.input_value(f"#{one}") for one in "abcd"] == [""] * 4


@pytest.mark.parametrize("label", ["本年计划预算金额", "预算金额本年计划", "预算金额(本年计划)"])
async def test_row_and_column_together_name_a_field(draw: Draw, label: str) -> None:
    form = await draw(YEARS)

    await form.fill({label: Money(Decimal(350000))})

    assert [await form.frame.input_value(f"#{one}") for one in "abcd"] == ["", "350000", "", ""]


async def test_the_fields_of_one_line_are_named_by_their_headings_and_not_by_data(draw: Draw) -> None:
    form = await draw(LINES)

    await form.fill({"采购名称": "台式计算机", "数量": 70, "单价": Money(Decimal(5000))})

    assert [await form.frame.input_value(f"#{one}") for one in "abc"] == ["台式计算机", "70", "5000"]


@pytest.mark.parametrize(
    "label",
    [
        "计划名称<span style='color:#999'>不超过60个字</span>",
        "计划名称 <a href='javascript:;' title=说明>?</a>",
        "计划名称<br><small>须与批复一致</small>",
        "<font color=red>*</font>计划名称<div>按批复填写</div>",
    ],
)
async def test_a_remark_in_a_label_does_not_hide_its_name(draw: Draw, label: str) -> None:
    form = await draw(f"<table><tr><td>{label}</td><td><input id=a></td></tr></table>")

    await form.fill({"计划名称": "甲"})

    assert await form.frame.input_value("#a") == "甲"


async def test_a_label_in_two_colours_is_one_name_where_another_field_has_the_first_part(draw: Draw) -> None:
    form = await draw(
        "<table><tr><td>采购方式<span style='color:red'>说明</span></td><td><input id=a></td></tr>"
        "<tr><td>采购方式</td><td><input id=b></td></tr></table>"
    )

    await form.fill({"采购方式": "网上超市"})

    assert [await form.frame.input_value("#a"), await form.frame.input_value("#b")] == ["", "网上超市"]


async def test_a_legend_tells_twins_apart_and_is_no_part_of_a_label(draw: Draw) -> None:
    form = await draw(
        "<fieldset><legend>采购人信息</legend>联系人 <input id=a> 联系电话 <input></fieldset>"
        "<fieldset><legend>代理机构信息</legend>联系人 <input id=b></fieldset>"
    )

    await form.fill({"联系电话": "7518008", "代理机构信息联系人": "张建国"})
    with pytest.raises(FieldAmbiguous):
        await form.fill({"联系人": "李四"})

    assert [await form.frame.input_value("#a"), await form.frame.input_value("#b")] == ["", "张建国"]


async def test_neither_a_clipped_text_nor_the_label_of_another_field_names_a_field(draw: Draw) -> None:
    form = await draw(
        "<div style='height:40px;overflow:auto'><div>填报说明</div><div>一</div><div>二</div><div>计划名称</div></div>"
        "<div style='margin-top:20px'><input id=a></div>"
        "<div style='display:flex;gap:8px'><label for=c>联系人</label><input id=c></div><div><input id=d></div>"
        "<div>计划名称<br><input id=b></div>"
    )

    await form.fill({"计划名称": "甲", "联系人": "乙"})

    assert [await form.frame.input_value(f"#{one}") for one in "abcd"] == ["", "甲", "乙", ""]


SECTION = (
    "<style>.shut + div {{ display: none }}</style><table><tr><td>计划名称</td><td><input id=a></td></tr></table>"
    '<div {head} onclick=\'this.classList.toggle("shut"); this.setAttribute("aria-expanded", true)\'>{title}</div>'
    "<div id=part><table><tr><td>预算金额(元)</td><td><input id=b></td></tr></table></div>"
)


async def test_a_closed_section_that_holds_a_field_is_opened(draw: Draw) -> None:
    head = "class=shut aria-expanded=false aria-controls=part"
    form = await draw(SECTION.format(head=head, title="资金信息"))

    await form.fill({"计划名称": "甲", "预算金额": Money(Decimal(350000))})

    assert [await form.frame.input_value("#a"), await form.frame.input_value("#b")] == ["甲", "350000"]


async def test_a_closed_section_that_holds_nothing_of_the_form_stays_closed(draw: Draw) -> None:
    head = "class=shut aria-expanded=false aria-controls=part"
    form = await draw(SECTION.format(head=head, title="资金信息"))

    with pytest.raises(FieldMissing):
        await form.fill({"计划名称": "甲", "合同金额": Money(Decimal(350000))})

    assert await form.frame.evaluate("document.querySelector('#part').offsetHeight") == 0


@pytest.mark.parametrize(
    ("label", "shown"),
    [("<td style='background: #eef'>{}</td>", True), ("<td>{}：</td>", True), ("<td>{}</td>", False)],
    ids=["drawn apart", "colons", "plain data"],
)
async def test_a_table_of_labels_and_values_in_turn_is_read(draw: Draw, label: str, shown: bool) -> None:  # noqa: FBT001
    pairs = {"计划名称": "办公桌", "采购方式": "网上超市", "采购类型": "货物"}
    rows = "".join(f"<tr>{label.format(name)}<td>{value}</td></tr>" for name, value in pairs.items())
    form = await draw(f"<table>{rows}</table>")

    assert {one.words[0].name.base: one.value for one in await form.inventory()} == (pairs if shown else {})


async def test_labels_and_values_in_turn_in_one_block_are_read(draw: Draw) -> None:
    pairs = {"计划名称": "办公桌", "采购方式": "网上超市", "采购类型": "货物"}
    row = "".join(f"<div style='color: #666'>{name}</div><div>{value}</div>" for name, value in pairs.items())
    form = await draw(
        f"<div>{row}</div><div><div>甲</div><div>乙</div><div>丙</div><div>丁</div><div>戊</div><div>己</div></div>"
    )

    assert {one.words[0].name.base: one.value for one in await form.inventory()} == pairs


async def test_a_shown_text_that_a_toolkit_wraps_twice_is_one_field(draw: Draw) -> None:
    inner = "<div class=ant-form-item-control-input-content>货物</div>"
    form = await draw(
        f"<div class=ant-form-item><div><label>采购目录：</label></div><div><div>{inner}</div></div></div>"
    )

    assert [(one.words[0].name.base, one.value) for one in await form.inventory()] == [("采购目录", "货物")]
