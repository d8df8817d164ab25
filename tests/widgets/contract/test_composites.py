"""What opens a list is chosen from, never typed: the page's own model holds the choice, or the value was refused."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from playwright.async_api import Page

from bots.browser.shared import SharedBrowser
from bots.errors import BotError, FieldAmbiguous, FieldNotAccepted, OptionNotOffered
from bots.terms import Terms
from bots.trail import NoTrail
from bots.widgets.form import Form
from sandbox.server import RunningSandbox
from tests.widgets.contract.conftest import LOAD_MS, kept

OpenForm = Callable[[str], Awaitable[Form]]
CHOICES = [
    ("easyui", "代理机构", "采购代理3号", "371002"),
    ("easyui", "代理机构", "采购代理17号", "371016"),  # on another page of the list
    ("easyui", "采购品目", "台式计算机", "A02010105"),
    ("easyui", "采购品目", "A05010299 办公桌", "A05010299"),  # another has this name, too
    ("easyui", "采购目录", "A05010201 办公桌", "A05010201"),
    ("easyui", "采购目录", "会计服务", "C0301"),
    ("easyui", "资金来源", "一般预算、政府性基金", "01,02"),
    (
        "easyui",
        "资金来源",
        "专项债券、再融资债券、一般预算",
        "01,04",
    ),  # two values: the first holds the sign between them
    ("easyui", "采购标签", "环保、进口", "2,3"),
    ("easyui", "采购名称", "复印机", "复印机"),
    ("easyui", "计量单位", "套", "s"),
    ("jquery", "采购方式", "询价", "21"),  # its twin is disabled
    ("jquery", "代理机构", "德州市政府采购中心", "3714001"),
    ("jquery", "资金来源", "一般预算、自筹资金", "01,03"),
    ("jquery", "采购类型", "工程", "B"),
    ("jquery", "使用科室", "财务科、信息科", "2,3"),
    ("jquery", "采购目录", "A05010201 办公桌", "A05010201"),
    ("element", "采购品目", "台式计算机", "A02010105"),
    ("element", "采购品目", "A02010104 服务器", "A02010104"),
    ("element", "计量单位", "台", "t1"),
    ("element", "供应商", "山东浪潮", "s1"),
    ("element", "联系人", "张建国", "m1"),
    ("element", "资金来源", "自筹资金、一般预算", "01,03"),
    ("element", "采购目录", "货物/便携式计算机", "A/A2"),
    ("element", "采购目录", "工程", "B"),
    ("element", "行政区划", "山东省/聊城市/市辖区", "37/3715/2"),
]
REFUSALS: list[tuple[str, str, str, type[BotError], str]] = [  # page, label, value, error, its reason
    ("easyui", "代理机构", "火星机构", OptionNotOffered, ""),
    ("easyui", "采购品目", "办公桌", FieldAmbiguous, ""),
    ("easyui", "资金来源", "一般预算、火星资金", OptionNotOffered, ""),
    ("easyui", "使用科室", "办公室、财务科、信息科", FieldNotAccepted, "does_not_hold"),
    ("jquery", "采购方式", "火星采购", OptionNotOffered, ""),
    ("jquery", "代理机构", "火星机构", OptionNotOffered, ""),
    ("jquery", "使用科室", "财务科、火星科", OptionNotOffered, ""),
    ("element", "供应商", "火星公司", OptionNotOffered, ""),
    ("element", "代理机构", "火星机构", OptionNotOffered, ""),  # though the page would make an option of it
    ("element", "联系人", "火星人", OptionNotOffered, ""),
    ("element", "使用科室", "办公室、财务科、信息科", FieldNotAccepted, "does_not_hold"),
]


KEEPS_ITS_VALUE = """() => {
  const box = $('#lines').datagrid('getEditor', {index: 1, field: 'unit'}).target;
  setInterval(() => box.next().find('.textbox-value').val('s'), 20);
}"""


@pytest.fixture(scope="session")
async def composites(shared_browser: SharedBrowser) -> AsyncIterator[Page]:
    lane = await shared_browser.open_lane("composites@gallery")
    yield lane.page
    await lane.close()


@pytest.fixture
def open_form(composites: Page, running_sandbox: RunningSandbox, terms: Terms) -> OpenForm:
    """The form of a page of composites; one that is open already is used as it stands."""

    async def opened(name: str) -> Form:
        address = f"{running_sandbox.url}gallery/composites/{name}.html"
        if composites.url != address:
            await composites.goto(address, timeout=LOAD_MS)
        return Form(composites.main_frame, terms, path="composites", trail=NoTrail())

    return opened


@pytest.mark.parametrize("case", CHOICES)
async def test_what_is_chosen_is_what_the_page_would_send(
    open_form: OpenForm, composites: Page, case: tuple[str, str, str, str]
) -> None:
    name, label, value, held = case
    form = await open_form(name)
    others = {key: one for key, one in (await kept(composites)).items() if key != label}

    assert await form.fill({label: value}, complete=False) == [label]

    after = await kept(composites)
    assert after.pop(label) == held
    assert after == others
    assert await form.fill({label: value}, complete=False) == []
    assert await form.fill(await form.read([label]), complete=False) == []


@pytest.mark.parametrize("case", REFUSALS)
@pytest.mark.thorough
async def test_what_is_not_offered_is_refused_and_leaves_everything_as_it_was(
    open_form: OpenForm, composites: Page, case: tuple[str, str, str, type[BotError], str]
) -> None:
    name, label, value, error, reason = case
    form = await open_form(name)
    before = await kept(composites)
    shown = await form.read([label])

    with pytest.raises(error) as refused:
        await form.fill({label: value}, complete=False)

    assert refused.value.params.get("reason", "") == reason
    assert await kept(composites) == before
    assert await form.read([label]) == shown


async def test_a_text_that_is_shown_and_not_held_is_not_taken_for_the_value(
    open_form: OpenForm, composites: Page
) -> None:
    form = await open_form("easyui")
    await composites.evaluate("$('#item').combogrid('clear').combogrid('setText', '台式计算机')")

    assert await form.differences({"采购品目": "台式计算机"}) != []
    assert await form.fill({"采购品目": "台式计算机"}, complete=False) == ["采购品目"]
    assert (await kept(composites))["采购品目"] == "A02010105"


async def test_a_choice_that_changes_nothing_of_what_is_sent_is_refused(open_form: OpenForm, composites: Page) -> None:
    form = await open_form("easyui")
    await form.fill({"计量单位": "套"}, complete=False)
    await composites.evaluate(KEEPS_ITS_VALUE)
    try:
        with pytest.raises(FieldNotAccepted) as refused:
            await form.fill({"计量单位": "台"}, complete=False)

        assert refused.value.params["reason"] == "not_held"
    finally:
        await composites.reload()


async def test_a_row_to_filter_by_and_a_box_to_search_in_are_no_fields_of_the_form(open_form: OpenForm) -> None:
    form = await open_form("jquery")

    assert [control.label for control in await form.inventory()].count("采购方式") == 1
    assert {control.toolkit for control in await form.inventory()} >= {"select2", "chosen", "ztree"}
