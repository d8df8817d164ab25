"""Every screen of the portal described for a skin, from the store's fields and what the faults make of them today."""

from typing import Any

from sandbox.provincial import shell
from sandbox.provincial.acts import CHOICES
from sandbox.provincial.entry import ROLES
from sandbox.provincial.layout import Cell, detail_grid, plan_grid
from sandbox.provincial.news import COLUMNS
from sandbox.skins.describe import Json, anything, buttons, column, control, field_of, form
from sandbox.store import Store
from sandbox.store.people import REGIONS, Account

SAVING = "确定要保存吗？"
PLAN_TITLES = {"add": "采购计划增加", "modify": "采购计划修改", "view": "采购计划查看"}
DETAIL_TITLES = {"add": "计划明细增加", "modify": "计划明细修改", "view": "计划明细查看"}
WHERE = ("计划备案", "采购计划管理", "采购计划维护")
ITEM_COLUMNS = [{"key": "code", "label": "品目编码"}, {"key": "name", "label": "品目名称"}]
NAV = (
    "首　页",
    "信息公开",
    "政策法规",
    "监督检查",
    "采购人专区",
    "供应商专区",
    "代理机构",
    "评审专家",
    "网上商城",
    "下载专区",
)
ENTRIES = (("login", "用户登录"), ("", "供应商注册"), ("", "评审专家申报"), ("", "CA证书办理"))
PAGES = {"/sdgp/welcome.jsp": "welcome", "/sdgp/plan/list.do": "plans"}


def screens(store: Store, account: Account | None) -> Json:
    """Describe everything; without an account (nobody is logged in yet) the forms stand as on a good day."""
    user = account.user if account else ""
    return {
        "portal": "provincial", "site": "山东省政府采购网", "system": "山东省政府采购管理交易系统",
        "home": home(), "login": login(store), "menu": menu(shell.MENU), "plans": plans(account, store),
        "plan": plan_form(store, user), "details": details(), "detail": detail_form(store, user), "picker": picker(),
        "log": log(),
    }  # fmt: skip


def home() -> Json:
    """Describe the public home page; the entry whose action is `login` leads to the login page."""
    news = [{"title": title, "items": [{"title": words, "day": day} for words, day in items]}
            for title, items in COLUMNS]  # fmt: skip
    entries = [{"action": action, "label": label} for action, label in ENTRIES]
    return {
        "banner": [],
        "nav": list(NAV),
        "entries": entries,
        "news": news,
        "foot": "主办单位：山东省财政厅（演练环境，非真实网站）",
    }


def login(store: Store) -> Json:
    """Describe the login page; on a bad day it has a captcha."""
    fields = [
        control("role", "身份", "radio", ROLES.items(), value="2"),
        control("user", "账户", "text", longest=30),
        control("password", "密码", "password", longest=30),
        control("region", "行政区划", "choice", REGIONS.items()),
    ]
    if store.faults.look("captcha", portal="provincial"):
        fields.append(control("captcha", "验证码", "captcha", picture="/sdgp/static/icons/captcha.svg", longest=4))
    return form("用户登录", fields, buttons(("login", "登录"), ("reset", "重置")))


def menu(nodes: tuple[shell.Node, ...]) -> list[Json]:
    """Describe the menu: a leaf opens `page`."""
    return [
        {"title": node.title, "page": "" if node.children else PAGES.get(node.address, "building"),
         "children": menu(node.children)}
        for node in nodes
    ]  # fmt: skip


def tells_status(store: Store) -> bool:
    """Whether the list of plans has a column for where each is; the manual's list has none."""
    return bool(store.faults.look("status_column", portal="provincial"))


def plans(account: Account | None, store: Store) -> Json:
    """Describe 采购计划维护."""
    status = [column("status", "审核状态", width=140)] if tells_status(store) else []
    return {
        "title": WHERE[-1], "where": list(WHERE), "key": "id", "pageSize": 10,
        "query": [
            control("year", "执行年度", "choice", anything(CHOICES["year"])),
            control("number", "计划编号", "text"),
            control("name", "计划名称", "text"),
            control("method", "采购方式", "choice", anything(CHOICES["method"])),
            control("office", "业务处(科)室", "choice", anything(CHOICES["office"])),
            control("unit", "预算单位", "shown", readOnly=True, value=account.unit.title if account else ""),
            control("catalogue", "采购目录", "choice", anything(CHOICES["catalogue"])),
            control("agency", "代理机构", "choice", anything(CHOICES["agency"])),
            control("form", "组织形式", "choice", [("", "全部"), ("1", "集中采购"), ("2", "分散采购")]),
            control("order", "排序方式", "choice", [("", "录入时间降序"), ("asc", "录入时间升序")]),
            control("first_day", "查询时间(起)", "date"),
            control("last_day", "查询时间(止)", "date"),
            control("item_name", "基准采购品目", "text"),
        ],
        "queryButtons": buttons(("query", "查询"), ("reset", "重置")),
        "toolbar": buttons(("add", "增加"), ("modify", "修改"), ("view", "查看"), ("delete", "删除"),
                           ("details", "明细"), ("submit", "提交"), ("log", "日志")),
        "questions": {"submit": "确定提交所选计划吗？", "delete": "确定要删除所选计划吗？"},
        "columns": [
            column("serial", "序号", "serial", 60), column("check", "选择", "check", 50),
            column("number", "计划编号", width=190), column("name", "计划名称", width=200),
            column("version", "版本号", width=70), column("unit", "预算单位", width=210),
            column("amount", "计划金额", "money", 120), column("office", "资金科室", width=130),
            column("agency", "代理机构", width=180), column("method", "采购方式", width=110),
            column("organisation", "组织形式", width=90), column("purchase_date", "采购日期", width=110),
            *status,
        ],
    }  # fmt: skip


def details() -> Json:
    """Describe 明细管理 of one plan; `heads` are facts of the plan above the list."""
    return {
        "title": "明细管理", "where": [*WHERE, "明细管理"], "key": "id", "pageSize": 10,
        "heads": [column("number", "计划编号"), column("name", "计划名称"), column("unit", "预算单位")],
        "toolbar": buttons(("add", "增加"), ("modify", "修改"), ("view", "查看"), ("delete", "删除"), ("back", "返回")),
        "questions": {"delete": "确定要删除所选明细吗？"},
        "columns": [
            column("serial", "序号", "serial", 60), column("check", "选择", "check", 50), column("id", "ID", width=70),
            column("catalogue", "采购目录", width=120), column("purchase_name", "采购名称", width=150),
            column("item_code", "基准采购品目编码", width=150), column("item_name", "基准采购品目名称", width=150),
            column("price", "单价(万元)", "money", 110), column("quantity", "数量", "money", 90),
            column("measure", "计量单位", width=90), column("amount", "金额(万元)", "money", 120),
        ],
    }  # fmt: skip


def plan_form(store: Store, user: str, op: str = "add") -> Json:
    """Describe the plan form for 增加, 修改 or 查看."""
    cells = [cell for row in plan_grid({}, store.faults, user) for cell in row]
    title = PLAN_TITLES.get(op, PLAN_TITLES["view"])
    return form(title, [_field(cell) for cell in cells], _saving(), question=SAVING)


def detail_form(store: Store, user: str, op: str = "add") -> Json:
    """Describe the detail form: 采购名称 comes from the picker, 金额 is computed."""
    cells = [cell for row in detail_grid({}, store.faults, user) for cell in row]
    more: dict[str, dict[str, Any]] = {
        "purchase_name": {
            "button": "选择",
            "fills": {"purchase_name": "name", "item_code": "code", "item_name": "name"},
        },
        "amount": {"readOnly": True, "computed": {"of": ["price", "quantity"], "decimals": 6}},
    }
    fields = [_field(cell) | more.get(cell.name, {}) for cell in cells]
    title = DETAIL_TITLES.get(op, DETAIL_TITLES["view"])
    return form(title, fields, _saving(), across=2, question=SAVING)


def picker() -> Json:
    """Describe the tree of items."""
    return {
        "title": "选择采购品目",
        "query": control("words", "品目名称/编码", "text"),
        "queryButtons": buttons(("query", "查询")),
        "nothing": "没有符合条件的品目",
        "columns": [],
        "gridColumns": ITEM_COLUMNS,
        "leafOnly": "请选择末级品目",
        "buttons": buttons(("take", "确定"), ("close", "取消")),
    }


def log() -> Json:
    """Describe the 日志 of a plan."""
    return {
        "title": "计划日志",
        "columns": [
            column("serial", "序号", "serial", 60), column("step", "操作环节", width=130),
            column("who", "操作人", width=150), column("result", "操作结果", width=110),
            column("at", "操作时间", width=170), column("opinion", "审核意见"),
        ],
        "buttons": buttons(("close", "关闭")),
    }  # fmt: skip


def _saving() -> list[Json]:
    return buttons(("save", "保存"), ("close", "关闭"))


def _field(cell: Cell) -> Json:
    return field_of(cell.field, cell.options, required=bool(cell.star))
