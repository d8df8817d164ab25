"""采购计划维护: the list, the form, 提交 and 日志 (manual, part one, (二) and (四))."""

import json
from typing import Any

from starlette.responses import Response

from sandbox.provincial.checks import Refused, open_to_change, plan_values, ready_to_submit
from sandbox.provincial.gate import Questioned, Visit, guarded
from sandbox.provincial.layout import extra_fields, plan_grid, stored_texts
from sandbox.provincial.pages import page, reply
from sandbox.store.fields import AGENCIES, FUNDS, METHODS, OFFICES, PLAN_FIELDS, YEARS
from sandbox.store.items import CENTRAL, SCATTERED
from sandbox.store.plans import Query

CENTRALISED = {"协议供货", "定点采购", "批量集中采购", "网上超市"}  # the manual's list prints 集中采购 for 网上超市
CHOICES = {"year": YEARS, "method": METHODS, "office": tuple(OFFICES.values()), "agency": AGENCIES,
           "catalogue": (CENTRAL, SCATTERED)}  # fmt: skip
TYPED = ("number", "name", "item_name")


@guarded("page")
def plan_list(visit: Visit) -> Response:
    """Draw one page of the unit's plans."""
    return _list(visit)


def _list(visit: Visit, words: str = "", question: str = "") -> Response:
    form = visit.form
    asked = {key: form.get(key, "") for key in (*CHOICES, *TYPED, "first_day", "last_day", "order", "form")}
    number = form.get("pageNo", "1")
    query = Query(
        equal={key: asked[key] for key in CHOICES}, contains={key: asked[key].strip() for key in TYPED},
        first_day=asked["first_day"], last_day=asked["last_day"], oldest_first=asked["order"] == "asc",
        page=int(number) if number.isdecimal() else 1,
    )  # fmt: skip
    found = visit.store.plans.search(visit.account.unit.code, query)
    return page(
        "plan_list.html", found=found, query=query, asked=asked, choices=CHOICES, account=visit.account,
        filtered=any(asked.values()), words=words, question=question,
        planId=form.get("planId", ""), centralised=CENTRALISED, notice=visit.notice(),
        page_total=sum(row["amount"] for row in found.rows),
    )  # fmt: skip


@guarded("form")
def plan_form(visit: Visit) -> Response:
    """Draw the popup for 增加, 修改 or 查看."""
    op = visit.form.get("op", "view")
    if op == "add":
        return _form(visit, "add", dict.fromkeys(FUNDS, "0.0"))
    try:
        plan = visit.own_plan()
        if op == "modify":
            open_to_change(plan, "修改")
    except Refused as refusal:
        return reply(str(refusal), "close")
    texts = stored_texts(PLAN_FIELDS, plan)
    texts |= {f"extra.{label}": value for label, value in json.loads(plan["extra"]).items()}
    return _form(visit, op, texts)


def _form(visit: Visit, op: str, texts: dict[str, str], words: str = "", question: str = "") -> Response:
    grid = plan_grid(texts, visit.store.faults, visit.user)
    titles = {"add": "采购计划增加", "modify": "采购计划修改", "view": "采购计划查看"}
    return page("plan_form.html", grid=grid, op=op, title=titles.get(op, titles["view"]), words=words,
                question=question, planId=visit.form.get("planId", ""))  # fmt: skip


@guarded("save")
def save_plan(visit: Visit) -> Response:
    """Save the form and tell the popup to close; or refuse and show it again as it was."""
    op = "modify" if visit.form.get("planId") else "add"
    words = question = ""
    try:
        _save(visit, op)
    except Refused as refusal:
        words = str(refusal)
    except Questioned as asked:
        question = str(asked)
    if words or question:
        return _form(visit, op, visit.form, words, question)
    return reply("保存成功！", "close")


def _save(visit: Visit, op: str) -> None:
    faults = visit.store.faults
    visit.obstacles("save")
    demands = faults.look("require_field", visit.user, portal="provincial")
    demanded = {fault.text("label") for fault in demands}
    more = extra_fields(demanded)
    try:
        values = plan_values(visit.form, more, demanded)
    except Refused:
        for fault in demands:
            faults.spend(fault)
        raise
    extra = {field.label: values.pop(field.column) for field in more}
    values = visit.rounded(_cut(visit, values), FUNDS)
    if extra:
        values["extra"] = json.dumps(extra, ensure_ascii=False)
    if op == "add":
        visit.store.plans.add(visit.account, values)
        return
    with visit.store.database.transaction():
        plan = visit.own_plan()
        open_to_change(plan, "修改")
        visit.store.plans.change(plan["id"], visit.account.handler, values)


def _cut(visit: Visit, values: dict[str, Any]) -> dict[str, Any]:
    fault = visit.store.faults.take("cut_name", visit.user, portal="provincial")
    return values | {"name": values["name"][: int(fault.text("length", "10"))]} if fault else values


@guarded("delete")
def delete_plan(visit: Visit) -> Response:
    """Delete a draft."""
    try:
        visit.obstacles("delete")
        plan = visit.own_plan()
        open_to_change(plan, "删除")
        visit.store.plans.remove(plan["id"])
    except Refused as refusal:
        return _list(visit, str(refusal))
    except Questioned as question:
        return _list(visit, question=str(question))
    return _list(visit, "删除成功！")


@guarded("submit")
def submit_plan(visit: Visit) -> Response:
    """Send the plan to 资金科室 and 采购办."""
    try:
        visit.obstacles("submit")
        with visit.store.database.transaction():
            plan = visit.own_plan()
            ready_to_submit(plan, visit.store.plans.detail(plan["id"]))
            visit.store.reviews.submit(plan, visit.account.handler)
    except Refused as refusal:
        return _list(visit, str(refusal))
    except Questioned as question:
        return _list(visit, question=str(question))
    return _list(visit, "提交成功！")


@guarded("log")
def plan_log(visit: Visit) -> Response:
    """Draw the popup with the review's progress."""
    try:
        plan = visit.own_plan()
    except Refused as refusal:
        return reply(str(refusal), "close")
    return page("log.html", plan=plan, entries=visit.store.plans.log(plan["id"]))
