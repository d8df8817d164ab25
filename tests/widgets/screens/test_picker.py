"""Pickers: a tree, a search, a list; the item by code and name."""

import pytest

from bots.errors import OptionNotOffered
from bots.widgets.items import Item
from bots.widgets.picker import Picker
from bots.widgets.scope import Spot
from tests.widgets.screens.conftest import Show, Site

OPEN = "<input id=got><button onclick=\"window.open('/pick', 'p', 'width=500,height=400')\">选择</button>"
TAKE = "opener.got.value='{}'; window.close()"
TREE = """<ul><li><a href=javascript:; onclick="below.hidden=false">A02 设备</a><ul id=below hidden>
<li><a href=javascript:; onclick="window.chosen='A0201 打印机'">A0201 打印机</a></li>
<li><a href=javascript:; onclick="window.chosen='A020101 打印机'">打印机(A020101)</a></li></ul></li></ul>
<button onclick="opener.got.value=window.chosen; window.close()">确定</button>"""
LIST = """<form action=/found><input name=q><button>查询</button></form>"""
FOUND = f"""{LIST}<table><tr><th>编码</th><th>名称</th></tr>
<tr onclick="{TAKE.format("A020101 打印机")}"><td>A020101</td><td>打印机</td></tr>
<tr onclick="{TAKE.format("A02010102 彩色打印机")}"><td>A02010102</td><td>彩色打印机</td></tr></table>"""


async def pick(site: Site, name: str, code: str) -> str:
    opener = await site.page.query_selector("button")
    assert opener
    await Picker(site.screen, "test").choose(opener, Item(name, code), label="采购名称")
    return await site.page.input_value("#got")


async def test_the_tree_is_opened_and_code_and_name_must_agree(show: Show) -> None:
    site = await show(OPEN, {"/pick": TREE})
    assert await pick(site, "打印机", "A020101") == "A020101 打印机"
    assert site.screen.windows == [site.page]


async def test_a_window_with_nothing_in_it_yet_is_waited_for(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    site = await show(OPEN, {"/pick": TREE})
    spots, blank = site.screen.spots, [True]

    async def none_at_first() -> list[Spot]:
        return [] if len(site.screen.windows) > 1 and blank and blank.pop() else await spots()

    monkeypatch.setattr(site.screen, "spots", none_at_first)
    assert await pick(site, "打印机", "A020101") == "A020101 打印机"
    assert not blank


async def test_where_there_is_no_tree_the_search_is_asked(show: Show) -> None:
    site = await show(OPEN, {"/pick": f"{LIST}<p>B01 房屋</p>", "/found": FOUND})
    assert await pick(site, "打印机", "A020101") == "A020101 打印机"


async def test_the_nearest_is_never_taken(show: Show) -> None:
    site = await show(OPEN, {"/pick": TREE})
    with pytest.raises(OptionNotOffered) as caught:
        await pick(site, "激光打印机", "A020101")
    assert caught.value.params["label"] == "采购名称"
    assert "A0201 打印机" in caught.value.params["offered"]  # type: ignore[operator]
