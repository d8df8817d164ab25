"""Fields that depend on other fields: their options, their access, their value."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal

import pytest
from playwright.async_api import Route

from bots.errors import FieldNotAccepted, OptionNotOffered
from bots.widgets.items import Item
from bots.widgets.values import Money, Value
from tests.widgets.forms.conftest import Draw, Remembered
from tests.widgets.forms.test_refusals import table

CITY = (
    "地区|<select id=region onchange=\"{change}\"><option value=''>请选择<option>聊城市<option>德州市</select>",
    "科室|<select id=office><option value=''>请选择</select>",
)
OFFER = "office.innerHTML = '<option>请选择<option>' + this.value + '一科<option>' + this.value + '二科'"


@pytest.mark.parametrize(
    "change", [OFFER, f"const fill = () => {{ {OFFER.replace('this', 'region')} }}; setTimeout(fill, 300)"]
)
@pytest.mark.parametrize("order", [("地区", "科室"), ("科室", "地区")])
async def test_options_that_come_with_another_choice_are_waited_for(
    draw: Draw, change: str, order: tuple[str, str]
) -> None:
    form = await draw(table(*CITY).replace("{change}", change))
    values = {"地区": "德州市", "科室": "德州市二科"}

    await form.fill({label: values[label] for label in order})

    assert await form.read(order) == values


async def test_options_that_never_come_are_told_with_those_that_did(draw: Draw) -> None:
    form = await draw(table(*CITY).replace("{change}", OFFER))

    with pytest.raises(OptionNotOffered) as stop:
        await form.fill({"地区": "德州市", "科室": "德州市三科"})

    assert stop.value.params["offered"] == ["德州市一科", "德州市二科"]


async def test_a_list_that_is_still_loading_is_waited_for(draw: Draw) -> None:
    form = await draw(
        table("预算品目|<select id=items><option>加载中…</select>")
        + "<script>setTimeout(() => items.innerHTML = '<option>请选择<option>A05010201 办公桌', 300)</script>"
    )

    assert await form.fill({"预算品目": "办公桌"}) == ["预算品目"]


async def test_a_choice_that_another_one_resets_is_made_again(draw: Draw) -> None:
    form = await draw(
        table(
            "科室|<select id=office><option>请选择<option>一科<option>二科</select>",
            "地区|<select onchange='office.selectedIndex = 0'><option>聊城市<option>德州市</select>",
        )
    )

    await form.fill({"科室": "二科", "地区": "德州市"})

    assert await form.read(["科室", "地区"]) == {"科室": "二科", "地区": "德州市"}


@asynccontextmanager
async def slow_portal(page: str) -> AsyncIterator[str]:
    """Serve a page, and `/offices` after 0.2 seconds; a route would not do: its requests are told of later."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked = await reader.readuntil(b"\r\n\r\n")
        body = page.encode()
        if b"/offices" in asked:
            await asyncio.sleep(0.2)
            body = b"ok"
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n" + body)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"


async def test_answers_of_the_portal_are_waited_for_before_the_form_is_believed(draw: Draw) -> None:
    """The change is answered late, and the answer throws away what was chosen in the meantime."""
    form = await draw("")
    page = (
        table(
            "科室|<select id=office><option>请选择<option>一科<option>二科</select>",
            "地区|<select onchange='reload()'><option>聊城市<option>德州市</select>",
        )
        + "<script>function reload() { fetch('/offices').then(() => { office.selectedIndex = 0; window.answered = 1 })"
        " }</script>"
    )
    async with slow_portal(page) as url:
        await form.frame.goto(url)
        await form.fill({"科室": "二科", "地区": "德州市"})
        await form.frame.wait_for_function("window.answered")

    assert await form.read(["科室", "地区"]) == {"科室": "二科", "地区": "德州市"}


async def test_a_field_that_another_choice_opens_is_filled(draw: Draw) -> None:
    form = await draw(
        table(
            "审批文号|<input id=paper disabled>",
            "备案号|<span id=late></span>",
            "进口产品|<select onchange=\"paper.disabled = false; late.innerHTML = '<input>'\"><option>否<option>是"
            "</select>",
        )
    )

    await form.fill({"审批文号": "聊财〔2020〕7号", "备案号": "7", "进口产品": "是"})

    assert await form.read(["审批文号", "备案号"]) == {"审批文号": "聊财〔2020〕7号", "备案号": "7"}


async def test_a_computed_amount_is_checked_and_not_typed(draw: Draw, trail: Remembered) -> None:
    page = table(
        "单价(万元)|<input id=price>",
        "数量|<input id=count onkeyup='total.value = (price.value * this.value).toFixed(6)'>",
        "金额(万元)|<input id=total readonly>",
    )
    values: dict[str, Value] = {"单价": Money(Decimal(4800)), "数量": Decimal(10), "金额": Money(Decimal(48000))}
    form = await draw(page)

    assert await form.fill(values) == ["单价", "数量"]
    assert await form.read(["金额"]) == {"金额": "4.800000"}

    form = await draw(page)
    with pytest.raises(FieldNotAccepted) as stop:
        await form.fill(values | {"金额": Money(Decimal(50000))})
    assert (stop.value.params["label"], stop.value.params["wanted"], stop.value.params["got"]) == (
        "金额",
        "5",
        "4.800000",
    )


async def test_a_form_that_is_drawn_anew_while_it_is_filled_is_filled_all_the_same(draw: Draw) -> None:
    form = await draw(
        "<div id=place></div><script>function show(method) { place.innerHTML = "
        '\'<table><tr><td>采购方式</td><td><select onchange="show(this.value)"><option>询价<option>网上超市</select>'
        "</td><td>名称</td><td><input></td></tr></table>'; document.querySelector('select').value = method }"
        "show('询价')</script>"
    )

    await form.fill({"采购方式": "网上超市", "名称": "台式计算机"})

    assert await form.read(["采购方式", "名称"]) == {"采购方式": "网上超市", "名称": "台式计算机"}


async def test_a_choice_that_loads_the_page_anew_is_followed(draw: Draw) -> None:
    form = await draw("")
    page = form.frame.page

    async def serve(route: Route) -> None:
        chosen = "selected" if "method=2" in route.request.url else ""
        await route.fulfill(
            content_type="text/html; charset=utf-8",
            body=f"<form><table><tr><td>采购方式</td><td><select name=method onchange='form.submit()'>"
            f"<option value=1>询价<option value=2 {chosen}>网上超市</select></td>"
            "<td>名称</td><td><input></td></tr></table></form>",
        )

    await page.route("http://portal.test/**", serve)
    await page.goto("http://portal.test/form")
    await form.fill({"名称": "台式计算机", "采购方式": "网上超市"})

    assert await form.read(["采购方式", "名称"]) == {"采购方式": "网上超市", "名称": "台式计算机"}
    await page.unroute("http://portal.test/**")
    await page.goto("about:blank")


ITEMS = """<p>采购名称 <span id=chain></span></p><script>
const tree = {TREE};
function offer(at, nodes) {
  [...chain.children].slice(at).forEach(one => one.remove());
  const select = document.createElement("select");
  select.innerHTML = "<option value=''>请选择" + Object.keys(nodes).map(name => "<option>" + name).join("");
  select.onchange = () => {
    [...chain.children].slice(at + 1).forEach(one => one.remove());
    const below = nodes[select.value];
    if (below) setTimeout(() => offer(at + 1, below), 120);
  };
  chain.append(select);
}
offer(0, tree);
if (!JSON.stringify(tree).includes("A0")) offer(1, {});
</script>"""
CODED = """{"A 货物": {"A02 设备": {"A02010105 台式计算机": 0}, "A05 家具": {"A05010201 办公桌": 0}}, "C 服务": {}}"""
NAMED = """{"设备": {"服务器": 0, "复印机": 0}, "家具": {"办公桌": 0, "办公椅": 0}, "服务": {"印刷": {"打印": 0}}}"""


@pytest.mark.parametrize("tree", [CODED, NAMED])
async def test_an_item_is_chosen_in_selects_that_come_one_after_another(draw: Draw, tree: str) -> None:
    form = await draw(ITEMS.replace("{TREE}", tree))

    await form.fill({"采购名称": Item("办公桌", "A05010201")})

    assert (await form.read(["采购名称"]))["采购名称"].endswith("办公桌")


async def test_an_item_that_no_select_offers_is_refused(draw: Draw) -> None:
    form = await draw(ITEMS.replace("{TREE}", CODED))

    with pytest.raises(OptionNotOffered):
        await form.fill({"采购名称": Item("办公桌", "A05010209")})
