"""自建计划 and 查看: the form as a fragment, and 确认 (manual, part two, (二) 3 to 5)."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from sandbox.answers import QUESTION, REFUSED, data_of, reply
from sandbox.mall import guard
from sandbox.mall.access import store_of
from sandbox.mall.bent import bent_form
from sandbox.mall.labels import LABELS
from sandbox.mall.rules import SheetRefused, read_sheet
from sandbox.mall.screens import sheet_form
from sandbox.mall.sheets import as_columns, as_form, bend, form_terms
from sandbox.mall.views import fragment
from sandbox.skins.describe import Json, buttons, filled
from sandbox.store.logins import Session

CREATED = "自建计划创建成功"
BUSY = "系统繁忙，请稍后再试"
UNKNOWN = "计划单不存在"


@guard.xhr("page")
async def form(request: Request, session: Session) -> Response:
    """Draw the form: empty, or with a sheet that is only to be looked at."""
    if store_of(request).drift.seed is not None:
        return _bent(request, session)
    terms = form_terms(store_of(request), session.account.user)
    if "number" not in request.query_params:
        return fragment(request, "backend/plan_sheet_form.html", sheet=None, **terms)
    shown = _shown(request, session)
    if shown is None:
        return reply(REFUSED, UNKNOWN)
    return fragment(request, "backend/plan_sheet_form.html", **terms | {"sheet": shown, "extra": list(shown["beside"])})


@guard.xhr("page")
async def described(request: Request, session: Session) -> Response:
    """Describe the same form for a skin, with what it shows."""
    form = _described(request, session)
    return reply(REFUSED, UNKNOWN) if form is None else reply(form=store_of(request).drift.form("mall", "sheet", form))


def _bent(request: Request, session: Session) -> Response:
    form = _described(request, session)
    if form is None:
        return reply(REFUSED, UNKNOWN)
    looked = "look" in request.query_params  # as it was saved, in the form itself
    return fragment(request, "backend/bent_form.html", looked=looked, **bent_form(store_of(request), form))


def _described(request: Request, session: Session) -> Json | None:
    """Describe the form, empty or with the sheet that is asked for; None when there is no such sheet."""
    store, user = store_of(request), session.account.user
    if "number" not in request.query_params:
        return sheet_form(store, user)
    shown = _shown(request, session)
    if shown is None:
        return None
    made = sheet_form(store, user, list(shown["beside"])) | {"title": "查看计划单"}
    values = {name: shown.get(name, "") for name in LABELS.values()} | shown["beside"]
    _offer_what_was_chosen(made, values, shown["item"])
    return filled(made, values, locked=True) | {"buttons": buttons(("close", "关闭"))}


def _offer_what_was_chosen(form: Json, values: dict[str, str], item: str) -> None:
    """Let lists offer what the sheet has, whatever they offer today."""
    values["itemCode"] = item
    for made in form["fields"]:
        if made["kind"] == "choice":
            made |= {"from": "", "options": [{"value": values[made["column"]], "label": values[made["column"]]}]}


def _shown(request: Request, session: Session) -> dict[str, Any] | None:
    """Find the sheet that is asked for, if it is the unit's own."""
    sheet = store_of(request).sheets.by_number(request.query_params["number"])
    return as_form(sheet) if sheet and sheet["unit"] == session.account.unit.code else None


@guard.xhr("confirm")
async def save(request: Request, session: Session) -> Response:
    """Answer 确认: check, keep, and give the sheet its number."""
    store, user = store_of(request), session.account.user
    posted = {key: value.strip() for key, value in (await data_of(request)).items()}
    values = dict.fromkeys(LABELS.values(), "") | posted
    refusal = store.faults.take("refusal", user, on="confirm", portal="mall")
    if refusal:
        return reply(REFUSED, refusal.text("text", BUSY))
    question = None if posted.get("confirmed") else store.faults.take("question", user, on="confirm", portal="mall")
    if question:
        return reply(QUESTION, question.text("text", "本年度已有同类计划单，是否继续创建？"))
    terms = form_terms(store, user)
    try:
        kept = bend(store, user, read_sheet(values, terms["required"]))
    except SheetRefused as no:
        return reply(REFUSED, str(no))
    extra = {label: values.get(label, "") for label in terms["extra"]}
    gap = store.faults.take("gap", user, portal="mall")
    sheet = store.sheets.add(session.account, as_columns(kept, extra), gap=int(gap.text("by", "1")) if gap else 0)
    return reply(msg=CREATED, number=sheet["number"])
