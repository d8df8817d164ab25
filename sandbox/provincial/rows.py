"""Rows of the store for the lists that scripts ask for: every cell is text, as the server's own lists print it."""

from collections.abc import Sequence

from sandbox.provincial.acts import CENTRALISED, Found
from sandbox.skins.describe import Json
from sandbox.store.amounts import quantity, wan
from sandbox.store.database import Row
from sandbox.store.fields import office_title
from sandbox.store.people import unit_title


def plans_page(found: Found) -> Json:
    """One page of plans."""
    page, first = found.page, (found.page.number - 1) * found.query.size + 1
    return {
        "list": [_plan(plan, serial) for serial, plan in enumerate(page.rows, start=first)],
        "pageNo": page.number, "pageSize": found.query.size, "pages": page.pages, "total": page.count,
    }  # fmt: skip


def _plan(plan: Row, serial: int) -> Json:
    method = "集中采购" if plan["method"] in CENTRALISED else plan["method"]
    return {
        "serial": str(serial), "id": str(plan["id"]), "number": plan["number"], "name": plan["name"],
        "version": str(plan["version"]), "unit": unit_title(plan["unit"]), "amount": wan(plan["amount"]),
        "office": office_title(plan["office"]), "agency": plan["agency"], "method": method, "organisation": "",
        "purchase_date": plan["purchase_date"], "status": plan["status"],
    }  # fmt: skip


def details_page(detail: Row | None) -> Json:
    """The one page with the one detail line, or without it."""
    lines = [_detail(detail)] if detail else []
    return {"list": lines, "pageNo": 1, "pageSize": 10, "pages": 1, "total": len(lines)}


def _detail(detail: Row) -> Json:
    kept = ("catalogue", "purchase_name", "item_code", "item_name", "measure")
    return {
        "serial": "0", "id": str(detail["id"]), "price": wan(detail["price"]), "amount": wan(detail["amount"]),
        "quantity": quantity(detail["quantity"]), **{key: detail[key] for key in kept},
    }  # fmt: skip


def sums(total: int, page_total: int, *, key: str = "number") -> list[Json]:
    """The two rows of sums, with their words in the column `key`."""
    return [{key: "合计", "amount": wan(total)}, {key: "本页小计", "amount": wan(page_total)}]


def head(plan: Row) -> Json:
    """What stands above a list that belongs to one plan."""
    return {"id": str(plan["id"]), "number": plan["number"], "name": plan["name"], "unit": unit_title(plan["unit"])}


def log(entries: Sequence[Row]) -> list[Json]:
    """The lines of a log."""
    ours = ("id", "plan_id")
    return [{**{key: entry[key] for key in entry if key not in ours}, "serial": str(serial)}
            for serial, entry in enumerate(entries, 1)]  # fmt: skip
