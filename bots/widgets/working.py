"""A control worked by hand, the way a clerk does: for what a script cannot do, or could not make hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.errors import FieldNotAccepted
from bots.widgets.calendar import pick_date
from bots.widgets.chained import choose_in_chain
from bots.widgets.chained_items import choose_item_in_chain
from bots.widgets.choosing import choose_in_panel
from bots.widgets.choosing_items import choose_item_in_panel
from bots.widgets.choosing_several import choose_several
from bots.widgets.hand import touch
from bots.widgets.moments import read
from bots.widgets.several import parts_of

if TYPE_CHECKING:
    from playwright.async_api import Frame

    from bots.widgets.fill import Move
    from bots.widgets.inventory import Probe

SELECT_ALL = "ControlOrMeta+A"
HOLD_BACK = """() => {
  const hold = event => { event.preventDefault(); event.stopImmediatePropagation(); };
  window.addEventListener("submit", hold, true);
  return () => window.removeEventListener("submit", hold, true);
}"""


async def work(probe: Probe, move: Move, *, seconds: float, where: str) -> None:
    """Type, choose, tick or pick a date; raises OptionNotOffered, FieldNotAccepted, and Playwright's errors."""
    control = move.control
    if move.checked is not None:
        await touch(probe.target(control, "press"))
    elif control.kind in ("radio", "checkboxes"):
        await _tick(probe, move)
    elif control.kind == "select" and control.scripted:
        handle = await probe.handle(control)
        await handle.select_option(label=list(move.chosen) if control.multiple else move.text, timeout=seconds * 1000)
    elif control.kind == "chained" and move.item:
        await choose_item_in_chain(probe, move, seconds=seconds, where=where)
    elif control.kind == "chained":
        await choose_in_chain(probe, move, seconds=seconds, where=where)
    elif control.offers and control.multiple:
        await choose_several(probe, move, seconds=seconds, where=where)
    elif control.offers and move.item:
        await choose_item_in_panel(probe, move, seconds=seconds, where=where)
    elif control.offers:
        await choose_in_panel(probe, move, seconds=seconds, where=where)
    elif control.kind == "date" and (control.read_only or control.dating.entry != "typed"):
        await _pick(probe, move, seconds=seconds, where=where)
    else:
        await _type(probe, move)


async def _pick(probe: Probe, move: Move, *, seconds: float, where: str) -> None:
    wanted, control = read(move.text, move.control.dating.order), move.control
    if wanted is None or control.dating.entry == "set":
        return
    if reason := await pick_date(probe, control, wanted, seconds=seconds):
        raise FieldNotAccepted(label=move.label, wanted=move.text, got=control.reading, where=where, reason=reason)


async def _tick(probe: Probe, move: Move) -> None:
    control = move.control
    if control.kind == "radio":
        await touch(probe.target(control, "press", text=move.text))
        return
    ticked = parts_of(control.value, lambda text: text in control.options)
    for text in control.options:
        if (text in ticked) != (text in move.chosen):
            await touch(probe.target(control, "press", text=text))


async def _type(probe: Probe, move: Move) -> None:
    """Key strokes over what stands there; a date's calendar is closed by Enter, as its readers do."""
    control = move.control
    if not await touch(probe.target(control, "field")):
        return
    keyboard = probe.frame.page.keyboard
    await keyboard.press(SELECT_ALL)
    await keyboard.press("Delete")
    await keyboard.type(move.text)
    if control.kind == "date":
        await _enter(probe.frame)
    field = await probe.handle(control)
    await field.evaluate("el => (el.querySelector('input, textarea') || el).blur()")


async def _enter(frame: Frame) -> None:
    """Enter, which sends a form that has a button for it: this one is held back."""
    held = await frame.evaluate_handle(HOLD_BACK)
    try:
        await frame.page.keyboard.press("Enter")
    finally:
        await held.evaluate("release => release()")
