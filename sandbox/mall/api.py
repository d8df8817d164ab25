"""What the pages' scripts ask for: login and the back office's lists, as JSON {code, msg, …}."""

from starlette.requests import Request
from starlette.responses import Response

from sandbox.answers import REFUSED, data_of, reply
from sandbox.mall import captcha, guard
from sandbox.mall.access import COOKIE, buyer, keep, store_of
from sandbox.mall.pages import tiles, user_words
from sandbox.mall.screens import screens
from sandbox.mall.sheets import as_row, items_on_offer
from sandbox.mall.views import notice
from sandbox.store.logins import LOCKED, LoginRefused, Session
from sandbox.weather import alone, seen_until, visitor

HANDLER_SUFFIX = "002"
MOST_ROWS = 100


@guard.public("login")
async def login(request: Request) -> Response:
    """Let a buyer's handler in, or say why not."""
    form = {key: value.strip() for key, value in (await data_of(request)).items()}
    store, user = store_of(request), form.get("username", "")
    refusal = _refusal(request, form)
    if refusal:
        return reply(REFUSED, refusal)
    try:
        session = store.logins.enter("mall", user, form["password"], single=alone(store, "mall", user))
    except LoginRefused as no:
        return reply(REFUSED, str(no))
    if session.account.unit.region != form["region"]:
        store.logins.end(session.token)
        return reply(REFUSED, "所选地区与账户不符")
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
    if store.faults.take("locked", user, portal="mall"):
        return LOCKED
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


async def describe(request: Request) -> Response:
    """Describe every screen to whoever asks."""
    store, session = store_of(request), buyer(request)
    described = screens(store, session.account if session else None)
    return reply(screens=store.drift.screens("mall", described))


@guard.public("page")
async def guest(request: Request) -> Response:
    """Tell a page that anybody may see who is looking at it, if we know, and what is to be announced."""
    session = buyer(request)
    return reply(user=user_words(session.account) if session else None, notice=notice(request))


@guard.xhr("page")
async def me(request: Request, session: Session) -> Response:
    """Tell the back office who is logged in, and what is to be announced."""
    return reply(user=user_words(session.account), notice=notice(request))


@guard.xhr("page")
async def welcome(request: Request, session: Session) -> Response:
    """Count the unit's sheets for the first page."""
    counted = tiles(store_of(request).sheets.of_unit(session.account.unit.code))
    return reply(tiles=[{"title": title, "count": count} for title, count, _colour in counted])


@guard.xhr("page")
async def items(request: Request, session: Session) -> Response:
    """List what 预算品目 offers: only 分散采购 (manual, part two, note 2)."""
    return reply(list=items_on_offer(store_of(request), session.account.user))


@guard.xhr("press")
async def pressed(request: Request, _session: Session) -> Response:
    """Remember a button that no act stands behind."""
    store_of(request).drift.pressed.append((await data_of(request)).get("label", ""))
    return reply()


@guard.xhr("page")
async def plan_sheets(request: Request, session: Session) -> Response:
    """List one page of the unit's 计划单, the newest first."""
    asked, account = await data_of(request), session.account
    until = seen_until(store_of(request).faults, "mall", account.user, "page")
    sheets = [
        sheet
        for sheet in store_of(request).sheets.of_unit(account.unit.code, until)
        if asked.get("name", "").strip() in sheet["name"]
        and asked.get("planNumber", "").strip() in sheet["plan_number"]
        and asked.get("status", "") in {"", sheet["status"]}
    ]
    size = min(_whole(asked.get("pageSize"), 10), MOST_ROWS)
    pages = -(-len(sheets) // size)
    number = min(_whole(asked.get("pageNo"), 1), max(pages, 1))
    first = (number - 1) * size
    shown = store_of(request).faults.listed(sheets[first : first + size], account.user, "mall", "sheets")
    rows = [as_row(sheet) | {"serial": str(serial)} for serial, sheet in enumerate(shown, first + 1)]
    rows = store_of(request).drift.rows(rows)
    return reply(page={"list": rows, "pages": pages, "total": len(sheets), "pageNo": number, "pageSize": size})


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and int(text) > 0 else default
