"""Menus that open in several ways."""

import pytest

from bots.errors import MenuMissing
from bots.widgets.menu import Menu
from tests.widgets.screens.conftest import Show

PATH = ("计划备案", "采购计划管理", "采购计划维护")
LEAF = "<a href=javascript:; onclick=\"top.document.title='there'\">采购计划维护</a>"


def tree(*, by: str) -> str:
    """Two branches and a leaf; a branch opens by a click on its words, by a double click, or by the sign before it."""

    def branch(word: str, inner: str) -> str:
        toggle = "const u = this.closest('li').querySelector('ul'); u.hidden = !u.hidden"
        on_sign, on_words = ("onclick", "x") if by == "sign" else ("x", by)
        sign = f"<i style='display:inline-block;width:12px;height:12px' {on_sign}=\"{toggle}\">+</i>"
        words = f'<a href=javascript:; {on_words}="{toggle}">{word}</a>'
        return f"<li>{sign}{words}<ul hidden>{inner}</ul></li>"

    return f"<ul>{branch('计划备案', branch('采购计划管理', f'<li>{LEAF}</li>'))}<li><a href=#>合同备案</a></li></ul>"


@pytest.mark.parametrize("by", ["onclick", "ondblclick", "sign"])
async def test_a_menu_opens_however_it_opens(show: Show, by: str) -> None:
    site = await show("<iframe src=/menu></iframe>", {"/menu": tree(by=by)})
    await Menu(site.screen).open(PATH)
    assert await site.page.title() == "there"


async def test_what_is_open_already_is_not_closed_again(show: Show) -> None:
    site = await show(tree(by="onclick").replace(" hidden", ""))
    await Menu(site.screen).open(PATH)
    assert await site.page.title() == "there"


async def test_an_entry_that_is_not_there_lists_what_is(show: Show) -> None:
    site = await show(tree(by="onclick"))
    with pytest.raises(MenuMissing) as caught:
        await Menu(site.screen).open(("计划备案", "采购计划调整"))
    assert caught.value.params["words"] == "采购计划调整"
    assert "采购计划管理" in caught.value.params["candidates"]  # type: ignore[operator]
