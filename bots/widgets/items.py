"""An item of a catalogue: which of the entries that a page offers is meant, by code and name; never the nearest."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from bots.errors import FieldAmbiguous, OptionNotOffered
from bots.widgets.options import is_no_choice, path_of, same_option
from bots.widgets.words import squeeze

_LETTERED = re.compile(r"(?<![a-z0-9])[a-z]{1,3}\d{2,}[a-z\d.\-]*(?![a-z0-9])", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<![a-z0-9])\d{4,}[\d.\-]*(?![a-z0-9])")
_GROUP = re.compile(r"^[\[(【]?([a-z])(?=[^a-z0-9])")  # `A 货物`, `B_工程`
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
BY_CODE, BY_NAME = 3, 2  # how well an entry fits


@dataclass(frozen=True)
class Item:
    """One entry of a catalogue: 采购名称, 预算品目, 采购目录.

    `under`: the branch that it stands in, where that is known. `told`: other fields that tell of it (基准采购品目编码),
    as far as the form has them: compared, and filled where they are inputs of their own. `holds`: of a branch, as of
    采购目录, the code of what is looked for in it.
    """

    name: str
    code: str = ""
    under: str = ""
    told: Mapping[str, str] = field(default_factory=dict, hash=False)
    holds: str = ""

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()


class Part(str):
    """What an item says of another field: its code, its name; a field that cannot be filled may show more of `item`."""

    __slots__ = ("item",)
    item: Item

    def __new__(cls, text: str, item: Item) -> Self:
        """The text, and what it is a part of."""
        part = super().__new__(cls, text)
        part.item = item
        return part


def item_in(text: str) -> Item:
    """The item that a text such as `A02010105 台式计算机` is about; one without a code is all name."""
    found = _LETTERED.search(text)
    name = _EDGES.sub("", text.replace(found[0], " ", 1)) if found else ""
    return Item(name, found[0]) if found and name else Item(text.strip())


def told_by(values: Mapping[str, object]) -> dict[str, Part]:
    """What the items among these values say of other fields, which a form may lack."""
    items = [value for value in values.values() if isinstance(value, Item)]
    return {label: Part(text, item) for item in items for label, text in item.told.items() if label not in values}


def fit(item: Item, row: Sequence[str]) -> int:
    """How well an entry fits: BY_CODE, BY_NAME where it shows no code, 0 for another one.

    `row`: its whole text, then its texts one by one where it has several.
    """
    cells = [cell for cell in row[1:] if cell.strip()] or row[:1]
    wanted = _key(item.name)
    if not item.code:
        named = any(wanted in (_key(cell), _apart(cell, _LETTERED)[1]) for cell in cells)
        return BY_NAME if named or any(same_option(item.name, cell) for cell in cells) else 0
    parts = [("", wanted) if _key(cell) == wanted else _apart(cell, _shape(item.code)) for cell in cells]
    codes = {code for code, _ in parts if code}
    names = {name for _, name in parts if name}
    if item.code.casefold() in codes:
        return BY_CODE if wanted in names or not names else 0
    return BY_NAME if not codes and wanted in names else 0


def shows(item: Item, text: str) -> bool:
    """Whether a field that shows this text shows the item: by code and name, or by the last level of its path."""
    return fit(item, (text,)) > 0 or _fits_by_path(item, text) > 0


def _fits_by_path(item: Item, text: str) -> int:
    """How well `A_货物/集中采购目录` fits by its last level; not at all where what leads there leads to other codes."""
    *above, last = path_of(text) or [""]
    held = Item("", item.holds or item.code)
    return fit(item, (last,)) if above and all(promise(held, level) is not None for level in above) else 0


def holds_another(item: Item, held: Sequence[str]) -> bool:
    """Whether what the page would send is the code of another item of the same catalogue."""
    codes = [text.strip().casefold() for text in held]
    return (
        bool(item.code)
        and any(
            _shape(item.code).fullmatch(code) and len(code) > 2 and code != item.code.casefold()  # noqa: PLR2004
            for code in codes
        )
        and item.code.casefold() not in codes
    )


def choose_item(item: Item, rows: Sequence[Sequence[str]], *, label: str, where: str) -> int:
    """The place of the item among entries; raises OptionNotOffered, or FieldAmbiguous when two fit equally."""
    ranks = [fit(item, row) for row in rows]
    if not any(ranks):
        ranks = [_fits_by_path(item, row[0]) for row in rows]
    best = max(ranks, default=0)
    if not best:
        offered = [row[0] for row in rows if not is_no_choice(row[0])]
        raise OptionNotOffered(label=label, wanted=str(item), where=where, offered=offered)
    if ranks.count(best) > 1:
        fitting = [row[0] for row, rank in zip(rows, ranks, strict=True) if rank == best]
        raise FieldAmbiguous(label=f"{label}={item}", where=where, candidates=fitting)
    return ranks.index(best)


def promise(item: Item, branch: str) -> int | None:
    """How likely a branch of a tree holds the item; None: its own code says that it does not.

    The longer a code that begins the item's, the likelier; then the branch it is known to stand in; then any other
    without a code.
    """
    text = _plain(branch)
    lettered = item.code[:1].isalpha()
    found = (_shape(item.code).search(text) or (lettered and _GROUP.match(text))) if item.code else None
    if found:
        code = found[found.lastindex or 0]
        return 2 + len(code) if item.code.casefold().startswith(code) else None
    return 1 if item.under and shows(Item(item.under), branch) else 0


def _shape(code: str) -> re.Pattern[str]:
    return _LETTERED if code[:1].isalpha() else _NUMBERED


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _apart(text: str, shape: re.Pattern[str]) -> tuple[str, str]:
    """The code in a text and the name beside it, as they are compared."""
    plain = _plain(text)
    found = shape.search(plain)
    return (found[0], _key(plain.replace(found[0], " ", 1))) if found else ("", _key(plain))


def _key(text: str) -> str:
    return _EDGES.sub("", squeeze(text))
