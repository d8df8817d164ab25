"""What the mall demands of a self-built 计划单 before it keeps it (manual, part two, (二)), in a portal's words."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sandbox.mall.labels import LABELS, word
from sandbox.store.amounts import FEN_A_YUAN, QUANTITY_UNIT, NotAnAmount, cost, parse
from sandbox.store.fields import MALL_METHODS, YEARS
from sandbox.store.items import BY_CODE, SCATTERED

LIMIT_YUAN = 500_000  # the sandbox's 限额标准: at or above it a plan belongs to the province
LONGEST_NAME = 100
LONGEST_REMARK = 500
LARGEST = 10**15
COMPUTED = "预算金额(元)"  # empty when price or quantity are no numbers: they are complained about first

OVER_LIMIT = "预算金额达到限额标准，请到山东省政府采购网备案采购计划"
NOT_OFFERED = "自建计划单的采购方式只能选择网上超市或定点采购"
NOT_SCATTERED = "自建计划单只能选择分散采购品目"
WRONG_AMOUNT = "预算金额与预算单价、数量不符"
NAME_TOO_LONG = f"计划单名称不能超过{LONGEST_NAME}个字"
REMARK_TOO_LONG = f"备注不能超过{LONGEST_REMARK}个字"


class SheetRefused(Exception):
    """The mall's words why it does not keep the sheet."""


def read_sheet(form: Mapping[str, str], required: Collection[str]) -> dict[str, Any]:
    """Read the store's values out of a posted form: 分, hundredths, ISO dates. Raises SheetRefused."""
    _demand(form, required)
    _check_lengths(form)
    if form["method"] not in MALL_METHODS:
        raise SheetRefused(NOT_OFFERED)
    if form["year"] not in YEARS:
        raise SheetRefused("业务年度不正确")
    item = BY_CODE.get(form["itemCode"])
    if item is None or item.catalogue != SCATTERED:
        raise SheetRefused(NOT_SCATTERED)
    return {
        "name": form["name"], "year": form["year"], "method": form["method"], "item_code": item.code,
        "item_name": item.name, "measure": form["measure"], "need_date": _day(form["needDate"]),
        **_money(form), "contact": form["contact"], "phone": form["phone"], "remark": form["remark"],
    }  # fmt: skip


def _demand(form: Mapping[str, str], required: Collection[str]) -> None:
    for label in required:
        if label != COMPUTED and not form.get(LABELS.get(label, label), ""):
            raise SheetRefused(f"{word(label)}不能为空")


def _check_lengths(form: Mapping[str, str]) -> None:
    if len(form["name"]) > LONGEST_NAME:
        raise SheetRefused(NAME_TOO_LONG)
    if len(form["remark"]) > LONGEST_REMARK:
        raise SheetRefused(REMARK_TOO_LONG)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise SheetRefused("需求日期格式不正确") from error


def _money(form: Mapping[str, str]) -> dict[str, int]:
    quantity = _positive(form["quantity"], QUANTITY_UNIT, "数量")
    price = _positive(form["price"], FEN_A_YUAN, "预算单价")
    amount = _positive(form["amount"], FEN_A_YUAN, "预算金额")
    if amount != cost(price, quantity):
        raise SheetRefused(WRONG_AMOUNT)
    if amount >= LIMIT_YUAN * FEN_A_YUAN:
        raise SheetRefused(OVER_LIMIT)
    return {"quantity": quantity, "price": price, "amount": amount}


def _positive(text: str, unit: int, name: str) -> int:
    if not text:
        raise SheetRefused(f"{name}不能为空")
    try:
        number = parse(text, unit)
    except NotAnAmount as error:
        raise SheetRefused(f"{name}必须为数字，最多保留两位小数") from error
    if not 0 < number < LARGEST:
        raise SheetRefused(f"{name}必须大于0")
    return number
