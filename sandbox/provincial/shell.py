"""The frames around the work: banner, menu tree, first page."""

from dataclasses import dataclass, field
from datetime import date

from starlette.responses import Response

from sandbox.provincial.gate import Visit, guarded
from sandbox.provincial.pages import page
from sandbox.skins.describe import Json
from sandbox.store.plans import RETURNED, Page, Query

WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True)
class Node:
    """An entry of the menu: a branch, or a leaf with the address of its page."""

    title: str
    address: str = ""
    children: tuple["Node", ...] = field(default=())


def _leaf(title: str) -> Node:
    return Node(title, "/sdgp/building.jsp")


MENU = (
    Node("系统首页", "/sdgp/welcome.jsp"),
    Node("预算指标", children=(_leaf("指标查询"), _leaf("指标执行情况"))),
    Node("计划备案", children=(
        Node("采购计划管理", children=(
            Node("采购计划维护", "/sdgp/plan/list.do"), _leaf("采购计划查询"), _leaf("采购计划变更"),
            _leaf("采购计划撤销"),
        )),
        Node("进口产品管理", children=(_leaf("进口产品申请"), _leaf("进口产品查询"))),
        Node("采购方式变更", children=(_leaf("变更申请"), _leaf("变更查询"))),
    )),
    Node("采购项目", children=(_leaf("项目登记"), _leaf("采购公告"), _leaf("采购结果"))),
    Node("合同备案", children=(
        Node("采购合同管理", children=(_leaf("采购合同维护"), _leaf("采购合同查询"))), _leaf("验收报告"),
    )),
    Node("系统维护", children=(_leaf("用户信息"), _leaf("修改密码"))),
)  # fmt: skip


@guarded("frame")
def frames(visit: Visit) -> Response:
    """Draw the frameset."""
    drift = visit.store.drift
    return page("main.html", look=drift.way_of("provincial", "menu"), work=drift.way_of("provincial", "work"))


@guarded("frame")
def banner(visit: Visit) -> Response:
    """Draw the banner."""
    look = visit.store.drift.way_of("provincial", "menu")
    return page("banner.html", account=visit.account, day=day_in_words(), look=look, menu=_menu(visit))


def day_in_words() -> str:
    """Print today as the banner does."""
    today = date.today()  # noqa: DTZ011  the portal's day
    return f"{today.year}年{today.month}月{today.day}日 星期{WEEKDAYS[today.weekday()]}"


@guarded("frame")
def menu(visit: Visit) -> Response:
    """Draw the menu tree, all of it closed; of a bar's chosen module alone; or a page of tiles."""
    nodes, look = _menu(visit), visit.store.drift.way_of("provincial", "menu")
    path = [int(place) for place in visit.form.get("path", "").split(".") if place.isdecimal()]
    for place in path:
        nodes = nodes[place]["children"] if place < len(nodes) else []
    if look == "tiles":
        return page("tiles.html", nodes=nodes, path=path)
    return page("menu.html", menu=[] if look == "top" and not path else nodes, look=look)


def _menu(visit: Visit) -> list[Json]:
    return visit.store.drift.menu("provincial", [vars_of(node) for node in MENU])


def vars_of(node: Node) -> Json:
    """Describe an entry with everything below it."""
    return {"title": node.title, "address": node.address, "children": [vars_of(child) for child in node.children]}


@guarded("frame")
def welcome(visit: Visit) -> Response:
    """Draw the first page: what waits to be done."""
    return page("welcome.html", account=visit.account, returned=to_do(visit))


def to_do(visit: Visit) -> Page:
    """Find what waits for the unit: what the reviewers have returned."""
    return visit.store.plans.search(visit.account.unit.code, Query(equal={"status": RETURNED}))


@guarded("frame")
def building(_visit: Visit) -> Response:
    """Say that this part of the portal is not played here."""
    return page("building.html")
