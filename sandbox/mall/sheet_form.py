"""自建计划 and 查看: the form as a fragment, and 确认 (manual, part two, (二) 3 to 5)."""

from starlette.requests import Request
from starlette.responses import Response

from sandbox.mall import guard
from sandbox.mall.access import store_of
from sandbox.mall.guard import reply
from sandbox.mall.labels import LABELS
from sandbox.mall.rules import SheetRefused, read_sheet
from sandbox.mall.sheets import as_columns, as_form, bend, form_terms
from sandbox.mall.views import fragment
from sandbox.store.logins import Session

CREATED = "自建计划创建成功"
BUSY = "系统繁忙，请稍后再试"


@guard.xhr("page")
async def form(request: Request, session: Session) -> Response:
    """Draw the form: empty, or with a sheet that is only to be looked at."""
    store = store_of(request)
    terms = form_terms(store, session.account.user)
    number = request.query_params.get("number")
    if number is None:
        return fragment(request, "backend/plan_sheet_form.html", sheet=None, **terms)
    sheet = store.sheets.by_number(number)
    if sheet is None or sheet["unit"] != session.account.unit.code:
        return reply(1, "计划单不存在")
    shown = as_form(sheet)
    return fragment(request, "backend/plan_sheet_form.html", **terms | {"sheet": shown, "extra": list(shown["beside"])})


@guard.xhr("confirm")
async def save(request: Request, session: Session) -> Response:
    """Answer 确认: check, keep, and give the sheet its number."""
    store, user = store_of(request), session.account.user
    posted = {key: str(value).strip() for key, value in (await request.json()).items()}
    values = dict.fromkeys(LABELS.values(), "") | posted
    refusal = store.faults.take("refusal", user, on="confirm", portal="mall")
    if refusal:
        return reply(1, refusal.text("text", BUSY))
    question = None if posted.get("confirmed") else store.faults.take("question", user, on="confirm", portal="mall")
    if question:
        return reply(302, question.text("text", "本年度已有同类计划单，是否继续创建？"))
    terms = form_terms(store, user)
    try:
        kept = bend(store, user, read_sheet(values, terms["required"]))
    except SheetRefused as no:
        return reply(1, str(no))
    extra = {label: values.get(label, "") for label in terms["extra"]}
    sheet = store.sheets.add(session.account, as_columns(kept, extra))
    return reply(msg=CREATED, number=sheet["number"])
