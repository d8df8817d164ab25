"""What a plan types into the mall's 自建计划 form. The mall counts in 元; the form's own label says so."""

from collections.abc import Mapping
from decimal import Decimal

from bots.widgets.gaps import Gaps
from bots.widgets.items import Item
from bots.widgets.values import Money, Value
from configs.plans.model import Plan


def sheet_values(plan: Plan) -> Mapping[str, Value]:
    """The form of the manual's section 二(二)4, with what a plan knows."""
    detail = plan.detail
    values: dict[str, Value] = {
        "计划单名称": plan.name,
        "业务年度": str(plan.year),
        "采购方式": plan.method,
        "预算品目": Item(detail.item_name, detail.item_code, under=detail.catalogue or ""),
        "数量": detail.quantity,
        "计量单位": detail.unit,
        "预算单价": Money(detail.unit_price),
        "预算金额": Money(plan.total),
        "需求日期": plan.needed_by,
    }
    return {**values, **plan.other, **detail.other}


def sheet_gaps(plan: Plan, *, read: bool = False) -> Gaps:
    """What a mall's form need not have: 预算金额 is 单价 times 数量, so it may ask for either; most know no year.

    `read`: what a page that shows a saved sheet need not show.
    """
    optional = {"业务年度", "计量单位", "需求日期", "预算单价", "预算金额"}
    if read:
        optional |= {"采购方式", "预算品目", "数量", *plan.other, *plan.detail.other}
    else:
        optional -= {*plan.other, *plan.detail.other}
    return Gaps(frozenset(optional), (frozenset({"预算单价", "预算金额"}),))


def sheet_sums(plan: Plan) -> Mapping[str, Money | Decimal]:
    """What the mall's list must show of it."""
    detail = plan.detail
    return {"预算金额": Money(plan.total), "预算单价": Money(detail.unit_price), "数量": detail.quantity}
