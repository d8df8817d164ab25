"""Menus as back offices draw them: lists that drop under the hand, tiles, tabs of modules, words with a count."""

import pytest

from bots.widgets.menu import Menu
from tests.widgets.screens.conftest import Show

PATH = ("计划备案", "采购计划管理", "采购计划维护")
GO = "onclick=\"top.document.title='there'; return false\""
LEAF = f"<a href=# {GO}>采购计划维护</a>"
DROPS = """<style>.drop ul, .drop ol { display: none } .drop li:hover > * { display: block }</style>
<ul class=drop style="width: 200px"><li><a href=#>计划备案</a>
<ul><li><a href=#>采购计划管理</a><ol><li>%s</ol></ul></ul>"""
TILES = """<div style="cursor: pointer; width: 120px" onclick="this.hidden = true; inner.hidden = false">
<img alt="" width=40 height=40><p>计划备案</p></div><div id=inner hidden><h4>采购计划管理</h4>%s</div>"""
TABS = """<ul class="nav nav-tabs"><li><a href=# onclick="left.hidden = false">计划备案</a></ul>
<div id=left hidden><a href=# onclick="more.hidden = false">采购计划管理</a><div id=more hidden>%s</div></div>"""
COUNT = """<a href=# onclick="one.hidden = false">计划备案 <b>(2)</b></a><div id=one hidden>
<a href=# onclick="two.hidden = false">采购计划管理</a><div id=two hidden>%s</div></div>"""
NO_MIDDLE = "<a href=# onclick='one.hidden = !one.hidden'>计划备案</a><div id=one hidden>%s</div>"
CRUMBS = """<nav class=breadcrumb><ol><li><span>计划备案</span><li><span>采购计划管理</span></ol></nav>
<ul><li onclick="one.hidden = false"><span>计划备案</span><ul id=one hidden>
<li onclick="two.hidden = false"><span>采购计划管理</span>
<ul id=two hidden><li>%s</ul></ul></ul>"""
IN_TAB = """<div class=tabs-panels style="height: 300px"><a href=# onclick="one.hidden = false">计划备案</a>
<p id=one hidden>%s</p></div>"""
AWAY = "<a href=# onclick='tiles.hidden = false'>功能导航</a><div id=tiles hidden>" + NO_MIDDLE + "</div>"
KINDS = {
    "crumbs": CRUMBS,
    "in a tab": IN_TAB,
    "on a page of its own": AWAY,
    "drop-down": DROPS,
    "tiles": TILES,
    "tabs": TABS,
    "count": COUNT,
    "no middle": NO_MIDDLE,
    "leaf only": "%s",
}


@pytest.mark.parametrize("kind", KINDS)
async def test_a_menu_of_this_kind_leads_to_the_list(show: Show, kind: str) -> None:
    site = await show(KINDS[kind] % LEAF)
    await Menu(site.screen).open(PATH)
    assert await site.page.title() == "there"


OTHER_WORDS = """<button>退出</button><a href=# onclick="a.hidden = false">财政管理</a><div id=a hidden>
<a href=#>历史采购计划</a><a href=# onclick="b.hidden = false">采购计划编报申请</a><div id=b hidden>
<a href=# onclick="top.document.title='there'">采购计划建档</a></div></div>
<a href=# onclick="a.hidden = false">预算计划中心</a>
<button onclick="top.document.title='wrong'">新增计划</button>"""


async def test_a_menu_of_words_that_nobody_knows_is_looked_through_until_the_list_is_there(show: Show) -> None:
    site = await show(OTHER_WORDS)
    menu = Menu(site.screen)

    async def arrived() -> bool:
        return await site.page.title() == "there"

    assert await menu.is_near(PATH)
    assert await menu.explore(PATH, arrived)
    await site.page.evaluate("document.title = ''")
    await menu.open(PATH)  # it has learned the way
    assert await arrived()
