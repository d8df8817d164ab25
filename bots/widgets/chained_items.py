"""An item of a catalogue chosen in selects that wait for each other: 大类, then 中类, then 采购名称.

Which select is the last is known only once nothing follows what was chosen in it. Where an option has a code, that
leads; where none has, every branch that may hold the item is looked into, as one name may stand in two of them.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bots.widgets.chained import Link, choices
from bots.widgets.choosing import MOST_BRANCHES
from bots.widgets.choosing_items import is_certain, leaf_of
from bots.widgets.items import BY_CODE, fit, promise
from bots.widgets.panels import NOWHERE
from bots.widgets.panels import Item as Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bots.widgets.control import Control
    from bots.widgets.fill import Move
    from bots.widgets.inventory import Probe
    from bots.widgets.tree_ways import Ways

FOLLOWS_SECONDS = 1.5  # for a select to come, or to be filled, once the one before it is chosen

Way = tuple[str, ...]


async def choose_item_in_chain(probe: Probe, move: Move, *, seconds: float, where: str) -> None:
    """Choose the item of a move; raises OptionNotOffered with all that was met, FieldAmbiguous, FieldNotAccepted."""
    walk = _Walk(probe, move, seconds=seconds, where=where)
    await walk.look_into(())
    assert move.item is not None
    way = leaf_of(move.item, walk.met, label=move.label, where=where)
    if way != walk.at:
        for level, text in enumerate(way):
            await walk.take(way[:level], text)


class _Walk:
    """What was met on the way; `at`: what is chosen now."""

    def __init__(self, probe: Probe, move: Move, *, seconds: float, where: str) -> None:
        assert move.item is not None
        self._probe, self._move, self._item = probe, move, move.item
        self._seconds, self._where = seconds, where
        self.met: Ways = {}
        self.at: Way = ()

    async def look_into(self, above: Way) -> bool:
        """Look into what follows on a choice; whether the item is certain. What nothing follows on is a leaf."""
        offered = await self._offered(above)
        for text in self._likeliest_first(offered):
            if len(self.met) > MOST_BRANCHES**2:
                return True
            await self.take(above, text)
            way = (*above, text)
            if fit(self._item, (text,)) != BY_CODE and await self._follows(way):
                if await self.look_into(way):
                    return True
                continue
            self.met |= {(*above, one): Entry(NOWHERE, one, level=len(above)) for one in offered}
            return is_certain(self._item, self.met)
        return False

    async def take(self, above: Way, text: str) -> None:
        """Choose one option in the select that follows on `above`."""
        link = self._link(above)
        control = await self._drawn(link, above)
        if control.listed and control.scripted:
            await link.put(control, text)
        else:
            await link.by_hand(control, lambda offered: list(offered).index(text))
        self.at = (*above, text)

    async def _offered(self, above: Way) -> list[str]:
        link = self._link(above)
        control = await self._drawn(link, above)
        if control.listed:
            return choices(control.options)
        return choices(await link.shown(control))

    async def _drawn(self, link: Link, above: Way) -> Control:
        there = not above or await self._follows(above)
        control = await link.filled() if there else None
        if control is None:
            raise link.refusal("nothing_offered", self._move.control)
        return control

    def _likeliest_first(self, offered: Sequence[str]) -> list[str]:
        ranks = {text: self._rank(text) for text in offered}
        return sorted((text for text in offered if ranks[text] >= 0), key=lambda text: -ranks[text])

    def _rank(self, text: str) -> int:
        fits, promises = fit(self._item, (text,)), promise(self._item, text)
        return 99 if fits == BY_CODE else -1 if promises is None else promises + fits

    async def _follows(self, way: Way) -> bool:
        """Whether a select follows on what was chosen, and offers something."""
        link, until = self._link(way), time.monotonic() + FOLLOWS_SECONDS
        while (left := until - time.monotonic()) > 0:
            control = await link.now()
            if control is not None and not control.disabled and (not control.listed or choices(control.options)):
                return True
            if control is not None and not await self._probe.wait_for_move(control, seconds=left):
                return False
        return False

    def _link(self, above: Way) -> Link:
        return Link(self._probe, self._move, len(above), seconds=self._seconds, where=self._where)
