"""A window as the bot sees it: fields with their words, grids by their headers, buttons, and a picture with numbers."""

import asyncio
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Final

from playwright.async_api import Frame
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

from bots.errors import PortalTimeout
from bots.widgets import scripts
from bots.widgets.annotate import Box, Mark, annotate
from bots.widgets.control import Control
from bots.widgets.inventory import Probe
from bots.widgets.offers import offered
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen
from bots.widgets.sureness import LABEL_PROPER

STARS: Final = re.compile(r"[\s*＊★※]+")
LONGEST_SHOWN: Final = 12  # of the label of a value that is only shown
LOOKS: Final = 24  # at a page that still brings in its fields
SAME_LOOKS: Final = 3  # in a row, and it has brought in all


@dataclass(frozen=True)
class Part:
    """What one spot of a window shows."""

    spot: Spot
    controls: tuple[Control, ...]
    boxes: tuple[Box | None, ...]  # in the window's picture
    grids: tuple[tuple[str, ...], ...]
    buttons: tuple[str, ...]

    @property
    def print(self) -> object:
        """What tells whether the page has stopped bringing in more."""
        return [(control.kind, control.label) for control in self.controls], self.grids, self.buttons


@dataclass(frozen=True)
class PageSeen:
    """Everything in view, in the page's order."""

    address: str
    controls: tuple[Control, ...]
    grids: tuple[tuple[str, ...], ...]
    buttons: tuple[str, ...]
    picture: bytes  # PNG; the controls are numbered in it from 1


async def visit(screen: Screen, address: str) -> None:
    """Open an address; a login page is as good as any other."""
    screen.at_login = True
    await screen.begin(address, "open")
    await screen.page.goto(address, wait_until="domcontentloaded")
    with suppress(PlaywrightTimeoutError):  # some pages never stop loading
        await screen.page.wait_for_load_state("load", timeout=screen.terms.wait_seconds * 500)
    with suppress(PortalTimeout):
        await screen.settle()


async def look(screen: Screen) -> PageSeen:
    """Look at the newest window, or at the dialog that lies over it, once it stands still."""
    parts = await _settled_parts(screen)
    window = screen.top
    picture = await window.screenshot(full_page=True, animations="disabled", scale="css")
    parts = [await _with_options(part) for part in parts]
    controls = tuple(control for part in parts for control in part.controls)
    boxes = [box for part in parts for box in part.boxes]
    browser = window.context.browser
    assert browser is not None
    return PageSeen(
        address=window.url,
        controls=controls,
        grids=tuple(dict.fromkeys(heads for part in parts for heads in part.grids)),
        buttons=tuple(dict.fromkeys(word for part in parts for word in part.buttons)),
        picture=await annotate(browser, picture, await window.evaluate("innerWidth"), _marks(controls, boxes)),
    )


async def marked(screen: Screen, doubtful: set[str]) -> bytes:
    """The newest window as it stands, its fields numbered (PNG); those of `doubtful` labels are dashed."""
    parts = await _parts(screen)
    window = screen.top
    picture = await window.screenshot(full_page=True, animations="disabled", scale="css")
    browser = window.context.browser
    assert browser is not None
    named = {tidy(label) for label in doubtful}
    fields = [(control, box) for part in parts for control, box in zip(part.controls, part.boxes, strict=True)]
    marks = [
        Mark(number, label, box, unsure=not label or label in named, required=control.required)
        for number, (control, box) in enumerate(fields, start=1)
        for label in (tidy(control.label),)
    ]
    return await annotate(browser, picture, await window.evaluate("innerWidth"), marks)


async def _settled_parts(screen: Screen) -> list[Part]:
    """Look until nothing more comes in: a page that shows nothing at all yet is given the longest."""
    parts = await _parts(screen)
    same = 0
    for _ in range(LOOKS):
        await screen.moved()
        before, parts = parts, await _parts(screen)
        unchanged = [part.print for part in before] == [part.print for part in parts]
        same = same + 1 if unchanged and screen.traffic.quiet else 0
        if same >= SAME_LOOKS and any(part.controls or part.buttons or part.grids for part in parts):
            break
    return parts


async def _parts(screen: Screen) -> list[Part]:
    return await asyncio.gather(*(_part(spot) for spot in await screen.spots()))


async def _part(spot: Spot) -> Part:
    controls = await Probe(spot.frame, spot.boxed).survey()
    asked = {"boxed": spot.boxed, "indexes": [control.index for control in controls]}
    seen: dict[str, Any] = await scripts.ask(spot.frame, "seen", asked)
    left, top = await _offset(spot.frame)
    kept = [
        (control, _box(about["box"], left, top))
        for control, about in zip(controls, seen["fields"], strict=True)
        if not about["data"] and not _is_headline(control)
    ]
    return Part(
        spot,
        tuple(control for control, _ in kept),
        tuple(box for _, box in kept),
        tuple(tuple(heads) for heads in seen["grids"]),
        tuple(seen["buttons"]),
    )


def _is_headline(control: Control) -> bool:
    """A line of news in a table's cell looks like the label of a shown value, but for its length or its bullet."""
    label = control.label
    return control.kind == "shown" and (len(label) > LONGEST_SHOWN or not label[:1].isalnum())


def _box(raw: dict[str, float] | None, left: float, top: float) -> Box | None:
    return Box(raw["left"] + left, raw["top"] + top, raw["width"], raw["height"]) if raw else None


async def _with_options(part: Part) -> Part:
    """Open the lists that have to be opened, one after another: two open ones would close each other."""
    controls = []
    for control in part.controls:
        options = None if control.listed else await offered(Probe(part.spot.frame, part.spot.boxed), control)
        controls.append(control if options is None else replace(control, options=options, listed=True))
    return replace(part, controls=tuple(controls))


async def _offset(frame: Frame) -> tuple[float, float]:
    """Where a frame begins in the picture of its window."""
    if frame.parent_frame is None:
        return 0, 0
    place = await (await frame.frame_element()).bounding_box()
    scrolled: list[float] = await frame.page.evaluate("[scrollX, scrollY]")
    return (place["x"] + scrolled[0], place["y"] + scrolled[1]) if place else (0, 0)


def _marks(controls: Sequence[Control], boxes: Sequence[Box | None]) -> list[Mark]:
    return [
        Mark(number, tidy(control.label), box, unsure=sureness(control) < LABEL_PROPER, required=control.required)
        for number, (control, box) in enumerate(zip(controls, boxes, strict=True), start=1)
    ]


def tidy(label: str) -> str:
    """A label without its stars, its colon and its spaces."""
    return STARS.sub("", label).strip(":：")


def sureness(control: Control) -> int:
    """How sure its label is; 0 where nothing names it."""
    return control.words[0].sureness if control.words else 0
