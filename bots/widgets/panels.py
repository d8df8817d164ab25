"""An open list, tree or set of columns as its page tells it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bots.widgets.options import is_no_choice

NOWHERE = -1


@dataclass(frozen=True)
class Item:
    """One entry of an open list; `place` is its position there, NOWHERE for one that is out of sight by now."""

    place: int
    text: str
    columns: tuple[str, ...] = ()  # its texts one by one, where it has several: code and name
    level: int = 0
    branch: bool = False
    open: bool = False
    disabled: bool = False
    chosen: bool = False
    marked: bool = False  # chosen by a mark of its own: a branch, too

    @property
    def row(self) -> tuple[str, ...]:
        """What it is matched by."""
        return (self.text, *self.columns)


@dataclass(frozen=True)
class Panel:
    """An open list as it stands."""

    open: bool
    items: tuple[Item, ...]
    more: bool  # it scrolls on
    search: bool  # it has a field to search in; of a shut one: it opens when that is typed in
    none: bool  # it says that it holds nothing of the kind
    turns: bool  # it has a next page
    print: str  # to tell whether it has changed

    @property
    def idle(self) -> bool:
        """Whether it holds nothing but 请选择: what it offers may still be under way."""
        return bool(self.items) and all(is_no_choice(item.text) for item in self.items)

    @property
    def usable(self) -> list[Item]:
        """The entries that can be chosen."""
        return [item for item in self.items if not item.disabled]


def panel_from(raw: Mapping[str, Any]) -> Panel:
    """What the page's script told."""
    items = tuple(entry_from(place, one) for place, one in enumerate(raw["items"]))
    shown = json.dumps(raw["items"], ensure_ascii=False, separators=(",", ":"))  # as the page's own JSON writes it
    return Panel(raw["open"], items, raw["more"], raw["search"], raw["none"], raw["turns"], shown)


def met_item(raw: Mapping[str, Any]) -> Item:
    """An entry that was met while a list was leafed through."""
    return Item(NOWHERE, raw["text"], tuple(raw["columns"]))


def entry_from(place: int, one: Mapping[str, Any]) -> Item:
    """An entry that is in sight."""
    return Item(
        place,
        one["text"],
        tuple(one["columns"]),
        one["level"],
        one["branch"],
        one["open"],
        one["disabled"],
        one["chosen"],
        one["marked"],
    )
