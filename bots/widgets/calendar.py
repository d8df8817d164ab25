"""A calendar driven by what a clerk sees: the year and month above it, the arrows, the numbers of the days.

It knows no date picker by name: a calendar is a visible block of numbers 1 to 28 (at least) with a year nearby, in the
field's own frame or another one of its page (WdatePicker opens a frame of its own).
"""

import asyncio
from datetime import date

from playwright.async_api import Error, Frame

from bots.widgets import scripts
from bots.widgets.control import Control
from bots.widgets.hand import Target, touch
from bots.widgets.inventory import Probe

_MOST_TURNS = 60  # of pages by a real mouse: five years by months
_APPEARS_WITHIN = 3.0  # seconds: a calendar opens at a click, or it is none


async def pick_date(probe: Probe, control: Control, day: date, *, seconds: float) -> bool:
    """Open the field's calendar and click its way to the day; False when no calendar was understood."""
    openers = [probe.target(control, "opener")]
    if control.has_button:
        openers.append(Target(probe.frame, "beside", {"index": control.index}))
    limit = min(seconds / 4, _APPEARS_WITHIN)
    for opener in openers:
        if await touch(opener) and (frame := await _appeared(probe.frame, limit)):
            return await _walk(frame, day)
    return False


async def _appeared(frame: Frame, seconds: float) -> Frame | None:
    """The frame that shows the calendar: the field's, or another one of its page (also one that came with it)."""
    page = frame.page
    looks = {asyncio.create_task(_look(known, seconds)) for known in page.frames}

    def came(new: Frame) -> None:
        looks.add(asyncio.create_task(_look(new, seconds)))

    page.on("frameattached", came)
    try:
        while looks:
            done, _ = await asyncio.wait(looks, return_when=asyncio.FIRST_COMPLETED)
            looks -= done
            for look in done:
                if found := look.result():
                    return found
        return None
    finally:
        page.remove_listener("frameattached", came)
        for look in looks:
            look.cancel()
        await asyncio.gather(*looks, return_exceptions=True)


async def _look(frame: Frame, seconds: float) -> Frame | None:
    try:
        await frame.wait_for_load_state("domcontentloaded", timeout=seconds * 1000)
        there = await scripts.ask(frame, "calendar", {"verb": "appears", "ms": seconds * 1000})
    except Error:  # the frame went away
        return None
    return frame if there else None


async def _walk(frame: Frame, day: date) -> bool:
    asked = {"year": day.year, "month": day.month, "day": day.day}
    for _ in range(_MOST_TURNS):
        if await scripts.ask(frame, "calendar", {"verb": "turn", **asked}):
            if not await touch(Target(frame, "calendar", {"verb": "cell", **asked})):
                return False
            await _confirm(frame)
            return True
        if not await touch(
            Target(frame, "calendar", {"verb": "arrow", **asked})
        ):  # one that only believes a real mouse
            return False
    return False


async def _confirm(frame: Frame) -> None:
    """Click 确定 in a calendar that stays open after the day was clicked."""
    try:
        await touch(Target(frame, "calendar", {"verb": "confirm"}))
    except Error:  # its frame went away with the click
        return
