"""Whether a text in a request says a value of the plan, compared in the value's own type."""

import html
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation

from bots.browser.door.expected import Expected
from bots.widgets.options import same_option, same_path, yes_or_no
from bots.widgets.values import Money, as_date, as_number
from bots.widgets.words import Unit

CHINA = timezone(timedelta(hours=8))
NOISE = Decimal("1e-12")  # of a binary fraction, relative
OTHER_UNIT: dict[Unit, Unit] = {"元": "万元", "万元": "元"}
_EPOCH = re.compile(r"(?:/Date\()?(-?\d{9,10}|-?\d{12,13})(?:[+-]\d{4})?(?:\)/)?")
_MILLISECONDS = 12  # digits, from which on an epoch is not in seconds
_ZONED = re.compile(r"\d{4}-?\d{2}-?\d{2}[T ]\d{2}:?\d{2}.*(?:Z|[+-]\d{2}:?\d{2})")
_JAVASCRIPT = re.compile(r"\w{3} (\w{3} \d{1,2} \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4}).*")
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: .*)?")
_PART = re.compile(
    r"(?:(?P<year>\d{4})(?:年|[-/.年]?(?P<month>\d{1,2})月?)?|(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::00)?)"
)
_MINUTES = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$")


def says(expected: Expected, text: str) -> bool:
    """Whether the text says the value, in the unit that was typed; a choice also by one of its codes."""
    if expected.kind in ("tick", "choice"):
        return (_says_tick if expected.kind == "tick" else _says_choice)(expected, text)
    value = expected.value
    match value:
        case Money():
            return says_amount(value, text, expected.unit)
        case bool():
            return yes_or_no(text) is value
        case int() | Decimal():
            return _same_number(Decimal(value), number_in(text))
        case date():
            return value in days_in(text)
        case _:
            return _says_text(expected, str(value), text)


def says_amount(value: Money, text: str, unit: Unit | str | None) -> bool:
    """Whether the text is the amount in that unit; a unit written in the text goes before."""
    written = as_number(text)
    known = written[1] if written and written[1] else unit
    return known in ("元", "万元") and _same_number(value.in_unit("元" if known == "元" else "万元"), number_in(text))


def says_nothing(text: str) -> bool:
    """Nothing, zero, no, or null: what may stand for a value that is blank."""
    plain = text.strip().casefold()
    number = number_in(plain)
    return not plain or plain in ("null", "undefined") or number == 0 or yes_or_no(plain) is False


def number_in(text: str) -> Decimal | None:
    """The number that a text is, without its unit: `1,234.50`, `￥35`, `3.5e5`."""
    if found := as_number(text):
        return found[0]
    with suppress(InvalidOperation):
        number = Decimal(text.strip())
        return number if number.is_finite() else None
    return None


def days_in(text: str) -> set[date]:
    """The days in China that a text may mean: a date in any notation, ISO with a zone, an epoch."""
    plain = text.strip()
    moment = _moment(plain)
    if moment:
        return {moment.astimezone(CHINA).date()}
    days = {day for day in (as_date(plain), *_american(plain)) if day}
    with suppress(ValueError):
        if plain.isdigit() and len(plain) == len("20200918"):
            days.add(datetime.strptime(plain, "%Y%m%d").date())  # noqa: DTZ007 - a day has no zone
    return days


def _moment(text: str) -> datetime | None:
    """A moment that says its zone, or counts from 1970."""
    with suppress(ValueError, OverflowError, OSError):
        if found := _EPOCH.fullmatch(text):
            seconds = int(found[1]) / (1000 if len(found[1].lstrip("-")) >= _MILLISECONDS else 1)
            return datetime.fromtimestamp(seconds, CHINA)
        if _ZONED.fullmatch(text):
            return datetime.fromisoformat(text)
        if found := _JAVASCRIPT.fullmatch(text):
            return datetime.strptime(f"{found[1]} {found[2]}", "%b %d %Y %H:%M:%S %z")
    return None


def _american(text: str) -> Iterator[date]:
    if found := _AMERICAN.fullmatch(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        for month, day in ((first, second), (second, first)):
            with suppress(ValueError):
                yield date(year, month, day)


def _same_number(wanted: Decimal, got: Decimal | None) -> bool:
    return got is not None and abs(wanted - got) <= abs(wanted) * NOISE


def _says_tick(expected: Expected, text: str) -> bool:
    said = yes_or_no(text)
    if expected.blank:
        return says_nothing(text)
    return said is True or any(_same_code(code, text) for code in expected.codes)


def _says_choice(expected: Expected, text: str) -> bool:
    wanted, plain = expected.text, text.strip()
    if not plain:
        return expected.blank
    if any(_same_code(code, plain) for code in expected.codes):
        return True
    if same_option(wanted, plain) or same_path(wanted, plain):
        return True
    agreed = yes_or_no(wanted)
    by_word = not expected.codes or plain.casefold() in ("true", "false")  # 否 may have the code 1
    return agreed is not None and by_word and yes_or_no(plain) is agreed


def _same_code(code: str, text: str) -> bool:
    if code.strip() == text.strip():
        return True
    pair = number_in(code), number_in(text)
    return pair[0] is not None and pair[0] == pair[1]  # 01, sent as the number 1


def _says_text(expected: Expected, wanted: str, text: str) -> bool:
    if any(_settled(wanted) == _settled(reading) for reading in (text, html.unescape(text))):
        return True
    if expected.kind == "moment" and (part := _PART.fullmatch(wanted.strip())):
        return _says_part(part, text)
    if as_number(wanted) and (expected.unit or not wanted.startswith("0")):
        return _same_number(as_number(wanted)[0], number_in(text))  # type: ignore[index]
    if minutes := _minutes(wanted):
        moment = _moment(text.strip())
        return minutes == (moment.astimezone(CHINA).replace(tzinfo=None, second=0) if moment else _minutes(text))
    day = as_date(wanted)
    return day is not None and len(wanted.strip()) <= len("2020年09月18日") and day in days_in(text)


def _says_part(wanted: re.Match[str], text: str) -> bool:
    """A year, a month, or a time of day, which a page may send as a whole date."""
    moment = _moment(text.strip())
    if wanted["hour"]:
        at = moment.astimezone(CHINA).strftime("%H:%M") if moment else text.strip()[: len("09:30")]
        return at == f"{int(wanted['hour']):02}:{wanted['minute']}"
    year, month = int(wanted["year"]), int(wanted["month"] or 0)
    found = _PART.fullmatch(text.strip())
    if found and found["year"]:
        return (int(found["year"]), int(found["month"] or 0)) == (year, month)
    return any(day.year == year and (not month or day.month == month) for day in days_in(text))


def _minutes(text: str) -> datetime | None:
    found = _MINUTES.match(text.strip())
    with suppress(ValueError):
        return datetime(*(int(group) for group in found.groups())) if found else None  # type: ignore[arg-type]  # noqa: DTZ001
    return None


def _settled(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").strip()
