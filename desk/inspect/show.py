"""How a terminal tells an inventory, and what has changed."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from desk.inspect.compare import Change
from desk.inspect.model import Inventory, SeenField
from desk.messages.catalogue import knows, text
from desk.table import table_of

MOST_OPTIONS = 8  # of a field in the table; the file has all of them


def print_inventory(console: Console, inventory: Inventory) -> None:
    """Fields by the numbers that they have in the picture, then grids by their headers, then buttons."""
    table = table_of("no", "label", "kind", "notes", "options")
    for number, field in enumerate(inventory.fields, start=1):
        label = Text(field.label or text("inspect.nameless"), style="yellow" if field.unsure else "")
        table.add_row(str(number), label, kind_text(field.kind), Text(_notes(field)), Text(_options(field)))
    console.print(table)
    for heads in inventory.grids:
        console.print(Text(text("inspect.grid", headers=heads)), soft_wrap=True)
    console.print(Text(text("inspect.buttons", words=inventory.buttons)), soft_wrap=True)
    if any(field.unsure for field in inventory.fields):
        console.print(Text(text("inspect.unsure"), style="yellow"), soft_wrap=True)


def print_changes(console: Console, changes: Sequence[Change], *, file: str, taken_at: str) -> None:
    """One line a change; red for what filings will stop at."""
    console.print()
    if not changes:
        console.print(Text(text("inspect.same", file=file, taken_at=taken_at), style="green"), soft_wrap=True)
        return
    console.print(
        Text(text("inspect.changed", count=len(changes), file=file, taken_at=taken_at), style="bold"), soft_wrap=True
    )
    for change in changes:
        console.print(Text(f"  {change_text(change)}", style="red" if change.breaks else "yellow"), soft_wrap=True)


def change_text(change: Change) -> str:
    """The sentence for one change."""
    params: dict[str, object] = dict(change.params)
    if change.kind == "kind_changed":
        params |= {name: kind_text(str(params[name])) for name in ("before", "after")}
    if "kind" in params:
        params["kind"] = kind_text(str(params["kind"]))
    return text(f"inspect.change.{change.kind}", label=change.label or text("inspect.nameless"), **params)


def kind_text(kind: str) -> str:
    """A kind of field in a person's words."""
    key = f"inspect.kind.{kind}"
    return text(key) if knows(key) else kind


def _notes(field: SeenField) -> str:
    notes = [text(f"inspect.note.{name}") for name in ("required", "read_only", "disabled") if getattr(field, name)]
    if field.unit:
        notes.append(field.unit)
    if field.max_length is not None:
        notes.append(text("inspect.note.max_length", limit=field.max_length))
    if field.unsure:
        notes.append(text("inspect.note.unsure", sureness=field.sureness))
    return " · ".join(notes)


def _options(field: SeenField) -> str:
    shown = "、".join(field.options[:MOST_OPTIONS])
    return shown if len(field.options) <= MOST_OPTIONS else f"{shown} … ({len(field.options)})"
