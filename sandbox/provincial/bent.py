"""How the server's own pages drift: the cells of its forms and the parts of its lists, out of bent descriptions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sandbox.provincial.gate import Visit
from sandbox.provincial.layout import Cell
from sandbox.skins.describe import Json, filled
from sandbox.store.fields import Field, Kind

KINDS: dict[str, Kind] = {"number": "wan", "choice": "choice", "date": "date", "area": "area"}


@dataclass(frozen=True)
class Drawn:
    """What a form's page is drawn from: its rows of cells, its buttons, and how each column's control is called."""

    grid: list[list[Cell]]
    buttons: list[Json]
    names: dict[str, str]
    bent: bool = False
    shows: str = "form"  # how what is only looked at is shown
    sections: str = "flat"
    parts: tuple[Json, ...] = ()  # {title, folded, grid}; none: the form is all one
    note: str = ""  # above the form


def drawn(visit: Visit, name: str, grid: list[list[Cell]], form: Json, op: str) -> Drawn:
    """Draw a form as it always was, or as the drift has it today."""
    drift = visit.store.drift
    cells = {cell.field.column: cell for row in grid for cell in row}
    form = filled(form, {column: cell.value for column, cell in cells.items()}, locked=op == "view")
    if drift.seed is None:
        return Drawn(grid, form["buttons"], {column: column for column in cells})
    bent = drift.form("provincial", name, form)
    columns = {field["column"]: drift.meaning(field["column"]) for field in bent["fields"]}
    made = [_cell(cells.get(columns[field["column"]]), field, bent["values"]) for field in bent["fields"]]
    names = {column: posted for posted, column in columns.items() if column}
    shows = "form" if visit.form.get("look") else bent["shows"]
    parts = [part | {"grid": _rows([cell for cell in made if cell.name in part["columns"]], form["across"])}
             for part in bent["parts"]]  # fmt: skip
    return Drawn(
        _rows(made, form["across"]), bent["buttons"], names, bent=True, shows=shows, sections=bent["sections"],
        parts=tuple(parts), note=bent["seenNote" if op == "view" and shows == "cells" else "note"],
    )  # fmt: skip


def _rows(cells: list[Cell], across: int) -> list[list[Cell]]:
    return [cells[first : first + across] for first in range(0, len(cells), across)]


def _cell(cell: Cell | None, field: Json, values: Mapping[str, str]) -> Cell:
    """Bend a cell, or make one of a field that is not meant."""
    if cell is None:
        options = tuple((option["value"], option["label"]) for option in field["options"])
        made = Field(field["column"], field["label"], KINDS.get(field["kind"], "text"), required=False)
        cell = Cell(made, str(field.get("value", "")), options, "", 1)
    marks = f' id="{field["id"]}" data-c="{field["classes"]}"'
    return replace(
        cell, value=values.get(field["column"], cell.value), width=1, posted=field["column"], words=field["label"],
        unit=field["unit"], wrap=field["wrap"], marks=marks, hidden=bool(field.get("hidden")),
        off=bool(field.get("disabled")), drawn=field,
    )  # fmt: skip


@dataclass(frozen=True)
class Listed:
    """What a bent list is drawn from, beside its rows."""

    screen: Json
    query: list[Json]
    asked: dict[str, str]
    menus: list[tuple[str, list[Json]]]  # by the id of their element
    opens: str  # in what its forms open


def listed(visit: Visit, name: str, screen: Json) -> Listed:
    """Bend a list; its query area shows what it was asked."""
    drift = visit.store.drift
    bent = drift.grid("provincial", name, screen)
    query = [{"value": ""} | field for field in bent.get("query", [])]
    asked = {field["column"]: visit.form.get(drift.meaning(field["column"]), "") for field in query}
    more: list[Json] = next((button["buttons"] for button in bent.get("rowButtons", []) if "buttons" in button), [])
    menus = [
        (name, offered)
        for name, offered in (("contextMenu", bent.get("contextMenu", [])), ("moreMenu", more))
        if offered
    ]
    return Listed(bent, query, asked, menus, drift.way_of("provincial", "opens"))


def drifting(visit: Visit, page: Json) -> Json:
    """Fill the columns that a list has got."""
    return page | {"list": visit.store.drift.rows(page["list"])}
