"""Native HTML controls by hand, the way a clerk works them: for what a script could not make hold.

Markup: `<td>计划名称*：</td><td><input name=planName maxlength=60></td>`, `<select>`, `<textarea>`,
`<input type=radio>是`, `<input readonly class=Wdate onclick="calendar(this)">`.
"""

from bots.widgets.calendar import pick_date
from bots.widgets.fill import Move
from bots.widgets.inventory import Probe
from bots.widgets.values import as_date


async def work(probe: Probe, move: Move, *, seconds: float) -> None:
    """Type, choose, tick or pick a date; Playwright's errors pass through."""
    control, limit = move.control, seconds * 1000
    if control.kind in ("radio", "checkboxes"):
        for text in move.chosen or (move.text,):
            await (await probe.member(control, text)).check(timeout=limit)
        for text in set(control.options) - set(move.chosen) if control.kind == "checkboxes" else ():
            await (await probe.member(control, text)).uncheck(timeout=limit)
        return
    element = await probe.handle(control)
    if move.checked is not None:
        await element.set_checked(move.checked, timeout=limit)
    elif control.kind == "select":
        await element.select_option(label=move.text, timeout=limit)
    elif control.read_only:
        day = as_date(move.text)
        if day is not None:
            await pick_date(probe, control, day, seconds=seconds)
    else:
        await element.fill("", timeout=limit)
        await element.type(move.text, timeout=limit)
        await element.evaluate("el => el.blur()")
