"""What a button beside a field opens, in every toolkit: a lazy tree of items, two lists of people."""

import pytest

from bots.errors import OptionNotOffered
from bots.widgets.form import Form
from bots.widgets.items import Item
from bots.widgets.picker import Picker
from bots.widgets.screen import Screen
from bots.widgets.transfer import Transfer
from tests.widgets.contract.conftest import Look, kept

pytestmark = pytest.mark.thorough

LATE_TIMERS = "const timer = setTimeout; setTimeout = (call, ms, ...rest) => timer(call, ms || 700, ...rest)"
ITEM, CODE, PEOPLE = "采购名称", "基准采购品目编码", "评审专家"


@pytest.fixture
async def screen(look: Look) -> Screen:
    screen = await look("form.html")
    assert screen
    return screen


async def pick(screen: Screen, name: str, code: str) -> None:
    form = Form(screen.page.main_frame, screen.terms, path="gallery", trail=screen.trail)
    opener = await form.beside(await form.control(ITEM))
    await Picker(screen, "gallery").choose(opener, Item(name, code), label=ITEM)


async def invite(screen: Screen, *names: str) -> None:
    form = Form(screen.page.main_frame, screen.terms, path="gallery", trail=screen.trail)
    opener = await form.beside(await form.control(PEOPLE))
    await Transfer(screen, f"gallery/{PEOPLE}").choose(opener, names)


async def test_an_item_deep_in_a_lazy_tree_is_chosen_by_its_code(screen: Screen) -> None:
    await pick(screen, "复印纸", "A05040101")
    held = await kept(screen.page)
    assert (held[ITEM], held[CODE]) == ("复印纸", "A05040101")

    await pick(screen, "台式计算机", "A02010105")  # the tree may stand open where it was left
    held = await kept(screen.page)
    assert (held[ITEM], held[CODE]) == ("台式计算机", "A02010105")


async def test_the_nearest_item_is_never_taken(screen: Screen) -> None:
    with pytest.raises(OptionNotOffered) as refused:
        await pick(screen, "复印机", "A02010105")

    assert refused.value.params["offered"]
    assert (await kept(screen.page))[CODE] == ""


async def test_the_right_list_holds_who_is_wanted_and_nobody_else(screen: Screen) -> None:
    await invite(screen, "张敏", "王芳")
    assert (await kept(screen.page))[PEOPLE] == "张敏、王芳"

    await invite(screen, "王芳", "陈静")
    assert (await kept(screen.page))[PEOPLE] == "王芳、陈静"


async def test_a_button_between_the_lists_that_wakes_up_late_is_waited_for(screen: Screen) -> None:
    await screen.page.evaluate(LATE_TIMERS)

    await invite(screen, "张敏", "王芳")
    await invite(screen, "王芳", "陈静")

    assert (await kept(screen.page))[PEOPLE] == "王芳、陈静"
    await screen.page.reload()  # its timers are late for nobody else


async def test_nobody_else_is_invited_instead(screen: Screen) -> None:
    with pytest.raises(OptionNotOffered) as refused:
        await invite(screen, "张敏", "张敏敏")

    assert refused.value.params["offered"] == ["张敏", "李强", "王芳", "赵磊", "陈静"]
    assert (await kept(screen.page))[PEOPLE] == ""
