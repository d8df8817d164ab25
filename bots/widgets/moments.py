"""Dates as people and pages write them: a year, a month, a day or a time, and spans of two; compared whole.

What two notations read differently (`3/4/2020`) is no date until the order of its field is known.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

Order = Literal["", "mdy", "dmy"]
"""Of a date whose year stands last: month first, day first, or not known."""

Clock = tuple[int, int, int]

MIDNIGHT: Final[Clock] = (0, 0, 0)
_TIME = (
    r"(?:[\sT,]*(?P<half>上午|下午|[AaPp][Mm])?\s*(?P<H>\d{1,2})[:时](?P<M>\d{2})(?:[:分](?P<S>\d{2})(?:\.0+)?秒?)?分?"
    r"(?:\s*(?P<end>[AaPp][Mm]))?)?"
)
_DAY = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?" + _TIME)
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})" + _TIME)
_MONTH = re.compile(r"(\d{4})\s?(?:[-/.]|年)\s?(\d{1,2})\s?月?")
_YEAR = re.compile(r"(\d{4})\s?年?")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})" + _TIME)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(r"(?:(?P<d1>\d{1,2})\s+)?(?P<m>[A-Za-z]{3,9})\.?\s+(?:(?P<d2>\d{1,2})\s*,\s*)?(?P<y>\d{4})" + _TIME)
_BETWEEN = re.compile(r"\s*(?:~|～|至|到|—|–)\s*|\s+(?:-|to)\s+")


@dataclass(frozen=True)
class Moment:
    """A year, a month, a day, or a day and its time, as exact as it was written."""

    year: int
    month: int | None = None
    day: int | None = None
    time: Clock | None = None

    def is_same(self, other: Moment) -> bool:
        """Whether both mean one moment; a day without a time is its midnight, a month is no day."""
        mine, theirs = (self.year, self.month, self.day), (other.year, other.month, other.day)
        return mine == theirs and (self.time or MIDNIGHT) == (other.time or MIDNIGHT)

    def is_day_of(self, other: Moment) -> bool:
        """Whether both are on one day, at whatever time."""
        return self.day is not None and (self.year, self.month, self.day) == (other.year, other.month, other.day)

    @property
    def iso(self) -> str:
        """`2020`, `2020-09`, `2020-09-18` or `2020-09-18 09:30:00`."""
        text = "-".join(f"{part:02}" for part in (self.year, self.month, self.day) if part is not None)
        return text if self.time is None else f"{text} {clock_text(self.time)}"


@dataclass(frozen=True)
class Span:
    """From one moment to another."""

    start: Moment
    end: Moment

    def is_same(self, other: Span) -> bool:
        """Whether both ends are the same."""
        return self.start.is_same(other.start) and self.end.is_same(other.end)

    @property
    def iso(self) -> str:
        """Both ends, as `2020-09-18 - 2020-10-18`."""
        return f"{self.start.iso} - {self.end.iso}"


def clock_text(time: Clock) -> str:
    """`09:30:00`."""
    return ":".join(f"{part:02}" for part in time)


def read_moment(text: str, order: Order = "") -> Moment | None:
    """The moment that a text says and nothing else; None where it says none, or may say two."""
    plain = unicodedata.normalize("NFKC", text).strip()
    try:
        return _in_years_order(plain) or _year_last(plain, order) or _by_name(plain)
    except ValueError:  # no such day
        return None


def read(text: str, order: Order = "") -> Moment | Span | None:
    """A moment, or a span of two."""
    moment = read_moment(text, order)
    if moment is not None:
        return moment
    ends = [read_moment(part, order) for part in _BETWEEN.split(text.strip())]
    if len(ends) == len(("start", "end")) and ends[0] and ends[1]:
        return Span(ends[0], ends[1])
    return None


def is_unsure(text: str) -> bool:
    """Whether a text is a date that two notations read differently."""
    return read_moment(text) is None and read_moment(text, "mdy") is not None and read_moment(text, "dmy") is not None


def _in_years_order(text: str) -> Moment | None:
    if found := _DAY.fullmatch(text) or _DIGITS.fullmatch(text):
        return _moment(int(found[1]), int(found[2]), int(found[3]), found)
    if found := _MONTH.fullmatch(text):
        return _moment(int(found[1]), int(found[2]))
    return Moment(int(found[1])) if (found := _YEAR.fullmatch(text)) else None


def _year_last(text: str, order: Order) -> Moment | None:
    found = _YEAR_LAST.fullmatch(text)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    months = 12
    if not order and first <= months and second <= months and first != second:
        return None
    month_first = order == "mdy" if order else first <= months
    month, day = (first, second) if month_first else (second, first)
    return _moment(year, month, day, found)


def _by_name(text: str) -> Moment | None:
    found = _NAMED.fullmatch(text)
    if not found or found["m"][:3].lower() not in _MONTHS:
        return None
    day = found["d1"] or found["d2"]
    month = _MONTHS.index(found["m"][:3].lower()) + 1
    return _moment(int(found["y"]), month, int(day), found) if day else _moment(int(found["y"]), month)


def _moment(year: int, month: int, day: int | None = None, found: re.Match[str] | None = None) -> Moment:
    date(year, month, day or 1)
    return Moment(year, month, day, _clock(found) if found and found["H"] else None)


def _clock(found: re.Match[str]) -> Clock:
    hour, minute, second = int(found["H"]), int(found["M"]), int(found["S"] or 0)
    half = (found["half"] or found["end"] or "").lower()
    noon, hours, sixty = 12, 24, 60
    if half:
        if not 1 <= hour <= noon:
            raise ValueError(found[0])
        hour = hour % noon + (noon if half in ("下午", "pm") else 0)
    if hour >= hours or minute >= sixty or second >= sixty:
        raise ValueError(found[0])
    return hour, minute, second
