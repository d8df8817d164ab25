"""What a clerk does with plans and their details, whoever draws the answer: server-side pages or JSON.

All of them raise `Refused` or `Questioned` with the portal's words, before anything is written.
"""

import json
from dataclasses import dataclass, replace
from typing import Any

from sandbox.provincial.checks import Refused, detail_values, open_to_change, plan_values, ready_to_submit
from sandbox.provincial.gate import Visit
from sandbox.provincial.layout import extra_fields, stored_texts
from sandbox.store.database import Row
from sandbox.store.fields import AGENCIES, DETAIL_FIELDS, FUNDS, METHODS, OFFICES, PLAN_FIELDS, YEARS
from sandbox.store.items import CENTRAL, SCATTERED
from sandbox.store.plans import Page, Query
from sandbox.weather import seen_until

CENTRALISED = {"协议供货", "定点采购", "批量集中采购", "网上超市"}  # the manual's list prints 集中采购 for 网上超市
CHOICES = {"year": YEARS, "method": METHODS, "office": tuple(OFFICES.values()), "agency": AGENCIES,
           "catalogue": (CENTRAL, SCATTERED)}  # fmt: skip
TYPED = ("number", "name", "item_name")
ONLY_ONE = "一个计划只能有一条明细"
SAVED, DELETED, SUBMITTED = "保存成功！", "删除成功！", "提交成功！"


@dataclass(frozen=True)
class Found:
    """What a query found, and what it had asked for."""

    asked: dict[str, str]
    query: Query
    page: Page

    @property
    def filtered(self) -> bool:
        """Whether anything was asked for at all."""
        return any(self.asked.values())

    @property
    def page_total(self) -> int:
        """The amounts of the rows in sight."""
        return sum(row["amount"] for row in self.page.rows)


def find_plans(visit: Visit) -> Found:
    """Search the unit's plans by what the query area holds."""
    form = visit.form
    asked = {key: form.get(key, "") for key in (*CHOICES, *TYPED, "first_day", "last_day", "order", "form")}
    number = form.get("pageNo", "1")
    query = Query(
        equal={key: asked[key] for key in CHOICES}, contains={key: asked[key].strip() for key in TYPED},
        first_day=asked["first_day"], last_day=asked["last_day"], oldest_first=asked["order"] == "asc",
        page=int(number) if number.isdecimal() else 1,
        seen_until=seen_until(visit.store.faults, "provincial", visit.user, "page"),
    )  # fmt: skip
    page = visit.store.plans.search(visit.account.unit.code, query)
    shown = visit.store.faults.listed(page.rows, visit.user, "provincial", "plans")
    return Found(asked, query, replace(page, rows=shown))


def plan_texts(visit: Visit, op: str) -> dict[str, str]:
    """Write what the plan form shows when it opens for 增加, 修改 or 查看."""
    if op == "add":
        return dict.fromkeys(FUNDS, "0.0")
    plan = visit.own_plan()
    if op == "modify":
        open_to_change(plan, "修改")
    extra = {f"extra_{label}": value for label, value in json.loads(plan["extra"]).items()}
    return stored_texts(PLAN_FIELDS, plan) | extra


def save_plan(visit: Visit) -> Row:
    """保存: a new plan, or the changed one that the form names."""
    values = _values(visit)
    if not visit.form.get("planId"):
        gap = visit.store.faults.take("gap", visit.user, portal="provincial")
        return visit.store.plans.add(visit.account, values, gap=int(gap.text("by", "1")) if gap else 0)
    with visit.store.database.transaction():
        plan = visit.own_plan()
        open_to_change(plan, "修改")
        return visit.store.plans.change(plan["id"], visit.account.handler, values)


def _values(visit: Visit) -> dict[str, Any]:
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
    return values | {"extra": json.dumps(extra, ensure_ascii=False)} if extra else values


def _cut(visit: Visit, values: dict[str, Any]) -> dict[str, Any]:
    fault = visit.store.faults.take("cut_name", visit.user, portal="provincial")
    return values | {"name": values["name"][: int(fault.text("length", "10"))]} if fault else values


def log_of(visit: Visit, plan: Row) -> list[Row]:
    """日志: the review's progress, as far as it has come through."""
    lines = visit.store.plans.log(plan["id"], seen_until(visit.store.faults, "provincial", visit.user, "log"))
    return visit.store.drift.log(lines)


def delete_plan(visit: Visit) -> None:
    """删除: a draft goes, with its detail."""
    visit.obstacles("delete")
    plan = visit.own_plan()
    open_to_change(plan, "删除")
    visit.store.plans.remove(plan["id"])


def submit_plan(visit: Visit) -> None:
    """提交: the plan goes to 资金科室 and 采购办."""
    visit.obstacles("submit")
    with visit.store.database.transaction():
        plan = visit.own_plan()
        ready_to_submit(plan, visit.store.plans.detail(plan["id"]))
        visit.store.reviews.submit(plan, visit.account.handler)


def listed_detail(visit: Visit, plan: Row) -> Row | None:
    """明细管理: the plan's line, as far as it has come through."""
    line = visit.store.plans.detail(plan["id"], seen_until(visit.store.faults, "provincial", visit.user, "page"))
    return next(iter(visit.store.faults.listed([line] if line else [], visit.user, "provincial", "details")), None)


def detail_texts(visit: Visit, op: str) -> dict[str, str]:
    """Write what the detail form shows when it opens for 增加, 修改 or 查看."""
    plan = visit.own_plan()
    detail = visit.store.plans.detail(plan["id"])
    if op != "view":
        open_to_change(plan, "修改明细")
    if op == "add" and detail:
        raise Refused(ONLY_ONE)
    return stored_texts(DETAIL_FIELDS, detail) if detail else {}


def save_detail(visit: Visit) -> None:
    """保存: the plan's one detail line, new or changed."""
    visit.obstacles("detail")
    with visit.store.database.transaction():
        plan = visit.own_plan()
        open_to_change(plan, "修改明细")
        if visit.form.get("op", "add") == "add" and visit.store.plans.detail(plan["id"]):
            raise Refused(ONLY_ONE)
        values = visit.rounded(detail_values(visit.form), ("price", "amount"))
        visit.store.plans.put_detail(plan["id"], values)


def delete_detail(visit: Visit) -> None:
    """删除: the detail line goes."""
    visit.obstacles("delete")
    plan = visit.own_plan()
    open_to_change(plan, "删除明细")
    visit.store.plans.remove_detail(plan["id"])
