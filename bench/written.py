"""Every field of a plan, as it must stand in the sandbox's own database: the comparison leaves none out."""

from decimal import Decimal
from typing import Any

from configs.plans.model import Plan


def yes_no(value: bool | None) -> str:  # noqa: FBT001 - a field's value
    """是, 否, or nothing."""
    return "" if value is None else "是" if value else "否"


def provincial_fields(plan: Plan) -> dict[str, str]:
    """What 采购计划维护 must hold, by the portal's labels; amounts in 元."""
    funds = plan.funds
    return {
        "计划名称": plan.name,
        "业务年度": str(plan.year),
        "计划月份": f"{plan.month}月",
        "业务科室(资金科室)": plan.fund_office or "",
        "采购方式": plan.method,
        "计划采购日期": plan.purchase_date.isoformat(),
        "计划实施截止日期": plan.deadline.isoformat() if plan.deadline else "",
        "采购类型": plan.kind or "",
        "是否科研项目": yes_no(plan.research),
        "是否执行国际招标程序": yes_no(plan.international),
        "允许采购进口产品": yes_no(plan.imported),
        "进口产品审批文号": plan.import_approval or "",
        "中标方式审批文号": plan.award_approval or "",
        "PPP模式项目标识": yes_no(plan.ppp),
        "预算内一般预算金额": amount(funds.general),
        "预算内政府性基金金额": amount(funds.government_fund),
        "预算内国有资本运营金额": amount(funds.state_capital),
        "财政专户资金金额": amount(funds.special_account),
        "自筹资金金额": amount(funds.self_raised),
        "代理机构": plan.agency or "",
        "传真号码": plan.fax or "",
        "联系人": "",
        "联系电话": "",
        "备注": "",
        **plan.other,
    }


def detail_fields(plan: Plan) -> dict[str, str]:
    """What the one detail line must hold."""
    detail = plan.detail
    return {
        "采购目录": detail.catalogue or "",
        "采购名称": detail.item_name,
        "基准采购品目编码": detail.item_code,
        "单价": amount(detail.unit_price),
        "数量": f"{detail.quantity:.2f}",
        "计量单位": detail.unit,
        "金额": amount(plan.total),
        "规格要求": "",
        **detail.other,
    }


def sheet_fields(plan: Plan) -> dict[str, str]:
    """What the mall's 计划单 must hold."""
    detail = plan.detail
    return {
        "计划单名称": plan.name,
        "业务年度": str(plan.year),
        "采购方式": plan.method,
        "预算品目": f"{detail.item_code} {detail.item_name}",
        "数量": f"{detail.quantity:.2f}",
        "计量单位": detail.unit,
        "预算单价": amount(detail.unit_price),
        "预算金额": amount(plan.total),
        "需求日期": plan.needed_by.isoformat(),
        "联系人": "",
        "联系电话": "",
        "备注": "",
        **plan.other,
        **detail.other,
    }


def amount(yuan: Decimal) -> str:
    """元 with two decimals."""
    return f"{yuan:.2f}"


def without(fields: dict[str, Any], *made_by_the_portal: str) -> dict[str, Any]:
    """The portal's row less what it makes itself."""
    return {label: value for label, value in fields.items() if label not in made_by_the_portal}
