"""The words of which every screen is described to a skin: fields, buttons, columns, lists and forms, as plain JSON.

README.md tells what a skin makes of each key.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sandbox.store.fields import Field

Json = dict[str, Any]
Options = Iterable[tuple[str, str]]  # (value that is posted, label that is shown)

KINDS = {"wan": "number", "yuan": "number", "quantity": "number", "item": "picker"}
DECIMALS = {"wan": 6, "yuan": 2, "quantity": 2}


def field_of(field: Field, options: Options = (), *, required: bool | None = None, **more: object) -> Json:
    """Describe a field of the store's list; `more` adds to it or overrides."""
    demanded = field.required if required is None else required
    made = control(field.column, field.label, KINDS.get(field.kind, field.kind), options, required=demanded)
    made |= {"longest": field.longest, "readOnly": field.kind in {"shown", "item"}}
    if field.kind in DECIMALS:
        made["decimals"] = DECIMALS[field.kind]
    if field.kind == "quantity":
        made["stepper"] = True  # a skin may draw it with its toolkit's number stepper
    return made | more


def control(
    column: str, label: str, kind: str, options: Options = (), *, required: bool = False, **more: object
) -> Json:
    """Describe any labelled control."""
    return {
        "column": column, "label": label, "kind": kind, "required": required, "readOnly": False, "longest": 100,
        "unit": "", "options": [{"value": value, "label": text} for value, text in options],
    } | more  # fmt: skip


def same(options: Iterable[str]) -> list[tuple[str, str]]:
    """Let options be posted as they are shown."""
    return [(option, option) for option in options]


def anything(options: Iterable[str]) -> list[tuple[str, str]]:
    """Put 全部 before the options of a query field."""
    return [("", "全部"), *same(options)]


def buttons(*pairs: tuple[str, str]) -> list[Json]:
    """Describe buttons by what they do and what is written on them; the first one is the important one."""
    return [{"action": action, "label": label, "primary": place == 0} for place, (action, label) in enumerate(pairs)]


def column(key: str, label: str, kind: str = "text", width: int = 0) -> Json:
    """Describe a column: `text`, `money` (right-aligned), `serial`, `check`, or `operations` (the row's buttons)."""
    return {"key": key, "label": label, "kind": kind, "width": width}


def form(title: str, fields: list[Json], pressed: list[Json], **more: object) -> Json:
    """Describe a form; `question` is asked before it is sent, `values` is what its controls show at first."""
    return {"title": title, "across": 3, "fields": fields, "buttons": pressed, "question": "", "locked": False,
            "values": {}} | more  # fmt: skip


def filled(made: Json, values: Mapping[str, str], *, locked: bool) -> Json:
    """Put values into a form; a locked one is only looked at, and keeps no button but the last (关闭)."""
    kept = made["buttons"][-1:] if locked else made["buttons"]
    return made | {"values": dict(values), "locked": locked, "buttons": kept}
