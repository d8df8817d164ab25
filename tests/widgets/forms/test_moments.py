"""Dates in every notation: read as exact as they are written, and never as two things."""

import pytest

from bots.widgets.moments import Moment, Span, is_unsure, read, read_moment

DAY = Moment(2020, 9, 18)


@pytest.mark.parametrize(
    "text",
    ["2020-09-18", "2020/9/18", "2020.09.18", "2020年9月18日", "20200918", "9/18/2020", "18.9.2020", "Sep 18, 2020"],
)
def test_a_day_is_read_in_every_notation(text: str) -> None:
    assert read(text) == DAY


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2020-09-18 09:30", Moment(2020, 9, 18, (9, 30, 0))),
        ("2020-09-18T09:30:15", Moment(2020, 9, 18, (9, 30, 15))),
        ("2020年9月18日 9时30分", Moment(2020, 9, 18, (9, 30, 0))),
        ("2020-09-18 下午 5:30", Moment(2020, 9, 18, (17, 30, 0))),
        ("9/18/2020 12:05 AM", Moment(2020, 9, 18, (0, 5, 0))),
        ("2020-09", Moment(2020, 9)),
        ("2020年9月", Moment(2020, 9)),
        ("2021", Moment(2021)),
    ],
)
def test_a_time_a_month_and_a_year_are_read_as_they_are(text: str, moment: Moment) -> None:
    assert read(text) == moment


@pytest.mark.parametrize("text", ["", "2020-02-30", "2020-09-18 25:00", "2020-09-18T16:00:00Z", "3/4/2020", "9600.50"])
def test_what_is_no_date_or_may_be_two_is_none(text: str) -> None:
    assert read(text) is None


def test_the_order_of_a_field_tells_which_day_it_is() -> None:
    assert read_moment("3/4/2020", "mdy") == Moment(2020, 3, 4)
    assert read_moment("3/4/2020", "dmy") == Moment(2020, 4, 3)
    assert is_unsure("3/4/2020")
    assert not is_unsure("4/4/2020")


@pytest.mark.parametrize("text", ["2020-09-18 - 2020-10-18", "2020-09-18 至 2020-10-18", "2020/9/18~2020/10/18"])
def test_a_span_is_two_days_and_never_one(text: str) -> None:
    assert read(text) == Span(DAY, Moment(2020, 10, 18))


def test_a_day_is_its_midnight_and_no_other_time_and_a_month_is_no_day() -> None:
    assert DAY.is_same(Moment(2020, 9, 18, (0, 0, 0)))
    assert not DAY.is_same(Moment(2020, 9, 18, (9, 0, 0)))
    assert not Moment(2020, 9).is_same(Moment(2020, 9, 1))
