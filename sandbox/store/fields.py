"""The fields of the three forms: the portal's label, the store's column, what kind of control holds it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sandbox.store.items import CENTRAL, SCATTERED

_UNIT = re.compile(r"\((万元|元|自动生成)\)$")

Kind = Literal["text", "area", "choice", "date", "wan", "yuan", "quantity", "shown", "item"]


@dataclass(frozen=True)
class Field:
    """One field; `shown` is never typed, `item` comes from the picker or a drop-down of items."""

    column: str
    label: str
    kind: Kind
    required: bool = True
    options: tuple[str, ...] = ()
    longest: int = 100

    @property
    def word(self) -> str:
        """The label without its unit: 预算内一般预算金额."""
        return _UNIT.sub("", self.label)


YES_NO = ("是", "否")
MONTHS = tuple(f"{month}月" for month in range(1, 13))
METHODS = (
    "公开招标", "邀请招标", "竞争性谈判", "单一来源", "询价", "协议供货", "定点采购", "自行采购", "批量集中采购",
    "竞争性磋商", "网上超市", "中央部门集采", "工程代建",
)  # fmt: skip
MALL_METHODS = ("网上超市", "定点采购")
OFFICES = {
    "001": "预算科", "003": "行政政法科", "004": "教科文科", "006": "经济建设科", "008": "社会保障科",
    "009": "农业农村科", "011": "工业贸易科",
}  # fmt: skip
AGENCIES = (
    "聊城市采购中心", "德州市政府采购中心", "临清市公共资源交易中心", "高唐县公共资源交易中心",
    "东昌府区公共资源交易中心", "临邑县公共资源交易中心", "山东省省级机关政府采购中心", "无代理机构",
)  # fmt: skip
YEARS = tuple(str(year) for year in range(2019, max(date.today().year, 2026) + 2))  # noqa: DTZ011  the portal's day

FUNDS = ("general_budget", "government_fund", "state_capital", "fiscal_account", "self_raised")

PLAN_FIELDS = (
    Field("number", "计划编号(自动生成)", "shown", required=False),
    Field("name", "计划名称", "text"),
    Field("year", "业务年度", "choice", options=YEARS),
    Field("month", "计划月份", "choice", options=MONTHS),
    Field("office", "业务科室(资金科室)", "choice", options=tuple(OFFICES.values())),
    Field("method", "采购方式", "choice", options=METHODS),
    Field("purchase_date", "计划采购日期", "date"),
    Field("deadline", "计划实施截止日期", "date"),
    Field("category", "采购类型", "choice", options=("货物", "工程", "服务", "其他")),
    Field("research", "是否科研项目", "choice", options=YES_NO),
    Field("international", "是否执行国际招标程序", "choice", options=YES_NO),
    Field("import_allowed", "允许采购进口产品", "choice", options=YES_NO),
    Field("import_approval", "进口产品审批文号", "text", required=False),
    Field("award_approval", "中标方式审批文号", "text", required=False),
    Field("ppp", "PPP模式项目标识", "choice", options=YES_NO),
    Field("general_budget", "预算内一般预算金额(万元)", "wan"),
    Field("government_fund", "预算内政府性基金金额(万元)", "wan"),
    Field("state_capital", "预算内国有资本运营金额(万元)", "wan"),
    Field("fiscal_account", "财政专户资金金额(万元)", "wan"),
    Field("self_raised", "自筹资金金额(万元)", "wan"),
    Field("agency", "代理机构", "choice", options=AGENCIES),
    Field("fax", "传真号码", "text", required=False, longest=20),
    Field("contact", "联系人", "text", required=False, longest=20),
    Field("phone", "联系电话", "text", required=False, longest=20),
    Field("remark", "备注", "area", required=False, longest=500),
)

DETAIL_FIELDS = (
    Field("catalogue", "采购目录", "choice", options=(CENTRAL, SCATTERED)),
    Field("purchase_name", "采购名称", "item"),
    Field("item_code", "基准采购品目编码", "shown", required=False),
    Field("item_name", "基准采购品目名称", "shown", required=False),
    Field("price", "单价(万元)", "wan"),
    Field("quantity", "数量", "quantity"),
    Field("measure", "计量单位", "text", longest=10),
    Field("amount", "金额(万元)", "wan"),
    Field("spec", "规格要求", "area", required=False, longest=500),
)

SHEET_FIELDS = (
    Field("number", "计划单编号", "shown", required=False),
    Field("name", "计划单名称", "text"),
    Field("year", "业务年度", "choice", options=YEARS),
    Field("method", "采购方式", "choice", options=MALL_METHODS),
    Field("item_code", "预算品目", "item"),
    Field("quantity", "数量", "quantity"),
    Field("measure", "计量单位", "text", longest=10),
    Field("price", "预算单价(元)", "yuan"),
    Field("amount", "预算金额(元)", "yuan"),
    Field("need_date", "需求日期", "date"),
    Field("contact", "联系人", "text", required=False, longest=20),
    Field("phone", "联系电话", "text", required=False, longest=20),
    Field("remark", "备注", "area", required=False, longest=500),
)


def office_title(name: str) -> str:
    """Print an office as the lists show it: 011_工业贸易科."""
    return next((f"{code}_{office}" for code, office in OFFICES.items() if office == name), name)
