"""What all forms of both portals have in common: they arrive somewhere, are filled, saved, pictured and left."""

import functools
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import ClassVar, Self

from playwright.async_api import Page

from bots.browser.door.expected import Expected, Posted
from bots.browser.door.witness import Sent, Witness
from bots.errors import BotError, FieldMissing, FieldNotAccepted, RequestDisagrees, ScreenNotRecognised
from bots.terms import PortalMessage
from bots.widgets.confirming import confirm
from bots.widgets.expecting import expected_of
from bots.widgets.form import Form
from bots.widgets.gaps import NO_GAPS, Gaps
from bots.widgets.grid import Grid
from bots.widgets.leaving import leave
from bots.widgets.match import Wish, lacking, try_match
from bots.widgets.ours import ours
from bots.widgets.parts import Parts
from bots.widgets.picker import Picker
from bots.widgets.recognising import Arrival, Purpose, look
from bots.widgets.resting import at_rest
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen
from bots.widgets.steps import NEXT, go_on, leads_on
from bots.widgets.values import Difference, Value
from bots.widgets.writes import write

REREADS = 8
OFF = ("disabled", "read_only")
LINGERING_SECONDS = 1.5  # for a form to go by itself
Home = Callable[[], Awaitable[None]]


class FormPage:
    """A form in a popup, a DOM dialog or a frame, known by the concepts of its `purpose`."""

    purpose: ClassVar[Purpose] = Purpose(())
    number: ClassVar[str] = ""  # the field that the portal fills when it has kept the form
    save_word: ClassVar[str] = "保存"

    def __init__(
        self, screen: Screen, path: str, spot: Spot, home: Home, unlike: Sequence[str] = (), *, shows: bool = False
    ) -> None:
        self.screen = screen
        self._path = path
        self._spot = spot
        self._home = home
        self._unlike = unlike
        self._shows = shows  # what the portal keeps; else it is empty at first
        self._window: Page = spot.frame.page
        self._expected: dict[str, Sequence[Expected]] = {}  # by label: what the request of 保存 has to say
        self._stopped = False  # a request of it did not leave: the page may try again by itself, as long as it stands
        self._filled: dict[str, Value] = {}
        self._sent: Sent | None = None  # by the steps before, of a form that has some
        self._names: dict[str, Posted] = {}
        self.lacking: list[str] = []  # labels of the last fill or comparison that the form has no field for

    @classmethod
    async def arrived(
        cls, screen: Screen, path: str, home: Home, *, unlike: Grid | None = None, shows: bool = False
    ) -> Self:
        """Wait until the form is there; `home` opens the list it came from, `unlike` is that list.

        `shows`: it is to show what the portal keeps, which may come later than the form. Raises ScreenNotRecognised.
        """
        heads = unlike.headers if unlike else ()
        arrival = Arrival(screen, cls.purpose, path, heads)
        spot = await screen.until(arrival.probe, arrival.missing)
        await at_rest(screen)
        if shows:
            await screen.settle(0.0)
        return cls(screen, path, spot, home, heads, shows=shows)

    @ours
    async def fill(self, values: Mapping[str, Value], *, gaps: Gaps = NO_GAPS) -> list[str]:
        """Fill the form, read back in the values' own types; returns the labels that were changed.

        `gaps`: what the form need not have; `lacking` tells afterwards. Amounts are `Money` in 元 and typed in the unit
        of the field's label. Raises FieldMissing, FieldAmbiguous, OptionNotOffered, FieldNotAccepted, and
        RequiredFieldEmpty for what the form stars and nobody gave.
        """
        await self.screen.begin(self._path, "form")
        changed: list[str] = []
        rest, parts, stepped = dict(values), Parts(self.screen, self._path), False
        while True:
            form = await self._form()
            changed += await self._fill_step(form, rest, gaps, parts)
            self.lacking = form.lacking
            placed = {label: value for label, value in rest.items() if label not in form.lacking}
            self._expected |= {label: expected_of({label: value}, form.filled) for label, value in placed.items()}
            self._filled |= placed
            rest = {label: rest[label] for label in form.lacking}
            if not rest:
                break
            if await leads_on(self.screen):
                await self._next_step(rest)
                stepped = True
            elif stepped or not await parts.bring(form, rest):  # the bar above steps looks like tabs
                break
        if refused := gaps.refused(rest):
            raise lacking(refused, self._path, await form.inventory(), {})
        return changed

    async def _fill_step(self, form: Form, values: Mapping[str, Value], gaps: Gaps, parts: Parts) -> list[str]:
        """What the page in sight has of them; the rest may stand on a later step or behind another tab."""
        try:
            return await form.fill(values, gaps=gaps)
        except FieldMissing:
            if gaps.optional.issuperset(values):
                raise
            if not await leads_on(self.screen) and not await parts.hold(form, values):
                raise
            return await self._fill_step(form, values, Gaps(frozenset(values)), parts)
        except FieldNotAccepted as refusal:  # a twin that is switched off, of a field in another part
            label = str(refusal.params.get("label"))
            words = list(form.terms.words_for(label))
            if refusal.params.get("reason") not in OFF or not any(await form.probe.elsewhere([words])):
                raise
            others = {one: value for one, value in values.items() if one != label}
            changed = await self._fill_step(form, others, Gaps(frozenset(others)), parts)
            form.lacking.append(label)
            return changed

    async def _next_step(self, rest: Mapping[str, Value]) -> None:
        """下一步; what was sent by it need not be sent again when the form is kept."""
        await self._taken_in()
        await self.picture("填好的一步")
        before, expected = dict(self._filled), [each for several in self._expected.values() for each in several]

        async def arrived() -> bool | None:
            controls = await (await self._form()).inventory()
            here, _ = try_match(Wish(tuple(rest), self.screen.terms, self._path), controls)
            left, _ = try_match(Wish(tuple(before), self.screen.terms, self._path), controls)
            return bool(here) or (not left and self.screen.traffic.quiet) or None

        witness = Witness(expected, self.screen.names.known(self._path), self.screen.terms.witness)
        await go_on(self.screen, self._path, witness, arrived, self._late)
        self._sent, self._names = witness.sent.after(self._sent), self._names | witness.names
        self.screen.trail.event(f"{self._path}/{NEXT}", "left", **witness.sent.told())
        sent = set(witness.sent.found)
        self._expected = {
            label: kept
            for label, several in self._expected.items()
            if (kept := [e for e in several if e.label not in sent])
        }
        self._filled = {}

    def expect(self, value: Expected) -> None:
        """What the request has to say besides what `fill` typed: an item that a picker wrote into the form."""
        self._expected[value.label] = [value]

    @ours
    async def read(self, labels: Iterable[str]) -> dict[str, str]:
        """What the form shows now; dates as 2020-09-18, options by their text, amounts in the unit of the label."""
        return await (await self._form()).read(labels)

    @ours
    async def differences(
        self, values: Mapping[str, Value], *, blank: Iterable[str] = (), gaps: Gaps = NO_GAPS
    ) -> list[Difference]:
        """Where the form shows something else than these values, or anything in fields that must be `blank`.

        `gaps`: what it need not show; `lacking` tells afterwards. A page that shows what was saved and differs is read
        again as long as it moves: what the portal keeps may come later than the page.
        """
        blank = tuple(blank)
        found = await self._differing(values, blank, gaps)
        for _ in range(REREADS if self._shows else 0):
            if not found:
                break
            await self.screen.settle(0.0)
            before, found = found, await self._differing(values, blank, gaps)
            if found == before and not await self.screen.moved():
                break
        return found

    async def _differing(self, values: Mapping[str, Value], blank: Iterable[str], gaps: Gaps) -> list[Difference]:
        parts, rest, found = Parts(self.screen, self._path), dict(values), list[Difference]()
        while True:
            form = await self._form()
            here = await self._differing_here(form, rest, blank, gaps, parts)
            found += [differing for differing in here if differing not in found]
            self.lacking = form.lacking
            rest = {label: rest[label] for label in form.lacking}
            if not rest or not await parts.bring(form, rest, folded=True):
                break
        if refused := gaps.refused(rest):
            raise lacking(refused, self._path, await form.inventory(), {})
        return found

    async def _differing_here(
        self, form: Form, values: Mapping[str, Value], blank: Iterable[str], gaps: Gaps, parts: Parts
    ) -> list[Difference]:
        """The same of the part that is in sight; the rest may stand in another one."""
        try:
            return await form.differences(values, blank=blank, gaps=gaps)
        except FieldMissing:
            if not await parts.hold(form, values):
                raise
            return await form.differences(values, blank=blank, gaps=Gaps(frozenset(values)))

    @ours
    async def save(self) -> PortalMessage:
        """Click 保存 and 确定, once, when the page has taken in what was typed.

        Raises RefusedByPortal, OutcomeUnknown, SessionExpired, UnknownDialog; FieldNotAccepted where a field shows
        something else by then, and RequestDisagrees where the request does not say what was filled in: nothing is sent.
        """
        await self._taken_in()
        screen, path = self.screen, f"{self._path}/{self.save_word}"
        expected = [each for several in self._expected.values() for each in several]
        witness = Witness(expected, screen.names.known(self._path), screen.terms.witness)
        try:
            press = functools.partial(confirm, screen, self._spot, self.save_word)
            return await write(screen, path, press, witness=witness, taken=self._taken)
        except RequestDisagrees:
            self._stopped = True
            await self.picture("没有发出的表单")
            raise
        finally:
            if expected or self._sent:
                screen.trail.event(path, "left", **witness.sent.told())
                screen.names.heard(self._path, witness.sent.after(self._sent), self._names | witness.names)

    async def _taken(self) -> bool:
        """Whether the form has gone on as after a save: it is gone, shows its number, or takes no more input."""
        if not await self._around():
            return True
        controls = await (await self._form()).inventory()
        if not self._shows and self.number:
            found, _ = try_match(Wish((self.number,), self.screen.terms, self._path), controls)
            if self.number in found and any(sign.isdigit() for sign in found[self.number].value):
                return True
        filled, _ = try_match(Wish(tuple(self._filled), self.screen.terms, self._path), controls)
        return bool(filled) and not any(control.fillable for control in filled.values())

    async def _taken_in(self) -> None:
        """Some pages work on what was typed only a moment later, and some then ask their server."""
        if not self._filled:
            return
        form = await self._form()
        if await form.quiet():
            await self.screen.settle(0.0)
            await form.refuse_changes(self._filled)

    @ours
    async def picture(self, name: str) -> None:
        """Evidence: the window as a clerk sees it."""
        await self.screen.trail.picture(name, self._window)

    @ours
    async def close(self) -> None:
        """Leave the form, whatever its state; nothing more is saved and no window is left behind."""
        screen = self.screen
        await screen.begin(f"{self._path}/关闭", "close")
        if self._window is not screen.workplace:
            if not self._window.is_closed():
                await screen.close_windows(keep=screen.windows.index(self._window))
            return
        await screen.close_windows()
        try:
            if not self._stopped:
                await self._leave()
                return
            reason = "stopped"
        except BotError as error:  # it does not let go: the whole page is loaded anew, and the menu leads back
            reason = str(error)
        screen.trail.event(f"{self._path}/关闭", "reload", reason=reason)
        await screen.workplace.reload(wait_until="domcontentloaded")
        await self._home()

    async def _leave(self) -> None:
        screen = self.screen
        if not (around := await screen.glance(self._around)):
            return
        left = await leave(screen, around)

        async def gone() -> bool | None:
            return None if await self._around() else True

        try:
            await screen.until(gone, self._late, seconds=None if left else LINGERING_SECONDS)
        except ScreenNotRecognised:
            if left:
                raise
            await self._home()  # nothing on it leads away, and it does not go by itself: the menu leads back

    async def _around(self) -> list[Spot]:
        """The frame of the form, and the dialog around it; nothing when the form is not in sight."""
        mine, spots = self._spot, await self.screen.spots()
        if mine not in spots or not (mine.boxed or await self._is_drawn()):
            return []
        return [spot for spot in spots if spot.boxed or spot.frame is mine.frame]

    async def _is_drawn(self) -> bool:
        seen = [one for one in await look(self.screen, self.purpose, self._unlike) if one.spot == self._spot]
        return any(self.purpose.is_met(one.found, beside_list=one.beside_list) for one in seen)

    async def _form(self) -> Form:
        spot = self._spot

        async def here() -> bool | None:
            return spot in await self.screen.spots() or None  # closes what lies over it

        await self.screen.until(here, self._late)
        return Form(
            spot.frame,
            self.screen.terms,
            path=self._path,
            trail=self.screen.trail,
            boxed=spot.boxed,
            windows=Picker(self.screen, self._path),
        )

    def _late(self) -> ScreenNotRecognised:
        return ScreenNotRecognised(where=self._path, found=[], missing=list(self.purpose.concepts), candidates=[])
