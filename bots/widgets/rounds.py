"""One fill, in rounds: look, move what does not show its value yet, look again.

The first move of a field is by script, all of them in one round trip; later ones by hand. A field whose option or
access depends on another one (a cascade, a computed amount) waits its turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import Error
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

from bots.errors import BotError, FieldNotAccepted, OptionNotOffered
from bots.widgets.aftermath import Aftermath
from bots.widgets.dates import why_not
from bots.widgets.field_windows import FieldWindows
from bots.widgets.fill import Move, difference, holds, plan_move, window_move
from bots.widgets.gaps import NO_GAPS, Gaps
from bots.widgets.hand import touch
from bots.widgets.held import is_held, moved_without
from bots.widgets.items import Item, told_by
from bots.widgets.match import lacking, try_match
from bots.widgets.spans import joined
from bots.widgets.values import Money, typed
from bots.widgets.working import work

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping

    from bots.widgets.control import Control
    from bots.widgets.form import Form
    from bots.widgets.values import Value

_MOST_ROUNDS = 8  # cascades three deep, each with a wait; a form that has not settled by then never will
_MOST_MOVES = 3  # of one field: by script, then twice by hand
_MOST_SECTIONS = 6  # closed parts of a form that are opened to look for a field
_PATIENCE = 0.25  # of the site's wait, for what follows another field
_QUIET_PATIENCE = 1.0  # seconds, when the page asked its server nothing


class Rounds:
    """The rounds of one fill; `before` is what the first look found, `controls` the last one."""

    def __init__(self, form: Form, values: Mapping[str, Value], gaps: Gaps = NO_GAPS) -> None:
        self.controls: tuple[Control, ...] = ()
        self.found: Mapping[str, Control] = {}  # by label, as the last look found them
        self.before: tuple[Control, ...] = ()
        self.lacking: list[str] = []  # labels that the form has no field for, and need not have
        self.guessed: dict[str, str] = {}  # label → that of the field which is only likely meant
        self._gaps = gaps
        self._form, self._probe, self._asked_for = form, form.probe, tuple(values)
        self._told = told_by(values)  # by label: fields that the form may lack
        self._values: dict[str, Value] = {**values, **self._told}
        self._moves: dict[str, int] = {}
        self._first: dict[str, Control] = {}  # as they stood before anything was moved
        self._searched: set[str] = set()  # labels of texts that only search a list
        self._chose = False
        self._asked = False
        self._drawn_anew = False
        self._unfolds = 0
        self._windows = FieldWindows(form)

    @property
    def changed(self) -> list[str]:
        """The labels that were moved, in the order of the values."""
        return [label for label in self._asked_for if label in self._moves]

    async def run(self) -> None:
        """Go round until every field shows its value; raises what Form.fill says."""
        todo: dict[str, Control] = {}
        for _ in range(_MOST_ROUNDS):
            todo = await self._look()
            if not todo:
                return
            moves, blocked = self._sorted(todo)
            if moves:
                await self._move(moves)
            else:
                await self._wait(*next(iter(blocked.items())))
        label, control = next(iter(todo.items()))
        raise self._not_accepted(label, control, "does_not_hold")

    async def _look(self) -> dict[str, Control]:
        """The fields that do not show their value yet."""
        self.controls = await self._form.inventory()
        self.before = self.before or self.controls
        wish = self._form.wish({label: self._values[label] for label in (*self._asked_for, *self._told)})
        found, missing = try_match(wish, self.controls)
        missing = [label for label in missing if label not in self._told]
        found, missing = self._with_guesses(found, missing)
        self.found, self.lacking = found, missing
        if units := self._units(found):
            return units
        for label, control in found.items():
            self._first.setdefault(label, control)
        computed = [label for label, control in found.items() if self._computed(label, control)]
        todo = {
            label: control
            for label, control in found.items()
            if label not in computed and not self._settled(label, control)
        }
        if not any(control.chooses for control in todo.values()):  # a choice may still bring out what is missing
            if missing and await self._unfolded(missing):
                return await self._look()
            if missing and (guesses := await self._guess(missing)):
                self.guessed |= guesses
                return await self._look()
            if refused := self._gaps.refused([*missing, *computed]):  # of two amounts one must be typed
                raise lacking(refused, self._form.path, self.controls, found)
        self._by_their_items(todo)
        return todo

    def _by_their_items(self, todo: dict[str, Control]) -> None:
        """A field that tells of an item (its code) and cannot be filled itself is set by choosing that item."""
        for label in [label for label in self._told if label in todo and not todo[label].fillable]:
            for owner, value in self._values.items():
                tells = isinstance(value, Item) and label in value.told and owner in self.found
                if tells and self._is_searched(owner):
                    self._searched.add(owner)
                if tells and (owner in todo or owner in self._searched or owner not in self._moves):
                    todo.pop(label, None)
                    todo[owner] = self.found[owner]

    def _is_searched(self, owner: str) -> bool:
        """Whether a text that was typed has told its page of no item: it may only search the list below it."""
        control = self.found[owner]
        return control.kind == "text" and control.fillable and self._moves.get(owner) == 1

    def _computed(self, label: str, control: Control) -> bool:
        """Whether it is an amount that the page works out by itself, and that it need not have at all."""
        return (
            label in self._gaps.optional
            and isinstance(self._values[label], Money)
            and (control.read_only or control.disabled or control.kind == "shown")
        )

    async def _guess(self, missing: list[str]) -> dict[str, str]:
        """The fields that are likely meant by these labels, now that nothing else can bring them out."""
        taken = {control.index for control in self.found.values()}
        free = [control for control in self.controls if control.index not in taken]
        open_ones = [label for label in missing if label not in self.guessed]
        guesses = await self._form.guesses(open_ones, self._values, free)
        for label, control in guesses.items():
            self._form.trail.event(f"{self._form.path}/{label}", "likely", field=control.label)
        return {label: control.label for label, control in guesses.items()}

    def _with_guesses(self, found: dict[str, Control], missing: list[str]) -> tuple[dict[str, Control], list[str]]:
        """With the fields that an earlier look took as likely meant, as long as one bears that label."""
        for label in [label for label in missing if label in self.guessed]:
            same = [control for control in self.controls if control.label == self.guessed[label]]
            if len(same) == 1:
                found = found | {label: same[0]}
        return found, [label for label in missing if label not in found]

    async def _unfolded(self, missing: list[str]) -> bool:
        """Open a closed section that may hold one of these fields; False where there is none."""
        words = [word for label in missing for word in self._form.terms.words_for(label)]
        if self._unfolds >= _MOST_SECTIONS or not await touch(self._probe.section(words)):
            return False
        self._unfolds += 1
        await self._turns()
        return True

    def _units(self, found: Mapping[str, Control]) -> dict[str, Control]:
        """The choices of a unit beside amounts that have to be made before an amount is typed."""
        wanted: dict[str, Control] = {}
        for label, control in found.items():
            unit = control.unit_to_choose if isinstance(self._values[label], Money) else None
            if control.unit_choice is not None and unit is not None:
                wanted[f"{label}(单位)"] = control.unit_choice
                self._values[f"{label}(单位)"] = unit
        return wanted

    def _settled(self, label: str, control: Control) -> bool:
        if control.kind == "password":  # it can't be read: once entered, its length must do
            return label in self._moves and len(control.value) == len(typed(self._values[label]))
        if moved_without(self._first.get(label, control), control):
            return False  # it shows another text, and the page would still send what it would have sent before
        return holds(control, self._values[label])

    def _sorted(self, todo: Mapping[str, Control]) -> tuple[list[Move], dict[str, Control]]:
        """What can be moved now, and what waits for another field; raises for what no other field can help."""
        moves: list[Move] = []
        refusals: dict[str, BotError] = {}
        for label, control in todo.items():
            try:
                moves.append(self._plan(label, control))
            except OptionNotOffered as refusal:
                refusals[label] = refusal
            except FieldNotAccepted as refusal:
                if refusal.params.get("reason") not in ("disabled", "read_only", "nothing_offered"):
                    raise
                refusals[label] = refusal
        for label, reason in refusals.items():
            if self._hopeful(todo[label], moves):
                continue
            if (move := self._pressed_at_last(label, todo[label])) is None:
                raise reason
            moves.append(move)
        return moves, {label: todo[label] for label in refusals}

    def _pressed_at_last(self, label: str, control: Control) -> Move | None:
        """The press of a read-only text that no other field has filled, where it may open a window."""
        value = self._values[label]
        untold = label not in self._moves and self._windows.may_be_for(control, value)
        return window_move(label, control, value) if untold else None

    def _plan(self, label: str, control: Control) -> Move:
        by_window = label in self._searched or self._windows.are_for(control, self._values[label])
        if by_window and self._moves.get(label, 0) < _MOST_MOVES:
            if label in self._windows.used_by:
                raise self._not_accepted(label, control, "does_not_hold")
            return window_move(label, control, self._values[label])
        if not control.fillable:
            reason = "picker" if control.kind == "picker" else "disabled" if control.disabled else "read_only"
            raise self._not_accepted(label, control, reason)
        move = plan_move(label, control, self._values[label], where=self._form.path)
        if self._moves.get(label, 0) >= _MOST_MOVES:
            raise self._not_accepted(label, control, "does_not_hold")
        return move

    def _hopeful(self, control: Control, moves: list[Move]) -> bool:
        """Whether other fields may still bring the option, the access or the computed value."""
        if control.read_only:
            return bool(moves or self._moves)
        return control.still_loading or self._chose or any(move.control.chooses for move in moves)

    async def _wait(self, label: str, control: Control) -> None:
        self._form.trail.event(f"{self._form.path}/{label}", "wait", reason="may follow from other fields")
        limit = self._form.terms.wait_seconds * _PATIENCE
        if not self._asked and not control.still_loading:
            limit = min(limit, _QUIET_PATIENCE)
        if await self._probe.wait_for_move(control, seconds=limit):
            return
        if move := self._pressed_at_last(label, control):
            await self._move([move])
        else:
            self._plan(label, control)  # says why
            raise self._not_accepted(label, control, "does_not_hold")

    async def _move(self, moves: list[Move]) -> None:
        """All that a script can do at once; then each of the others by hand, and what it sets off, before the next."""
        scripted = [move for move in moves if self._by_script(move)]
        if scripted:
            await self._settled_after(self._probe.put([move.as_script() for move in scripted]), scripted)
        for move in scripted:
            self._note(move, "script")
        for move in joined([move for move in moves if move not in scripted], self.controls, where=self._form.path):
            try:
                await self._settled_after(self._by_hand(move), [move])
            except (OptionNotOffered, FieldNotAccepted) as refusal:
                if not self._may_pass(refusal, move, moves):
                    raise
            if self._drawn_anew:  # its server has answered a choice with the whole form: the rest is looked for again
                self._drawn_anew = False
                return
            self._note(move, "hand")

    def _may_pass(self, refusal: BotError, move: Move, moves: list[Move]) -> bool:
        """Whether a refusal may be over at the next round, and a round is left for it."""
        if self._moves.get(move.label, 0) + 1 >= _MOST_MOVES:
            return False
        reason = refusal.params.get("reason")
        if isinstance(refusal, OptionNotOffered) or reason == "nothing_offered":  # another field may still bring it
            return self._chose or any(other.control.chooses for other in moves if other is not move)
        if reason == "calendar_unread":
            return move.label not in self._moves
        if reason == "does_not_open" and move.control.kind == "date":
            return True
        return reason == "does_not_open" and move.label not in self._moves  # something lay over it for a moment

    async def _settled_after(self, doing: Awaitable[None], moves: list[Move]) -> None:
        """Do something to the form, and wait for the answers to what the page asks its server then."""
        async with Aftermath(self._form.frame.page) as aftermath:
            await doing
            if any(move.control.chooses for move in moves):
                await self._turns()  # word of a request takes another way than the answer of the script that caused it
            await aftermath.over(self._form.terms.wait_seconds / 2)
        if aftermath.asked:
            self._asked = True
            await self._turns()  # the page works on what it was told

    def _note(self, move: Move, by: str) -> None:
        self._chose |= move.control.chooses
        for label in filter(None, (move.label, move.partner)):
            self._moves[label] = self._moves.get(label, 0) + 1
        self._form.trail.event(f"{self._form.path}/{move.label}", "fill", value=move.shown, by=by)

    async def _turns(self) -> None:
        await self._probe.turn()
        await self._probe.turn()

    def _by_script(self, move: Move) -> bool:
        moved = self._moves.get(move.label, 0)
        if not move.control.scripted or move.by_window:
            return False
        if move.control.kind == "date" and (move.control.read_only or move.control.dating.entry == "picked"):
            return False  # only its calendar sets it; a text written past that would be no value
        return moved == 0

    async def _by_hand(self, move: Move) -> None:
        try:
            if move.by_window:
                await self._windows.work(move)
                self._chose = True
                return
            await work(self._probe, move, seconds=self._form.terms.wait_seconds, where=self._form.path)
        except PlaywrightTimeoutError:
            raise self._not_accepted(move.label, move.control, "covered") from None
        except Error as error:
            if "not attached" not in error.message:
                raise
            self._drawn_anew = True

    def _not_accepted(self, label: str, control: Control, reason: str) -> FieldNotAccepted:
        if reason == "does_not_hold" and (
            not is_held(control) or moved_without(self._first.get(label, control), control)
        ):
            reason = "not_held"
        if reason == "does_not_hold" and control.kind == "date":
            reason = why_not(control, self._values[label])
        differing = difference(label, control, self._values[label])
        wanted = "•••" if control.kind == "password" or not differing else differing.wanted
        return FieldNotAccepted(label=label, wanted=wanted, got=control.reading, where=self._form.path, reason=reason)
