"""A plan: what a clerk wants filed, in the manual's fields; money is exact 元.

`Plan.model_validate` reads English names and the texts of a file (with `context={"amount_unit": "万元"}` when the file
declares a unit); `model_dump(mode="json")` gives what it reads back. Rules across fields: `configs.plans.rules`.
"""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from configs.money import FEN
from configs.plans.values import (
    Day,
    ItemCode,
    KindValue,
    MethodValue,
    Month,
    OtherFields,
    PlainText,
    PlanName,
    Price,
    Quantity,
    Ref,
    RouteValue,
    Total,
    Year,
    YesNo,
    Yuan,
)

ZERO = Decimal("0.00")
_STRICT = ConfigDict(frozen=True, extra="forbid")


class Funds(BaseModel):
    """资金: the five amounts of the plan's form, in 元; one that is not named is 0."""

    model_config = _STRICT

    general: Yuan = ZERO  # 预算内一般预算金额
    government_fund: Yuan = ZERO  # 预算内政府性基金金额
    state_capital: Yuan = ZERO  # 预算内国有资本运营金额
    special_account: Yuan = ZERO  # 财政专户资金金额
    self_raised: Yuan = ZERO  # 自筹资金金额

    @property
    def total(self) -> Decimal:
        """The sum of the five, in 元."""
        return self.general + self.government_fund + self.state_capital + self.special_account + self.self_raised


def _product(data: dict[str, Any]) -> Decimal:
    """单价 × 数量 in 元, with two decimals where that is exact (a rule reports where it is not)."""
    product: Decimal = data["unit_price"] * data["quantity"]
    kept = product.quantize(FEN)
    return kept if kept == product else product


class Detail(BaseModel):
    """明细: the plan's one detail line."""

    model_config = _STRICT

    catalogue: PlainText | None = None  # 采购目录
    item_name: PlainText  # 采购名称
    item_code: ItemCode  # 基准采购品目编码
    item_base_name: PlainText | None = None  # 基准采购品目名称
    unit_price: Price  # 单价, in 元
    quantity: Quantity  # 数量
    unit: PlainText  # 计量单位
    amount: Total = Field(default_factory=_product)  # 金额, in 元
    other: OtherFields  # fields that the manual doesn't know, by their label


class Plan(BaseModel):
    """One plan. What only one route demands may be absent; `missing_for` names it once the route is known."""

    model_config = _STRICT

    ref: Ref
    account: PlainText  # 账户
    route: RouteValue = "auto"  # 路线
    name: PlanName  # 计划名称
    purchase_date: Day  # 计划采购日期
    deadline: Day | None = None  # 计划实施截止日期
    year: Year = Field(default_factory=lambda data: data["purchase_date"].year)  # 业务年度
    month: Month = Field(default_factory=lambda data: data["purchase_date"].month)  # 计划月份
    fund_office: PlainText | None = None  # 业务科室(资金科室)
    method: MethodValue  # 采购方式
    kind: KindValue | None = None  # 采购类型
    research: YesNo | None = None  # 是否科研项目
    international: YesNo | None = None  # 是否执行国际招标程序
    imported: YesNo | None = None  # 允许采购进口产品
    import_approval: PlainText | None = None  # 进口产品审批文号
    award_approval: PlainText | None = None  # 中标方式审批文号
    ppp: YesNo | None = None  # PPP模式项目标识
    fax: PlainText | None = None  # 传真号码
    agency: PlainText | None = None  # 代理机构
    funds: Funds = Field(default_factory=Funds)  # 资金
    detail: Detail  # 明细
    other: OtherFields  # 其他: label → text
    allow_duplicate: YesNo = False  # 允许重复

    @property
    def total(self) -> Decimal:
        """The plan's amount in 元: the detail's 金额, which the checks hold equal to the sum of the funds."""
        return self.detail.amount

    @property
    def needed_by(self) -> date:
        """The mall's 需求日期: 计划实施截止日期, or 计划采购日期 where none is given."""
        return self.deadline or self.purchase_date

    @property
    def content(self) -> str:
        """Every portal field as one text: equal for plans that a portal could not tell apart."""
        fields = self.model_dump(mode="json", exclude={"ref", "route", "allow_duplicate"})
        return json.dumps(fields, ensure_ascii=False, sort_keys=True)
