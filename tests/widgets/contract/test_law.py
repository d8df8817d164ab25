"""The law of widgets, for every kind of control in every toolkit: on the page, and in the application behind it."""

from decimal import Decimal

import pytest
from playwright.async_api import Page

from bots.errors import FieldAmbiguous, FieldNotAccepted, OptionNotOffered
from bots.widgets.form import Form
from bots.widgets.values import Money, same
from tests.widgets.contract.conftest import kept
from tests.widgets.contract.kinds import ABSENT, SAMPLES, Sample

BY_NAME = {sample.name: sample for sample in SAMPLES}
OFFERING = [sample for sample in SAMPLES if set(sample.kinds) & {"select", "radio", "checkboxes", "cascader", "tree"}]


def there(toolkit: str, sample: Sample) -> bool:
    return sample.label not in ABSENT.get(toolkit, set())


async def prepare(form: Form, sample: Sample) -> None:
    if sample.label == "县区":
        await form.fill({"市": "聊城市"}, complete=False)


@pytest.mark.parametrize("name", BY_NAME)
async def test_what_was_filled_is_read_and_kept_and_filling_it_again_changes_nothing(
    toolkit: str, form: Form, page: Page, name: str
) -> None:
    sample = BY_NAME[name]
    if not there(toolkit, sample):
        assert sample.label not in await kept(page)
        return
    await prepare(form, sample)
    for value in (sample.value, sample.other):
        assert await form.fill({sample.label: value}, complete=False) == [sample.label]
        assert await form.differences({sample.label: value}) == []
        assert await form.fill({sample.label: value}, complete=False) == []

    assert same(sample.kept, (await kept(page))[sample.label], "元") or (await kept(page))[sample.label] == sample.kept
    shown = await form.read([sample.label])
    assert await form.fill(shown, complete=False) == []


async def test_a_whole_form_is_filled_at_once(toolkit: str, form: Form, page: Page) -> None:
    await page.reload()
    there_are = [sample for sample in SAMPLES if there(toolkit, sample)]
    values = {"市": "德州市", **{sample.label: sample.other for sample in there_are}, "县区": "临邑县"}

    await form.fill(values)

    assert await form.differences(values) == []
    held = await kept(page)
    wrong = {s.label: held[s.label] for s in there_are if s.label != "县区" and not same(s.kept, held[s.label], "元")}
    assert not wrong
    assert held["县区"] == "临邑县"


async def test_every_control_is_known_for_what_it_is(toolkit: str, form: Form) -> None:
    found = {label: await form.control(label) for label in (s.label for s in SAMPLES if there(toolkit, s))}

    assert {label: control.kind for label, control in found.items()} == {
        s.label: found[s.label].kind if found[s.label].kind in s.kinds else s.kinds
        for s in SAMPLES
        if there(toolkit, s)
    }
    assert {label for label, control in found.items() if control.required} == {s.label for s in SAMPLES if s.required}
    assert (await form.control("预算金额")).money_unit == "元"
    assert (await form.control("预算单价")).money_unit == "万元"
    assert (await form.control("计划名称")).max_length == 60
    assert (await form.control("采购名称")).kind == "picker"
    assert (await form.control("附件")).kind == "file"


@pytest.mark.parametrize("name", [sample.name for sample in OFFERING])
@pytest.mark.thorough
async def test_what_is_not_offered_is_refused_and_nothing_changes(
    toolkit: str, form: Form, page: Page, name: str
) -> None:
    sample = BY_NAME[name]
    if not there(toolkit, sample):
        assert sample.label not in await kept(page)
        return
    await prepare(form, sample)
    before = (await kept(page))[sample.label]

    with pytest.raises(OptionNotOffered) as refused:
        await form.fill({sample.label: "火星采购"}, complete=False)

    assert refused.value.params["offered"]
    assert (await kept(page))[sample.label] == before


FOOT = """label => {
  const around = [...document.querySelectorAll("label, td, div, span")].filter(el => el.textContent.includes(label));
  const named = around.pop();
  named.scrollIntoView();
  const foot = document.createElement("div");
  const top = named.getBoundingClientRect().bottom + 12;
  foot.style = `position: fixed; left: 0; right: 0; bottom: 0; top: ${top}px; z-index: 2147483647; background: #eee`;
  document.body.append(foot);
}"""


@pytest.mark.thorough
async def test_an_option_that_no_hand_can_reach_is_chosen_all_the_same(form: Form, own_page: Page) -> None:
    assert await form.fill({"采购方式": "网上超市"}, complete=False) == ["采购方式"]
    await own_page.evaluate(FOOT, "采购方式")

    assert await form.fill({"采购方式": "定点采购"}, complete=False) == ["采购方式"]

    assert (await kept(own_page))["采购方式"] == "定点采购"


async def test_what_cannot_be_changed_says_why(form: Form) -> None:
    for label, reason in (("计划编号", "read_only"), ("版本号", "disabled"), ("采购名称", "picker")):
        with pytest.raises(FieldNotAccepted) as refused:
            await form.fill({label: "另一个"}, complete=False)
        assert refused.value.params["reason"] == reason
    assert await form.read(["计划编号", "版本号"]) == {"计划编号": "37142461200120200015", "版本号": "1"}


async def test_an_amount_without_a_unit_is_not_typed(form: Form, page: Page) -> None:
    before = (await kept(page))["数量"]

    with pytest.raises(FieldNotAccepted) as refused:
        await form.fill({"数量": Money(Decimal(5))}, complete=False)

    assert refused.value.params["reason"] == "no_unit"
    assert (await kept(page))["数量"] == before


@pytest.mark.thorough
async def test_a_name_that_a_tree_has_twice_is_a_question_and_a_single_one_is_found(
    toolkit: str, form: Form, page: Page
) -> None:
    if not there(toolkit, BY_NAME["tree"]):
        assert "采购目录" not in await kept(page)
        return
    await form.fill({"采购目录": "印刷服务"}, complete=False)
    assert (await kept(page))["采购目录"] == "C23090100 印刷服务"

    with pytest.raises(FieldAmbiguous) as unsure:  # A05040101 and A090101, in branches far apart
        await form.fill({"采购目录": "复印纸"}, complete=False)

    assert unsure.value.params["candidates"] == ["A05040101 复印纸", "A090101 复印纸"]
    assert (await kept(page))["采购目录"] == "C23090100 印刷服务"
