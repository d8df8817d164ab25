"""The catalogue of a plan's fields: the manual's label, our English name, other spellings, page and kind.

The loader, the JSON Schema and the flows all read this one table, so that a field is named once.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from configs.keys import normalise

METHODS = (
    "公开招标",
    "邀请招标",
    "竞争性谈判",
    "单一来源",
    "询价",
    "协议供货",
    "定点采购",
    "自行采购",
    "批量集中采购",
    "竞争性磋商",
    "网上超市",
    "中央部门集采",
    "工程代建",
)
MALL_METHODS = ("网上超市", "定点采购")
KINDS = ("货物", "工程", "服务", "其他")
ROUTES = {"自动": "auto", "省平台": "provincial", "网上商城": "mall"}
CENTRALISED, DISPERSED = "集中采购目录", "分散采购"


class Page(StrEnum):
    """Where a field stands: on the plan's form, on its detail's form, or only in our file."""

    OURS = "ours"
    PLAN = "plan"
    DETAIL = "detail"


Kind = Literal["text", "choice", "money", "date", "bool", "year", "month", "quantity", "code"]


@dataclass(frozen=True)
class PlanField:
    """One field. `path` is where its value lives in a Plan (`funds.general`), `label` the manual's word for it."""

    path: str
    label: str
    page: Page
    kind: Kind
    required: bool = False  # whatever the route
    provincial: bool = False  # starred on the provincial portal's forms
    aliases: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    note: str = ""

    @property
    def name(self) -> str:
        """The English key."""
        return self.path.rpartition(".")[2]

    @property
    def group(self) -> str:
        """The English name of the table it stands in: `funds`, `detail`, or nothing."""
        return self.path.rpartition(".")[0]

    @property
    def shown(self) -> str:
        """The label with its group, as problems name it: `明细.数量`."""
        return f"{GROUP_LABELS[self.group]}.{self.label}" if self.group else self.label

    def value_in(self, plan: object) -> Any:  # noqa: ANN401 - the kind says which type it is
        """Read the field's value in a Plan."""
        value = plan
        for step in self.path.split("."):
            value = getattr(value, step)
        return value


GROUP_LABELS = {"funds": "资金", "detail": "明细", "other": "其他", "detail.other": "明细.其他"}
GROUP_KEYS = {
    "资金": "funds",
    "资金来源": "funds",
    "funds": "funds",
    "明细": "detail",
    "计划明细": "detail",
    "detail": "detail",
    "其他": "other",
    "其它": "other",
    "other": "other",
}
MADE_BY_PORTAL = ("计划编号", "计划编号(自动生成)", "plan_number", "版本号", "ID", "计划单编号")


def _ours(path: str, label: str, kind: Kind = "text", **more: Any) -> PlanField:  # noqa: ANN401 - passed on
    return PlanField(path, label, Page.OURS, kind, **more)


def _plan(path: str, label: str, kind: Kind = "text", **more: Any) -> PlanField:  # noqa: ANN401 - passed on
    return PlanField(path, label, Page.PLAN, kind, **more)


def _detail(path: str, label: str, kind: Kind = "text", **more: Any) -> PlanField:  # noqa: ANN401 - passed on
    return PlanField(f"detail.{path}", label, Page.DETAIL, kind, **more)


FIELDS: tuple[PlanField, ...] = (
    _ours("ref", "ref", required=True, aliases=("参考号",), note="自编号，本工作区内唯一，不会填到平台上"),
    _ours("account", "账户", required=True, note="accounts.yaml 中的账户名"),
    _ours("route", "路线", "choice", options=tuple(ROUTES), note="默认 自动：按集中采购目录和限额标准决定"),
    _plan("name", "计划名称", required=True, note="1–100 字"),
    _plan("year", "业务年度", "year", note="默认取计划采购日期的年份"),
    _plan("month", "计划月份", "month", note="默认取计划采购日期的月份"),
    _plan("fund_office", "业务科室(资金科室)", provincial=True, aliases=("业务科室", "资金科室")),
    _plan("method", "采购方式", "choice", required=True, options=METHODS, note="网上商城只有 网上超市、定点采购"),
    _plan("purchase_date", "计划采购日期", "date", required=True),
    _plan("deadline", "计划实施截止日期", "date", provincial=True, note="不早于计划采购日期"),
    _plan("kind", "采购类型", "choice", provincial=True, options=KINDS),
    _plan("research", "是否科研项目", "bool", provincial=True, aliases=("科研项目",)),
    _plan("international", "是否执行国际招标程序", "bool", provincial=True, aliases=("执行国际招标程序",)),
    _plan("imported", "允许采购进口产品", "bool", provincial=True, aliases=("是否允许采购进口产品",)),
    _plan("import_approval", "进口产品审批文号", note="允许采购进口产品为 是 时必填"),
    _plan("award_approval", "中标方式审批文号"),
    _plan("ppp", "PPP模式项目标识", "bool", provincial=True, aliases=("PPP项目",)),
    _plan("funds.general", "预算内一般预算金额(万元)", "money", aliases=("预算内一般预算", "一般预算")),
    _plan("funds.government_fund", "预算内政府性基金金额(万元)", "money", aliases=("预算内政府性基金", "政府性基金")),
    _plan(
        "funds.state_capital",
        "预算内国有资本运营金额(万元)",
        "money",
        aliases=("预算内国有资本经营金额", "预算内国有资本运营", "预算内国有资本经营", "国有资本运营", "国有资本经营"),
    ),
    _plan("funds.special_account", "财政专户资金金额(万元)", "money", aliases=("财政专户资金", "财政专户")),
    _plan("funds.self_raised", "自筹资金金额(万元)", "money", aliases=("自筹资金",)),
    _plan("agency", "代理机构", provincial=True, note="聊城：聊城市采购中心"),
    _plan("fax", "传真号码"),
    _detail("catalogue", "采购目录", provincial=True, note="集中采购目录 或 分散采购"),
    _detail("item_name", "采购名称", required=True),
    _detail("item_code", "基准采购品目编码", "code", required=True, aliases=("品目编码",)),
    _detail("item_base_name", "基准采购品目名称", aliases=("品目名称",)),
    _detail("unit_price", "单价(万元)", "money", required=True),
    _detail("quantity", "数量", "quantity", required=True),
    _detail("unit", "计量单位", required=True),
    _detail("amount", "金额(万元)", "money", note="默认 单价×数量"),
    _ours("allow_duplicate", "允许重复", "bool", note="与另一计划完全相同、确实要再报一次时写 是"),
)

BY_PATH = {field.path: field for field in FIELDS}


def keys_of(field: PlanField) -> tuple[str, ...]:
    """List every key that a file may use for a field, as people write them; the manual's label comes first."""
    without_unit = field.label.replace("(万元)", "")
    spellings = (field.label, without_unit, *field.aliases, field.name)
    wide = tuple(word.replace("(", "（").replace(")", "）") for word in spellings)
    return tuple(dict.fromkeys((*spellings, *wide)))


def _paths(*groups: str) -> dict[str, str]:
    return {normalise(key): field.path for field in FIELDS if field.group in groups for key in keys_of(field)}


PLAN_PATHS = _paths("", "funds")  # normalised key → path; the five funds may also stand directly in the plan
FUND_PATHS = _paths("funds")
DETAIL_PATHS = _paths("detail")


def shown(path: str) -> str:
    """Tell how problems name the field at a path: `明细.数量`; labels under 其他 stay as they are."""
    if path in BY_PATH:
        return BY_PATH[path].shown
    group, other, rest = path.partition("other.")
    if other:
        return f"{GROUP_LABELS[group + 'other']}.{rest}"
    return GROUP_LABELS.get(path, path)
