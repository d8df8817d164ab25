"""Typed values that go into fields, and the comparison of what a portal shows with what was meant."""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from bots.widgets.items import Item, shows
from bots.widgets.options import is_no_choice, same_option, yes_or_no
from bots.widgets.words import Unit

_YUAN_IN: Final[dict[str, Decimal]] = {"万元": Decimal(10000), "元": Decimal(1)}
_NUMBER = re.compile(r"^[¥￥]?(-?\d+(?:\.\d*)?|-?\.\d+)(万元|元|%)?$")
_TIME = r"(?:[ T]?\d{1,2}[:：]\d{2}.*)?$"
_DATE = re.compile(r"^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?日?" + _TIME)
_DIGITS = re.compile(r"^(\d{4})(\d{2})(\d{2})$")


@dataclass(frozen=True)
class Money:
    """An amount in 元; a field's own label says whether it wants 元 or 万元, and the conversion is exact."""

    yuan: Decimal

    def in_unit(self, unit: Unit) -> Decimal:
        """The same amount in 万元 or 元."""
        return self.yuan / _YUAN_IN[unit]


Value = str | int | Decimal | date | bool | Money | Item


@dataclass(frozen=True)
class Difference:
    """A field that shows `kept` where `wanted` was meant; both as the field would show them."""

    label: str
    wanted: str
    kept: str
    unit: str = field(default="", compare=False)  # of an amount: 万元 or 元


def plain_number(number: Decimal) -> str:
    """A number as a clerk types it: no exponent, no idle zeros (`35`, `0.5`, `0`)."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def typed(value: Value, unit: Unit | None = None) -> str:
    """What a clerk would type for a value into a field of that unit; Money needs 万元 or 元."""
    match value:
        case bool():
            return "是" if value else "否"
        case Money():
            if unit not in _YUAN_IN:
                raise ValueError(unit)
            return plain_number(value.in_unit(unit))
        case Decimal():
            return plain_number(value)
        case Item():
            return value.name
        case date():
            return f"{value.year:04}-{value.month:02}-{value.day:02}"
        case _:
            return value if isinstance(value, str) else str(value)  # a Place stays one


def as_number(text: str) -> tuple[Decimal, str | None] | None:
    """The number in a text such as `1,234.50`, `35万元` and its unit, if it is nothing else."""
    plain = "".join(unicodedata.normalize("NFKC", text).replace(",", "").split())
    found = _NUMBER.match(plain)
    if not found:
        return None
    try:
        return Decimal(found[1]), found[2]
    except InvalidOperation:
        return None


def as_date(text: str) -> date | None:
    """The date in `2020-09-18`, `2020年9月18日`, `2020/9/18 00:00:00`, `20200918`, if it is one."""
    text = unicodedata.normalize("NFKC", text).strip()
    found = _DATE.match(text) or _DIGITS.match(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def same(value: Value, shown: str, unit: Unit | None = None, *, option: bool = False) -> bool:
    """Whether a portal that shows `shown` (in `unit`) keeps `value`, compared in the value's own type.

    `option`: the text is one of a list, where a code before it (`011_工业贸易科`) and 请选择 for nothing are the same.
    """
    match value:
        case bool():
            return yes_or_no(shown) is value
        case Money():
            return _same_money(value, shown, unit)
        case int() | Decimal():
            number = as_number(shown)
            return number[0] == value if number else option and same_option(str(value), shown)
        case date():
            return as_date(shown) == value
        case Item():
            return shows(value, shown)
        case _:
            return _same_text(value, shown, unit, option=option)


def _same_money(value: Money, shown: str, unit: Unit | None) -> bool:
    number = as_number(shown)
    if number is None:
        return False
    known = number[1] or unit
    return known in _YUAN_IN and number[0] * _YUAN_IN[known] == value.yuan


def _same_text(wanted: str, shown: str, unit: Unit | None, *, option: bool) -> bool:
    if option:
        return same_option(wanted, shown) or (is_no_choice(wanted) and is_no_choice(shown))
    if unit is not None:  # the field holds a number, whoever wrote it as text
        pair = as_number(wanted), as_number(shown)
        if pair[0] and pair[1]:
            return pair[0][0] == pair[1][0]
    return _settled(wanted) == _settled(shown)


def _settled(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").strip()
