"""A clerk who works by hand at the same time: types, changes, deletes and submits, past every page and every fault.

POST /_control/byhand   {"act": "copy", "number", "account": user, "changes": {label: text}, "detail": {label: text}}
                        {"act": "edit", "number", "changes", "detail"} · {"act": "submit" | "delete", "number"}
                        {"act": "move", "number", "status"}: a 计划单 goes on in the mall

A copy is a new plan (or 计划单) with a number of its own; amounts are text in 元, as the control API tells them.
"""

from collections.abc import Mapping
from typing import Any

from sandbox.store import Store
from sandbox.store.amounts import FEN_A_YUAN, QUANTITY_UNIT, parse
from sandbox.store.database import Row
from sandbox.store.fields import DETAIL_FIELDS, PLAN_FIELDS, SHEET_FIELDS, Field
from sandbox.store.people import ACCOUNTS
from sandbox.store.plans import OPEN_TO_CHANGE

Changes = Mapping[str, str]


class NotByHand(Exception):
    """Nobody can do that by hand."""


def do(store: Store, act: str, number: str, **how: Any) -> str:  # noqa: ANN401  any JSON
    """Do it; gives the number of what was done. Raises NotByHand."""
    plan, sheet = store.plans.by_number(number), store.sheets.by_number(number)
    with store.database.transaction():
        if plan:
            return _with_plan(store, act, plan, **how)
        if sheet:
            return _with_sheet(store, act, sheet, **how)
    raise NotByHand(number)


def _with_plan(
    store: Store, act: str, plan: Row, account: str = "", changes: Changes | None = None, detail: Changes | None = None
) -> str:
    line = store.plans.detail(plan["id"])
    typed, bought = _columns(PLAN_FIELDS, changes), _columns(DETAIL_FIELDS, detail)
    if act == "copy":
        kept = {field.column: plan[field.column] for field in PLAN_FIELDS if field.kind != "shown"}
        made = store.plans.add(ACCOUNTS[account], kept | typed)
        if line and detail is not None:
            store.plans.put_detail(made["id"], _line(line) | bought)
        return str(made["number"])
    if plan["status"] not in OPEN_TO_CHANGE:
        raise NotByHand(f"{plan['number']} is {plan['status']}")
    if act == "edit":
        if typed:
            store.plans.change(plan["id"], plan["handler"], typed)
        if line and bought:
            store.plans.put_detail(plan["id"], _line(line) | bought)
    elif act == "delete":
        store.plans.remove(plan["id"])
    elif act == "submit" and line:
        store.reviews.submit(plan, plan["handler"])
    else:
        raise NotByHand(act)
    return str(plan["number"])


def _with_sheet(
    store: Store, act: str, sheet: Row, account: str = "", changes: Changes | None = None, status: str = ""
) -> str:
    typed = _columns(SHEET_FIELDS, changes)
    if act == "copy":
        kept = {field.column: sheet[field.column] for field in SHEET_FIELDS if field.kind != "shown"}
        made = store.sheets.add(ACCOUNTS[account], kept | {"item_name": sheet["item_name"]} | typed)
        return str(made["number"])
    if act == "edit":
        store.sheets.change(sheet["id"], typed)
    elif act == "delete":
        store.sheets.remove(sheet["id"])
    elif act == "move" and status:
        store.sheets.change(sheet["id"], {"status": status})
    else:
        raise NotByHand(act)
    return str(sheet["number"])


def _line(line: Row) -> dict[str, Any]:
    return {field.column: line[field.column] for field in DETAIL_FIELDS}


def _columns(fields: tuple[Field, ...], changes: Changes | None) -> dict[str, Any]:
    by_word = {field.word: field for field in fields}
    return {by_word[word].column: _value(by_word[word], text) for word, text in (changes or {}).items()}


def _value(field: Field, text: str) -> str | int:
    if field.kind in {"wan", "yuan"}:
        return parse(text, FEN_A_YUAN)
    return parse(text, QUANTITY_UNIT) if field.kind == "quantity" else text
