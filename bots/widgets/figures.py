"""The figures of a list's rows, each with its unit as the page says it: over its column, or beside the list."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bots.terms import Terms
from bots.widgets.grid import Row, Sheet
from bots.widgets.words import Unit, best_likeness, name_of, ranked, squeeze, unit_in

SURE = 0.95  # of a header: the word itself; 金额(已支付) is another
_UNIT_AT_END = re.compile(r"(.*?[^/:,\-—(])[/:,\-—]?(万元|元)")


@dataclass(frozen=True)
class Figure:
    """What a list shows under `head` for the manual's `word`; `unit` is None where nothing says it.

    `row` is empty for the row itself, or the first words of a row of sums (合计).
    """

    word: str
    head: str
    text: str
    unit: Unit | None
    row: str = ""


def figures(sheet: Sheet, rows: Iterable[tuple[str, Row]], concepts: Sequence[str], terms: Terms) -> list[Figure]:
    """List what stands under these concepts in rows named as `Figure.row`; empty cells are left out."""
    columns = list(_columns(sheet, concepts, terms))
    return [
        Figure(word, head, text, unit, named)
        for named, row in rows
        for word, column, head, unit in columns
        if (text := row.get(column, "").strip())
    ]


def sum_rows(sheet: Sheet) -> list[tuple[str, Row]]:
    """The rows of sums in view, each with its word: 合计, 本页小计."""
    return [(next((text for text in row.values() if "计" in text), "合计"), row) for row in sheet.summary]


def _columns(sheet: Sheet, concepts: Sequence[str], terms: Terms) -> Iterator[tuple[str, str, str, Unit | None]]:
    """The columns that show one of these concepts: the concept, the column, its head as the page has it, its unit."""
    for column, captions in sheet.captions.items():
        head = captions[0] if captions else column
        text, unit = _name_and_unit(head)
        above = (found for caption in captions[1:] if (found := _name_and_unit(caption)[1]))
        for concept in concepts:
            if best_likeness(ranked(terms.ranked(concept)), name_of(text)) >= SURE or column == concept:
                yield concept, column, head, unit or next(above, None) or unit_in(sheet.stated)


def _name_and_unit(caption: str) -> tuple[str, Unit | None]:
    name = name_of(caption)
    if name.unit:
        return name.text, name.unit
    found = _UNIT_AT_END.fullmatch(squeeze(caption))  # 金额/万元
    return (found[1], unit_in(found[2])) if found else (name.text, None)
