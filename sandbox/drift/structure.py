"""What the drawn ways make of the descriptions of screens, before words, order and decoys are bent."""

import random
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from sandbox.drift import regions
from sandbox.skins.describe import buttons, column
from sandbox.store import items

Json = dict[str, Any]
Way = Callable[[str], str]  # a feature → the way that this portal does it

NESTED = {"chained", "cascader", "tree"}
RESTING = {"add", "back", "none"}  # what acts on no row
ACTS = (("modify", "修改"), ("details", "明细"), ("submit", "提交"), ("log", "日志"), ("delete", "删除"))
MORE = ("更多", "更多操作", "操作")
ITEM_COLUMNS = {"purchase_name", "itemCode"}
CENT = Decimal("0.01")


def login(form: Json, way: Way, luck: random.Random) -> Json:
    """Nest 行政区划 by cities."""
    how = way("region")
    if how not in NESTED:
        return form
    nested = {"kind": how, "options": [], "tree": regions.tree(luck, deep=how != "chained")}
    return form | {"fields": [field | nested if field["column"] == "region" else field for field in form["fields"]]}


def home(screen: Json, way: Way) -> Json:
    """Put the way in where this portal has it: among the entries, in the banner, or both."""
    how = way("entrance")
    entries, way_in = screen["entries"], [entry for entry in screen["entries"] if entry["action"] == "login"]
    if how == "banner":
        entries = [entry for entry in entries if entry["action"] != "login"]
    return screen | {"entries": entries, "banner": way_in if how in {"two", "banner"} else []}


def item_field(form: Json, way: Way) -> Json:
    """Let 采购名称 (or 预算品目) be another control; a form that is only looked at keeps its text."""
    how = way("item")
    if form["locked"] or how in {"popup", "grid"}:
        return form
    made = [field | _control(field, how) if field["column"] in ITEM_COLUMNS else field for field in form["fields"]]
    if how == "text":  # the clerk types name and code; the portal looks the official name up
        made = [field | {"kind": "text", "readOnly": False} if field["column"] == "item_code" else field
                for field in made if field["column"] != "item_name"]  # fmt: skip
    code = form["values"].get("item_code", "")
    if (
        how != "text" and code and "purchase_name" in form["values"]
    ):  # what is kept is a name, what the control holds a code
        form = form | {"values": form["values"] | {"purchase_name": code}}
    return form | {"fields": made}


def _control(field: Json, how: str) -> Json:
    if how == "text":
        return {"kind": "text", "readOnly": False, "fills": {}}
    offered = items.scattered() if field["column"] == "itemCode" else list(items.ITEMS)
    made: Json = {"readOnly": False, "from": "", "options": [], "required": field["required"]}
    if "fills" in field:  # the control itself holds the code
        made["fills"] = {column: key for column, key in field["fills"].items() if column != field["column"]}
    if how in NESTED:
        return made | {"kind": how, "tree": _branch("", {item.code for item in offered})}
    listed = [{"value": item.code, "label": item.title} for item in offered]
    kinds: dict[str, Json] = {
        "radio": {"kind": "radio"},
        "select": {"kind": "choice", "plain": True},
        "search": {"kind": "choice"},
    }
    return made | kinds[how] | {"options": listed}


def _branch(parent: str, offered: set[str]) -> list[Json]:
    below = [{"value": one.code, "label": one.title, "children": _branch(one.code, offered)}
             for one in items.branches(parent)]  # fmt: skip
    leaves = [{"value": one.code, "label": one.title} for one in items.leaves(parent) if one.code in offered]
    return [one for one in below if one["children"]] + leaves


def total_only(form: Json, way: Way) -> Json:
    """Ask for 预算金额 and 数量 alone; the price follows."""
    if way("amount") != "total" or form["locked"]:
        return form
    kept = [field for field in form["fields"] if field["column"] != "price"]
    typed = [{key: value for key, value in field.items() if key not in {"computed", "hint"}} | {"readOnly": False}
             if field["column"] == "amount" else field for field in kept]  # fmt: skip
    return form | {"fields": typed}


def picker(screen: Json, way: Way) -> Json:
    """List the items in a grid instead of a tree."""
    grid = way("item") == "grid"
    return screen | {"columns": screen["gridColumns"] if grid else []}


def details(screen: Json, way: Way) -> Json:
    """Leave the column ID out."""
    if way("id") == "shown":
        return screen
    return screen | {"columns": [column for column in screen["columns"] if column["key"] != "id"]}


def understood(data: Mapping[str, str]) -> dict[str, str]:
    """Complete what was posted: an item by its code alone, a price by amount and quantity."""
    meant = dict(data)
    if "purchase_name" in meant:
        item = items.BY_CODE.get(meant["purchase_name"])
        if item:  # the control held the code
            meant |= {"purchase_name": item.name, "item_code": item.code, "item_name": item.name}
        elif "item_name" not in meant and (item := items.BY_CODE.get(meant.get("item_code", ""))):
            meant["item_name"] = item.name
    if "itemCode" in meant and "price" not in meant:
        meant["price"] = _price(meant.get("amount", ""), meant.get("quantity", ""))
    return meant


def _price(amount: str, quantity: str) -> str:
    try:
        return f"{(Decimal(amount.replace(',', '')) / Decimal(quantity)).quantize(CENT):f}"
    except (InvalidOperation, ZeroDivisionError):
        return ""


def actions(screen: Json, name: str, way: Way, luck: random.Random) -> Json:
    """Put what acts on one row of a list where this portal has it; what acts on none stays above the list."""
    how = way("actions")
    if how in {"context", "number"} and name != "plans":
        how = "row"
    own = [button for button in screen["toolbar"] if button["action"] not in RESTING]
    rest = [button for button in screen["toolbar"] if button["action"] in RESTING]
    if how == "always":
        return screen
    if how == "tick":
        return screen | {
            "toolbar": [button | {"needsRow": True} if button in own else button for button in screen["toolbar"]]
        }
    if how == "context":
        return screen | {"toolbar": rest, "contextMenu": own}
    if how == "number":
        linked = [one | {"link": "view"} if one["key"] == "number" else one for one in screen["columns"]]
        return screen | {"toolbar": rest, "columns": linked}
    shown = own
    if how == "more":
        kept = luck.randint(0, 2)
        menu = {"action": "menu", "label": luck.choice(MORE), "primary": False, "buttons": own[kept:]}
        shown = [*own[:kept], menu]
    operations = column("operations", "操作", "operations", 360 if how == "row" else 200)
    return screen | {"toolbar": rest, "rowButtons": shown, "columns": [*screen["columns"], operations]}


def acting_form(form: Json, way: Way) -> Json:
    """Let a plan that is looked at show what can be done with it, where the list itself has nothing but its number."""
    if way("actions") != "number" or not form["locked"]:
        return form
    return form | {"buttons": [*buttons(*ACTS), *form["buttons"]]}


def container(form: Json, name: str, way: Way) -> Json:
    """Say in what a form opens, what follows its save, and how it shows what has been saved."""
    after = way("saved")
    after = "closes" if name != "plan" and after == "details" else after
    shows = way("shows")
    opens = "drawer" if form["locked"] and shows == "drawer" else way("opens")
    shows = "descriptions" if form["locked"] and shows == "drawer" else shows
    return form | {"opens": opens, "after": after, "shows": shows}
