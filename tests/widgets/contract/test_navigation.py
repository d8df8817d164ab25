"""A folded menu of three levels that opens each function in a tab; buttons among their hidden and disabled twins."""

import dataclasses

import pytest
from playwright.async_api import Frame

from bots.errors import MenuMissing
from bots.widgets.buttons import find, press
from bots.widgets.menu import Menu
from bots.widgets.screen import Screen
from tests.widgets.contract.conftest import Look, pressed

pytestmark = pytest.mark.thorough

PATH = ("计划备案", "采购计划管理", "采购计划维护")


@pytest.fixture
async def screen(look: Look) -> Screen:
    screen = await look("navigation.html")
    assert screen
    return screen


async def form_frame(screen: Screen) -> Frame:
    target = await find(screen, "重置")
    assert target.frame.url.endswith("/form.html")
    return target.frame


async def test_a_function_three_levels_deep_is_opened(screen: Screen) -> None:
    await Menu(screen).open(PATH)

    await form_frame(screen)
    assert PATH[-1] in await pressed(screen.page)


async def test_a_button_is_found_among_hidden_and_disabled_twins(screen: Screen) -> None:
    menu = Menu(screen)
    await menu.open(("计划备案", "采购计划查询"))
    await menu.open(("系统管理", "用户管理"))
    await menu.open(PATH)
    frame = await form_frame(screen)
    before = await pressed(screen.page)
    await press(screen, "保存")

    assert await frame.evaluate("gallery.pressed") == ["保存"]
    assert await pressed(screen.page) == before


async def test_a_function_left_behind_is_opened_again_by_the_menu(screen: Screen) -> None:
    menu = Menu(screen)
    await menu.open(PATH)
    await form_frame(screen)
    await menu.open(("系统管理", "用户管理"))
    await find(screen, "轻提示")
    await menu.open(PATH)

    await form_frame(screen)


async def test_what_the_menu_does_not_have_is_told(screen: Screen) -> None:
    screen.terms = dataclasses.replace(screen.terms, wait_seconds=2)
    with pytest.raises(MenuMissing) as missing:
        await Menu(screen).open(("计划备案", "火星采购"))

    assert missing.value.params["words"] == "火星采购"
