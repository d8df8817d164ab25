"""What a form may lack is left out and told; what is only likely meant is taken for words, and never for money."""

from decimal import Decimal

import pytest

from bots.errors import FieldMissing
from bots.terms import Terms
from bots.trail import NoTrail
from bots.widgets.form import Form
from bots.widgets.gaps import Gaps
from bots.widgets.values import Money
from flows.terms import lexicon_of
from tests.widgets.forms.conftest import Draw, Remembered

TERMS = Terms("http://portal.test", wait_seconds=6, lexicon=lexicon_of("provincial"))
EITHER = Gaps(frozenset({"单价", "金额", "传真号码"}), (frozenset({"单价", "金额"}),))
PRICE, TOTAL = Money(Decimal(7900)), Money(Decimal(15800))


def form_of(drawn: Form) -> Form:
    return Form(drawn.frame, TERMS, path="provincial/明细", trail=NoTrail())


def field(label: str, more: str = "") -> str:
    return f"<tr><td>{label}</td><td><input {more}></td></tr>"


async def values(form: Form) -> list[str]:
    found: list[str] = await form.frame.evaluate("[...document.querySelectorAll('input, select')].map(f => f.value)")
    return found


async def test_a_field_that_the_form_lacks_and_need_not_have_is_told(draw: Draw) -> None:
    form = form_of(await draw(f"<table>{field('总价(元)')}{field('采购数量')}</table>"))
    await form.fill({"单价": PRICE, "金额": TOTAL, "数量": Decimal(2), "传真号码": "7518008"}, gaps=EITHER)
    assert form.lacking == ["单价", "传真号码"]
    assert await values(form) == ["15800", "2"]
    assert await form.differences({"单价": PRICE, "金额": TOTAL}, gaps=EITHER) == []
    assert [one.label for one in await form.differences({"金额": PRICE}, gaps=EITHER)] == ["金额"]


async def test_a_form_that_asks_for_neither_of_two_amounts_is_refused(draw: Draw) -> None:
    form = form_of(await draw(f"<table>{field('采购数量')}{field('参考单价(元)')}</table>"))
    with pytest.raises(FieldMissing) as stop:
        await form.fill({"单价": PRICE, "金额": TOTAL, "数量": Decimal(2)}, gaps=EITHER)
    assert stop.value.params["label"] == "单价、金额"
    assert await values(form) == ["", ""]


async def test_an_amount_that_the_page_works_out_is_left_to_it(draw: Draw) -> None:
    form = form_of(await draw(f"<table>{field('单价(元)')}{field('金额(元)', 'readonly')}{field('数量')}</table>"))
    await form.fill({"单价": PRICE, "金额": TOTAL, "数量": Decimal(2)}, gaps=EITHER)
    assert await values(form) == ["7900", "", "2"]


async def test_an_amount_that_is_only_worked_out_is_no_place_to_type_it(draw: Draw) -> None:
    form = form_of(await draw(f"<table>{field('含税价(元)')}{field('金额(元)', 'readonly')}{field('数量')}</table>"))
    with pytest.raises(FieldMissing) as stop:
        await form.fill({"单价": PRICE, "金额": TOTAL, "数量": Decimal(2)}, gaps=EITHER)
    assert stop.value.params["label"] == "单价、金额"


async def test_a_near_word_is_taken_where_it_alone_comes_near_and_says_so(draw: Draw, trail: Remembered) -> None:
    form = form_of(await draw(f"<table>{field('单位代理机构')}{field('联系人')}</table>"))
    form.trail = trail
    await form.fill({"代理机构": "聊城市采购中心"})
    assert await values(form) == ["聊城市采购中心", ""]
    assert ("provincial/明细/代理机构", "likely", {"field": "单位代理机构"}) in trail.events


@pytest.mark.parametrize(
    "fields",
    [
        field("单位代理机构") + field("项目代理机构"),  # two that are as near
        field("上年度代理机构"),  # about something else
        field("代理机构说明"),
    ],
)
async def test_a_near_word_is_not_taken_where_another_is_as_near_or_its_sense_is_another(
    draw: Draw, fields: str
) -> None:
    form = form_of(await draw(f"<table>{fields}</table>"))
    with pytest.raises(FieldMissing):
        await form.fill({"代理机构": "聊城市采购中心"})
    assert set(await values(form)) == {""}


async def test_a_near_word_is_never_taken_for_an_amount(draw: Draw) -> None:
    form = form_of(await draw(f"<table>{field('含税单价(元)')}</table>"))
    with pytest.raises(FieldMissing):
        await form.fill({"单价": PRICE})
    assert await values(form) == [""]


@pytest.mark.parametrize("label", ["请选择代理机构", "所属代理机构：", "*代理机构信息", "请输入采购代理机构"])
async def test_the_verbs_and_fillers_around_a_label_are_understood(draw: Draw, label: str) -> None:
    form = form_of(await draw(f"<table>{field(label)}</table>"))
    await form.fill({"代理机构": "聊城市采购中心"})
    assert await values(form) == ["聊城市采购中心"]
