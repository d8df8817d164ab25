"""The page's side of a form: one script that lists and sets controls, kept by a handle that no page can see."""

from __future__ import annotations

import json
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, cast

from playwright.async_api import ElementHandle, Error, Frame, JSHandle, Locator
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

from bots.errors import PortalTimeout
from bots.widgets.control import Control, Kind, Word
from bots.widgets.words import name_of, unit_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bots.widgets.words import Unit

Root = ElementHandle | Locator | str | None

_HERE = Path(__file__).parent
_PARTS = ("inventory.js", "fill.js", "toolkits/native.js")
_LEFT_THE_PAGE = (
    "context was destroyed",
    "Cannot find context",
    "because of a navigation",
    "JSHandle is disposed",
    "Unable to adopt",
    "different context",
    "only in the context they were created",
)


def script() -> str:
    """The whole script: an expression that makes one probe."""
    parts = "\n".join((_HERE / part).read_text("utf-8") for part in _PARTS)
    return f"() => {{\nconst toolkits = [];\n{parts}\nreturn {{ survey, shows, put, turn, moved, elements }};\n}}"


class Probe:
    """The script inside one frame; made anew when the frame has loaded another page."""

    _known: ClassVar[dict[Frame, Probe]] = {}
    _script: ClassVar[str] = script()

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._handle: JSHandle | None = None

    @classmethod
    def of(cls, frame: Frame) -> Probe:
        """The frame's probe: one for all forms on it, forgotten with the frame."""
        if frame not in cls._known:
            frame.page.on("framedetached", cls._forget)
            frame.page.on("close", lambda page: cls._forget(page.main_frame))
            cls._known[frame] = cls(frame)
        return cls._known[frame]

    @classmethod
    def _forget(cls, frame: Frame) -> None:
        for gone in (frame, *frame.child_frames):
            cls._known.pop(gone, None)

    async def survey(self, root: Root) -> tuple[Control, ...]:
        """List the visible controls below `root` (the whole frame when None), with their words."""
        try:
            found = await self._survey(root)
        except Error as error:
            if not left_the_page(error):
                raise
            await self._page_left()
            found = await self._survey(root)
        return controls_from(found, self.frame)

    async def wait_for(self, root: Root, words: Sequence[Sequence[str]], *, seconds: float) -> None:
        """Wait until each word (or one of its synonyms) stands on a control; raises PortalTimeout."""
        until = monotonic() + seconds
        while True:
            try:
                await self.frame.wait_for_function(
                    "([probe, root, words]) => probe.shows(root, words)",
                    polling=100,
                    arg=[await self._alive(), await self._element(root), [list(any_of) for any_of in words]],
                    timeout=max(1.0, (until - monotonic()) * 1000),
                )
            except PlaywrightTimeoutError:
                waiting = "、".join(any_of[0] for any_of in words)
                raise PortalTimeout(waiting_for=waiting, seconds=seconds) from None
            except Error as error:
                if not left_the_page(error) or isinstance(root, ElementHandle):  # an element leaves with its page
                    raise
                await self._page_left()
            else:
                return

    async def wait_for_move(self, control: Control, *, seconds: float) -> bool:
        """Wait until a control's options or value change, or it opens; False when nothing happened in time."""
        try:
            await self.frame.wait_for_function(
                "([probe, ...listed]) => probe.moved(...listed)",
                polling=50,
                arg=[await self._alive(), control.index, control.value, list(control.options), control.disabled],
                timeout=max(1.0, seconds * 1000),
            )
        except PlaywrightTimeoutError:
            return False
        except Error as error:
            if not left_the_page(error):
                raise
            await self._page_left()
        return True

    async def put(self, moves: Sequence[Mapping[str, object]]) -> None:
        """Set simple fields in one round trip, with the events that pages listen to."""
        await self._do("(probe, moves) => { probe.put(moves); return probe.turn(); }", list(moves))

    async def turn(self) -> None:
        """Let the page's own handlers run."""
        await self._do("probe => probe.turn()", None)

    async def handle(self, control: Control) -> ElementHandle:
        """The element of a listed control, for a real hand."""
        return await self._pick("(probe, index) => probe.elements[index].el", control.index)

    async def member(self, control: Control, text: str) -> ElementHandle:
        """The radio button or check box that bears `text`."""
        return await self._pick(
            "(probe, [index, text]) => probe.elements[index].toolkit.member(probe.elements[index], text)",
            [control.index, text],
        )

    async def beside(self, control: Control) -> ElementHandle:
        """The button beside a control: 选择, a magnifying glass, a calendar."""
        return await self._pick("(probe, index) => probe.elements[index].beside", control.index)

    async def _pick(self, expression: str, arg: object) -> ElementHandle:
        found = (await (await self._alive()).evaluate_handle(expression, arg)).as_element()
        if found is None:
            raise LookupError(expression)
        return found

    async def _survey(self, root: Root) -> Mapping[str, Any]:
        await self.frame.wait_for_load_state("domcontentloaded")  # half a form is no form
        handle = await self._alive()
        asked = "(probe, root) => JSON.stringify(probe.survey(root))"  # as one text: much cheaper than value by value
        found = json.loads(await handle.evaluate(asked, await self._element(root)))
        return cast("Mapping[str, Any]", found)

    async def _do(self, expression: str, arg: object) -> None:
        """Run something whose outcome is read from the next survey; a field's handler may load another page."""
        try:
            await (await self._alive()).evaluate(expression, arg)
        except Error as error:
            if not left_the_page(error):
                raise
            await self._page_left()

    async def _alive(self) -> JSHandle:
        if self._handle is None:
            self._handle = await self.frame.evaluate_handle(self._script)
        return self._handle

    async def _page_left(self) -> None:
        self._handle = None
        await self.frame.wait_for_load_state("domcontentloaded")

    async def _element(self, root: Root) -> ElementHandle | None:
        if isinstance(root, str):
            root = self.frame.locator(root)
        return await root.element_handle() if isinstance(root, Locator) else root


def left_the_page(error: Error) -> bool:
    """Whether a script was cut off because its frame went to another page."""
    return any(sign in error.message for sign in _LEFT_THE_PAGE)


def controls_from(found: Mapping[str, Any], frame: Frame | None = None) -> tuple[Control, ...]:
    """What the script found, as controls."""
    units = {unit for text in found["units"] if (unit := unit_in(text))}
    page_unit = units.pop() if len(units) == 1 else None
    return tuple(_control(raw, page_unit, frame) for raw in found["controls"])


def _control(raw: Mapping[str, Any], page_unit: Unit | None, frame: Frame | None) -> Control:
    words = [
        Word(
            word["text"],
            name_of(word["text"], prompt=word["source"] == "placeholder"),
            word["source"],
            word["sureness"],
        )
        for word in raw["words"]
    ]
    words = sorted(
        (word for word in words if word.name.text and unit_in(word.raw) is None), key=lambda word: -word.sureness
    )
    after: str = raw.get("after") or ""
    kind: Kind = raw["kind"]
    units = [word.name.unit for word in words if word.name.unit and word.name.base == words[0].name.base]
    return Control(
        index=raw["index"],
        kind=kind,
        words=tuple(words),
        value=raw["value"],
        options=tuple(raw.get("options", ())),
        required=bool(raw.get("required")) or _starred(words, after),
        read_only=raw["readOnly"],
        disabled=raw.get("disabled", False),
        max_length=raw.get("maxLength"),
        unit=units[0] if units else unit_in(after.strip("*＊★※ ")),
        page_unit=page_unit,
        has_button=raw.get("button", False),
        toolkit=raw.get("toolkit", "native"),
        frame=frame,
    )


def _starred(words: Sequence[Word], after: str) -> bool:
    best = words[0].sureness if words else 0
    return name_of(after[:1]).starred or any(word.name.starred for word in words if word.sureness == best)
