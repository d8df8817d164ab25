"""Dates in every toolkit: with their time, by the month, as spans, within limits; none is narrowed or forced in."""

from datetime import date

import pytest
from playwright.async_api import Page

from bots.errors import FieldNotAccepted
from bots.widgets.form import Form
from bots.widgets.moments import read
from bots.widgets.values import Value
from tests.widgets.contract.conftest import Open, kept

OPENING: dict[str, Value] = {
    "开标时间": "2020-09-18 09:30",
    "截止时间": "2020-09-18 17:30",
    "实施日期": date(2020, 11, 5),
}
MORE: dict[str, Value] = {
    "需求月份": "2020-09",
    "公告日期": date(2020, 9, 18),
    "公示期限": "2020-09-18 - 2020-10-18",
    "开始日期": date(2020, 9, 18),
    "结束日期": date(2020, 10, 18),
}


@pytest.fixture
async def page(gallery: Open) -> Page:
    """The gallery's dates, as they are first loaded."""
    page = await gallery("dates.html")
    await page.reload()
    await page.wait_for_function("() => Object.keys(gallery.kept()).length > 0")
    return page


async def test_every_date_is_kept_as_it_was_asked_for(page: Page, form: Form) -> None:
    there = await kept(page)
    asked: dict[str, Value] = {**OPENING, **{label: value for label, value in MORE.items() if label in there}}

    await form.fill(asked, complete=False)

    held = await kept(page)
    assert {label: read(held[label]) for label in asked} == {label: read(_whole(asked[label])) for label in asked}
    assert await form.fill(await form.read(asked), complete=False) == []


def _whole(value: Value) -> str:
    return f"{value}:00" if ":" in str(value) else str(value)


async def test_another_time_of_the_same_day_and_a_plain_day_over_a_time_are_set(page: Page, form: Form) -> None:
    await form.fill({"截止时间": "2020-09-01 09:30"}, complete=False)
    assert read((await kept(page))["截止时间"]) == read("2020-09-01 09:30:00")

    await form.fill({"截止时间": date(2020, 9, 1)}, complete=False)
    assert read((await kept(page))["截止时间"]) == read("2020-09-01 00:00:00")


async def test_what_a_field_cannot_take_is_refused_and_nothing_is_kept(page: Page, form: Form) -> None:
    before = await kept(page)
    spans = {"公示期限": date(2020, 9, 18), "开始日期": date(2020, 9, 18)}
    asked: dict[str, tuple[Value, set[str]]] = {
        "实施日期": (date(2020, 9, 18), {"day_not_offered"}),
        **{label: (day, {"span"}) for label, day in spans.items() if label in before},
    }
    for label, (value, reasons) in asked.items():
        with pytest.raises(FieldNotAccepted) as refused:
            await form.fill({label: value}, complete=False)
        assert (label, refused.value.params["reason"] in reasons) == (label, True)
    assert await kept(page) == before


async def test_a_time_is_not_narrowed_to_a_day(page: Page, form: Form) -> None:
    with pytest.raises(FieldNotAccepted) as refused:
        await form.fill({"实施日期": "2020-11-05 09:30"}, complete=False)

    assert refused.value.params["reason"] == "no_time"
    assert await form.read(["截止时间"]) == {"截止时间": _stands(await kept(page))}


def _stands(held: dict[str, str]) -> str:
    shown = read(held["截止时间"])
    return shown.iso if shown else ""
