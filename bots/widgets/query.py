"""The query area above a grid: its fields by their words, then 查询."""

from collections.abc import Mapping

from bots.widgets.buttons import nowhere, press
from bots.widgets.control import Control
from bots.widgets.form import Form
from bots.widgets.grid import Grid
from bots.widgets.match import try_match
from bots.widgets.screen import Screen


class Query:
    """Searches a grid on the portal's side, where the portal offers it: by its button or else by the enter key."""

    def __init__(self, screen: Screen, grid: Grid, path: str) -> None:
        self._screen = screen
        self._grid = grid
        self._path = f"{path}/查询"
        self._has_button: bool | None = None  # asked once: a list does not lose it

    async def ask(self, wanted: Mapping[str, str]) -> None:
        """Put `wanted` into the query fields that exist ("" clears one), and search; the grid has then settled."""
        screen = self._screen
        await screen.begin(self._path, "search", **{label: text for label, text in wanted.items() if text})
        sheet = await self._grid.page()
        form = Form(sheet.spot.frame, screen.terms, path=self._path, trail=screen.trail)
        controls, _ = try_match(form.wish(wanted), await form.inventory())
        offered = {label: wanted[label] or _nothing(control) for label, control in controls.items() if control.fillable}
        await form.fill(offered, complete=False)
        await self._grid.untick(sheet)
        if self._has_button is None:
            self._has_button = not await nowhere(screen, "查询")
        if self._has_button:
            await self._grid.change(lambda: press(screen, "查询"))
        elif offered:
            await self._grid.change(lambda: self._enter(form, next(iter(form.filled.values()))))

    async def _enter(self, form: Form, control: Control) -> None:
        """A query area without a button searches by the enter key."""
        field = await form.handle(control)
        await field.evaluate("el => (el.matches('input') ? el : el.querySelector('input') || el).focus()")
        await form.frame.page.keyboard.press("Enter")


def _nothing(control: Control) -> str:
    """What clears a field: a list by its first option (全部)."""
    return control.options[0] if control.offers and control.options else ""
