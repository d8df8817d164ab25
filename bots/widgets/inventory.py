"""The page's side of a form: what controls it has, set in one go, and the lists that they open."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from playwright.async_api import ElementHandle, Error, Frame

from bots.errors import PortalTimeout
from bots.widgets import scripts
from bots.widgets.compound import compounds
from bots.widgets.control import Control, Kind, Word
from bots.widgets.dates import TYPED, DateEntry
from bots.widgets.hand import Target
from bots.widgets.units import agreed, nearest, said_beside
from bots.widgets.words import name_of, unit_after, unit_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bots.widgets.words import Unit

_LEFT_THE_PAGE = (
    "context was destroyed",
    "Cannot find context",
    "because of a navigation",
    "JSHandle is disposed",
    "Unable to adopt",
    "different context",
    "only in the context they were created",
)


@dataclass(frozen=True)
class Probe:
    """The form in one frame (`boxed`: in its topmost dialog); nothing is written on the page."""

    frame: Frame
    boxed: int = 0

    async def survey(self) -> tuple[Control, ...]:
        """List the visible controls, with their words, in one round trip."""
        found = await scripts.ask(self.frame, "survey", {"boxed": self.boxed})
        if found is None:  # half a form is no form
            await self.frame.wait_for_load_state("domcontentloaded")
            found = await scripts.ask(self.frame, "survey", {"boxed": self.boxed, "anyway": True})
        return controls_from(found, self.frame)

    async def wait_for(self, words: Sequence[Sequence[str]], *, seconds: float) -> None:
        """Wait until each word (or one of its synonyms) stands on a control; raises PortalTimeout."""
        asked = {"boxed": self.boxed, "words": [list(any_of) for any_of in words], "ms": seconds * 1000}
        if not await scripts.ask(self.frame, "shows", asked):
            raise PortalTimeout(waiting_for="、".join(any_of[0] for any_of in words), seconds=seconds)

    async def wait_for_move(self, control: Control, *, seconds: float) -> bool:
        """Wait until a control's options or value change, or it opens; False when nothing happened in time."""
        asked = {
            "index": control.index,
            "value": control.value if control.own_value is None else control.own_value,
            "options": list(control.options),
            "disabled": control.disabled,
            "ms": seconds * 1000,
        }
        return await self._ask("moved", asked) is not False

    def section(self, words: Sequence[str]) -> Target:
        """The head of a closed section in which a field of one of these words may stand."""
        return Target(self.frame, "sections", {"boxed": self.boxed, "words": list(words)})

    async def elsewhere(self, labels: Sequence[Sequence[str]]) -> list[bool]:
        """Of each label (its words), whether a part of the form that is not in sight has such a field."""
        said: list[bool] = await scripts.ask(self.frame, "elsewhere", {"boxed": self.boxed, "labels": list(labels)})
        return said

    async def put(self, moves: Sequence[Mapping[str, object]]) -> None:
        """Set simple fields in one round trip, with the events that pages listen to."""
        await self._ask("put", {"moves": list(moves)})

    async def turn(self) -> None:
        """Let the page's own handlers run."""
        await self._ask("turn", {})

    async def handle(self, control: Control) -> ElementHandle:
        """The element of a listed control."""
        return await self._pick("control", control)

    async def beside(self, control: Control) -> ElementHandle:
        """The button beside a control: 选择, a magnifying glass, a calendar."""
        return await self._pick("beside", control)

    async def opener(self, control: Control) -> ElementHandle:
        """What opens the window in which a control is set: its button, or the field itself."""
        return await self._pick("opener", control)

    def target(self, control: Control, take: str, **more: object) -> Target:
        """What to press of a control: its `opener`, an `item` of its panel, the member to `press`."""
        return Target(self.frame, "panelTarget", {"index": control.index, "take": take, **more})

    async def panel(self, name: str, control: Control, **more: object) -> Any:  # noqa: ANN401 - as the script answers
        """Ask about the list that a control opens."""
        return await scripts.ask(self.frame, name, {"index": control.index, **more})

    async def _pick(self, name: str, control: Control) -> ElementHandle:
        found = await scripts.element(self.frame, name, {"index": control.index})
        if found is None:
            raise LookupError(name)
        return found

    async def _ask(self, name: str, asked: object) -> Any:  # noqa: ANN401 - as the script answers
        """Ask what may take the page away; its outcome is read from the next survey."""
        try:
            return await scripts.ask(self.frame, name, asked)
        except Error as error:
            if not left_the_page(error):
                raise
            return None


def left_the_page(error: Error) -> bool:
    """Whether a script was cut off because its frame went to another page."""
    return any(sign in error.message for sign in _LEFT_THE_PAGE)


def controls_from(found: Mapping[str, Any], frame: Frame | None = None) -> tuple[Control, ...]:
    """What the script found, as controls."""
    controls = [_control(raw, frame) for raw in found["controls"]]
    choices = {control.unit_of: control for control in controls if control.unit_of is not None}
    return tuple(
        replace(control, unit_choice=choices[control.index]) if control.index in choices else control
        for control in compounds(controls)
    )


@functools.lru_cache(maxsize=4096)  # a form says the same words at every look
def _word(text: str, source: str, sureness: int) -> Word:
    return Word(text, name_of(text, prompt=source == "placeholder"), source, sureness)


def _control(raw: Mapping[str, Any], frame: Frame | None) -> Control:
    words = [_word(word["text"], word["source"], word["sureness"]) for word in raw["words"]]
    words = sorted(
        (word for word in words if word.name.text and unit_in(word.raw) is None), key=lambda word: -word.sureness
    )
    after: str = raw.get("after") or ""
    kind: Kind = raw["kind"]
    said: Mapping[str, list[str]] = raw.get("units") or {"own": [], "above": []}
    return Control(
        index=raw["index"],
        kind=kind,
        words=tuple(words),
        value=raw["value"],
        options=tuple(raw.get("options", ())),
        listed=raw.get("listed", True),
        scripted=raw.get("scripted", True),
        required=bool(raw.get("required")) or _starred(words, after),
        read_only=raw["readOnly"],
        disabled=raw.get("disabled", False),
        max_length=raw.get("maxLength"),
        unit=_own_unit(words, after, said["own"]),
        page_unit=nearest(said["above"]),
        unit_of=raw.get("unitOf"),
        has_button=raw.get("button", False),
        opens=raw.get("opens", False),
        labelled_by=raw.get("labelledBy"),
        multiple=raw.get("multiple", False),
        held=None if raw.get("held") is None else tuple(raw["held"]),
        posted_as=raw.get("postedAs") or "",
        follows=raw.get("follows", False),
        dating=DateEntry(**raw["dating"]) if raw.get("dating") else TYPED,
        toolkit=raw.get("toolkit", "native"),
        frame=frame,
    )


def _own_unit(words: Sequence[Word], after: str, beside: Sequence[str]) -> Unit | None:
    """What its label, the text behind it and its own item say of its unit, all together."""
    labels = [word.name.unit for word in words if word.name.base == words[0].name.base]
    return agreed([*labels, unit_after(after.strip("*＊★※ ")), *map(said_beside, beside)])


def _starred(words: Sequence[Word], after: str) -> bool:
    best = words[0].sureness if words else 0
    return name_of(after[:1]).starred or any(word.name.starred for word in words if word.sureness == best)
