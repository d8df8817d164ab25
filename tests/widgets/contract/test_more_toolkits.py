"""The law of widgets in the toolkits that have one page of fields, a grid and a question each, and no whole gallery."""

import dataclasses
from collections.abc import AsyncIterator
from datetime import date
from decimal import Decimal

import pytest
from playwright.async_api import Page

from bots.browser.shared import SharedBrowser
from bots.errors import OptionNotOffered
from bots.terms import Patterns
from bots.trail import NoTrail
from bots.widgets.buttons import press
from bots.widgets.form import Form
from bots.widgets.grid import Grid
from bots.widgets.screen import Screen
from bots.widgets.values import Money, Value, same
from bots.widgets.writes import write
from configs.sites.loading import load_site
from flows.terms import terms_of
from sandbox.server import RunningSandbox
from tests.widgets.contract.conftest import HERE, LOAD_MS, QUESTION, WAIT_SECONDS, kept, pressed

TOOLKITS = sorted(one.parent.name for one in HERE.glob("*/fields.html"))
VALUES: dict[str, tuple[Value, Value, str]] = {  # what is filled first, then, and what the application holds at the end
    "计划名称": ("台式计算机采购项目", "A4 复印纸 <70克> & “其他”", "A4 复印纸 <70克> & “其他”"),
    "预算金额": (Money(Decimal(350000)), Money(Decimal("9600.50")), "9600.5"),
    "预算单价": (Money(Decimal(7000)), Money(Decimal(350000)), "35"),
    "数量": (50, 12, "12"),
    "备注": ("第一行\n第二行", "急用", "急用"),
    "采购方式": ("定点采购", "网上超市", "网上超市"),
    "代理机构": ("聊城市采购中心", "德州市政府采购中心", "德州市政府采购中心"),
    "是否科研项目": ("是", "否", "否"),
    "资金来源": ("一般预算、自筹资金", "政府性基金、自筹资金", "政府性基金、自筹资金"),
    "确认无误": (True, False, "否"),
    "允许采购进口产品": (True, False, "否"),
    "计划采购日期": (date(2020, 9, 18), date(2021, 11, 30), "2021-11-30"),
    "行政区划": ("山东省/聊城市/临清市", "山东省/德州市/临邑县", "山东省/德州市/临邑县"),
    "采购目录": ("A05010201 办公桌", "A02010105 台式计算机", "A02010105 台式计算机"),
}
KINDS = {
    "备注": "textarea",
    "采购方式": "select",
    "代理机构": "select",
    "是否科研项目": "radio",
    "资金来源": "checkboxes",
    "确认无误": "checkbox",
    "允许采购进口产品": "switch",
    "计划采购日期": "date",
    "行政区划": "cascader",
    "采购目录": "tree",
}
NOT_OFFERED = {
    "采购方式": "公开招标",  # it stands there, and is disabled
    "代理机构": "火星采购",
    "行政区划": "山东省/聊城市/火星县",
    "采购目录": "火星采购",
}
COLUMNS = ("计划编号", "计划名称", "采购方式", "预算金额(万元)", "状态")
ABSENT = {"iview": {"采购目录"}, "vxe": {"预算金额", "计划采购日期", "行政区划", "采购目录"}}


@pytest.fixture(scope="module", params=TOOLKITS)
def toolkit(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
async def page(toolkit: str, shared_browser: SharedBrowser, running_sandbox: RunningSandbox) -> AsyncIterator[Page]:
    lane = await shared_browser.open_lane(f"{toolkit}@fields")
    await lane.page.goto(f"{running_sandbox.url}gallery/{toolkit}/fields.html", timeout=LOAD_MS)
    yield lane.page
    await lane.close()


@pytest.fixture
async def screen(page: Page, running_sandbox: RunningSandbox) -> Screen:
    known = terms_of(load_site("sandbox", site_url=running_sandbox.url).portal("provincial"))
    patterns = Patterns((QUESTION, *known.patterns.messages))
    screen = Screen.of(page, dataclasses.replace(known, patterns=patterns, wait_seconds=WAIT_SECONDS))
    await screen.begin("gallery", "look")
    return screen


@pytest.fixture
def form(page: Page, screen: Screen) -> Form:
    return Form(page.main_frame, screen.terms, path="gallery", trail=NoTrail())


def there(toolkit: str) -> dict[str, tuple[Value, Value, str]]:
    return {label: three for label, three in VALUES.items() if label not in ABSENT.get(toolkit, set())}


async def test_what_was_filled_is_read_and_kept_and_filling_it_again_changes_nothing(
    toolkit: str, form: Form, page: Page
) -> None:
    for turn in (0, 1):
        values: dict[str, Value] = {label: three[turn] for label, three in there(toolkit).items()}
        await form.fill(values, complete=False)
        assert await form.differences(values) == []
        assert await form.fill(values, complete=False) == []

    held = await kept(page)
    wrong = {label: held[label] for label, three in there(toolkit).items() if not same(three[2], held[label], "元")}
    assert not wrong
    shown = await form.read(there(toolkit))
    assert await form.fill(dict(shown), complete=False) == []
    assert await kept(page) == held


@pytest.mark.thorough
async def test_what_is_not_offered_or_cannot_be_chosen_is_refused_and_nothing_changes(
    toolkit: str, form: Form, page: Page
) -> None:
    before = await kept(page)
    for label, wanted in NOT_OFFERED.items():
        if label in there(toolkit):
            with pytest.raises(OptionNotOffered):
                await form.fill({label: wanted}, complete=False)

    assert await kept(page) == before


async def test_fields_say_what_they_are(toolkit: str, form: Form) -> None:
    found = {label: await form.control(label) for label in there(toolkit)}

    assert {label: control.kind for label, control in found.items()} == {
        label: KINDS.get(label, "text") for label in found
    }
    assert found["预算单价"].money_unit == "万元"
    assert found["计划名称"].max_length == 60
    assert toolkit == "vxe" or found["预算金额"].money_unit == "元"
    assert toolkit == "vxe" or found["计划名称"].required


async def test_cells_of_frozen_columns_stand_under_their_heads_and_one_row_is_ticked(screen: Screen) -> None:
    grid = Grid(screen, ("计划编号", "计划名称", "状态"), "gallery/grid")
    wanted = [
        (f"3714202000{at}", f"办公设备采购项目{at}", "网上超市" if at % 2 else "公开招标", f"{at + 10}.50", "草稿")
        for at in range(6)
    ]

    rows = (await grid.page()).rows
    assert [tuple(row[column] for column in COLUMNS) for row in rows] == wanted

    await grid.tick({"计划编号": "37142020001"})
    await grid.tick({"计划编号": "37142020004"})
    assert (await grid.page()).ticked == tuple(at == 4 for at in range(6))


async def test_a_question_beside_its_button_is_answered(toolkit: str, screen: Screen, page: Page) -> None:
    if toolkit == "vxe":
        assert await page.get_by_text("保存", exact=True).count() == 0
        return
    assert (await write(screen, "gallery/保存", lambda: press(screen, "保存"))).kind == "done"
    assert await pressed(page) == ["保存"]


async def test_the_cells_of_a_row_that_is_edited_are_named_by_their_heads(toolkit: str, form: Form, page: Page) -> None:
    if toolkit != "vxe":
        assert "计量单位" not in await kept(page)
        return
    await page.get_by_role("cell", name="1", exact=True).last.locator("xpath=following-sibling::td[1]").click()
    values: dict[str, Value] = {"采购名称": "台式计算机", "单价": Money(Decimal(7000)), "计量单位": "台"}

    assert await form.fill(values, complete=False) == list(values)

    held = await kept(page)
    assert {label: held[label] for label in values} == {"采购名称": "台式计算机", "单价": "7000", "计量单位": "台"}
