"""Several selects beside one label (市, then 县区) as one field, whose value is the path through them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bots.errors import FieldNotAccepted, OptionNotOffered
from bots.widgets.choosing import Chooser
from bots.widgets.fill import Move
from bots.widgets.options import choose, is_no_choice, path_of
from bots.widgets.place_ways import meant_among
from bots.widgets.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bots.widgets.control import Control
    from bots.widgets.inventory import Probe

BETWEEN = " / "
NOT_CHOSEN = "请选择"
PATIENCE = 0.5  # of the site's wait: for a select to be filled once the one before it is chosen
MOST_LINKS = 5
PROPER = 70  # of a word: sure to name the control, not only near it


def with_chains(controls: Sequence[Control]) -> tuple[Control, ...]:
    """The same controls, neighbouring selects under one label joined where the later ones hang on the earlier."""
    joined: list[Control] = []
    for links in _runs(controls):
        joined += [_chain(links)] if 1 < len(links) <= MOST_LINKS and _depend(links) else links
    return tuple(joined)


def _runs(controls: Sequence[Control]) -> list[list[Control]]:
    """Neighbouring selects under one label, together; whatever else there is by itself."""
    runs: list[list[Control]] = []
    for control in controls:
        if runs and _is_select(control) and _is_select(runs[-1][-1]) and _shares_label(runs[-1][0], control):
            runs[-1].append(control)
        else:
            runs.append([control])
    return runs


def _is_select(control: Control) -> bool:
    return control.kind == "select" and not control.multiple and control.unit_of is None


def _shares_label(first: Control, control: Control) -> bool:
    """Whether a select has the label of the one that begins the run, or follows on it without one of its own."""
    named = [word.name.base for word in control.words if word.sureness >= PROPER]
    if not first.words or first.words[0].source == "placeholder" or first.toolkit != control.toolkit:
        return False
    return named[0] == first.words[0].name.base if named else control.follows


def _depend(links: Sequence[Control]) -> bool:
    """Whether they ask for different things: from and to offer the same, and are two values.

    What is chosen in one may head the next: a city stands for its own administration among its counties.
    """
    return all(
        not (set(choices(one.options)) & set(choices(other.options))) - {one.value}
        and (one.listed or _continues(one, other) or _hint(one) != _hint(other))
        for one, other in pairwise(links)
    )


def _continues(one: Control, other: Control) -> bool:
    """Whether no word of its own stands between a select and the one before it, as 至 does."""
    beside = one.labelled_by is not None and one.labelled_by == other.labelled_by
    return other.follows or (beside and {word.name.base for word in other.words} <= {one.words[0].name.base})


def _hint(control: Control) -> str:
    return next((word.raw for word in control.words if word.source == "placeholder"), "")


def is_choice(text: str) -> bool:
    """Whether an option is anything but 请选择."""
    return not is_no_choice(text)


def _chain(links: Sequence[Control]) -> Control:
    first, last = links[0], links[-1]
    return replace(
        first,
        kind="chained",
        value=_path(links),
        options=(),
        listed=False,
        scripted=False,
        required=any(link.required for link in links),
        held=last.held if is_choice(last.value) else first.held,
        posted_as=last.posted_as,
        links=tuple(links),
    )


def _path(links: Sequence[Control]) -> str:
    """What they show together; one that is still to be chosen counts as 请选择."""
    if is_no_choice(links[0].value):
        return ""
    chosen = [link for link in links if is_choice(link.value) or any(map(is_choice, link.options))]
    return BETWEEN.join(link.value if is_choice(link.value) else NOT_CHOSEN for link in chosen)


async def choose_in_chain(probe: Probe, move: Move, *, seconds: float, where: str) -> None:
    """Choose along a path, one select after another.

    Raises OptionNotOffered with what the select at hand offers, FieldAmbiguous, FieldNotAccepted (`nothing_offered`).
    """
    above: list[str] = []
    for place in range(len(move.control.links)):
        step = _Step(probe, move, place, seconds=seconds, where=where)
        text = await step.choose(above, is_last=place == len(move.control.links) - 1)
        if text is None:
            return
        above.append(text)


class Link:
    """One select of the chain, by its place in it."""

    def __init__(self, probe: Probe, move: Move, place: int, *, seconds: float, where: str) -> None:
        self._probe, self._move, self._place = probe, move, place
        self._seconds, self._where = seconds, where

    async def filled(self) -> Control | None:
        """The select as it is now, once what it offers has come; None where there is no such select."""
        control = await self.now()
        if control and (control.still_loading or control.disabled):
            await self._probe.wait_for_move(control, seconds=self._seconds * PATIENCE)
            control = await self.now()
        return control

    async def now(self) -> Control | None:
        """The select as it stands, or the one that a page has drawn in its place: many draw the later ones anew."""
        links, surveyed = self._move.control.links, await self._probe.survey()
        for run in _runs(surveyed):
            if run[0].index == links[0].index:
                return run[self._place] if self._place < len(run) else None
        meant = links[self._place].index if self._place < len(links) else None
        return next((one for one in surveyed if one.index == meant), None)

    async def put(self, control: Control, text: str) -> None:
        """Choose one of the options of a select that takes it from a script."""
        if text != control.value:
            await self._probe.put([{"index": control.index, "option": text}])
            await self._probe.turn()

    async def shown(self, control: Control) -> list[str]:
        """What a select offers that tells it only when it is opened."""
        chooser = Chooser(self._probe, replace(self._move, control=control), seconds=self._seconds, where=self._where)
        panel = await chooser.opened()
        await chooser.close()
        return [item.text for item in panel.usable]

    async def by_hand(self, control: Control, pick: Callable[[Sequence[str]], int]) -> str:
        """Open its list, choose the entry whose place `pick` tells, and give its text."""
        chooser = Chooser(self._probe, replace(self._move, control=control), seconds=self._seconds, where=self._where)
        panel = await chooser.opened()
        try:
            items = panel.usable
            if not items:
                raise chooser.refusal("nothing_offered")
            item = items[pick([one.text for one in items])]
            await chooser.press(item)
        finally:
            await chooser.close()
        return item.text

    def refusal(self, reason: str, control: Control) -> FieldNotAccepted:
        """What is told where the chain cannot be gone."""
        move = self._move
        return FieldNotAccepted(
            label=move.label, wanted=move.text, got=control.reading, where=self._where, reason=reason
        )


class _Step(Link):
    """One select of a chain along which a path, or a place, is chosen."""

    async def choose(self, above: Sequence[str], *, is_last: bool) -> str | None:
        """Make the choice of this level and give its text; None where nothing is left to be chosen."""
        control = await self.filled() or self._move.control.links[self._place]
        if control.listed and not any(map(is_choice, control.options)) and above:
            if self._is_enough(above):
                return None
            raise self.refusal("nothing_offered", control)
        if not (control.listed and control.scripted):
            return await self.by_hand(control, lambda offered: self._meant(offered, above, is_last=is_last))
        text = control.options[self._meant(control.options, above, is_last=is_last)]
        await self.put(control, text)
        return text

    def _is_enough(self, above: Sequence[str]) -> bool:
        wanted = self._move.text
        if isinstance(wanted, Place):
            return wanted.rank(above[-1], above[:-1]) > 0
        return len(path_of(wanted)) == len(above)

    def _meant(self, offered: Sequence[str], above: Sequence[str], *, is_last: bool) -> int:
        """Which of the options this level of the path means."""
        wanted, label = self._move.text, self._move.label
        if isinstance(wanted, Place):
            return meant_among(wanted, offered, above, label=label, where=self._where, is_last=is_last)
        path = path_of(wanted)
        if len(path) <= len(above):
            raise OptionNotOffered(label=label, wanted=wanted, where=self._where, offered=choices(offered))
        return choose(path[len(above)], offered, label=label, where=self._where)


def choices(offered: Sequence[str]) -> list[str]:
    """What can be chosen of what a select offers."""
    return [text for text in offered if is_choice(text)]
