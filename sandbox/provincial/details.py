"""明细管理, drawn by the server: the plan's one detail line, and the picker for 采购名称 (manual, part one, (三))."""

from starlette.responses import JSONResponse, Response

from sandbox.provincial import acts, rows, screens
from sandbox.provincial.after import kept
from sandbox.provincial.bent import drawn, drifting, listed
from sandbox.provincial.checks import Refused
from sandbox.provincial.gate import Questioned, Visit, guarded
from sandbox.provincial.layout import detail_grid
from sandbox.provincial.pages import page, reply
from sandbox.store import items
from sandbox.store.database import Row

CALLS = {"modify": "modifyDetail()", "view": "viewDetail()", "delete": "deleteDetail()", "back": "backToPlans()"}


@guarded("page")
def detail_list(visit: Visit) -> Response:
    """Draw the detail page of a plan in the main frame."""
    return _list(visit)


def _list(visit: Visit, words: str = "", question: str = "") -> Response:
    try:
        plan = visit.own_plan()
    except Refused as refusal:
        return reply(str(refusal), "/sdgp/plan/list.do")
    detail = acts.listed_detail(visit, plan)
    if visit.store.drift.seed is not None:
        return _bent(visit, plan, detail, words, question)
    return page("detail_list.html", plan=plan, rows=[detail] if detail else [], total=detail["amount"] if detail else 0,
                words=words, question=question, notice=visit.notice())  # fmt: skip


def _bent(visit: Visit, plan: Row, detail: Row | None, words: str, question: str) -> Response:
    bent = listed(visit, "details", screens.details())
    total = detail["amount"] if detail else 0
    return page(
        "bent_list.html", **vars(bent), page=drifting(visit, rows.details_page(detail)), plan=rows.head(plan),
        calls=CALLS | {"add": f"addDetail({int(detail is not None)})"}, heads=bent.screen["heads"],
        sums=rows.sums(total, total, key="id"), scripts=("office", "calendar", "detail_list", "form"),
        action="/sdgp/detail/list.do", planId=plan["id"], words=words, question=question, notice=visit.notice(),
    )  # fmt: skip


@guarded("form")
def detail_form(visit: Visit) -> Response:
    """Draw the popup for 增加, 修改 or 查看."""
    op = visit.form.get("op", "view")
    try:
        return _form(visit, op, acts.detail_texts(visit, op))
    except Refused as refusal:
        return reply(str(refusal), "close")


def _form(visit: Visit, op: str, texts: dict[str, str], words: str = "", question: str = "") -> Response:
    grid = detail_grid(texts, visit.store.faults, visit.user)
    form = screens.detail_form(visit.store, visit.user, op)
    return page("detail_form.html", **vars(drawn(visit, "detail", grid, form, op)), op=op, title=form["title"],
                item_names={code: item.name for code, item in items.BY_CODE.items()}, words=words, question=question,
                planId=visit.form.get("planId", ""))  # fmt: skip


@guarded("detail")
def save_detail(visit: Visit) -> Response:
    """Save the detail line; or refuse and show the form as it was."""
    op = visit.form.get("op", "add")
    try:
        acts.save_detail(visit)
    except Refused as refusal:
        return _form(visit, op, visit.form, str(refusal))
    except Questioned as question:
        return _form(visit, op, visit.form, question=str(question))
    return kept(visit, "detail", visit.own_plan()["id"])


@guarded("delete")
def delete_detail(visit: Visit) -> Response:
    """Delete the detail line."""
    try:
        acts.delete_detail(visit)
    except Refused as refusal:
        return _list(visit, str(refusal))
    except Questioned as question:
        return _list(visit, question=str(question))
    return _list(visit, acts.DELETED)


@guarded("picker")
def picker(visit: Visit) -> Response:
    """Draw the second popup: the tree of items, or what a search finds."""
    words = visit.form.get("words", "").strip()
    grid = visit.store.drift.way_of("provincial", "item") == "grid"
    columns = screens.ITEM_COLUMNS if grid else []
    return page("picker.html", words=words, found=items.search(words) if words or grid else None, columns=columns)


@guarded("picker")
def children(visit: Visit) -> Response:
    """Answer with the nodes right under a branch of the tree."""
    return JSONResponse(items.nodes(visit.form.get("parent", "")))
