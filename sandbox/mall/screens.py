"""Every screen of the mall described for a skin, from the store's fields and what the faults make of them today."""

from typing import Any

from sandbox.mall import showcase
from sandbox.mall.labels import LABELS, same
from sandbox.mall.menu import MENU, STATUSES
from sandbox.mall.sheets import form_terms
from sandbox.skins import describe
from sandbox.skins.describe import Json, buttons, column, control, field_of, form
from sandbox.store import Store
from sandbox.store.fields import SHEET_FIELDS, Field
from sandbox.store.people import REGIONS, Account

CREATING = "确定创建该计划单吗？"
WHERE = ("平台管理", "计划单管理")
NAV = ("首页", "网上超市", "定点采购", "批量集中采购", "服务工程超市", "采购公告", "政策法规")
PAGES = {"/wssc/backend/pages/planSheets.html": "sheets"}
NAMES = {field.column: posted for field, posted in zip(SHEET_FIELDS, LABELS.values(), strict=True)}


def screens(store: Store, account: Account | None) -> Json:
    """Describe everything; without an account (nobody is logged in yet) the form stands as on a good day."""
    return {
        "portal": "mall", "site": "齐鲁云采", "system": "采购人后台管理", "subtitle": "聊城市政府采购网上商城",
        "home": home(), "login": login(store), "menu": menu(), "sheets": sheets(),
        "sheet": sheet_form(store, account.user if account else ""),
    }  # fmt: skip


def home() -> Json:
    """Describe the front page; `login` leads to the login page, `backend` (only for who is logged in) to the office."""
    floors = [{"title": floor.title, "goods": [{"name": good.name, "price": good.price, "shops": good.shops}
                                               for good in floor.goods]} for floor in showcase.FLOORS]  # fmt: skip
    return {
        "nav": list(NAV), "classes": [{"title": title, "words": list(words)} for title, words in showcase.CLASSES],
        "bulletins": list(showcase.BULLETINS), "floors": floors,
        "banner": [],
        "entries": [{"action": "login", "label": "采购人登录"}, {"action": "", "label": "供应商登录"}],
        "inside": [{"action": "backend", "label": "后台管理"}, {"action": "logout", "label": "退出"}],
        "foot": "主办单位：聊城市公共资源交易中心（聊城市政府采购中心）　　本站为演练环境，数据均为虚构",
    }  # fmt: skip


def login(store: Store) -> Json:
    """Describe the login page; on a bad day it has a captcha."""
    fields = [
        control("region", "地区", "choice", REGIONS.items()),
        control("username", "用户名", "text", longest=32, hint="请输入经办人账户（尾号002）"),
        control("password", "密码", "password", longest=32, hint="与山东省政府采购网密码一致"),
    ]
    if store.faults.look("captcha", portal="mall"):
        fields.append(control("captcha", "验证码", "captcha", picture="/wssc/api/captcha.svg", longest=4))
    return form("采购人登录", fields, buttons(("login", "登录")))


def menu() -> list[Json]:
    """Describe the menu: a leaf opens `page`."""
    return [
        {"title": title, "page": "",
         "children": [{"title": entry, "page": PAGES.get(url, "blank"), "children": []} for entry, url in entries]}
        for title, _icon, entries in MENU
    ]  # fmt: skip


def sheets() -> Json:
    """Describe 计划单管理; 查看 stands in every row."""
    return {
        "title": WHERE[-1], "where": list(WHERE), "key": "number", "pageSize": 10,
        "query": [
            control("name", "计划单名称", "text"), control("planNumber", "采购计划编号", "text"),
            control("status", "状态", "choice", describe.anything(STATUSES)),
        ],
        "queryButtons": buttons(("query", "查询"), ("reset", "重置")),
        "toolbar": buttons(("add", "自建计划")),
        "rowButtons": buttons(("view", "查看")),
        "hint": "省平台备案确认的采购计划自动推送生成计划单，无需重复创建",
        "questions": {},
        "columns": [
            column("serial", "序号", "serial", 60), column("number", "计划单编号", width=170),
            column("name", "计划单名称", width=200), column("source", "来源", width=110),
            column("planNumber", "采购计划编号", width=190), column("method", "采购方式", width=100),
            column("item", "预算品目", width=170), column("amount", "预算金额(元)", "money", 120),
            column("status", "状态", width=90), column("createdAt", "创建时间", width=170),
            column("operations", "操作", "operations", 90),
        ],
    }  # fmt: skip


def sheet_form(store: Store, user: str, beside: list[str] | None = None) -> Json:
    """Describe the form of a 计划单; `beside` are labels that an older sheet was kept with, beside the usual ones."""
    terms = form_terms(store, user)
    fields = [_field(field, terms) for field in SHEET_FIELDS]
    extra = terms["extra"] if beside is None else beside
    fields[-1:-1] = [control(label, label, "text", required=label in terms["required"]) for label in extra]
    return form("自建计划", fields, buttons(("save", "确认"), ("close", "取消")), across=2, question=CREATING)


def _field(field: Field, terms: dict[str, Any]) -> Json:
    required = any(same(field.label, label) for label in terms["required"])
    more: dict[str, Any] = {"column": NAMES[field.column]}
    options = {"year": terms["years"], "method": terms["methods"]}.get(field.column, [])
    if field.column == "number":
        more["hint"] = "保存后自动生成"
    if field.column == "amount":
        more |= {
            "readOnly": True,
            "computed": {"of": ["price", "quantity"], "decimals": 2},
            "hint": "单价×数量，自动计算",
        }
    if field.kind == "item":  # a drop-down that is filled after the form stands
        more |= {"kind": "choice", "readOnly": False, "from": "catalog/items"}
    return field_of(field, describe.same(options), required=required, **more)
