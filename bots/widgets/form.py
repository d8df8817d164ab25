"""A form, filled and read by the words beside its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import Error
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

from bots.errors import FieldNotAccepted, OptionNotOffered, RequiredFieldEmpty
from bots.widgets.fill import Move, difference, holds, is_exacting, plan_move
from bots.widgets.inventory import Probe, Root
from bots.widgets.match import match, try_match
from bots.widgets.toolkits import native
from bots.widgets.values import typed
from bots.widgets.words import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from playwright.async_api import ElementHandle, Frame

    from bots.terms import Terms
    from bots.trail import Trail
    from bots.widgets.control import Control
    from bots.widgets.values import Difference, Value

_MOST_ROUNDS = 6  # a form that three cascades deep has not settled by then never will
_BY_SCRIPT, _BY_HAND = 1, 3  # attempts: the first by script, two by hand


class Form:
    """The controls of one frame (or of one dialog in it: `root`), named by the manual's words.

    `path` names it in trails and errors: `provincial/计划`.
    """

    def __init__(self, frame: Frame, terms: Terms, *, path: str, trail: Trail, root: Root = None) -> None:
        self.frame, self.terms, self.path, self.trail, self.root = frame, terms, path, trail, root
        self._probe = Probe.of(frame)

    async def ready(self, *labels: str) -> None:
        """Wait until the form shows fields of these labels; raises PortalTimeout."""
        await self._probe.wait_for(self.root, [self.terms.words_for(label) for label in labels],
                                   seconds=self.terms.wait_seconds)

    async def inventory(self) -> tuple[Control, ...]:
        """Every visible control with its words, in one round trip."""
        return await self._probe.survey(self.root)

    async def control(self, label: str, *, strict: bool = True) -> Control:
        """The control of a label; raises FieldMissing or FieldAmbiguous. Not `strict`: a part of the label will do."""
        return match([label], await self.inventory(), self.terms, where=self.path, strict=strict)[label]

    async def handle(self, control: Control) -> ElementHandle:
        """A control's element, for a widget of its own (a picker)."""
        return await self._probe.handle(control)

    async def beside(self, control: Control) -> ElementHandle:
        """The button beside a control (选择), where `control.has_button`."""
        return await self._probe.beside(control)

    async def read(self, labels: Iterable[str]) -> dict[str, str]:
        """What the form shows: options by their text, dates as 2020-09-18, amounts as they stand; FieldMissing."""
        found = match(list(labels), await self.inventory(), self.terms, where=self.path)
        return {label: control.reading for label, control in found.items()}

    async def differences(self, values: Mapping[str, Value]) -> list[Difference]:
        """Where the form shows something else than these values, compared in their own types."""
        found = self._match(values, await self.inventory())
        return [differing for label, control in found.items()
                if (differing := difference(label, control, values[label]))]

    async def fill(self, values: Mapping[str, Value], *, complete: bool = True) -> list[str]:
        """Make the form show these values; gives the labels that were changed.

        Raises FieldMissing, FieldAmbiguous, OptionNotOffered, FieldNotAccepted, and (when `complete`)
        RequiredFieldEmpty for starred fields that are still empty afterwards.
        """
        work = _Filling(self, self._probe, values)
        await work.run()
        if complete:
            self._refuse_gaps(work.controls)
        return work.changed

    def _match(self, values: Mapping[str, Value], controls: tuple[Control, ...]) -> dict[str, Control]:
        return match(list(values), controls, self.terms, where=self.path, exacting=exacting(values))

    def _refuse_gaps(self, controls: tuple[Control, ...]) -> None:
        empty = [control.label for control in controls if control.required and control.fillable and control.empty]
        if empty:
            raise RequiredFieldEmpty(labels=[name_of(label).base or label for label in empty], where=self.path)


def exacting(values: Mapping[str, Value]) -> list[str]:
    """The labels whose values are amounts or codes."""
    return [label for label, value in values.items() if is_exacting(value)]


class _Filling:
    """One fill: rounds of look, move what does not hold yet, look again."""

    def __init__(self, form: Form, probe: Probe, values: Mapping[str, Value]) -> None:
        self.form, self.probe, self.values = form, probe, values
        self.controls: tuple[Control, ...] = ()
        self.attempts: dict[str, int] = {}

    @property
    def changed(self) -> list[str]:
        """The labels that were moved, in the order of the values."""
        return [label for label in self.values if label in self.attempts]

    async def run(self) -> None:
        for _ in range(_MOST_ROUNDS):
            todo = await self._look()
            if not todo:
                return
            moves, blocked = self._ready(todo)
            if not moves:
                await self._wait(blocked)
                continue
            await self._move(moves)
        label, control = next(iter((await self._look()).items()), (None, None))
        if label and control:
            raise self._not_accepted(label, control, "does_not_hold")

    async def _look(self) -> dict[str, Control]:
        """The fields that do not show their value yet."""
        self.controls = await self.form.inventory()
        found, missing = try_match(list(self.values), self.controls, self.form.terms, where=self.form.path,
                                   exacting=exacting(self.values))
        todo = {label: control for label, control in found.items()
                if not holds(control, self.values[label]) and not self._entered_secret(label, control)}
        if missing and not any(control.offers for control in todo.values()):  # a choice may still bring them out
            match(list(self.values), self.controls, self.form.terms, where=self.form.path,
                  exacting=exacting(self.values))
        return todo

    def _entered_secret(self, label: str, control: Control) -> bool:
        return (control.kind == "password" and label in self.attempts
                and len(control.value) == len(typed(self.values[label])))

    def _ready(self, todo: Mapping[str, Control]) -> tuple[list[Move], dict[str, Control]]:
        """What can be moved now, and what waits for another field (a cascade, a computed amount)."""
        moves: list[Move] = []
        blocked: dict[str, Control] = {}
        for label, control in todo.items():
            if not control.fillable:
                blocked[label] = control
                continue
            if self.attempts.get(label, 0) >= _BY_HAND:
                raise self._not_accepted(label, control, "does_not_hold")
            try:
                moves.append(plan_move(label, control, self.values[label], where=self.form.path))
            except OptionNotOffered:
                blocked[label] = control
        if not moves or not self._may_unblock(moves):
            self._refuse_blocked(blocked)
        return moves, blocked

    def _may_unblock(self, moves: list[Move]) -> bool:
        return bool(moves)

    def _refuse_blocked(self, blocked: Mapping[str, Control]) -> None:
        if self.attempts:
            return  # something was moved: what it brings may still come
        for label, control in blocked.items():
            raise self._blocked(label, control)

    def _blocked(self, label: str, control: Control) -> FieldNotAccepted | OptionNotOffered:
        if control.fillable:
            try:
                plan_move(label, control, self.values[label], where=self.form.path)
            except OptionNotOffered as refusal:
                return refusal
        reason = "picker" if control.kind == "picker" else "disabled" if control.disabled else "read_only"
        return self._not_accepted(label, control, reason)

    async def _wait(self, blocked: Mapping[str, Control]) -> None:
        """Wait, within a limit, for what the moves so far bring: options, an opened field, a computed amount."""
        label, control = next(iter(blocked.items()))
        self.form.trail.event(f"{self.form.path}/{label}", "wait", reason="options or access may follow other fields")
        if not await self.probe.wait_for_move(control, seconds=self.form.terms.wait_seconds / 4):
            raise self._blocked(label, control)

    async def _move(self, moves: list[Move]) -> None:
        scripted = [move for move in moves if self._by_script(move)]
        for move in moves:
            self.form.trail.event(f"{self.form.path}/{move.label}", "fill", value=move.shown,
                                  by="script" if move in scripted else "hand")
        if scripted:
            await self.probe.put([move.as_script() for move in scripted])
        for move in moves:
            if move not in scripted:
                await self._by_hand(move)
        for move in moves:
            self.attempts[move.label] = self.attempts.get(move.label, 0) + 1

    def _by_script(self, move: Move) -> bool:
        calendar = move.control.kind == "date" and move.control.read_only
        tried = self.attempts.get(move.label, 0)
        return tried == _BY_SCRIPT if calendar else tried < _BY_SCRIPT  # a read-only date: the calendar goes first

    async def _by_hand(self, move: Move) -> None:
        try:
            await native.work(self.probe, move, seconds=self.form.terms.wait_seconds)
        except PlaywrightTimeoutError:
            raise self._not_accepted(move.label, move.control, "covered") from None
        except Error as error:
            if "not attached" not in error.message:
                raise  # the form was drawn anew: the next round finds the field again otherwise

    def _not_accepted(self, label: str, control: Control, reason: str) -> FieldNotAccepted:
        secret = control.kind == "password"
        differing = difference(label, control, self.values[label])
        return FieldNotAccepted(label=label, wanted="•••" if secret or not differing else differing.wanted,
                                got=control.reading, where=self.form.path, reason=reason)
