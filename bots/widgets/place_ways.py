"""The way to a region in columns (省 / 市 / 县区) or in a tree: what it lies in is opened, its own leaf chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.errors import FieldAmbiguous, OptionNotOffered
from bots.widgets.options import choose_row, is_no_choice
from bots.widgets.places import Place, meant_by
from bots.widgets.tree_ways import ways_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bots.widgets.choosing import Chooser
    from bots.widgets.panels import Item, Panel
    from bots.widgets.tree_ways import Ways

MOST_LEVELS = 6
MOST_BRANCHES = 80


async def walk_columns(chooser: Chooser, panel: Panel, place: Place) -> None:
    """Press from column to column. Raises OptionNotOffered with what the last one offers, FieldAmbiguous."""
    above: list[str] = []
    itself: Item | None = None  # a branch that is the region, and may be chosen as it is
    for level in range(MOST_LEVELS):
        column = [item for item in panel.usable if item.level == level]
        if not column:
            raise chooser.refusal("nothing_offered")
        try:
            item = column[_meant(chooser, place, column, above)]
        except OptionNotOffered:
            if itself is None or not itself.marked:
                raise
            await chooser.press(itself)
            return
        if not item.branch:
            await chooser.press(item)
            return
        itself = item if place.rank(item.text, above) else None
        if not item.open:
            await chooser.press(item, take="item")
        above.append(item.text)
        panel = await chooser.column(level + 1, item.text)


def _meant(chooser: Chooser, place: Place, column: list[Item], above: list[str]) -> int:
    texts = [item.text for item in column]
    return meant_among(place, texts, above, label=chooser.move.label, where=chooser.where, is_last=False)


async def walk_tree(chooser: Chooser, place: Place) -> Item:
    """The node of a region: its own leaf below its name, the name itself where it has none."""
    opened: set[tuple[str, ...]] = set()
    panel = await chooser.further(top=True)
    for _ in range(MOST_BRANCHES):
        ways = ways_in(panel.items)
        branch = _to_open(place, ways, opened)
        if branch is None and not panel.more:
            break
        if branch is None:
            panel = await chooser.further(top=False)
            continue
        opened.add(branch)
        panel = await chooser.unfolded(panel, ways[branch])
    return _found(chooser, place, ways_in(panel.items))


def _to_open(place: Place, ways: Ways, opened: set[tuple[str, ...]]) -> tuple[str, ...] | None:
    closed = [way for way, item in ways.items() if item.branch and way not in opened]
    return next((way for way in closed if place.rank(way[-1], way[:-1]) or place.leads(way[-1])), None) or next(
        (way for way in closed if len(way) == 1 and len([one for one in ways if len(one) == 1]) == 1), None
    )


def _found(chooser: Chooser, place: Place, ways: Ways) -> Item:
    ranks = {way: place.rank(way[-1], way[:-1]) for way, item in ways.items() if not item.disabled}
    leaves = {way: rank for way, rank in ranks.items() if rank and not ways[way].branch}
    fit = leaves or {way: rank for way, rank in ranks.items() if rank}
    best = [way for way, rank in fit.items() if rank == max(fit.values())]
    if len(best) == 1:
        return ways[best[0]]
    rows = [ways[way].row for way in best or ways]
    return ways[(best or list(ways))[choose_row(place, rows, label=chooser.move.label, where=chooser.where)]]


def meant_among(
    place: Place, offered: Sequence[str], above: Sequence[str], *, label: str, where: str, is_last: bool
) -> int:
    """The entry of a level that is a region, or (unless `is_last`) leads to it.

    Raises OptionNotOffered with what is offered, FieldAmbiguous where several are meant.
    """
    usable = [at for at, text in enumerate(offered) if not is_no_choice(text)]
    texts = [offered[at] for at in usable]
    meant = meant_by(place, texts, above)
    if meant and not (meant[1] and is_last):
        return usable[meant[0]]
    ranked = [text for text in texts if place.rank(text, above)]
    if len(ranked) > 1:
        raise FieldAmbiguous(label=f"{label}={place}", where=where, candidates=ranked)
    raise OptionNotOffered(label=label, wanted=place, where=where, offered=texts)
