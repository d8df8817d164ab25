"""Dates behind calendars of several makes, driven by what they show."""

from dataclasses import replace
from datetime import date

import pytest

from bots.errors import FieldNotAccepted
from tests.widgets.forms.conftest import SAMPLES, Draw, Remembered

FIELD = "<table><tr><td>计划采购日期*</td><td><input readonly size=12 id=day {extra}></td></tr></table>"
PATH = "provincial/计划/计划采购日期"
MAKES = sorted(path.stem for path in SAMPLES.glob("calendar*.html"))


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("day", [date(2020, 8, 1), date(2020, 9, 30), date(2021, 2, 28), date(2019, 12, 31)])
async def test_a_read_only_date_is_picked_in_its_calendar(make: str, day: date, draw: Draw, trail: Remembered) -> None:
    form = await draw(
        (SAMPLES / f"{make}.html").read_text("utf-8") + FIELD.replace("{extra}", "onclick='openCalendar(this)'")
    )

    assert await form.fill({"计划采购日期": day}) == ["计划采购日期"]

    assert await form.read(["计划采购日期"]) == {"计划采购日期": day.isoformat()}
    assert trail.moved() == {PATH: "hand"}
    assert await form.fill({"计划采购日期": day}) == []


async def test_a_calendar_that_opens_at_the_button_beside_is_found(draw: Draw, trail: Remembered) -> None:
    form = await draw(
        (SAMPLES / "calendar.html").read_text("utf-8")
        + FIELD.replace("{extra}", "").replace(
            "></td>", "> <img class=calendar alt='' width=16 height=16 onclick='openCalendar(day)'></td>"
        )
    )

    await form.fill({"计划采购日期": date(2020, 9, 18)})

    assert await form.read(["计划采购日期"]) == {"计划采购日期": "2020-09-18"}
    assert trail.moved() == {PATH: "hand"}


async def test_where_no_calendar_is_understood_a_script_sets_the_date_and_it_is_read_back(
    draw: Draw, trail: Remembered
) -> None:
    form = await draw(FIELD.replace("{extra}", "onchange='window.told = this.value'"))

    form.terms = replace(form.terms, wait_seconds=1)
    await form.fill({"计划采购日期": date(2020, 9, 18)})

    assert await form.frame.evaluate("window.told") == "2020-09-18"
    assert trail.moved() == {PATH: "script"}


async def test_a_date_that_the_calendar_does_not_give_is_not_accepted(draw: Draw) -> None:
    form = await draw(
        FIELD.replace(
            "{extra}", "value=2020-01-01 onclick='this.value = \"2020-01-01\"' onchange='this.value = \"2020-01-01\"'"
        )
    )

    form.terms = replace(form.terms, wait_seconds=1)
    with pytest.raises(FieldNotAccepted) as stop:
        await form.fill({"计划采购日期": date(2020, 9, 18)})
    assert (stop.value.params["wanted"], stop.value.params["got"]) == ("2020-09-18", "2020-01-01")


@pytest.mark.parametrize(("shows", "becomes"), [("2020/01/01", "2020/09/18"), ("2020年01月01日", "2020年09月18日")])
async def test_a_date_is_written_in_the_fields_own_manner(draw: Draw, shows: str, becomes: str) -> None:
    form = await draw(f"<label>计划采购日期 <input id=day value='{shows}'></label>")

    await form.fill({"计划采购日期": date(2020, 9, 18)})

    assert await form.frame.input_value("#day") == becomes
    assert await form.read(["计划采购日期"]) == {"计划采购日期": "2020-09-18"}


async def test_the_browsers_own_date_field_is_filled(draw: Draw) -> None:
    form = await draw("<label>需求日期 <input type=date></label>")

    await form.fill({"需求日期": date(2020, 9, 18)})

    assert await form.read(["需求日期"]) == {"需求日期": "2020-09-18"}


async def test_a_date_that_is_ended_by_enter_does_not_send_its_form(draw: Draw, trail: Remembered) -> None:
    form = await draw(
        "<form onsubmit='window.sent = true; return false'>计划采购日期：<input class=date id=day><button>保存</button>"
        "</form><script>day.onchange = event => { if (!event.isTrusted) day.value = ''; };</script>"
    )

    await form.fill({"计划采购日期": date(2020, 9, 18)})

    assert trail.moved() == {PATH: "hand"}
    assert await form.frame.evaluate("window.sent") is None
    await form.frame.click("button")
    assert await form.frame.evaluate("window.sent") is True
