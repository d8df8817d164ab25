"""A saved row of a list, read where nothing opens it: its cells are compared as the fields of a form are."""

from collections.abc import Iterable, Mapping

from bots.errors import RowMissing
from bots.widgets.control import Control, Word
from bots.widgets.fill import difference, exacting
from bots.widgets.gaps import NO_GAPS, Gaps
from bots.widgets.grid import Grid, Key, Row, Sheet, is_row, told
from bots.widgets.match import Wish, lacking, match, try_match
from bots.widgets.ours import ours
from bots.widgets.screen import Screen
from bots.widgets.values import Difference, Value
from bots.widgets.words import name_of, unit_in

HEAD = 90  # how sure a column's head names its cells


class RowView:
    """The row with `key`."""

    def __init__(self, screen: Screen, grid: Grid, key: Key) -> None:
        self.screen = screen
        self._grid = grid
        self._key = key
        self.lacking: list[str] = []  # labels of the last comparison that the row has no column for

    @ours
    async def differences(
        self, values: Mapping[str, Value], *, blank: Iterable[str] = (), gaps: Gaps = NO_GAPS
    ) -> list[Difference]:
        """Where the row shows something else than these values.

        `gaps`: what it need not show; `lacking` tells afterwards. Raises RowMissing, FieldMissing.
        """
        wish = Wish((*values, *blank), self.screen.terms, self._grid.path, exacting=exacting(values))
        controls = await self._controls()
        found, missing = try_match(wish, controls)
        self.lacking = [label for label in missing if label in values]
        if refused := gaps.refused(self.lacking):
            raise lacking(refused, self._grid.path, controls, found)
        compared = [difference(label, found[label], values[label]) for label in values if label in found]
        filled = [found[label] for label in blank if label in found and not found[label].empty]
        return [*filter(None, compared), *(Difference(control.label, "", control.reading) for control in filled)]

    @ours
    async def read(self, labels: Iterable[str]) -> dict[str, str]:
        """What the row shows under these; raises FieldMissing."""
        found = match(Wish(tuple(labels), self.screen.terms, self._grid.path), await self._controls())
        return {label: control.reading for label, control in found.items()}

    @ours
    async def picture(self, name: str) -> None:
        """Evidence: the list with the row in view."""
        await self._grid.show(self._key)
        await self.screen.trail.picture(name, self.screen.workplace)

    async def close(self) -> None:
        """Nothing was opened."""

    async def _controls(self) -> list[Control]:
        sheet = await self._grid.with_units()
        row = next((row for row in sheet.rows if is_row(row, self._key)), None)
        if row is None:
            raise RowMissing(where=self._grid.path, key=told(self._key))
        return [_shown(at, column, row, sheet) for at, column in enumerate(row)]


def _shown(at: int, column: str, row: Row, sheet: Sheet) -> Control:
    heads = list(dict.fromkeys([*sheet.captions.get(column, ())[:1], column]))
    words = tuple(Word(head, name_of(head), "head", HEAD) for head in heads)
    units = (name_of(caption).unit for caption in sheet.captions.get(column, ()))
    unit = next((unit for unit in units if unit), None)
    return Control(at, "shown", words, row[column], unit=unit, page_unit=unit_in(sheet.stated), read_only=True)
