"""What a plan types into the mall's 自建计划 form. The mall counts in 元; the form's own label says so."""

from collections.abc import Mapping
from decimal import Decimal

from bots.widgets.values import Money, Value
from configs.plans.model import Plan


def sheet_values(plan: Plan) -> Mapping[str, Value]:
    """The form of the manual's section 二(二)4, with what a plan knows."""
    detail = plan.detail
    values: dict[str, Value] = {
        "计划单名称": plan.name,
        "业务年度": str(plan.year),
        "采购方式": plan.method,
        "预算品目": f"{detail.item_code} {detail.item_name}",
        "数量": detail.quantity,
        "计量单位": detail.unit,
        "预算单价": Money(detail.unit_price),
        "需求日期": plan.needed_by,
    }
    return {**values, **plan.other, **detail.other}


def sheet_sums(plan: Plan) -> Mapping[str, Money | Decimal]:
    """What the mall's list must show of it."""
    detail = plan.detail
    return {"预算金额": Money(plan.total), "预算单价": Money(detail.unit_price), "数量": detail.quantity}


def sheet_as_kept(plan: Plan) -> Mapping[str, Value]:
    """What the sheet must show once it stands: also the amount that the mall computes."""
    return {**sheet_values(plan), "预算金额": Money(plan.total)}
