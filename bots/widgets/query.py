"""The query area above a grid: its fields by their words, then 查询."""

from collections.abc import Mapping

from bots.errors import FieldAmbiguous, FieldMissing
from bots.widgets.buttons import press
from bots.widgets.form import Form
from bots.widgets.grid import Grid
from bots.widgets.screen import Screen


class Query:
    """Searches a grid on the portal's side, where the portal offers it."""

    def __init__(self, screen: Screen, grid: Grid, path: str) -> None:
        self._screen = screen
        self._grid = grid
        self._path = f"{path}/查询"

    async def ask(self, wanted: Mapping[str, str]) -> None:
        """Put `wanted` into the query fields that exist ("" clears one), and search; the grid has then settled."""
        screen = self._screen
        await screen.begin(self._path, "search", **{label: text for label, text in wanted.items() if text})
        sheet = await self._grid.page()
        form = Form(sheet.spot.frame, screen.terms, path=self._path, trail=screen.trail)
        offered = {label: text for label, text in wanted.items() if await self._offers(form, label)}
        await form.fill(offered, complete=False)
        await self._grid.change(lambda: press(screen, "查询"))

    @staticmethod
    async def _offers(form: Form, label: str) -> bool:
        try:
            return (await form.control(label)).fillable
        except (FieldMissing, FieldAmbiguous):
            return False
