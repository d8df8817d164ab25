"""An item of a catalogue in whatever a toolkit offers it in: by its code and name, or by a name that stands once."""

import pytest
from playwright.async_api import Page

from bots.errors import OptionNotOffered
from bots.widgets.form import Form
from bots.widgets.items import Item
from bots.widgets.picker import Picker
from tests.widgets.contract.conftest import Look, kept
from tests.widgets.contract.kinds import ABSENT

pytestmark = pytest.mark.thorough

OFFERED = {
    "采购目录": (Item("办公桌", "A05010201"), Item("台式计算机", "A02010105")),
    "采购品目": (Item("品目583", "A00583"), Item("品目7", "A00007")),
    "代理机构": (Item("聊城市采购中心"), Item("德州市政府采购中心")),
    "行政区划": (Item("临清市"), Item("临邑县", under="德州市")),
}


@pytest.mark.parametrize("label", OFFERED)
async def test_an_item_is_chosen_read_and_kept(toolkit: str, form: Form, page: Page, label: str) -> None:
    if label in ABSENT.get(toolkit, set()):
        assert label not in await kept(page)
        return
    for item in OFFERED[label]:
        assert await form.fill({label: item}, complete=False) == [label]
        assert await form.differences({label: item}) == []
        assert await form.fill({label: item}, complete=False) == []
        assert item.name in (await kept(page))[label]


@pytest.mark.parametrize("label", OFFERED)
async def test_another_item_of_the_code_or_the_name_is_not_taken(
    toolkit: str, form: Form, page: Page, label: str
) -> None:
    if label in ABSENT.get(toolkit, set()):
        assert label not in await kept(page)
        return
    before = (await kept(page))[label]
    with pytest.raises(OptionNotOffered):
        await form.fill({label: Item("办公", "A05010209")}, complete=False)
    assert (await kept(page))[label] == before


async def test_a_form_fills_what_its_button_opens(look: Look) -> None:
    screen = await look("form.html")
    assert screen
    windows = Picker(screen, "gallery")
    form = Form(screen.page.main_frame, screen.terms, path="gallery", trail=screen.trail, windows=windows)
    wanted = {"采购名称": Item("复印纸", "A05040101", told={"基准采购品目编码": "A05040101"})}

    assert await form.fill(wanted, complete=False) == ["采购名称"]
    assert await form.differences(wanted) == []
    assert await form.fill(wanted, complete=False) == []
    held = await kept(screen.page)
    assert (held["采购名称"], held["基准采购品目编码"]) == ("复印纸", "A05040101")
