"""What a form must not do: guess, cut, type into the wrong field, or keep quiet."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bots.errors import (
    FieldAmbiguous,
    FieldMissing,
    FieldNotAccepted,
    OptionNotOffered,
    PortalTimeout,
    RequiredFieldEmpty,
)
from bots.widgets.form import Form
from bots.widgets.values import Difference, Money
from tests.widgets.forms.conftest import Draw, Remembered

WHERE = "provincial/计划"


def table(*rows: str) -> str:
    cells = "".join(f"<tr><td>{row.replace('|', '</td><td>', 1)}</td></tr>" for row in rows)
    return f"<table border=1>{cells}</table>"


async def test_hidden_doubles_are_not_there(draw: Draw) -> None:
    form = await draw(
        "<div style='display:none'>计划名称：<input></div><div style='visibility:hidden'>计划名称：<input></div>"
        "<div style='position:absolute;left:-5000px'>计划名称：<input></div><input type=hidden title=计划名称>"
        "<div style='height:0;overflow:hidden'><input style='height:0;border:0;padding:0' title=计划名称></div>"
        + table("计划名称|<input id=real>")
    )

    await form.fill({"计划名称": "甲"})

    assert await form.frame.input_value("#real") == "甲"


async def test_two_visible_fields_of_one_name_stop_the_filling_untouched(draw: Draw) -> None:
    form = await draw("查询：<label>计划名称 <input></label>" + table("计划名称*|<input>", "备注|<input id=remark>"))

    with pytest.raises(FieldAmbiguous):
        await form.fill({"备注": "乙", "计划名称": "甲"})

    assert await form.frame.input_value("#remark") == ""


async def test_a_dialogs_form_is_looked_at_alone(draw: Draw) -> None:
    form = await draw(
        table("计划名称|<input id=behind>")
        + "<div id=dialog role=dialog style='position:fixed;inset:20px;background:white'>"
        + table("计划名称|<input id=front>")
        + "</div>"
    )
    form = Form(form.frame, form.terms, path=form.path, trail=form.trail, boxed=True)

    assert await form.fill({"计划名称": "甲"}) == ["计划名称"]
    assert await form.frame.input_value("#front") == "甲"
    assert await form.frame.input_value("#behind") == ""


async def test_similar_labels_are_told_apart(draw: Draw) -> None:
    form = await draw(
        table("采购类型|<input id=a>", "采购方式|<input id=b>", "采购方式说明|<input id=c>", "方式|<input id=d>")
    )

    await form.fill({"采购方式": "网上超市"})

    assert [await form.frame.input_value(f"#{i}") for i in "abcd"] == ["", "网上超市", "", ""]


async def test_neighbours_in_one_cell_keep_their_own_labels(draw: Draw) -> None:
    form = await draw(table("经办|联系人：<input id=a>* 联系电话：<input id=b> 传真 <input id=c>"))

    await form.fill({"传真": "3", "联系人": "1", "联系电话": "2"})

    assert [await form.frame.input_value(f"#{i}") for i in "abc"] == ["1", "2", "3"]


async def test_a_wrong_label_stops_before_anything_is_typed(draw: Draw) -> None:
    form = await draw(table("计划名称|<input id=name>", "采购方式|<input>"))

    with pytest.raises(FieldMissing) as stop:
        await form.fill({"计划名称": "甲", "采购方法": "网上超市"})

    assert stop.value.params == {"label": "采购方法", "where": WHERE, "candidates": ["采购方式"]}
    assert await form.frame.input_value("#name") == ""


async def test_an_option_that_is_not_offered_stops_before_anything_is_typed(draw: Draw) -> None:
    form = await draw(
        table(
            "计划名称|<input id=name>",
            "采购方式|<select><option value=''>请选择<option>公开招标<option>询价<option disabled>网上超市</select>",
        )
    )

    with pytest.raises(OptionNotOffered) as stop:
        await form.fill({"计划名称": "甲", "采购方式": "网上超市"})

    assert stop.value.params["offered"] == ["公开招标", "询价"]
    assert stop.value.params["where"] == WHERE
    assert await form.frame.input_value("#name") == ""


async def test_a_text_that_the_field_would_cut_is_never_typed(draw: Draw) -> None:
    form = await draw(table("计划名称|<input id=name maxlength=5>"))

    with pytest.raises(FieldNotAccepted) as stop:
        await form.fill({"计划名称": "台式计算机采购项目"})

    assert (stop.value.params["reason"], stop.value.params["limit"]) == ("too_long", 5)
    assert await form.frame.input_value("#name") == ""


async def test_an_amount_without_a_unit_is_never_typed(draw: Draw) -> None:
    form = await draw(table("金额|<input>"))

    with pytest.raises(FieldNotAccepted) as stop:
        await form.fill({"金额": Money(Decimal(350000))})

    assert (stop.value.params["reason"], stop.value.params["wanted"]) == ("no_unit", "350000元")


async def test_the_pages_unit_is_for_amounts_and_prose_is_no_unit(draw: Draw) -> None:
    form = await draw("<p>预算单位：元宝山区财政局</p>" + table("金额|<input>"))
    with pytest.raises(FieldNotAccepted):
        await form.fill({"金额": Money(Decimal(1))})

    form = await draw("<p>（单位：元）</p>" + table("编号|<input value=007>", "金额|<input>"))
    assert await form.fill({"编号": "7", "金额": Money(Decimal(1))}) == ["编号", "金额"]


@pytest.mark.parametrize(
    "field",
    [
        "金额(千元)|<input>",
        "金额（单位：百万元）|<input>",
        "金额(美元)|<input>",
        "金额(人民币千元)|<input>",
        "金额(亿)|<input>",
        "金额|<input> 千元",
        "金额|<input> 万美元",
        "金额|<input> 元以上",
        "金额(CNY)|<input>",
        "金额|<input></td><td>千元",
        "金额|<input></td><td>USD",
    ],
)
async def test_an_amount_is_never_typed_in_a_unit_that_is_not_known_whatever_the_page_says(
    draw: Draw, field: str
) -> None:
    form = await draw("<p>单位：万元</p>" + table(field))

    with pytest.raises(FieldNotAccepted) as stop:
        await form.fill({"金额": Money(Decimal(350000))})

    assert stop.value.params["reason"] == "no_unit"


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("<p>单位：元</p>" + table("金额(万)|<input>"), "35"),
        ("<p>单位：万元</p>" + table("金额(人民币元)|<input>"), "350000"),
        ("<p>单位：万元</p>" + table("金额|<input> 元（含税）"), "350000"),
        ("<p>单位：元</p>" + table("金额|<input> 万元人民币"), "35"),
        (table("金额(万元)|<input>"), "35"),
        (table("金额（元）|<input>"), "350000"),
        (table("金额|<input> 万元"), "35"),
        ("<table><tr><td>金额</td><td><input></td><td>元</td></tr></table>", "350000"),
        ("<p>采购计划　单位：万元</p>" + table("金额|<input>"), "35"),
    ],
)
async def test_the_unit_is_read_wherever_the_page_writes_it(draw: Draw, page: str, typed: str) -> None:
    form = await draw(page)

    await form.fill({"金额": Money(Decimal(350000))})

    assert await form.read(["金额"]) == {"金额": typed}


async def test_starred_fields_that_stay_empty_are_named(draw: Draw) -> None:
    form = await draw(
        table(
            "计划名称*|<input>",
            "采购方式<font color=red>*</font>|<select><option>请选择</option><option>询价</option></select>",
            "是否科研项目*|<input type=radio name=r>是<input type=radio name=r>否",
            "传真|<input>",
            "联系人*|<input value=张三>",
            "编号*|<input readonly>",
            "采购名称*|<input readonly><input type=button value=选择>",
            "电话*|<input disabled>",
            "年度|<input required aria-label=年度>",
        )
    )

    with pytest.raises(RequiredFieldEmpty) as stop:
        await form.fill({"传真": "7518008"})

    labels = ["计划名称", "采购方式", "是否科研项目", "年度"]
    assert stop.value.params == {"labels": labels, "where": WHERE, "always": labels}
    assert await form.fill({"传真": "7518009"}, complete=False) == ["传真"]


async def test_a_value_that_the_page_takes_back_is_not_accepted(draw: Draw) -> None:
    form = await draw(table("数量|<input oninput='this.value = this.value.slice(0, 2)'>"))

    with pytest.raises(FieldNotAccepted) as stop:
        await form.fill({"数量": Decimal("2.5")})

    assert stop.value.params == {
        "label": "数量",
        "wanted": "2.5",
        "got": "2.",
        "where": WHERE,
        "reason": "does_not_hold",
    }


async def test_a_field_that_only_believes_real_keys_is_filled_by_hand(draw: Draw, trail: Remembered) -> None:
    form = await draw(table("计划名称|<input oninput=\"if (!event.isTrusted) this.value = ''\">"))

    assert await form.fill({"计划名称": "台式计算机"}) == ["计划名称"]

    assert trail.moved() == {f"{WHERE}/计划名称": "hand"}
    assert await form.read(["计划名称"]) == {"计划名称": "台式计算机"}


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<input readonly value=甲>", "read_only"),
        ("<input disabled value=甲>", "disabled"),
        ("<input readonly value=甲><input type=button value=选择>", "picker"),
    ],
)
async def test_a_closed_field_is_not_forced_and_not_touched_when_it_agrees(draw: Draw, html: str, reason: str) -> None:
    form = await draw(table(f"采购名称|{html}"))

    assert await form.fill({"采购名称": "甲"}) == []
    with pytest.raises(FieldNotAccepted) as stop:
        await form.fill({"采购名称": "乙"})
    assert (stop.value.params["reason"], stop.value.params["got"]) == (reason, "甲")


async def test_a_pickers_button_is_known(draw: Draw) -> None:
    form = await draw(table("采购名称*|<input readonly> <img alt=选择 width=16 height=16 onclick='window.picked = 1'>"))

    control = await form.control("采购名称")
    await (await form.beside(control)).click()

    assert control.kind == "picker"
    assert await form.frame.evaluate("window.picked") == 1


async def test_a_password_is_typed_and_never_told(draw: Draw, trail: Remembered) -> None:
    form = await draw(table("用户名|<input>", "密码|<input type=password id=secret>"))

    await form.fill({"用户名": "371424612001002", "密码": "Sandbox#2021"})

    assert await form.frame.input_value("#secret") == "Sandbox#2021"
    assert "Sandbox#2021" not in f"{trail.events} {await form.inventory()} {await form.read(['密码'])}"


async def test_differences_are_told_in_the_fields_own_unit(draw: Draw) -> None:
    form = await draw(
        table(
            "金额(万元)|<input value=35.000000>",
            "日期|<input value='2020-09-18'>",
            "科室|<input value=教科文科>",
            "名称|<input value=台式>",
        )
    )

    assert await form.differences(
        {"金额": Money(Decimal(350001)), "日期": date(2020, 9, 18), "科室": "教科文科", "名称": "台式计算机"}
    ) == [Difference("金额", "35.0001", "35.000000"), Difference("名称", "台式计算机", "台式")]


async def test_a_page_that_only_shows_is_read_by_the_same_words(draw: Draw) -> None:
    form = await draw(
        "<table><tr><th>计划编号</th><td>37142461200120200015</td><th>金额(万元)：</th><td>35.000000</td></tr>"
        "<tr><td>科室：</td><td>011_工业贸易科</td><td>备注：</td><td></td></tr></table>"
        "<table><tr><th>序号</th><th>计划编号</th></tr><tr><td>1</td><td>3714</td></tr></table>"
    )

    assert await form.read(["计划编号", "科室", "备注"]) == {
        "计划编号": "37142461200120200015",
        "科室": "011_工业贸易科",
        "备注": "",
    }
    assert await form.differences({"金额": Money(Decimal(350000)), "科室": "工业贸易科"}) == []


async def test_a_form_that_comes_late_is_waited_for_and_one_that_never_comes_is_told(draw: Draw) -> None:
    form = await draw(
        "<div id=place></div><script>setTimeout(() => place.innerHTML = '计划 名称*：<input>', 200)</script>"
    )

    await form.ready("计划名称")
    form.terms = replace(form.terms, wait_seconds=0.5)
    with pytest.raises(PortalTimeout) as stop:
        await form.ready("计划名称", "单价")
    assert stop.value.params["waiting_for"] == "计划名称、单价"


async def test_a_probe_that_has_lost_its_page_is_made_anew(draw: Draw) -> None:
    form = await draw(table("计划名称|<input>"))
    await form.fill({"计划名称": "甲"})
    await form.frame.goto("about:blank")
    await form.frame.set_content(table("计划编号|<input value=7>"))

    await form.ready("计划编号")
    assert await form.read(["计划编号"]) == {"计划编号": "7"}


LIMITED = 'onchange="value = value && Math.min(value, 100000).toFixed(2)"'


@pytest.mark.parametrize(("before", "yuan", "got"), [("", "200000", "100000.00"), ("7.00", "12.345", "12.35")])
async def test_an_amount_that_its_field_limits_or_rounds_is_refused_and_taken_back(
    draw: Draw, before: str, yuan: str, got: str
) -> None:
    form = await draw(table(f"单价(元)|<input id=price value='{before}' {LIMITED}>", "备注|<input>"))

    with pytest.raises(FieldNotAccepted) as refused:
        await form.fill({"备注": "甲", "单价": Money(Decimal(yuan))})

    assert refused.value.params["got"] == got
    assert await form.frame.input_value("#price") == before


async def test_what_a_framework_does_after_each_event_is_done_before_the_next_one(draw: Draw) -> None:
    form = await draw(
        table("计划名称|<input id=name>")
        + """<script>
        let drawn = '', model = '';  // leaving the field takes over what was drawn last, a moment after it was typed
        name_ = document.getElementById('name');
        name_.oninput = () => queueMicrotask(() => { drawn = name_.value; });
        name_.onblur = () => { model = drawn; document.title += '|' + model; };
        </script>"""
    )

    await form.fill({"计划名称": "办公桌"})

    assert await form.frame.title() == "|办公桌"


async def test_a_field_that_loses_the_focus_while_it_is_typed_in_is_left_with_what_was_typed(draw: Draw) -> None:
    form = await draw(
        table("数量|<input id=quantity>", "备注|<input id=remark>")
        + """<script>
        const field = document.getElementById('quantity'), other = document.getElementById('remark');
        field.onfocus = () => { field.onfocus = null; queueMicrotask(() => other.focus()); };
        field.onblur = () => { document.title = field.value; };  // taken over when it is left
        </script>"""
    )

    await form.fill({"数量": 12})

    assert await form.frame.title() == "12"


async def test_a_hidden_button_is_pressed_by_its_label(draw: Draw) -> None:
    choice = "<input type=radio name=a style='opacity:0' id={0}><label for={0} onclick=\"{1}\">{2}</label>"
    form = await draw(
        table(
            "是否科研项目|"
            + choice.format("yes", "document.title += '是'", "是")
            + choice.format("no", "document.title += '否'", "否")
        )
    )

    await form.fill({"是否科研项目": "否"})

    assert await form.frame.title() == "否"
    assert await form.frame.is_checked("#no")


async def test_fields_are_filled_one_after_another_and_each_is_left_before_the_next(draw: Draw) -> None:
    form = await draw(
        table("计划名称|<input id=a>", "备注|<input id=b>", "联系人|<input id=c>")
        + "<script>window.told = []; for (const kind of ['focus', 'input', 'change', 'blur'])"
        " addEventListener(kind, event => event.target.id && told.push(event.target.id + ' ' + kind), true)</script>"
    )

    await form.fill({"计划名称": "甲", "备注": "乙", "联系人": "丙"})

    told = await form.frame.evaluate("told")
    assert told == [f"{one} {kind}" for one in "abc" for kind in ("focus", "input", "change", "blur")]
