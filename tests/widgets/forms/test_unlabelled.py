"""A field without a label: it takes its neighbour's words for its own no more than a clerk would."""

from decimal import Decimal

import pytest

from bots.errors import FieldMissing
from bots.widgets.values import Money
from tests.widgets.forms.conftest import Draw

ROW = """<div style="display:flex"><span style="width:80px">计划名称：</span><input style="width:90px">
  <input id="nameless" style="width:90px"></div>"""
BELOW = """<div style="display:flex"><span style="width:80px">计划名称：</span><div><input></div></div>
  <div style="padding-left:80px"><div><input id="nameless"></div></div>"""
BEHIND = """<div style="position:absolute;left:20px;top:100px">备注：</div>
  <div role="dialog" style="position:fixed;left:10px;top:40px;width:500px;height:200px;background:#fff">
  <div style="display:flex"><span style="width:80px">计划名称：</span><div><input></div></div>
  <div style="position:absolute;left:110px;top:56px"><div><input id="nameless"></div></div></div>"""


@pytest.mark.parametrize("html", [ROW, BELOW], ids=["to the right", "below"])
async def test_a_label_belongs_to_the_control_that_stands_before_the_next_one(draw: Draw, html: str) -> None:
    form = await draw(html)
    await form.fill({"计划名称": "台式计算机"})
    assert await form.read(["计划名称"]) == {"计划名称": "台式计算机"}
    assert await form.frame.input_value("#nameless") == ""


async def test_what_lies_behind_a_dialog_names_nothing_in_it(draw: Draw) -> None:
    form = await draw(BEHIND)
    with pytest.raises(FieldMissing):
        await form.fill({"计划名称": "台式计算机", "备注": "急需"})


async def test_a_label_is_found_through_any_number_of_layers(draw: Draw) -> None:
    layers = "<div><span><div><span><div><input></div></span></div></span></div>"
    wrapped = "".join(f"<div><label>{label}\u3000</label>{layers}</div>" for label in ("计划名称", "传真号码"))
    form = await draw(wrapped)
    await form.fill({"计划名称": "台式计算机", "传真号码": "7518008"})
    assert await form.read(["计划名称", "传真号码"]) == {"计划名称": "台式计算机", "传真号码": "7518008"}


async def test_what_is_scrolled_out_of_its_dialog_is_still_a_field_with_its_label_and_its_unit(draw: Draw) -> None:
    field = "<tr><td style='height: 60px'>{}</td><td><input></td></tr>"
    rows = "".join(field.format(name) for name in ("计划名称", "采购方式", "联系人", "备注"))
    money = "<h4>资金来源（单位：万元）</h4><table>" + field.format("自筹资金金额") + "</table>"
    layer = "position: fixed; inset: 0; height: 120px; overflow: auto"
    form = await draw(f"<div style='{layer}' id=layer><table>{rows}</table>{money}</div>")
    await form.frame.evaluate("layer.scrollTop = 200")
    await form.fill({"计划名称": "办公桌", "自筹资金金额": Money(Decimal(350000))}, complete=False)
    shown = await form.read(["计划名称", "自筹资金金额"])
    assert shown == {"计划名称": "办公桌", "自筹资金金额": "35"}


FLOATING = """<div style="position: relative; width: 300px"><input id=named
  placeholder=联系人 style="height: 56px; width: 290px">
  <label for=named style="position: absolute; left: 12px; top: 16px">联系人</label></div>"""


async def test_a_label_drawn_inside_its_field_does_not_name_the_field_below(draw: Draw) -> None:
    form = await draw(FLOATING + "<input id=nameless size=6><input size=6>")
    await form.fill({"联系人": "王敏"})
    assert await form.frame.input_value("#named") == "王敏"
    assert await form.frame.input_value("#nameless") == ""
