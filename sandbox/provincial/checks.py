"""What the portal checks before it saves or submits, and the words in which it refuses."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sandbox.provincial.layout import codes
from sandbox.store import items
from sandbox.store.amounts import FEN_A_WAN, QUANTITY_UNIT, NotAnAmount, cost, parse
from sandbox.store.database import Row
from sandbox.store.fields import DETAIL_FIELDS, FUNDS, PLAN_FIELDS, Field
from sandbox.store.plans import OPEN_TO_CHANGE


class Refused(Exception):
    """The portal's words."""


def plan_values(form: Mapping[str, str], more: tuple[Field, ...], demanded: set[str]) -> dict[str, Any]:
    """Read a posted plan form into the store's columns; raises Refused."""
    typed = (*PLAN_FIELDS[1:], *more)
    values: dict[str, Any] = {field.column: _value(field, form, demanded) for field in typed}
    if values["deadline"] < values["purchase_date"]:
        raise Refused("计划实施截止日期不能早于计划采购日期")
    if values["month"] != f"{int(values['purchase_date'][5:7])}月":
        raise Refused("计划月份与计划采购日期不一致")
    if values["import_allowed"] == "是" and not values["import_approval"]:
        raise Refused("允许采购进口产品时，进口产品审批文号不能为空")
    if sum(values[fund] for fund in FUNDS) <= 0:
        raise Refused("资金合计必须大于0")
    return values


def detail_values(form: Mapping[str, str]) -> dict[str, Any]:
    """Read a posted detail form into the store's columns; raises Refused."""
    shown_only = {field.column: form.get(field.column, "") for field in DETAIL_FIELDS if field.kind == "shown"}
    typed = [field for field in DETAIL_FIELDS if field.kind != "shown"]
    values: dict[str, Any] = {field.column: _value(field, form, set()) for field in typed}
    item = items.BY_CODE.get(shown_only["item_code"])
    if item is None or item.name != values["purchase_name"]:
        raise Refused("请选择采购名称")
    if item.catalogue != values["catalogue"]:
        raise Refused("采购目录与所选采购品目不符")
    if values["price"] <= 0:
        raise Refused("单价必须大于0")
    if values["quantity"] <= 0:
        raise Refused("数量必须大于0")
    if values["amount"] != cost(values["price"], values["quantity"]):
        raise Refused("金额必须等于单价乘以数量")
    return {**values, "item_code": item.code, "item_name": item.name}


def ready_to_submit(plan: Row, detail: Row | None) -> None:
    """Refuse a plan that cannot go to its reviewers."""
    if plan["status"] not in OPEN_TO_CHANGE:
        raise Refused("该计划已提交，不能重复提交")
    if detail is None:
        raise Refused("请先填写计划明细")
    if detail["amount"] != sum(plan[fund] for fund in FUNDS):
        raise Refused("明细金额与计划金额不一致")


def open_to_change(plan: Row, doing: str) -> None:
    """Refuse to touch a plan that is with its reviewers or recorded."""
    if plan["status"] not in OPEN_TO_CHANGE:
        raise Refused(f"该计划已提交，不能{doing}")


def _value(field: Field, form: Mapping[str, str], demanded: set[str]) -> str | int:
    text = form.get(field.column, "").replace("\r\n", "\n").strip()
    if field.kind == "choice" and text:
        text = codes(field).get(text, "")
    if not text and (field.required or field.word in demanded):
        raise Refused(f"{field.word}不能为空")
    if field.kind in {"wan", "quantity"}:
        return _number(field, text)
    if field.kind == "date" and text:
        _day(field, text)
    if len(text) > field.longest:
        raise Refused(f"{field.word}长度不能超过{field.longest}个字")
    return text


def _number(field: Field, text: str) -> int:
    decimals = 2 if field.kind == "quantity" else 6
    try:
        number = parse(text, QUANTITY_UNIT if field.kind == "quantity" else FEN_A_WAN)
    except NotAnAmount as error:
        raise Refused(f"{field.word}格式不正确，最多保留{decimals}位小数") from error
    if number < 0:
        raise Refused(f"{field.word}不能小于0")
    return number


def _day(field: Field, text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise Refused(f"{field.word}格式不正确") from error
