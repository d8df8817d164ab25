"""What a read-only field opens below itself, drawn by the page alone: a tree or a list of which no toolkit tells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bots.widgets.choosing import Chooser
from bots.widgets.choosing_items import ItemChooser
from bots.widgets.places import Place

if TYPE_CHECKING:
    from bots.widgets.fill import Move
    from bots.widgets.inventory import Probe


class Dropped:
    """One opening of it; `watch` comes before the press, and is over with the next survey."""

    def __init__(self, probe: Probe, move: Move, *, seconds: float, where: str) -> None:
        self._probe, self._control = probe, move.control
        treelike = replace(move, control=replace(move.control, kind="tree", listed=False))
        chooser = Chooser if move.item is None or isinstance(move.text, Place) else ItemChooser
        self._chooser = chooser(probe, treelike, seconds=seconds, where=where)

    async def watch(self) -> None:
        """Remember what is in sight: the rest is what the field has opened."""
        await self._probe.panel("dropWatched", self._control)

    async def is_open(self) -> bool:
        """Whether something to choose from has come into sight beside the field."""
        panel = await self._chooser.panel()
        return panel.open and bool(panel.items)

    async def choose(self) -> None:
        """Open it, if it is not, and choose. Raises what Chooser.choose says."""
        await self._chooser.choose()


async def choose_in_dropped(probe: Probe, move: Move, *, seconds: float, where: str) -> None:
    """Press the field and choose in what it opens below itself."""
    dropped = Dropped(probe, move, seconds=seconds, where=where)
    await dropped.watch()
    await dropped.choose()
