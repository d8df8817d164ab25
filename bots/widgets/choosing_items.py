"""Choosing an item of a catalogue from the list, the columns or the tree that a field opens, by its code and name.

Where only names are shown, every branch that may hold the item is looked into: one name may stand in two of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.errors import FieldAmbiguous
from bots.widgets.choosing import MOST_BRANCHES, Chooser
from bots.widgets.items import BY_CODE, Item, choose_item, fit, promise, shows
from bots.widgets.options import search_terms
from bots.widgets.tree_ways import remember, ways_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bots.widgets import panels
    from bots.widgets.fill import Move
    from bots.widgets.inventory import Probe
    from bots.widgets.panels import Panel
    from bots.widgets.tree_ways import Ways

Way = tuple[str, ...]


def leaf_of(item: Item, met: Ways, *, label: str, where: str) -> Way:
    """The way to the one leaf that is meant; raises OptionNotOffered with all leaves, FieldAmbiguous."""
    leaves = [way for way, node in met.items() if not node.branch and not node.disabled]
    known = [way for way in leaves if _is_under(item, way)]
    try:
        return leaves[choose_item(item, [met[way].row for way in leaves], label=label, where=where)]
    except FieldAmbiguous:
        if not known:
            raise
        return known[choose_item(item, [met[way].row for way in known], label=label, where=where)]


def is_certain(item: Item, met: Ways) -> bool:
    """Whether nothing else can be meant: its code was met, or its name in the branch that it is known to stand in."""
    fitting = [(way, fit(item, node.row)) for way, node in met.items() if not node.branch and not node.disabled]
    return any(rank == BY_CODE or (rank and _is_under(item, way)) for way, rank in fitting)


def likeliest(item: Item, ways: Ways, opened: set[Way]) -> Way | None:
    """The branch to look into next; None where no other may hold the item."""
    promising = {way: promise(item, way[-1]) for way, node in ways.items() if node.branch and way not in opened}
    open_ones = {way: rank for way, rank in promising.items() if rank is not None}
    return max(open_ones, key=lambda way: open_ones[way], default=None)


def _is_under(item: Item, way: Way) -> bool:
    return bool(item.under) and any(shows(Item(item.under), branch) for branch in way[:-1])


class ItemChooser(Chooser):
    """One choice of an item."""

    def __init__(self, probe: Probe, move: Move, *, seconds: float, where: str) -> None:
        super().__init__(probe, move, seconds=seconds, where=where)
        assert move.item is not None
        self.item = move.item
        self.code = move.item.code

    def pick(self, wanted: str, items: Sequence[panels.Item]) -> panels.Item:  # noqa: ARG002 - the item says more
        """The entry that is the item; raises OptionNotOffered, FieldAmbiguous."""
        return items[choose_item(self.item, [one.row for one in items], label=self.move.label, where=self.where)]

    def terms(self, wanted: str) -> list[str]:
        """What to type into a list that is searched: the name, then the code, each without its last letter."""
        return [*search_terms(wanted), *([self.item.code[:-1]] if self.item.code else [])]

    async def walk_tree(self, wanted: str) -> panels.Item:  # noqa: ARG002 - the item says more
        """Open the likeliest branches until the item is certain, or none is left; then bring it in sight again."""
        met: Ways = {}
        opened: set[Way] = set()
        panel = await self.further(top=True)
        for _ in range(MOST_BRANCHES):
            ways = ways_in(panel.items)
            remember(ways, met)
            if is_certain(self.item, met):
                break
            way = likeliest(self.item, ways, opened)
            if way is not None:
                opened.add(way)
                panel = await self.unfolded(panel, ways[way])
            elif panel.more:
                panel = await self.further(top=False)
            else:
                break
        if not met:
            raise self.refusal("nothing_offered")
        way = leaf_of(self.item, met, label=self.move.label, where=self.where)
        return await self._brought_out(way, met, panel)

    async def _brought_out(self, way: Way, met: Ways, panel: Panel) -> panels.Item:
        """A tree may close one branch when another is opened."""
        for depth in range(1, len(way)):
            branch = ways_in(panel.items).get(way[:depth])
            if branch is not None:
                panel = await self.unfolded(panel, branch)
        return ways_in(panel.items).get(way, met[way])

    async def walk_columns(self, panel: Panel) -> None:
        """Look into one column after another; a path that is given as a whole is gone as it is."""
        met: Ways = {}
        await self._look_into((), panel, met)
        if not met:
            raise self.refusal("nothing_offered")
        way = leaf_of(self.item, met, label=self.move.label, where=self.where)
        for level, text in enumerate(way):
            column = [one for one in (await self.panel()).usable if one.level == level and one.text == text]
            if not column:
                raise self.refusal("does_not_hold")
            if level == len(way) - 1:
                await self.press(column[0])
            elif not column[0].open:
                await self.press(column[0], take="item")
                await self.column(level + 1, text)

    async def _look_into(self, above: Way, panel: Panel, met: Ways) -> bool:
        column = [one for one in panel.usable if one.level == len(above)]
        met |= {(*above, one.text): one for one in column}
        if is_certain(self.item, met) or len(met) > MOST_BRANCHES**2:
            return True
        branches = {(*above, one.text): one for one in column}
        looked: set[Way] = set()
        while (way := likeliest(self.item, branches, looked)) is not None:
            looked.add(way)
            await self.press(branches[way], take="item")
            if await self._look_into(way, await self.column(len(way), way[-1]), met):
                return True
        return False


async def choose_item_in_panel(probe: Probe, move: Move, *, seconds: float, where: str) -> None:
    """Choose the item of a move in the list, the columns or the tree that its control opens."""
    await ItemChooser(probe, move, seconds=seconds, where=where).choose()
