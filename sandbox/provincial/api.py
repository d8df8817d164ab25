"""What the scripts of a skin ask for: the same acts as the server's own pages, answered in JSON {code, msg, …}."""

from typing import cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from sandbox.answers import REFUSED, data_of, reply
from sandbox.lost import broken
from sandbox.provincial import acts, rows, shell
from sandbox.provincial.bent import drifting
from sandbox.provincial.entry import Expired, let_in
from sandbox.provincial.gate import Visit, answering
from sandbox.provincial.public import COOKIE, keep
from sandbox.provincial.screens import detail_form, plan_form, screens
from sandbox.skins.describe import Json, filled
from sandbox.store import Store, items
from sandbox.store.logins import LoginRefused
from sandbox.store.people import REGIONS
from sandbox.weather import perform, visitor


async def describe(request: Request) -> Response:
    """Describe every screen to whoever asks."""
    store, session = _store(request), visitor(request, "provincial")
    described = screens(store, session.account if session and not session.over else None)
    return reply(screens=store.drift.screens("provincial", described))


async def login(request: Request) -> Response:
    """Let somebody in, or say why not."""
    form = await data_of(request)

    async def act() -> Response:
        try:
            session = let_in(_store(request), form)
        except (LoginRefused, Expired) as no:
            return reply(REFUSED, str(no))
        return keep(reply(msg="登录成功"), session)

    return broken(await perform(request, "provincial", "login", form.get("user", ""), act))


async def logout(request: Request) -> Response:
    """End the session."""
    session = visitor(request, "provincial")
    if session:
        _store(request).logins.end(session.token)
    answer = reply(msg="已退出")
    answer.delete_cookie(COOKIE, path="/sdgp")
    return answer


@answering("frame")
def me(visit: Visit) -> Json:
    """Tell who is logged in, as the banner shows it."""
    account = visit.account
    user = {"name": account.handler, "account": account.user, "unit": account.unit.title,
            "region": REGIONS[account.unit.region]}  # fmt: skip
    return {"user": user, "day": shell.day_in_words()}


@answering("frame")
def welcome(visit: Visit) -> Json:
    """List what waits to be done."""
    return {"list": [{"number": plan["number"], "name": plan["name"], "status": plan["status"]}
                     for plan in shell.to_do(visit).rows]}  # fmt: skip


@answering("page")
def plan_list(visit: Visit) -> Json:
    """List one page of the unit's plans."""
    found = acts.find_plans(visit)
    page = drifting(visit, rows.plans_page(found))
    return {"page": page, "sums": rows.sums(found.page.total, found.page_total),
            "notice": visit.notice()}  # fmt: skip


@answering("form")
def plan_opened(visit: Visit) -> Json:
    """Describe the form for 增加, 修改 or 查看, with what it shows."""
    op = visit.form.get("op", "view")
    form = filled(plan_form(visit.store, visit.user, op), acts.plan_texts(visit, op), locked=op == "view")
    return {"form": visit.store.drift.form("provincial", "plan", form)}


@answering("save")
def plan_saved(visit: Visit) -> Json:
    """保存; the portal's number comes with the answer."""
    plan = acts.save_plan(visit)
    return {"msg": acts.SAVED, "id": plan["id"], "number": plan["number"]}


@answering("delete")
def plan_deleted(visit: Visit) -> Json:
    """删除."""
    acts.delete_plan(visit)
    return {"msg": acts.DELETED}


@answering("submit")
def plan_submitted(visit: Visit) -> Json:
    """提交."""
    acts.submit_plan(visit)
    return {"msg": acts.SUBMITTED}


@answering("log")
def plan_log(visit: Visit) -> Json:
    """日志: the review's progress."""
    plan = visit.own_plan()
    return {"plan": rows.head(plan), "list": rows.log(acts.log_of(visit, plan))}


@answering("page")
def detail_list(visit: Visit) -> Json:
    """List the detail line of a plan, if it has one."""
    plan = visit.own_plan()
    detail = acts.listed_detail(visit, plan)
    total = detail["amount"] if detail else 0
    page = drifting(visit, rows.details_page(detail))
    return {"plan": rows.head(plan), "page": page, "sums": rows.sums(total, total, key="id"),
            "notice": visit.notice()}  # fmt: skip


@answering("form")
def detail_opened(visit: Visit) -> Json:
    """Describe the detail form for 增加, 修改 or 查看, with what it shows."""
    op = visit.form.get("op", "view")
    form = filled(detail_form(visit.store, visit.user, op), acts.detail_texts(visit, op), locked=op == "view")
    return {"form": visit.store.drift.form("provincial", "detail", form)}


@answering("detail")
def detail_saved(visit: Visit) -> Json:
    """保存 of the detail line."""
    acts.save_detail(visit)
    return {"msg": acts.SAVED}


@answering("delete")
def detail_deleted(visit: Visit) -> Json:
    """删除 of the detail line."""
    acts.delete_detail(visit)
    return {"msg": acts.DELETED}


@answering("press")
def pressed(visit: Visit) -> Json:
    """Remember a button that no act stands behind."""
    visit.store.drift.pressed.append(visit.form.get("label", ""))
    return {}


@answering("picker")
def children(visit: Visit) -> Json:
    """List the nodes right under a branch of the tree of items."""
    return {"list": items.nodes(visit.form.get("parent", ""))}


@answering("picker")
def search(visit: Visit) -> Json:
    """List the items whose code or name has these words."""
    found = items.search(visit.form.get("words", "").strip())
    return {"list": [{"code": item.code, "name": item.name, "leaf": True} for item in found]}


def _store(request: Request) -> Store:
    return cast("Store", request.app.state.store)


_READS = {
    "me": me, "welcome": welcome, "plan/list": plan_list, "plan/form": plan_opened, "plan/log": plan_log,
    "detail/list": detail_list, "detail/form": detail_opened, "item/children": children, "item/search": search,
    "screens": describe,
}  # fmt: skip
_WRITES = {
    "login": login, "logout": logout, "press": pressed, "plan/save": plan_saved, "plan/delete": plan_deleted,
    "plan/submit": plan_submitted, "detail/save": detail_saved, "detail/delete": detail_deleted,
}  # fmt: skip

routes: list[BaseRoute] = [
    *(Route(f"/sdgp/api/{name}.do", endpoint) for name, endpoint in _READS.items()),
    *(Route(f"/sdgp/api/{name}.do", endpoint, methods=["POST"]) for name, endpoint in _WRITES.items()),
]
