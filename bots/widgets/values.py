"""Typed values that go into fields, and the comparison of what a portal shows with what was meant."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Money:
    """An amount in 元; a field's own label says whether it wants 元 or 万元, and the conversion is exact."""

    yuan: Decimal


Value = str | int | Decimal | date | bool | Money
