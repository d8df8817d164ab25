"""计划单 between the form, the store and the list."""

import json
from collections.abc import Mapping
from typing import Any

from sandbox.mall.labels import LABELS, STARRED, same
from sandbox.store import Store
from sandbox.store.amounts import FEN_A_YUAN, quantity, yuan
from sandbox.store.fields import MALL_METHODS, SHEET_FIELDS, YEARS
from sandbox.store.items import scattered

_COLUMNS = {field.column for field in SHEET_FIELDS} | {"item_name"}


def as_row(sheet: Mapping[str, Any]) -> dict[str, str]:
    """Write a sheet as the list shows it; amounts in 元."""
    return {
        "number": sheet["number"], "name": sheet["name"], "source": sheet["source"],
        "planNumber": sheet["plan_number"], "method": sheet["method"], "item": item_title(sheet),
        "amount": yuan(sheet["amount"]), "status": sheet["status"], "createdAt": sheet["created_at"],
    }  # fmt: skip


def as_form(sheet: Mapping[str, Any]) -> dict[str, Any]:
    """Write a sheet as 查看 shows it; `beside` holds the fields that only a fault knows, by their labels."""
    beside = json.loads(sheet["extra"])
    return {
        **as_row(sheet), "year": sheet["year"], "quantity": quantity(sheet["quantity"]), "measure": sheet["measure"],
        "price": yuan(sheet["price"]), "needDate": sheet["need_date"], "contact": sheet["contact"],
        "phone": sheet["phone"], "remark": sheet["remark"], "beside": beside,
    }  # fmt: skip


def item_title(sheet: Mapping[str, Any]) -> str:
    """Write an item as A05010201 办公桌."""
    return f"{sheet['item_code']} {sheet['item_name']}"


def form_terms(store: Store, user: str) -> dict[str, Any]:
    """Tell what the empty form offers and demands today: options, stars, fields that nobody knows."""
    demanded = [fault.text("label") for fault in store.faults.look("require_field", user, portal="mall")]
    known = [label for label in LABELS if any(same(label, given) for given in demanded)]
    extra = [given for given in demanded if not any(same(label, given) for label in LABELS)]
    return {
        "required": [*STARRED, *known, *extra],
        "extra": extra,
        "years": _offered(store, user, "业务年度", YEARS),
        "methods": _offered(store, user, "采购方式", MALL_METHODS),
    }


def items_on_offer(store: Store, user: str) -> list[dict[str, str]]:
    """List the drop-down 预算品目."""
    dropped = _dropped(store, user, "预算品目")
    offered = [item for item in scattered() if not dropped & {item.code, item.name, item.title}]
    return [{"code": item.code, "name": item.name} for item in offered]


def _offered(store: Store, user: str, label: str, options: tuple[str, ...]) -> list[str]:
    dropped = _dropped(store, user, label)
    return [option for option in options if option not in dropped]


def _dropped(store: Store, user: str, label: str) -> set[str]:
    faults = store.faults.look("drop_option", user, portal="mall")
    return {fault.text("option") for fault in faults if same(label, fault.text("label"))}


def bend(store: Store, user: str, values: dict[str, Any]) -> dict[str, Any]:
    """Spoil good values as a careless portal does: a name is cut, an amount loses its 分."""
    cut = store.faults.take("cut_name", user, portal="mall")
    if cut:
        values["name"] = values["name"][: int(cut.text("length", "20"))]
    if store.faults.take("round_amount", user, portal="mall"):
        for column in ("price", "amount"):
            values[column] = values[column] // FEN_A_YUAN * FEN_A_YUAN
    return values


def as_columns(values: Mapping[str, Any], extra: Mapping[str, str]) -> dict[str, Any]:
    """Sort values for the store; what has no column of its own goes into `extra` under its label."""
    columns = {column: value for column, value in values.items() if column in _COLUMNS}
    return {**columns, "extra": json.dumps(dict(extra), ensure_ascii=False)}
