"""A calendar driven by what a clerk sees: the year and month above it, the arrows, the numbers of the days, the time.

It knows no date picker by name: a calendar is a visible block of the days of a month with its year nearby, in the
field's own frame, another one of its page (WdatePicker opens a frame of its own) or a window that it opens; or the
months, or years, to choose from.
"""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from playwright.async_api import Error, Frame, Page

from bots.widgets import scripts
from bots.widgets.hand import Target, touch
from bots.widgets.inventory import left_the_page
from bots.widgets.moments import MIDNIGHT, Clock, Moment, Span, clock_text, read_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bots.widgets.control import Control
    from bots.widgets.inventory import Probe

Outcome = Literal["", "calendar_unread", "day_not_offered", "no_time", "time_not_offered", "no_day"]
"""Empty when it was picked; else why not."""

_MOST_TURNS = 60  # of pages by a real mouse: five years by months
_MOST_CONFIRMS = 3  # a list of times has one of its own
_APPEARS_WITHIN = 3.0  # seconds: a calendar opens at a click, or it is none
_TURNS_WITHIN_MS = 800
_LEAVES_WITHIN_MS = 400
_SELECT_ALL = "ControlOrMeta+A"


async def pick_date(probe: Probe, control: Control, wanted: Moment | Span, *, seconds: float) -> Outcome:
    """Open the field's calendar and click its way to the day, the month, the year, or both ends of a span."""
    openers = [probe.target(control, "opener")]
    if control.has_button:
        openers.append(Target(probe.frame, "beside", {"index": control.index}))
    limit = min(seconds / 4, _APPEARS_WITHIN)
    await scripts.ask(probe.frame, "calendar", {"verb": "before"})
    for opener in openers:
        with _came_with(probe.frame.page) as frames:
            frame = await _appeared(frames, limit) if await touch(opener) else None
        if frame:
            index = control.index if frame is probe.frame else -1
            outcome = await Calendar(frame, index).pick(wanted, read_moment(control.value, control.dating.order))
            await _learn(probe, control, wanted)
            return outcome
    return "calendar_unread"


@dataclass(frozen=True)
class Calendar:
    """The calendar that is open in a frame; `index`: its field, where that stands in the same frame."""

    frame: Frame
    index: int

    async def pick(self, wanted: Moment | Span, shown: Moment | None) -> Outcome:
        """Press the day or days (unless `shown` already), set the time, and press 确定 where it asks for that."""
        ends = {"start": wanted.start, "end": wanted.end} if isinstance(wanted, Span) else {"": wanted}
        try:
            outcome = await self._pick(ends, shown)
            if outcome or await self._rest():  # what it has not taken yet, it may drop when it is left
                await scripts.ask(self.frame, "calendar", {"verb": "leave", "ms": _LEAVES_WITHIN_MS})
        except Error:
            if not self.frame.is_detached() and not self.frame.page.is_closed():  # it goes away with the click
                raise
            return ""
        return outcome

    async def _pick(self, ends: dict[str, Moment], shown: Moment | None) -> Outcome:
        for of, end in ends.items():
            # a day that is pressed again may be taken at once, with the time that stands there
            stands = shown is not None and shown.time is not None and end.is_day_of(shown)
            if outcome := await self._press(end, of, stands=stands):
                return outcome
        return await self._finish([end.time for end in ends.values()])

    async def _press(self, wanted: Moment, of: str, *, stands: bool) -> Outcome:
        asked = {"year": wanted.year, "month": wanted.month, "day": wanted.day, "of": of, "index": self.index}
        for _ in range(_MOST_TURNS):
            state = await self._seek(asked)
            if state == "again":
                continue
            if state == "there":
                pressed = stands or await touch(Target(self.frame, "calendar", {"verb": "cell", **asked}))
                return "" if pressed else "calendar_unread"
            if state != "arrow":
                return "day_not_offered" if state == "off" else "calendar_unread" if state == "lost" else "no_day"
            if not await touch(Target(self.frame, "calendar", {"verb": "arrow", **asked})):
                break
        return "calendar_unread"

    async def _seek(self, asked: Mapping[str, object]) -> str:
        """Leaf to what is wanted; a page that asks its server for each month is another one then."""
        try:
            state: str = await scripts.ask(self.frame, "calendar", {"verb": "seek", **asked})
        except Error as error:
            if not left_the_page(error):
                raise
            await self.frame.wait_for_load_state("domcontentloaded")
            return "again" if await _shows_one(self.frame, _APPEARS_WITHIN) else "lost"
        return state

    async def _finish(self, times: Sequence[Clock | None]) -> Outcome:
        rest = await self._rest()
        if rest and rest["clock"] == "turn":
            await touch(Target(self.frame, "calendar", {"verb": "part", "number": 0}))
            rest = await self._rest(turned=True)
        if rest and rest["clock"]:
            if outcome := await self._set_time(rest, times):
                return outcome
        elif any(times) and any(time != MIDNIGHT for time in times):
            return "no_time"
        for _ in range(_MOST_CONFIRMS):
            if not rest or not rest["confirm"] or not await touch(Target(self.frame, "calendar", {"verb": "confirm"})):
                break
            rest = await self._rest()
        return ""

    async def _set_time(self, rest: dict[str, Any], times: Sequence[Clock | None]) -> Outcome:
        if len(times) > 1:  # which of two clocks is whose is not known
            return "no_time" if any(times) else ""
        time = times[0] or MIDNIGHT
        if rest["clock"] == "whole":
            text = clock_text(time)
            shown = text[:5] if rest["short"] else text
            return (
                await self._type(0, shown, leaves=True) if rest["parts"] == 1 and text.startswith(shown) else "no_time"
            )
        for number in range(rest["parts"]):
            outcome = (
                await self._type(number, f"{time[number]:02}")
                if rest["clock"] == "apart"
                else await self._choose(number, time[number])
            )
            if outcome:
                return outcome
        return "no_time" if any(time[rest["parts"] :]) else ""

    async def _type(self, number: int, text: str, *, leaves: bool = False) -> Outcome:
        if not await touch(Target(self.frame, "calendar", {"verb": "part", "number": number})):
            return "no_time"
        keyboard = self.frame.page.keyboard
        await keyboard.press(_SELECT_ALL)
        await keyboard.type(text)
        if leaves:
            await keyboard.press("Tab")  # it counts once it is left
        return ""

    async def _choose(self, number: int, at: int) -> Outcome:
        chosen = await touch(Target(self.frame, "calendar", {"verb": "part", "number": number, "at": at}))
        return "" if chosen else "time_not_offered"

    async def _rest(self, *, turned: bool = False) -> dict[str, Any] | None:
        asked = {"verb": "rest", "turned": turned, "ms": _TURNS_WITHIN_MS}
        rest: dict[str, Any] | None = await scripts.ask(self.frame, "calendar", asked)
        return rest


async def _learn(probe: Probe, control: Control, wanted: Moment | Span) -> None:
    """Let the page remember in what order its calendar writes month and day."""
    if isinstance(wanted, Moment) and wanted.day is not None and wanted.month is not None:
        asked = {"verb": "learn", "index": control.index, "before": control.value}
        await scripts.ask(probe.frame, "calendar", {**asked, "month": wanted.month, "day": wanted.day})


@contextmanager
def _came_with(page: Page) -> Iterator[asyncio.Queue[Frame]]:
    """The frames of a page, those that are attached to it meanwhile, and those of windows that it opens."""
    frames: asyncio.Queue[Frame] = asyncio.Queue()
    for known in page.frames:
        frames.put_nowait(known)

    def opened(window: Page) -> None:
        frames.put_nowait(window.main_frame)

    page.on("frameattached", frames.put_nowait)
    page.on("popup", opened)
    try:
        yield frames
    finally:
        page.remove_listener("frameattached", frames.put_nowait)
        page.remove_listener("popup", opened)


async def _appeared(frames: asyncio.Queue[Frame], seconds: float) -> Frame | None:
    """The first of the frames that shows a calendar; None where none does within `seconds`."""
    found: asyncio.Queue[Frame] = asyncio.Queue()

    async def look(frame: Frame) -> None:
        if await _shows_one(frame, seconds):
            found.put_nowait(frame)

    async def look_at_all() -> None:
        async with asyncio.TaskGroup() as looks:
            while True:
                looks.create_task(look(await frames.get()))

    looking = asyncio.create_task(look_at_all())
    try:
        async with asyncio.timeout(seconds):
            return await found.get()
    except TimeoutError:
        return None
    finally:
        looking.cancel()
        await asyncio.gather(looking, return_exceptions=True)


async def _shows_one(frame: Frame, seconds: float) -> bool:
    try:
        await frame.wait_for_load_state("domcontentloaded", timeout=seconds * 1000)
        there = await scripts.ask(frame, "calendar", {"verb": "appears", "ms": seconds * 1000})
    except Error:  # the frame went away
        return False
    return bool(there)
