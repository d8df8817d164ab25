"""What a page says of its controls by ARIA roles is kept as promised: chosen from, ticked, or refused."""

import asyncio

import pytest
from playwright.async_api import Route

from bots.errors import FieldNotAccepted, OptionNotOffered
from bots.widgets.values import Value
from tests.widgets.forms.conftest import SAMPLES, Draw

SCRIPT = (SAMPLES / "aria.html").read_text("utf-8")
OPTIONS = "".join(
    f"<li role=option data-code={code}{off}>{text}</li>"
    for code, text, off in (("11", "公开招标", ""), ("12", "询价", " aria-disabled=true"), ("21", "询价", ""))
)


def row(label: str, html: str, name: str) -> str:
    return f"<tr><td id={name}-label>{label}</td><td>{html}</td></tr>"


def popup(name: str, inner: str, role: str = "listbox", more: str = "") -> str:
    return f"<ul class=list role={role} id={name}-list {more}>{inner}</ul>"


DIV = "<div id=m role=combobox tabindex=0 aria-haspopup=listbox aria-controls=m-list style='width:200px'>请选择</div>"
INPUT = "<input id=m role=combobox aria-autocomplete=list aria-controls=m-list>"
TREE = (
    "<li role=treeitem aria-expanded=false><span>A 货物 <button type=button>+</button></span><ul role=group hidden>"
    "<li role=treeitem data-code=A0501>A0501 办公桌</li></ul></li><li role=treeitem data-code=B>B 工程</li>"
)
GRID = "".join(
    f"<div role=row data-code={code}><span role=gridcell>{code}</span> "
    f"<span role=gridcell data-name>{name}</span></div>"
    for code, name in (("3714001", "德州市政府采购中心"), ("3715001", "聊城市采购中心"))
)
SEVERAL = "".join(f"<li role=option>{text}</li>" for text in ("一般预算", "政府性基金", "货物、服务"))
CHOICES: dict[str, tuple[str, str, Value, object]] = {
    "list": (DIV + popup("m", OPTIONS), "combo('m')", "询价", "21"),
    "list that can be typed in": (INPUT + popup("m", OPTIONS), "combo('m')", "公开招标", "11"),
    "list that opens when typed in": (INPUT + popup("m", OPTIONS), "combo('m', {late: true})", "公开招标", "11"),
    "tree": (DIV.replace("listbox", "tree") + popup("m", TREE, "tree"), "combo('m')", "A0501 办公桌", "A0501"),
    "grid, by its name": (
        DIV.replace("listbox", "grid") + popup("m", GRID, "grid"),
        "combo('m')",
        "聊城市采购中心",
        "3715001",
    ),
    "several": (
        DIV + popup("m", SEVERAL, more="aria-multiselectable=true"),
        "combo('m', {several: true})",
        "货物、服务、一般预算",
        ["一般预算", "货物、服务"],
    ),
}


@pytest.mark.parametrize("name", CHOICES)
async def test_what_opens_a_list_is_chosen_from(name: str, draw: Draw) -> None:
    html, script, value, held = CHOICES[name]
    form = await draw(f"{SCRIPT}<table>{row('采购方式', html, 'm')}</table><script>{script}</script>")

    assert await form.fill({"采购方式": value}) == ["采购方式"]

    assert await form.frame.evaluate("model.m") == held
    assert await form.fill({"采购方式": value}) == []


@pytest.mark.parametrize("name", CHOICES)
async def test_what_it_does_not_offer_is_refused_and_nothing_stays_in_the_field(name: str, draw: Draw) -> None:
    html, script, _, _ = CHOICES[name]
    form = await draw(f"{SCRIPT}<table>{row('采购方式', html, 'm')}</table><script>{script}</script>")
    shown = await form.read(["采购方式"])

    with pytest.raises((OptionNotOffered, FieldNotAccepted)) as refused:
        await form.fill({"采购方式": "火星采购"})

    offered = isinstance(refused.value, OptionNotOffered)
    assert offered or refused.value.params["reason"] == "nothing_offered"
    assert offered is (name != "list that opens when typed in")
    assert await form.read(["采购方式"]) == shown
    assert not await form.frame.evaluate("model.m.length")


@pytest.mark.parametrize(
    ("owner", "member", "value", "other"),
    [
        ("role=radiogroup", "radio", "服务", "货物"),
        ("role=group", "checkbox", "货物、服务", "服务"),
        ("role=listbox", "option", "服务", "货物"),
        ("role=listbox aria-multiselectable=true", "option", "货物、服务", "货物"),
    ],
)
async def test_what_is_ticked_by_its_role_is_ticked(
    owner: str, member: str, value: str, other: str, draw: Draw
) -> None:
    members = "".join(f"<div role={member}>{text}</div>" for text in ("货物", "服务"))
    html = f"<div id=t aria-labelledby=t-label {owner}>{members}</div>"
    form = await draw(f"{SCRIPT}<table>{row('采购类型', html, 't')}</table><script>ticks('#t [role]')</script>")

    for wanted in (value, other):
        assert await form.fill({"采购类型": wanted}) == ["采购类型"]
        assert await form.frame.evaluate("ticked('t')") == wanted
        assert await form.fill({"采购类型": wanted}) == []


@pytest.mark.parametrize("role", ["switch", "checkbox"])
async def test_a_switch_by_its_role_is_pressed(role: str, draw: Draw) -> None:
    style = "style='display:inline-block;width:30px;height:16px'"
    html = f"<div id=t><span role={role} aria-labelledby=t-label {style}></span></div>"
    form = await draw(f"{SCRIPT}<table>{row('进口产品', html, 't')}</table><script>ticks('#t [role]')</script>")

    assert await form.fill({"进口产品": True}) == ["进口产品"]
    assert await form.frame.evaluate("$('t').querySelectorAll('[aria-checked=true]').length") == 1
    assert await form.fill({"进口产品": False}) == ["进口产品"]


async def test_a_field_with_proposals_takes_only_those(draw: Draw) -> None:
    html = "<input id=u list=units><datalist id=units><option value=台><option value=件 label=箱></datalist>"
    form = await draw(f"<table>{row('计量单位', html, 'u')}</table>")

    assert await form.fill({"计量单位": "箱"}) == ["计量单位"]
    assert await form.frame.input_value("#u") == "件"
    with pytest.raises(OptionNotOffered):
        await form.fill({"计量单位": "套"})
    assert await form.frame.input_value("#u") == "件"


async def test_what_cannot_be_worked_is_listed_and_never_typed_in(draw: Draw) -> None:
    form = await draw(
        "<table>"
        + row("采购数量", "<div role=spinbutton aria-valuenow=5 tabindex=0>5</div>", "q")
        + row("采购需求", "<div contenteditable=true>第一行</div>", "d")
        + "</table>"
    )

    assert [(control.label, control.read_only) for control in await form.inventory()] == [
        ("采购数量", True),
        ("采购需求", True),
    ]
    with pytest.raises(FieldNotAccepted):
        await form.fill({"采购需求": "另一个"})


async def test_a_list_that_nobody_understands_is_refused_within_seconds(draw: Draw) -> None:
    form = await draw(f"<table>{row('采购方式', DIV, 'm')}</table>")

    with pytest.raises(FieldNotAccepted) as refused:
        await form.fill({"采购方式": "询价"})

    assert refused.value.params["reason"] == "does_not_open"


ASKED = """<script>
    const field = document.getElementById('m'), list = document.getElementById('m-list');
    list.hidden = true;
    const offer = html => { list.innerHTML = html; list.hidden = false; };
    field.oninput = async () => {
      offer('<li>无数据</li>');
      const found = await (await fetch('https://portal.test/agencies?q=' + encodeURIComponent(field.value))).json();
      offer(found.map(text => `<li role=option>${text}</li>`).join('') || '<li>无数据</li>');
    };
    list.onclick = event => { field.value = document.title = event.target.textContent; list.hidden = true; };
</script>"""
SERVER_SECONDS = 2.5


async def test_a_search_that_says_it_has_nothing_is_believed_once_its_server_has_answered(draw: Draw) -> None:
    form = await draw(f"<table>{row('代理机构', INPUT + popup('m', ''), 'm')}</table>{ASKED}")
    page = form.frame.page

    async def answer(route: Route) -> None:
        await asyncio.sleep(SERVER_SECONDS)
        await route.fulfill(json=["聊城市采购中心"], headers={"Access-Control-Allow-Origin": "*"})

    await page.route("**/agencies*", answer)
    try:
        assert await form.fill({"代理机构": "聊城市采购中心"}) == ["代理机构"]
    finally:
        await page.unroute("**/agencies*")

    assert await form.frame.title() == "聊城市采购中心"
