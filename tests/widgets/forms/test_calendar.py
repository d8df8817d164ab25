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


async def test_a_calendar_is_turned_by_arrows_that_are_only_drawn(draw: Draw) -> None:
    arrow = "<span class='cal-{}-month' style='cursor:pointer'><svg width=12 height=12></svg></span>"
    english = (SAMPLES / "calendar_english.html").read_text("utf-8")
    drawn = english.replace("<button type=button>&lt;</button>", arrow.format("prev")).replace(
        "<button type=button>&gt;</button>", arrow.format("next")
    )
    drawn = drawn.replace('querySelectorAll("button")', 'querySelectorAll("span, button")')
    form = await draw(drawn + FIELD.replace("{extra}", "onclick='openCalendar(this)'"))
    await form.fill({"计划采购日期": date(2020, 2, 16)})
    assert await form.read(["计划采购日期"]) == {"计划采购日期": "2020-02-16"}


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


async def test_where_no_calendar_is_understood_the_date_is_refused_and_nothing_is_written(draw: Draw) -> None:
    form = await draw(FIELD.replace("{extra}", "onchange='window.told = this.value'"))

    form.terms = replace(form.terms, wait_seconds=1)
    with pytest.raises(FieldNotAccepted) as stop:
        await form.fill({"计划采购日期": date(2020, 9, 18)})

    assert stop.value.params["reason"] == "calendar_unread"
    assert await form.frame.evaluate("[day.value, window.told]") == ["", None]


async def test_a_day_that_the_calendar_does_not_offer_is_refused_and_nothing_is_written(draw: Draw) -> None:
    english = (SAMPLES / "calendar_english.html").read_text("utf-8")
    form = await draw(
        "<script>window.firstDay = '2020-10-01'</script>"
        + english
        + FIELD.replace("{extra}", "onclick='openCalendar(this)'")
    )

    with pytest.raises(FieldNotAccepted) as stop:
        await form.fill({"计划采购日期": date(2020, 9, 18)})

    assert stop.value.params["reason"] == "day_not_offered"
    assert await form.frame.input_value("#day") == ""


@pytest.mark.parametrize(("writes", "becomes"), [("m/d", "4/3/2020"), ("d/m", "3/4/2020")])
async def test_what_the_calendar_writes_tells_how_the_field_is_read(draw: Draw, writes: str, becomes: str) -> None:
    order = "[d.getMonth() + 1, d.getDate()]" if writes == "m/d" else "[d.getDate(), d.getMonth() + 1]"
    form = await draw(
        f"<script>window.written = d => {order}.concat(d.getFullYear()).join('/')</script>"
        + (SAMPLES / "calendar_english.html").read_text("utf-8")
        + FIELD.replace("{extra}", "onclick='openCalendar(this)'")
    )

    await form.fill({"计划采购日期": date(2020, 4, 3)})

    assert await form.frame.input_value("#day") == becomes
    assert await form.read(["计划采购日期"]) == {"计划采购日期": "2020-04-03"}


async def test_a_date_that_may_be_read_in_two_ways_is_not_written_over(draw: Draw) -> None:
    form = await draw("<label>计划采购日期 <input id=day value='3/4/2020'></label>")

    with pytest.raises(FieldNotAccepted) as stop:
        await form.fill({"计划采购日期": date(2020, 4, 3)})

    assert stop.value.params["reason"] == "date_notation"
    assert await form.frame.input_value("#day") == "3/4/2020"


async def test_a_time_is_compared_whole(draw: Draw) -> None:
    form = await draw("<label>开标时间 <input id=at value='2020-09-18 09:00'></label>")

    assert await form.fill({"开标时间": "2020-09-18 09:30"}) == ["开标时间"]
    assert await form.frame.input_value("#at") == "2020-09-18 09:30"
    assert await form.fill({"开标时间": date(2020, 9, 18)}) == ["开标时间"]
    assert await form.frame.input_value("#at") == "2020-09-18 00:00"
    assert await form.fill({"开标时间": date(2020, 9, 18)}) == []


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        ("datetime-local", "2020-09-18 09:30", "2020-09-18T09:30"),
        ("datetime-local", date(2020, 9, 18), "2020-09-18T00:00"),
        ("month", "2020年9月", "2020-09"),
    ],
)
async def test_the_browsers_own_fields_hold_a_time_and_a_month(
    draw: Draw, kind: str, value: date | str, kept: str
) -> None:
    form = await draw(f"<label>开标时间 <input type={kind} id=at></label>")

    await form.fill({"开标时间": value})

    assert await form.frame.input_value("#at") == kept
    assert await form.fill({"开标时间": value}) == []


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("type=date min=2020-10-01", date(2020, 9, 18), "day_not_offered"),
        ("type=date value=2020-09-01", "2020-09-18 09:30", "no_time"),
        ("value='2020-09-01 - 2020-09-30'", date(2020, 9, 18), "span"),
    ],
)
async def test_what_a_date_field_cannot_take_is_refused_and_it_stays_as_it_was(
    draw: Draw, field: str, value: date | str, reason: str
) -> None:
    form = await draw(f"<label>需求日期 <input id=at {field}></label>")
    before = await form.frame.input_value("#at")

    with pytest.raises(FieldNotAccepted) as stop:
        await form.fill({"需求日期": value})

    assert stop.value.params["reason"] == reason
    assert await form.frame.input_value("#at") == before


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
