"""A calendar driven by what a clerk sees: the year and month above it, the arrows, the numbers of the days.

It knows no date picker by name: a calendar is a visible block of numbers 1 to 28 (at least) with a year nearby, in the
field's own frame or another one of its page (WdatePicker opens a frame of its own).
"""

import asyncio
from datetime import date
from pathlib import Path

from playwright.async_api import Error, Frame, JSHandle

from bots.widgets.control import Control
from bots.widgets.inventory import Probe

_SCRIPT = (Path(__file__).parent / "calendar.js").read_text("utf-8")
_MOST_TURNS = 60  # of pages by a real mouse: five years by months
_APPEARS_WITHIN = 3.0  # seconds: a calendar opens at a click, or it is none
_FIND = "tool => tool.find()"


async def pick_date(probe: Probe, control: Control, day: date, *, seconds: float) -> bool:
    """Open the field's calendar and click its way to the day; False when no calendar was understood."""
    element = await probe.handle(control)
    openers = [element]
    if control.has_button:
        openers.append(await probe.beside(control))
    limit = min(seconds / 4, _APPEARS_WITHIN)
    for opener in openers:
        await opener.click(timeout=seconds * 1000)
        found = await _appeared(probe.frame, limit)
        if found is not None:
            return await _walk(found, day, seconds)
    return False


async def _appeared(frame: Frame, seconds: float) -> JSHandle | None:
    """The calendar that came, in the field's frame or another frame of its page (also one that came with it)."""
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
                if tool := look.result():
                    return tool
        return None
    finally:
        page.remove_listener("frameattached", came)
        for look in looks:
            look.cancel()
        await asyncio.gather(*looks, return_exceptions=True)


async def _look(frame: Frame, seconds: float) -> JSHandle | None:
    try:
        await frame.wait_for_load_state("domcontentloaded", timeout=seconds * 1000)
        tool = await frame.evaluate_handle(_SCRIPT)
        await frame.wait_for_function(_FIND, arg=tool, timeout=seconds * 1000, polling=30)
    except Error:  # none came, or the frame went away
        return None
    return tool


async def _walk(tool: JSHandle, day: date, seconds: float) -> bool:
    want, limit = {"year": day.year, "month": day.month, "day": day.day}, seconds * 1000
    for _ in range(_MOST_TURNS):
        if await tool.evaluate("(tool, want) => tool.turn(want)", want):
            cell = (await tool.evaluate_handle("(tool, want) => tool.cell(want)", want)).as_element()
            if cell is None:
                return False
            await cell.click(timeout=limit)
            await _confirm(tool, seconds)
            return True
        arrow = (await tool.evaluate_handle("(tool, want) => tool.arrow(want)", want)).as_element()
        if arrow is None:
            return False
        await arrow.click(timeout=limit)  # one that only believes a real mouse
    return False


async def _confirm(tool: JSHandle, seconds: float) -> None:
    """Click 确定 in a calendar that stays open after the day was clicked."""
    try:
        button = (await tool.evaluate_handle("tool => tool.confirm()")).as_element()
    except Error:  # its frame went away with the click
        return
    if button is not None:
        await button.click(timeout=seconds * 1000)
