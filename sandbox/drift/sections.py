"""A form in parts: under headings, in tabs, in sections that fold, in two steps; and which field stands in which."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
Meaning = Callable[[str], str]  # a field as it is posted → the column of the portal itself; nothing: a decoy

OTHER = "other"
COLUMNS: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {  # form → its parts in order; the last one has the rest
    "plan": (
        ("basic", frozenset({"number", "name", "year", "month", "office", "method", "purchase_date", "deadline",
                             "category"})),
        ("money", frozenset({"general_budget", "government_fund", "state_capital", "fiscal_account", "self_raised"})),
        (OTHER, frozenset()),
    ),
    "detail": (
        ("item", frozenset({"catalogue", "purchase_name", "item_code", "item_name"})),
        ("sum", frozenset({"price", "quantity", "measure", "amount"})),
        (OTHER, frozenset()),
    ),
    "sheet": (
        ("basic", frozenset({"number", "name", "year", "method", "itemCode"})),
        ("sum", frozenset({"quantity", "measure", "price", "amount"})),
        (OTHER, frozenset()),
    ),
}  # fmt: skip
TITLES: dict[str, tuple[str, ...]] = {
    "basic": ("基本信息", "基础信息", "计划基本信息", "项目信息"),
    "money": ("资金信息", "资金来源", "预算资金", "资金构成"),
    "item": ("品目信息", "采购标的", "采购品目信息"),
    "sum": ("数量及金额", "预算信息", "价格信息"),
    OTHER: ("其他信息", "补充信息", "附加信息"),
}


@dataclass
class Part:
    """One part of a form: `columns` are the portal's own names of its fields."""

    title: str
    columns: frozenset[str]
    folded: bool = False
    posted: list[str] = field(default_factory=list)  # its fields as they are posted, decoys too


def parted(name: str, how: str, luck: random.Random) -> list[Part]:
    """Cut a form into parts; of steps there are two."""
    parts = [Part(luck.choice(TITLES[key]), columns) for key, columns in COLUMNS[name]]
    folded = luck.sample(range(1, len(parts)), luck.randint(1, len(parts) - 1))
    for place in folded if how == "collapsed" else []:
        parts[place].folded = True
    if how == "steps":
        first, *rest = parts
        return [first, Part(rest[0].title, frozenset().union(*(part.columns for part in rest)))]
    return parts


def part_of(column: str, parts: list[Part]) -> Part:
    """Find the part in which a field stands."""
    return next((part for part in parts if column in part.columns), parts[-1])


def dealt(form: Json, parts: list[Part], meaning: Meaning, luck: random.Random) -> Json:
    """Deal the fields out; a decoy stands anywhere."""
    for made in form["fields"]:
        column = meaning(made["column"])
        (part_of(column, parts) if column else luck.choice(parts)).posted.append(made["column"])
    told = [{"title": part.title, "columns": part.posted, "folded": part.folded} for part in parts if part.posted]
    return form | {"parts": told}


def stepping(buttons: list[Json]) -> list[Json]:
    """Add 下一步 and 上一步; what keeps the form stands in the last step (`on`: in which step it is drawn)."""
    on = {"action": "next", "label": "下一步", "primary": True, "on": "first"}
    back = {"action": "back", "label": "上一步", "primary": False, "on": "last"}
    kept = [button | {"on": "last"} if button["action"] == "save" else button for button in buttons]
    return [on, back, *kept]
