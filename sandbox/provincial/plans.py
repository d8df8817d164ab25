"""采购计划维护, drawn by the server: the list, the form, 提交 and 日志 (manual, part one, (二) and (四))."""

from starlette.responses import Response

from sandbox.provincial import acts, rows, screens
from sandbox.provincial.after import kept
from sandbox.provincial.bent import drawn, drifting, listed
from sandbox.provincial.checks import Refused
from sandbox.provincial.gate import Questioned, Visit, guarded
from sandbox.provincial.layout import plan_grid
from sandbox.provincial.pages import page, reply

CALLS = {"add": "addPlan()", "modify": "modifyPlan()", "view": "viewPlan()", "delete": "deletePlan()",
         "details": "openDetails()", "submit": "submitPlan()", "log": "openLog()"}  # fmt: skip


@guarded("page")
def plan_list(visit: Visit) -> Response:
    """Draw one page of the unit's plans."""
    return _list(visit)


def _list(visit: Visit, words: str = "", question: str = "") -> Response:
    found = acts.find_plans(visit)
    if visit.store.drift.seed is not None:
        return _bent(visit, found, words, question)
    return page(
        "plan_list.html", found=found.page, query=found.query, asked=found.asked, choices=acts.CHOICES,
        account=visit.account, filtered=found.filtered, words=words, question=question,
        planId=visit.form.get("planId", ""), centralised=acts.CENTRALISED, notice=visit.notice(),
        page_total=found.page_total, status=screens.tells_status(visit.store), day=visit.store.drift.day,
    )  # fmt: skip


def _bent(visit: Visit, found: acts.Found, words: str, question: str) -> Response:
    bent = listed(visit, "plans", screens.plans(visit.account, visit.store))
    return page(
        "bent_list.html", **vars(bent), page=drifting(visit, rows.plans_page(found)), calls=CALLS, heads=[],
        sums=rows.sums(found.page.total, found.page_total), scripts=("office", "calendar", "plan_list", "form"),
        action="/sdgp/plan/list.do", planId=visit.form.get("planId", ""), words=words, question=question,
        notice=visit.notice(),
    )  # fmt: skip


@guarded("form")
def plan_form(visit: Visit) -> Response:
    """Draw the popup for 增加, 修改 or 查看."""
    op = visit.form.get("op", "view")
    try:
        return _form(visit, op, acts.plan_texts(visit, op))
    except Refused as refusal:
        return reply(str(refusal), "close")


def _form(visit: Visit, op: str, texts: dict[str, str], words: str = "", question: str = "") -> Response:
    grid = plan_grid(texts, visit.store.faults, visit.user)
    form = screens.plan_form(visit.store, visit.user, op)
    return page("plan_form.html", **vars(drawn(visit, "plan", grid, form, op)), op=op, title=form["title"],
                words=words, question=question, planId=visit.form.get("planId", ""))  # fmt: skip


@guarded("save")
def save_plan(visit: Visit) -> Response:
    """Save the form and tell the popup to close; or refuse and show it again as it was."""
    op = "modify" if visit.form.get("planId") else "add"
    try:
        plan = acts.save_plan(visit)
    except Refused as refusal:
        return _form(visit, op, visit.form, str(refusal))
    except Questioned as question:
        return _form(visit, op, visit.form, question=str(question))
    return kept(visit, "plan", plan["id"], plan["number"])


@guarded("delete")
def delete_plan(visit: Visit) -> Response:
    """Delete a draft."""
    try:
        acts.delete_plan(visit)
    except Refused as refusal:
        return _list(visit, str(refusal))
    except Questioned as question:
        return _list(visit, question=str(question))
    return _list(visit, acts.DELETED)


@guarded("submit")
def submit_plan(visit: Visit) -> Response:
    """Send the plan to 资金科室 and 采购办."""
    try:
        acts.submit_plan(visit)
    except Refused as refusal:
        return _list(visit, str(refusal))
    except Questioned as question:
        return _list(visit, question=str(question))
    return _list(visit, acts.SUBMITTED)


@guarded("log")
def plan_log(visit: Visit) -> Response:
    """Draw the popup with the review's progress."""
    try:
        plan = visit.own_plan()
    except Refused as refusal:
        return reply(str(refusal), "close")
    columns = visit.store.drift.headed_log(screens.log())["columns"]
    return page("log.html", plan=plan, columns=columns, entries=rows.log(acts.log_of(visit, plan)))
