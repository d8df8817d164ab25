"""Where a clerk would look: the topmost DOM dialog, else all frames of the newest window; the caller names none."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from weakref import WeakSet

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Frame, Page

from bots.widgets import scripts


@dataclass(frozen=True)
class Box:
    """A DOM dialog: its own words, its buttons, and how much else is in it."""

    frame: Frame
    number: int
    text: str
    words: tuple[str, ...]
    fields: int
    cells: int
    frames: int
    lists: int
    cross: bool
    busy: bool  # its content is still loading

    @property
    def only_says(self) -> bool:
        """A message, not a form, a list or a window of its own."""
        more = self.fields or self.frames or self.lists or self.busy
        return not more and self.cells <= 12  # noqa: PLR2004 (message boxes are drawn as small tables)


@dataclass(frozen=True)
class Spot:
    """One place to look at: a frame, or (`boxed`: its number) one dialog in it, as long as that is the topmost."""

    frame: Frame
    boxed: int = 0


@dataclass(frozen=True)
class Sight:
    """What a look at one frame has shown."""

    frame: Frame
    box: Box | None
    waiting: bool  # a layer over everything asks for patience
    brief: str  # the whole text of a page that says very little
    login: bool
    invalid: str  # what the browser itself says of a field
    answer: tuple[int, Any] | None = None  # to what was asked along with the look, and of which dialog (0: none)


async def survey(page: Page, along: scripts.Along | None = None) -> list[Sight]:
    """Look at every visible frame of a window; frames that are just going away are left out.

    Those of one origin are looked at in one round trip, the others each by itself.
    """
    frames = [frame for frame in page.frames if not frame.is_detached()]
    views = await scripts.views(page.main_frame, frames, along)
    sights = await asyncio.gather(*(_look(frame, views, along) for frame in frames))
    return [sight for sight in sights if sight]


async def answers(sights: list[Sight], spots: list[Spot], along: scripts.Along) -> list[Any]:
    """What each spot answers: it said so with the look, or is asked now."""
    said = {Spot(sight.frame, sight.answer[0]): sight.answer[1] for sight in sights if sight.answer}

    async def answer(spot: Spot) -> Any:  # noqa: ANN401 - what the script answers
        if spot in said:
            return said[spot]
        return await scripts.ask(spot.frame, along.name, {**along.asked, "boxed": spot.boxed})

    return await asyncio.gather(*(answer(spot) for spot in spots))


async def _look(frame: Frame, views: Mapping[Frame, scripts.View | None], along: scripts.Along | None) -> Sight | None:
    if frame in _hollow and frame not in views:
        return Sight(frame, box=None, waiting=False, brief="", login=False, invalid="")
    try:
        view = views[frame] if frame in views else await scripts.view(frame, along)
    except PlaywrightError:  # between two documents; whoever waits looks again
        return None
    if view is None or not view["seen"]["shown"]:
        return None
    seen: dict[str, Any] = view["seen"]
    box = Box(frame, **{**seen["box"], "words": tuple(seen["box"]["words"])}) if seen["box"] else None
    if seen["hollow"] and not seen["waiting"]:
        _hollow.add(frame)
    answer = (view["boxed"], view["answer"]) if "boxed" in view else None
    return Sight(frame, box, seen["waiting"], seen["brief"], seen["login"], seen["invalid"], answer)


def forget(frame: Frame) -> None:
    """The frame has gone on to another document."""
    _hollow.discard(frame)


_hollow: WeakSet[Frame] = WeakSet()  # framesets: they show nothing themselves, so one look at each is enough


async def resolve(page: Page, sights: list[Sight]) -> tuple[list[Spot], Box | None]:
    """The spots in force, and the topmost dialog if there is one."""
    known = {sight.frame: sight for sight in sights}
    return await _resolve(page.main_frame, known)


async def _resolve(frame: Frame, known: dict[Frame, Sight]) -> tuple[list[Spot], Box | None]:
    box = known[frame].box if frame in known else None
    children = [child for child in frame.child_frames if child in known]
    if box and box.frames:
        children = [child for child in children if await _inside_box(child)]
    if not box or box.frames:
        for child in children:
            spots, inner = await _resolve(child, known)
            if inner:
                return spots, inner
    if box:
        within = [Spot(f) for child in children for f in _family(child, known)] if box.frames else []
        return [Spot(frame, box.number), *within], box
    return [Spot(f) for f in _family(frame, known)], None


def _family(frame: Frame, known: dict[Frame, Sight]) -> Iterator[Frame]:
    if frame in known:
        yield frame
    for child in frame.child_frames:
        yield from _family(child, known)


async def _inside_box(frame: Frame) -> bool:
    return await scripts.holds(await frame.frame_element())
