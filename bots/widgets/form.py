"""A form, filled and read by the words beside its fields."""

from collections.abc import Iterable, Mapping, Sequence

from playwright.async_api import ElementHandle, Frame

from bots.errors import FieldNotAccepted, OptionNotOffered, RequiredFieldEmpty
from bots.terms import Terms
from bots.trail import Trail
from bots.widgets import scripts
from bots.widgets.chained import with_chains
from bots.widgets.control import Control
from bots.widgets.fill import difference, exacting
from bots.widgets.gaps import NO_GAPS, Gaps
from bots.widgets.inventory import Probe
from bots.widgets.items import told_by
from bots.widgets.likely import likely
from bots.widgets.match import Wish, lacking, match, try_match
from bots.widgets.putting_back import put_back
from bots.widgets.rounds import Rounds
from bots.widgets.values import Difference, Value
from bots.widgets.windows import Windows
from bots.widgets.words import name_of

_PUT_OFF_MS = 2000  # more than any page waits for the next key


class Form:
    """The controls of one frame (`boxed`: of the dialog with this number in it), named by the manual's words.

    `path` names it in trails and errors: `provincial/计划`. The law: `fill(read())` changes nothing, and `read()` after
    `fill(v)` is `v`, however the page draws the form.
    """

    def __init__(
        self, frame: Frame, terms: Terms, *, path: str, trail: Trail, boxed: int = 0, windows: Windows | None = None
    ) -> None:
        """`windows`: chooses in what a field opens beside the form; without it such a field is refused."""
        self.frame, self.terms, self.path, self.trail = frame, terms, path, trail
        self.windows = windows
        self.probe = Probe(frame, boxed)
        self.filled: Mapping[str, Control] = {}  # by `fill`: each label's control, as it shows its value
        self.lacking: list[str] = []  # labels of the last fill or comparison that the form has no field for

    async def ready(self, *labels: str) -> None:
        """Wait until the form shows fields of these labels; raises PortalTimeout."""
        await self.probe.wait_for([self.terms.words_for(label) for label in labels], seconds=self.terms.wait_seconds)

    async def inventory(self) -> tuple[Control, ...]:
        """Every visible control with its words, in one round trip."""
        return with_chains(await self.probe.survey())

    async def control(self, label: str, *, strict: bool = True) -> Control:
        """The control of a label; raises FieldMissing or FieldAmbiguous. Not `strict`: a part of the label will do."""
        return match(Wish((label,), self.terms, self.path, strict=strict), await self.inventory())[label]

    async def handle(self, control: Control) -> ElementHandle:
        """A control's element, for a widget of its own (a picker)."""
        return await self.probe.handle(control)

    async def beside(self, control: Control) -> ElementHandle:
        """The button beside a control (选择), where `control.has_button`."""
        return await self.probe.beside(control)

    async def read(self, labels: Iterable[str]) -> dict[str, str]:
        """What the form shows: options by their text, dates as 2020-09-18, amounts as they stand; FieldMissing."""
        found = match(Wish(tuple(labels), self.terms, self.path), await self.inventory())
        return {label: control.reading for label, control in found.items()}

    async def differences(
        self, values: Mapping[str, Value], *, blank: Iterable[str] = (), gaps: Gaps = NO_GAPS
    ) -> list[Difference]:
        """Where the form shows something else than these values, compared in their own types.

        `blank`: labels of fields that must be empty where the form has them; `gaps`: what it need not show.
        """
        controls = await self.inventory()
        told = told_by(values)
        found, missing = try_match(self.wish({**values, **told}), controls)
        missing = [label for label in missing if label not in told]
        taken = {control.index for control in found.values()}
        found |= await self.guesses(missing, values, [one for one in controls if one.index not in taken])
        self.lacking = [label for label in missing if label not in found]
        if refused := gaps.refused(self.lacking):
            raise lacking(refused, self.path, controls, found)
        compared = [difference(label, control, {**told, **values}[label]) for label, control in found.items()]
        taken = {control.index for control in found.values()}
        rest = [control for control in controls if control.index not in taken]
        others, _ = try_match(Wish(tuple(blank), self.terms, self.path), rest)
        filled = [Difference(label, "", control.reading) for label, control in others.items() if not control.empty]
        return [*(differing for differing in compared if differing), *filled]

    async def guesses(
        self, missing: Sequence[str], values: Mapping[str, Value], free: Sequence[Control]
    ) -> dict[str, Control]:
        """The fields that are likely meant by these labels; none where a part not in sight has the word."""
        found = likely(missing, values, free, self.terms)
        if not found:
            return found
        behind = await self.probe.elsewhere([self.terms.words_for(label) for label in found])
        return {label: control for (label, control), other in zip(found.items(), behind, strict=True) if not other}

    async def fill(self, values: Mapping[str, Value], *, complete: bool = True, gaps: Gaps = NO_GAPS) -> list[str]:
        """Make the form show these values; gives the labels that were changed.

        What the form lacks and need not have (`gaps`) is in `lacking` afterwards.

        Raises FieldMissing, FieldAmbiguous, OptionNotOffered, FieldNotAccepted, and (when `complete`)
        RequiredFieldEmpty for starred fields that are still empty afterwards. A text that was not accepted is taken
        back: the field shows what it showed before, where it can.
        """
        rounds = Rounds(self, values, gaps)
        try:
            await rounds.run()
        except (FieldNotAccepted, OptionNotOffered) as refusal:
            await put_back(self, str(refusal.params.get("label")), rounds.before)
            raise
        self.filled, self.lacking = rounds.found, rounds.lacking
        if complete:
            self._refuse_gaps(rounds)
        return rounds.changed

    async def quiet(self) -> bool:
        """Wait until the page has done what it put off in answer to what was typed; whether there was anything.

        A debounced model follows its field only then. No longer than two seconds: a page may have a clock of its own.
        """
        waited: bool = await scripts.ask(self.frame, "quiet", {"ms": _PUT_OFF_MS})
        return waited

    async def refuse_changes(self, values: Mapping[str, Value]) -> None:
        """Raise FieldNotAccepted where the form, as far as it still has these fields, shows something else by now."""
        found, _ = try_match(self.wish(values), await self.inventory())
        for label, control in found.items():
            if control.kind != "password" and (differing := difference(label, control, values[label])):
                raise FieldNotAccepted(
                    label=label, wanted=differing.wanted, got=differing.kept, where=self.path, reason="does_not_hold"
                )

    def wish(self, values: Mapping[str, Value]) -> Wish:
        """What these values ask of the page."""
        return Wish(tuple(values), self.terms, self.path, exacting=exacting(values))

    def _refuse_gaps(self, rounds: Rounds) -> None:
        empty = [control for control in rounds.controls if control.required and control.fillable and control.empty]
        if empty:
            at_first = {control.label for control in rounds.before if control.required}
            raise RequiredFieldEmpty(
                labels=[_named(control) for control in empty],
                where=self.path,
                always=[_named(control) for control in empty if control.label in at_first],
            )


def _named(control: Control) -> str:
    return name_of(control.label).base or control.label
