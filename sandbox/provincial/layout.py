"""What stands where on the two forms, and how a field's value looks inside its control."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from typing import Any, Literal

from sandbox.store.amounts import quantity, wan_short
from sandbox.store.database import Row
from sandbox.store.faults import Faults
from sandbox.store.fields import DETAIL_FIELDS, OFFICES, PLAN_FIELDS, Field

Star = Literal["before", "after", ""]
Gone = set[tuple[str, str]]  # (label, option)

PLAN_ROWS = (
    ("number", "name", "year"),
    ("month", "office", "method"),
    ("purchase_date", "deadline", "category"),
    ("research", "international", "import_allowed"),
    ("import_approval", "award_approval", "ppp"),
    ("general_budget", "government_fund", "state_capital"),
    ("fiscal_account", "self_raised"),
    ("agency", "fax"),
    ("contact", "phone"),
    ("remark",),
)
DETAIL_ROWS = (
    ("catalogue", "purchase_name"),
    ("item_code", "item_name"),
    ("price", "quantity"),
    ("measure", "amount"),
    ("spec",),
)
STAR_BEFORE = {"name", "office", "general_budget", "government_fund", "agency", "purchase_name", "price"}
PAIRS_IN_A_ROW = 3


@dataclass(frozen=True)
class Cell:
    """A label and its control; what follows `width` is what a drift has made of it."""

    field: Field
    value: str
    options: tuple[tuple[str, str], ...]
    star: Star
    width: int  # columns of the table that the control's cell spans
    posted: str = ""
    words: str | None = None
    unit: str = ""  # behind the control
    wrap: int = 0
    marks: str = ""  # id and classes that mean nothing
    hidden: bool = False
    off: bool = False
    drawn: Mapping[str, Any] = made(default_factory=lambda: {"kind": ""})  # the description that it is drawn from

    @property
    def name(self) -> str:
        """The control's name in the posted form."""
        return self.posted or self.field.column

    @property
    def label(self) -> str:
        """What stands before the control."""
        return self.field.label if self.words is None else self.words


def codes(field: Field) -> dict[str, str]:
    """Give the options of a select by the codes that the form posts."""
    if field.column == "office":
        return OFFICES
    if field.column == "year":
        return {year: year for year in field.options}
    return {f"{place:02d}": option for place, option in enumerate(field.options, start=1)}


def shown(field: Field, value: str | int) -> str:
    """Write a stored value as the control holds it: a code, 35.0, 10.00."""
    if field.kind == "choice":
        return next((code for code, option in codes(field).items() if option == value), "")
    if isinstance(value, int):
        return quantity(value) if field.kind == "quantity" else wan_short(value)
    return value


def stored_texts(fields: tuple[Field, ...], row: Row) -> dict[str, str]:
    """Write a whole row as its form holds it."""
    return {field.column: shown(field, row[field.column]) for field in fields}


def plan_grid(texts: Mapping[str, str], faults: Faults, account: str) -> list[list[Cell]]:
    """Lay out the plan form; a fault may have added a starred field or taken an option away."""
    demanded = {fault.text("label") for fault in faults.look("require_field", account, portal="provincial")}
    rows = [list(row) for row in PLAN_ROWS]
    rows[-1:-1] = [[extra.column] for extra in extra_fields(demanded)]
    return _grid(rows, (*PLAN_FIELDS, *extra_fields(demanded)), texts, demanded, _gone(faults, account))


def detail_grid(texts: Mapping[str, str], faults: Faults, account: str) -> list[list[Cell]]:
    """Lay out the detail form."""
    return _grid([list(row) for row in DETAIL_ROWS], DETAIL_FIELDS, texts, set(), _gone(faults, account), pairs=2)


def extra_fields(demanded: set[str]) -> tuple[Field, ...]:
    """Make fields of demanded labels that the form does not have anyhow."""
    known = {field.word for field in PLAN_FIELDS} | {field.label for field in PLAN_FIELDS}
    return tuple(Field(f"extra_{label}", label, "text") for label in sorted(demanded - known))


def _grid(
    rows: list[list[str]], fields: tuple[Field, ...], texts: Mapping[str, str], demanded: set[str], gone: Gone,
    *, pairs: int = PAIRS_IN_A_ROW,
) -> list[list[Cell]]:  # fmt: skip
    by_column = {field.column: field for field in fields}
    grid = []
    for row in rows:
        width = 1 + 2 * (pairs - len(row))
        cells = []
        for column in row:
            field = by_column[column]
            required = field.required or field.word in demanded
            star: Star = "" if not required else "before" if column in STAR_BEFORE else "after"
            options = _offered(field, gone)
            cells.append(Cell(field, texts.get(column, ""), options, star, width if column == row[-1] else 1))
        grid.append(cells)
    return grid


def _gone(faults: Faults, account: str) -> Gone:
    """Tell which options a fault has taken away."""
    dropped = faults.look("drop_option", account, portal="provincial")
    return {(fault.text("label"), fault.text("option")) for fault in dropped}


def _offered(field: Field, gone: Gone) -> tuple[tuple[str, str], ...]:
    if field.kind != "choice":
        return ()
    options = codes(field).items()
    return tuple((code, text) for code, text in options if not {(field.label, text), (field.word, text)} & gone)
