"""The types of a plan's values: each reads what a clerk writes and says what is wrong when it cannot."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, PlainSerializer, ValidationInfo

from configs.dates import FIRST_YEAR, LAST_YEAR, parse_date
from configs.money import FEN, AmountUnit, exact_yuan, parse_money, parse_number
from configs.plans.fields import KINDS, METHODS, ROUTES
from configs.problems import BadValueError

RouteName = Literal["auto", "provincial", "mall"]
Method = Literal[
    "公开招标",
    "邀请招标",
    "竞争性谈判",
    "单一来源",
    "询价",
    "协议供货",
    "定点采购",
    "自行采购",
    "批量集中采购",
    "竞争性磋商",
    "网上超市",
    "中央部门集采",
    "工程代建",
]
PurchaseKind = Literal["货物", "工程", "服务", "其他"]

NAME_LENGTH, TEXT_LENGTH = 100, 200
_YES, _NO = {"是", "true", "yes"}, {"否", "false", "no"}
_REF = re.compile(r"[\w][\w.\-]{0,59}")
_CODE = re.compile(r"[ABC][0-9]{2,14}")
_QUANTITY_LIMIT = Decimal(10) ** 9


def _squeezed(value: object) -> str:
    return "".join(unicodedata.normalize("NFKC", str(value)).split())


def _text(value: object) -> str:
    text = str(value).strip()
    if not text:
        raise BadValueError("text_empty")
    if any(unicodedata.category(character) == "Cc" for character in text):
        raise BadValueError("text_lines", value=text)
    if hidden := next((c for c in text if unicodedata.category(c) == "Cf"), ""):
        raise BadValueError("text_invisible", value=text, character=f"U+{ord(hidden):04X}")
    if len(text) > TEXT_LENGTH:
        raise BadValueError("text_too_long", length=len(text), most=TEXT_LENGTH)
    return text


def _name(value: object) -> str:
    text = _text(value)
    if len(text) > NAME_LENGTH:
        raise BadValueError("text_too_long", length=len(text), most=NAME_LENGTH)
    return text


def _ref(value: object) -> str:
    text = unicodedata.normalize("NFKC", str(value)).strip()
    if not _REF.fullmatch(text):
        raise BadValueError("ref_form", value=text)
    return text


def _amount(value: object, info: ValidationInfo) -> Decimal:
    if isinstance(value, str):
        unit: AmountUnit | None = (info.context or {}).get("amount_unit")
        return parse_money(value, unit)
    if not isinstance(value, Decimal):
        raise BadValueError("money_unit_missing", value=str(value), wan=f"{value}万元", yuan=f"{value}元")
    return exact_yuan(value)


def _price(value: object, info: ValidationInfo) -> Decimal:
    amount = _amount(value, info)
    if amount == 0:
        raise BadValueError("not_positive", value=str(value))
    return amount


def _total(value: object, info: ValidationInfo) -> Decimal:
    """Read a written 金额; the computed one passes, and a rule reports it where it is finer than 0.01 元."""
    return value if isinstance(value, Decimal) else _amount(value, info)


def _quantity(value: object) -> Decimal:
    number = Decimal(value) if isinstance(value, int | Decimal) else parse_number(str(value))
    if number is None or not number.is_finite():
        raise BadValueError("quantity_form", value=str(value))
    if number <= 0:
        raise BadValueError("not_positive", value=str(value))
    if number >= _QUANTITY_LIMIT:
        raise BadValueError("quantity_too_big", value=str(value))
    if number != number.quantize(FEN):
        raise BadValueError("quantity_too_fine", value=str(value))
    return number.quantize(FEN)


def _date(value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return parse_date(str(value))


def _year(value: object) -> int:
    found = re.fullmatch(r"([0-9]{4})年?", _squeezed(value))
    if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise BadValueError("year_form", value=str(value))
    return int(found[1])


def _month(value: object) -> int:
    found = re.fullmatch(r"(0?[1-9]|1[0-2])月?", _squeezed(value))
    if not found:
        raise BadValueError("month_form", value=str(value))
    return int(found[1])


def _yes_no(value: object) -> bool:
    word = _squeezed(value).casefold()
    if word in _YES | _NO:
        return word in _YES
    raise BadValueError("not_yes_or_no", value=str(value))


def _code(value: object) -> str:
    code = _squeezed(value).upper()
    if not _CODE.fullmatch(code):
        raise BadValueError("item_code_form", value=str(value))
    if len(code) % 2 == 0:  # every level of the catalogue has two digits
        raise BadValueError("item_code_odd", value=code, digits=len(code) - 1)
    return code


def _one_of(options: tuple[str, ...]) -> Callable[[Any], str]:
    def check(value: object) -> str:
        word = _squeezed(value)
        if word not in options:
            raise BadValueError("not_one_of", value=str(value), allowed=list(options))
        return word

    return check


def _route(value: object) -> str:
    word = _squeezed(value)
    name = ROUTES.get(word, word.lower())
    if name not in get_args(RouteName):
        raise BadValueError("not_one_of", value=str(value), allowed=list(ROUTES))
    return name


Ref = Annotated[str, BeforeValidator(_ref)]
PlainText = Annotated[str, BeforeValidator(_text)]
PlanName = Annotated[str, BeforeValidator(_name)]
ItemCode = Annotated[str, BeforeValidator(_code)]
RouteValue = Annotated[RouteName, BeforeValidator(_route)]
MethodValue = Annotated[Method, BeforeValidator(_one_of(METHODS))]
KindValue = Annotated[PurchaseKind, BeforeValidator(_one_of(KINDS))]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Day = Annotated[date, BeforeValidator(_date)]
Year = Annotated[int, BeforeValidator(_year)]
Month = Annotated[int, BeforeValidator(_month)]
Quantity = Annotated[Decimal, BeforeValidator(_quantity)]
_as_yuan = PlainSerializer(lambda yuan: f"{yuan:f}元", return_type=str, when_used="json")
Yuan = Annotated[Decimal, BeforeValidator(_amount), _as_yuan]
Price = Annotated[Decimal, BeforeValidator(_price), _as_yuan]
Total = Annotated[Decimal, BeforeValidator(_total), _as_yuan]
OtherFields = Annotated[dict[str, str], Field(default_factory=dict)]
