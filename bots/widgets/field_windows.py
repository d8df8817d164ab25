"""The fields of a form that are set in what they open: a window, or a tree of the page's own below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.widgets.dropped import Dropped, choose_in_dropped
from bots.widgets.items import Item
from bots.widgets.places import Place

if TYPE_CHECKING:
    from bots.widgets.control import Control
    from bots.widgets.fill import Move
    from bots.widgets.form import Form
    from bots.widgets.values import Value

OPENS = 3.0  # seconds, for a window that nothing has told of
WRITTEN_BACK = 2.0  # seconds, from the end of a window until its field shows what was chosen


class FieldWindows:
    """The windows of one fill."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self.used_by: set[str] = set()  # labels

    def are_for(self, control: Control, value: Value) -> bool:
        """Whether the value is chosen in a window that the field, or its button, says it opens."""
        if not control.opens or not isinstance(value, Item | str):
            return False
        if isinstance(value, Place):
            return control.kind == "text" and control.read_only and not control.disabled
        if self._form.windows is None:
            return False
        return isinstance(value, Item) or not control.fillable

    def may_be_for(self, control: Control, value: Value) -> bool:
        """Whether a read-only text may open one, although nothing tells of it."""
        plain = control.kind == "text" and control.read_only and not control.disabled
        return self._form.windows is not None and plain and isinstance(value, Item)

    async def work(self, move: Move) -> None:
        """Open it, choose, and wait until the field shows something else; raises what Windows.choose says."""
        form, probe = self._form, self._form.probe
        seconds = form.terms.wait_seconds
        if form.windows is None or move.item is None:
            await choose_in_dropped(probe, move, seconds=seconds, where=form.path)
        else:
            dropped = Dropped(probe, move, seconds=seconds, where=form.path)
            await dropped.watch()
            opens = None if move.control.opens else OPENS
            opener = await probe.opener(move.control)
            chosen = form.windows.choose(opener, move.item, label=move.label, seconds=opens, instead=dropped.is_open)
            if not await chosen:
                await dropped.choose()
        self.used_by.add(move.label)
        await probe.wait_for_move(move.control, seconds=WRITTEN_BACK)
