"""What all forms of both portals have in common: they arrive somewhere, are filled, saved, pictured and left."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, Self

from playwright.async_api import Page

from bots.browser.door.expected import Expected
from bots.browser.door.witness import Witness
from bots.errors import BotError, FieldMissing, RequestDisagrees
from bots.terms import PortalMessage
from bots.widgets import scripts
from bots.widgets.buttons import press, press_any
from bots.widgets.expecting import expected_of
from bots.widgets.form import Form
from bots.widgets.gaps import NO_GAPS, Gaps
from bots.widgets.grid import Grid
from bots.widgets.leaving import LEAVING
from bots.widgets.ours import ours
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen
from bots.widgets.values import Difference, Value
from bots.widgets.writes import write

Home = Callable[[], Awaitable[None]]


class FormPage:
    """A form in a popup, a DOM dialog or a frame. `marks` are labels that tell it from the page it came from."""

    marks: ClassVar[tuple[str, ...]] = ()
    save_word: ClassVar[str] = "保存"

    def __init__(self, screen: Screen, path: str, spot: Spot, home: Home) -> None:
        self.screen = screen
        self._path = path
        self._spot = spot
        self._home = home
        self._window: Page = spot.frame.page
        self._expected: dict[str, Sequence[Expected]] = {}  # by label: what the request of 保存 has to say
        self._stopped = False  # a request of it did not leave: the page may try again by itself, as long as it stands
        self._filled: dict[str, Value] = {}
        self.lacking: list[str] = []  # labels of the last fill or comparison that the form has no field for

    @classmethod
    async def arrived(cls, screen: Screen, path: str, home: Home, *, unlike: Grid | None = None) -> Self:
        """Wait until the form is there; `home` opens the list it came from, `unlike` is a grid with the same words.

        Raises FieldMissing with the labels that are there.
        """
        seen: list[str] = []

        async def probe() -> Spot | None:
            spots = await screen.spots()
            marks = [list(screen.terms.words_for(mark)) for mark in cls.marks]
            asked = [scripts.ask(spot.frame, "labels", {"marks": marks, "boxed": spot.boxed}) for spot in spots]
            infos: list[dict[str, Any]] = await asyncio.gather(*asked)
            seen[:] = [text for info in infos for text in info["seen"]]
            spot = next((spot for spot, info in zip(spots, infos, strict=True) if info["all"]), None)
            return spot if spot and not (unlike and await unlike.is_at(spot)) else None

        spot = await screen.until(probe, lambda: FieldMissing(where=path, label=cls.marks[0], candidates=seen))
        return cls(screen, path, spot, home)

    @ours
    async def fill(self, values: Mapping[str, Value], *, gaps: Gaps = NO_GAPS) -> list[str]:
        """Fill the form, read back in the values' own types; returns the labels that were changed.

        `gaps`: what the form need not have; `lacking` tells afterwards. Amounts are `Money` in 元 and typed in the unit
        of the field's label. Raises FieldMissing, FieldAmbiguous, OptionNotOffered, FieldNotAccepted, and
        RequiredFieldEmpty for what the form stars and nobody gave.
        """
        await self.screen.begin(self._path, "form")
        form = await self._form()
        changed = await form.fill(values, gaps=gaps)
        self.lacking = form.lacking
        placed = {label: value for label, value in values.items() if label not in form.lacking}
        self._expected |= {label: expected_of({label: value}, form.filled) for label, value in placed.items()}
        self._filled |= placed
        return changed

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

        `gaps`: what it need not show; `lacking` tells afterwards.
        """
        form = await self._form()
        found = await form.differences(values, blank=blank, gaps=gaps)
        self.lacking = form.lacking
        return found

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
            return await write(screen, path, lambda: press(screen, self.save_word), witness=witness)
        except RequestDisagrees:
            self._stopped = True
            await self.picture("没有发出的表单")
            raise
        finally:
            if expected:
                screen.trail.event(path, "left", **witness.sent.told())
                screen.names.heard(self._path, witness.sent, witness.names)

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
        if self._window is not screen.page:
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
        await screen.page.reload(wait_until="domcontentloaded")
        await self._home()

    async def _leave(self) -> None:
        screen = self.screen
        if not (around := await screen.glance(self._around)):
            return
        await press_any(screen, LEAVING, around)

        async def gone() -> bool | None:
            return None if await self._around() else True

        await screen.until(gone, lambda: FieldMissing(where=self._path, label=self.marks[0], candidates=[]))

    async def _around(self) -> list[Spot]:
        """The frame of the form, and the dialog around it; nothing when the form is not in sight."""
        marks = [list(self.screen.terms.words_for(mark)) for mark in self.marks]
        spots = await self.screen.spots()
        asked = [scripts.ask(spot.frame, "labels", {"marks": marks, "boxed": spot.boxed}) for spot in spots]
        in_sight = any(
            info["all"] and spot.frame is self._spot.frame and spot.boxed == self._spot.boxed
            for spot, info in zip(spots, await asyncio.gather(*asked), strict=True)
        )
        return [spot for spot in spots if spot.boxed or spot.frame is self._spot.frame] if in_sight else []

    async def _form(self) -> Form:
        spot = self._spot

        async def here() -> bool | None:
            return spot in await self.screen.spots() or None  # closes what lies over it

        await self.screen.until(here, lambda: FieldMissing(where=self._path, label=self.marks[0], candidates=[]))
        return Form(spot.frame, self.screen.terms, path=self._path, trail=self.screen.trail, boxed=spot.boxed)
