"""The units of a form's amounts: 元 where it used to be 万元, and where a form says which it is."""

import random
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from sandbox.drift.labels import without_unit
from sandbox.drift.sections import Part
from sandbox.skins.describe import Json

YUAN_A_WAN = 10_000
WAN_DECIMALS, YUAN_DECIMALS = 6, 2
WAN = "(万元)"
ABOVE = ("金额单位：{}", "单位：{}", "（单位：{}）", "注：以下金额单位均为{}", "金额单位：人民币{}")
TITLED = ("{}（单位：{}）", "{}({})", "{}（金额单位：{}）", "{}（{}）")


def can_change(field: Json) -> bool:
    """Tell whether a field is an amount in 万元."""
    return field["kind"] == "number" and field.get("decimals") == WAN_DECIMALS and field["label"].endswith(WAN)


def in_yuan(field: Json) -> Json:
    """Ask for the same amount in 元."""
    bent = field | {"label": field["label"].removesuffix(WAN) + "(元)", "decimals": YUAN_DECIMALS}
    if "computed" in field:
        bent["computed"] = field["computed"] | {"decimals": YUAN_DECIMALS}
    return bent


def times(text: str, factor: Decimal) -> str:
    """Write an amount in the other unit; what is no number stays as it is."""
    try:
        return f"{(Decimal(text.replace(',', '')) * factor).normalize():f}"
    except InvalidOperation:
        return text


class Said:
    """Where a form says its units: beside each amount, or once for those that share one.

    `titles` and `note` are the statements; an amount in another unit than its statement says so in its own label.
    """

    def __init__(self, how: str, fields: Iterable[Json], parts: list[Part], luck: random.Random) -> None:
        """`fields`: by the portal's own columns, each amount with its unit in its label."""
        self._how = how
        self._stated: dict[str, str] = {}  # column → the unit that is said for it elsewhere
        self.note = self.anyhow = ""
        units = {field["column"]: unit for field in fields if (unit := without_unit(field["label"])[1])}
        whole = _most(units.values())
        if whole and how in {"text", "title"}:
            self.anyhow = luck.choice(ABOVE).format(whole)
        if how == "text":
            self.note = self.anyhow
            self._stated = dict.fromkeys(units, whole)
        if how == "title":
            self._title(parts, units, luck.choice(TITLED))

    def _title(self, parts: list[Part], units: dict[str, str], words: str) -> None:
        for part in parts:
            inside = {column: unit for column, unit in units.items() if column in part.columns}
            if most := _most(inside.values()):
                part.title = words.format(part.title, most)
                self._stated |= dict.fromkeys(inside, most)

    def beside(self, column: str, label: str) -> tuple[str, str]:
        """Give the label of an amount, and the unit behind its control."""
        bare, unit = without_unit(label)
        if self._how == "addon":
            return bare, unit
        return (bare, "") if unit and self._stated.get(column) == unit else (label, "")


def _most(units: Iterable[str]) -> str:
    counted = Counter(units).most_common(1)
    return counted[0][0] if counted else ""
