"""How the server's own pages of the mall drift: the form and the list, out of bent descriptions."""

from typing import Any

from sandbox.skins.describe import Json
from sandbox.store import Store


def bent_form(store: Store, form: Json) -> dict[str, Any]:
    """Bend the form of a 计划单; `names` tells its scripts how each control is called today."""
    bent = store.drift.form("mall", "sheet", form)
    names = {store.drift.meaning(field["column"]): field["column"] for field in bent["fields"]}
    parts = [part | {"fields": [field for field in bent["fields"] if field["column"] in part["columns"]]}
             for part in bent["parts"]]  # fmt: skip
    return {"form": bent, "parts": parts, "names": {column: posted for column, posted in names.items() if column}}


def bent_list(store: Store, screen: Json) -> Json:
    """Bend the list of 计划单."""
    bent = store.drift.grid("mall", "sheets", screen)
    return bent | {"columns": [column for column in bent["columns"] if column["kind"] not in {"serial", "operations"}]}
