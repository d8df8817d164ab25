"""Money as clerks write it (`35万元`, `350000元`) and as the programme keeps it: exact `Decimal` 元.

The portals show 万元 with six decimals, so nothing finer than 0.01 元 can be kept; floats never appear.
"""

import re
import unicodedata
from decimal import Decimal
from typing import Literal

from configs.problems import BadValueError

AmountUnit = Literal["元", "万元"]
UNITS: dict[str, Decimal] = {"元": Decimal(1), "万元": Decimal(10_000)}
FEN = Decimal("0.01")
LIMIT = Decimal(10) ** 12  # 元; keeps every product within the 28 digits that Decimal computes exactly

_NUMBER = re.compile(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_AMOUNT = re.compile(r"([+-]?)([0-9][0-9,.]*)\s*(.*)", re.DOTALL)
_LIKELY_UNIT = {
    **dict.fromkeys(("万", "w", "wan", "万块", "万圆", "万元整", "万元人民币", "万人民币", "万rmb"), "万元"),
    **dict.fromkeys(("rmb", "cny", "yuan", "块", "块钱", "圆", "元整", "人民币", "元人民币"), "元"),
}


def parse_number(text: str) -> Decimal | None:
    """Read a plain number (full-width digits and well-placed thousands separators allowed); None when it is none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return Decimal(plain.replace(",", "")) if _NUMBER.fullmatch(plain) else None


def parse_money(text: str, default_unit: AmountUnit | None = None) -> Decimal:
    """Read an amount as exact 元 with two decimals.

    `default_unit` is what the file declares as 金额单位; without it a bare number is refused.
    Raises BadValueError: money_form, money_unit_missing, money_unit_wrong, money_negative, money_too_fine,
    money_too_big.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _AMOUNT.fullmatch(plain)
    number = parse_number(found[2]) if found else None
    if found is None or number is None:
        raise BadValueError("money_form", value=text)
    if found[1] == "-":
        raise BadValueError("money_negative", value=text)
    unit = found[3] or default_unit
    if found[1] or unit is None:
        raise BadValueError("money_unit_missing", value=text, wan=f"{found[2]}万元", yuan=f"{found[2]}元")
    if unit not in UNITS:
        raise BadValueError("money_unit_wrong", value=text, unit=unit, right=_suggestion(found[2], number, unit))
    return exact_yuan(number * UNITS[unit], text)


def exact_yuan(yuan: Decimal, written: str | None = None) -> Decimal:
    """Give an amount two decimals; BadValueError when it is negative, too big, or finer than 0.01 元."""
    value = written if written is not None else f"{yuan}元"
    if not yuan.is_finite():
        raise BadValueError("money_form", value=value)
    if yuan < 0:
        raise BadValueError("money_negative", value=value)
    if yuan >= LIMIT:
        raise BadValueError("money_too_big", value=value)
    kept = yuan.quantize(FEN)
    if kept != yuan:
        raise BadValueError("money_too_fine", value=value)
    return kept


def format_yuan(yuan: Decimal) -> str:
    """Write an amount for people, in 元: `350,000.00元`."""
    return f"{yuan:,.2f}元"


def format_wan(yuan: Decimal) -> str:
    """Write an amount for people, in 万元 with no more decimals than it needs: `35万元`, `0.123456万元`."""
    digits = f"{yuan / UNITS['万元']:,.6f}".rstrip("0").rstrip(".")
    return f"{digits}万元"


def _suggestion(digits: str, number: Decimal, unit: str) -> str:
    if unit in {"亿", "亿元"}:
        return format_wan(number * Decimal(10) ** 8)
    likely = _LIKELY_UNIT.get(re.sub(r"\s", "", unit).lower())
    return f"{digits}{likely}" if likely else f"{digits}万元 / {digits}元"
