"""What the pages' scripts ask for: login and the back office's lists, as JSON {code, msg, …}."""

from starlette.requests import Request
from starlette.responses import Response

from sandbox.mall import captcha, guard
from sandbox.mall.access import COOKIE, keep, store_of
from sandbox.mall.guard import reply
from sandbox.mall.sheets import as_row, items_on_offer
from sandbox.store.logins import LoginRefused, Session
from sandbox.weather import visitor

HANDLER_SUFFIX = "002"
MOST_ROWS = 100


@guard.public("login")
async def login(request: Request) -> Response:
    """Let a buyer's handler in, or say why not."""
    form = {key: str(value).strip() for key, value in (await request.json()).items()}
    store, user = store_of(request), form.get("username", "")
    refusal = _refusal(request, form)
    if refusal:
        return reply(1, refusal)
    single = bool(store.faults.look("single_session", user, portal="mall"))
    try:
        session = store.logins.enter("mall", user, form["password"], single=single)
    except LoginRefused as no:
        return reply(1, str(no))
    if session.account.unit.region != form["region"]:
        store.logins.end(session.token)
        return reply(1, "所选地区与账户不符")
    response = reply(msg="登录成功")
    keep(response, session)
    return response


def _refusal(request: Request, form: dict[str, str]) -> str:
    """Say why a login is not even tried, or nothing."""
    store = store_of(request)
    user = form.get("username", "")
    for name, label in (("region", "请选择地区"), ("username", "请输入用户名"), ("password", "请输入密码")):
        if not form.get(name):
            return label
    if not user.endswith(HANDLER_SUFFIX):
        return f"请使用经办人账户（尾号{HANDLER_SUFFIX}）登录"
    if store.faults.look("captcha", user, portal="mall") and not captcha.answered(request, form.get("captcha", "")):
        return "验证码错误，请重新输入"
    if store.faults.take("password_expired", user, portal="mall"):
        return "密码已过期，请修改密码后重新登录"
    return ""


async def logout(request: Request) -> Response:
    """End the session: 退出."""
    session = visitor(request, "mall")
    if session:
        store_of(request).logins.end(session.token)
    response = reply(msg="已退出")
    response.delete_cookie(COOKIE, path="/wssc")
    return response


@guard.xhr("page")
async def items(request: Request, session: Session) -> Response:
    """List what 预算品目 offers: only 分散采购 (manual, part two, note 2)."""
    return reply(list=items_on_offer(store_of(request), session.account.user))


@guard.xhr("page")
async def plan_sheets(request: Request, session: Session) -> Response:
    """List one page of the unit's 计划单, the newest first."""
    asked = request.query_params
    sheets = [
        sheet
        for sheet in store_of(request).sheets.of_unit(session.account.unit.code)
        if asked.get("name", "").strip() in sheet["name"]
        and asked.get("planNumber", "").strip() in sheet["plan_number"]
        and asked.get("status", "") in {"", sheet["status"]}
    ]
    size = min(_whole(asked.get("pageSize"), 10), MOST_ROWS)
    pages = -(-len(sheets) // size)
    number = min(_whole(asked.get("pageNo"), 1), max(pages, 1))
    rows = [as_row(sheet) for sheet in sheets[(number - 1) * size : number * size]]
    return reply(page={"list": rows, "pages": pages, "total": len(sheets), "pageNo": number, "pageSize": size})


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and int(text) > 0 else default
