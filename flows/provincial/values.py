"""What a plan types into the provincial portal's forms, under the manual's labels."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from bots.widgets.gaps import Gaps
from bots.widgets.items import Item
from bots.widgets.values import Difference, Money, Value
from configs.plans.model import Plan

# of the manual's fields, those that a plan may leave open
OPTIONAL = ("进口产品审批文号", "中标方式审批文号", "传真号码")


def plan_values(plan: Plan) -> Mapping[str, Value]:
    """The plan form of the manual, section 一(二); amounts carry 元 and meet the form's own unit."""
    funds = plan.funds
    values: dict[str, Value | None] = {
        "计划名称": plan.name,
        "业务年度": str(plan.year),
        "计划月份": f"{plan.month}月",
        "业务科室(资金科室)": plan.fund_office,
        "采购方式": plan.method,
        "计划采购日期": plan.purchase_date,
        "计划实施截止日期": plan.deadline,
        "采购类型": plan.kind,
        "是否科研项目": plan.research,
        "是否执行国际招标程序": plan.international,
        "允许采购进口产品": plan.imported,
        "进口产品审批文号": plan.import_approval,
        "中标方式审批文号": plan.award_approval,
        "PPP模式项目标识": plan.ppp,
        "预算内一般预算金额": Money(funds.general),
        "预算内政府性基金金额": Money(funds.government_fund),
        "预算内国有资本运营金额": Money(funds.state_capital),
        "财政专户资金金额": Money(funds.special_account),
        "自筹资金金额": Money(funds.self_raised),
        "代理机构": plan.agency,
        "传真号码": plan.fax,
    }
    given = {label: value for label, value in values.items() if value is not None and value != ""}
    return {**given, **plan.other}


def plan_gaps(plan: Plan) -> Gaps:
    """What a plan form need not have: the manual's fields, but for the name, the method and what decides on money.

    What an operator names under 其他 is meant for this very form.
    """
    kept = {"计划名称", "采购方式", "进口产品审批文号", *plan.other}
    kept |= {label for label, value in plan_values(plan).items() if isinstance(value, Money) and value.yuan}
    kept |= {"允许采购进口产品"} if plan.imported else set()
    return Gaps(frozenset(label for label in plan_values(plan) if label not in kept))


def plan_gaps_read(plan: Plan) -> Gaps:
    """What a page that shows a saved plan need not show: all but its name and its amounts."""
    values = plan_values(plan)
    kept = {label for label, value in values.items() if isinstance(value, Money) and value.yuan}
    return Gaps(frozenset(values) - kept - {"计划名称"})


def detail_gaps(plan: Plan, *, read: bool = False) -> Gaps:
    """What a detail form need not have: it may ask for 单价 or for 金额; the catalogue may follow from the item.

    `read`: what a page that shows a saved line need not show.
    """
    optional = {"采购目录", "计量单位", "基准采购品目编码", "基准采购品目名称", "单价", "金额"}
    if read:
        return Gaps(frozenset({*optional, "数量", *plan.detail.other}), (frozenset({"单价", "金额"}),))
    return Gaps(frozenset(optional - plan.detail.other.keys()), (frozenset({"单价", "金额"}),))


def listed_sums(plan: Plan) -> Mapping[str, Money | Decimal]:
    """What the list of plans must show once the detail is saved."""
    funds = plan.funds
    return {
        "计划金额": Money(plan.total),
        "预算内一般预算金额": Money(funds.general),
        "预算内政府性基金金额": Money(funds.government_fund),
        "预算内国有资本运营金额": Money(funds.state_capital),
        "财政专户资金金额": Money(funds.special_account),
        "自筹资金金额": Money(funds.self_raised),
    }


def detail_sums(plan: Plan) -> Mapping[str, Money | Decimal]:
    """What the one line of the details must show, and every sum under it."""
    detail = plan.detail
    return {"单价": Money(detail.unit_price), "数量": detail.quantity, "金额": Money(plan.total)}


def left_open(plan: Plan) -> list[str]:
    """The manual's fields that the plan says nothing about: empty in what equals it in every field."""
    return [label for label in OPTIONAL if label not in plan_values(plan)]


def no_longer_given(plan: Plan, earlier: Iterable[Plan]) -> list[str]:
    """Fields of the plan's form that an earlier edition of the plan filled, and this one leaves out."""
    return _less((plan_values(each) for each in earlier), plan_values(plan))


def no_longer_in_detail(plan: Plan, earlier: Iterable[Plan]) -> list[str]:
    """The same of the detail's form."""
    return _less((detail_values(each) for each in earlier), detail_values(plan))


def emptied(differences: Iterable[Difference], blank: Collection[str]) -> dict[str, Value]:
    """Which of the fields that are to be blank have to be made so."""
    return {each.label: "" for each in differences if each.label in blank}


def _less(earlier: Iterable[Mapping[str, Value]], now: Mapping[str, Value]) -> list[str]:
    return list(dict.fromkeys(label for values in earlier for label in values if label not in now))


def detail_values(plan: Plan) -> Mapping[str, Value]:
    """The detail form of section 一(三); 金额 is mostly worked out by the page and left to it.

    The catalogue comes first, for it may decide which items are offered.
    """
    detail = plan.detail
    values: dict[str, Value | None] = {
        "采购目录": Item(detail.catalogue, holds=detail.item_code) if detail.catalogue else None,
        "采购名称": _item(plan),
        "单价": Money(detail.unit_price),
        "数量": detail.quantity,
        "计量单位": detail.unit,
        "金额": Money(plan.total),
    }
    given = {label: value for label, value in values.items() if value is not None and value != ""}
    return {**given, **detail.other}


def _item(plan: Plan) -> Item:
    detail = plan.detail
    told = {"基准采购品目编码": detail.item_code, "基准采购品目名称": detail.item_base_name or ""}
    return Item(
        detail.item_name,
        detail.item_code,
        under=detail.catalogue or "",
        told={label: text for label, text in told.items() if text},
    )
