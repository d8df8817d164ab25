"""Before the login: the public home page, the login page, and the way in and out (manual, part one, (一))."""

from typing import cast

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sandbox.provincial.news import COLUMNS
from sandbox.provincial.pages import form_of, page
from sandbox.store import Store
from sandbox.store.logins import LoginRefused
from sandbox.store.people import ACCOUNTS, REGIONS
from sandbox.weather import COOKIES, perform, visitor

ROLES = {"1": "采购人", "2": "供应商", "3": "代理机构", "4": "评审专家"}
COOKIE = COOKIES["provincial"]


async def home(_request: Request) -> Response:
    """Draw 山东省政府采购网."""
    return page("home.html", columns=COLUMNS)


async def login_page(request: Request) -> Response:
    """Draw the login page."""
    return _login(request, {})


async def login(request: Request) -> Response:
    """Check identity, account, password and 行政区划; let in, or say why not."""
    form = await form_of(request)

    async def act() -> Response:
        return _enter(request, form)

    return await perform(request, "provincial", "login", form.get("user", ""), act)


async def logout(request: Request) -> Response:
    """End the session and go back to the login page."""
    session = visitor(request, "provincial")
    if session:
        _store(request).logins.end(session.token)
    return RedirectResponse("/sdgp/site/login.jsp", 303)


def _enter(request: Request, form: dict[str, str]) -> Response:
    store, user = _store(request), form.get("user", "").strip()
    refusal = _refusal(store, form, user)
    if not refusal:
        try:
            single = store.faults.take("single_session", user, portal="provincial") is not None
            session = store.logins.enter("provincial", user, form["password"], single=single)
        except LoginRefused as error:
            refusal = str(error)
        else:
            if store.faults.take("password_expired", user, portal="provincial"):
                store.logins.end(session.token)
                return page("expired.html", user=user)
            answer = RedirectResponse("/sdgp/main.jsp", 303)
            answer.set_cookie(COOKIE, session.token, path="/sdgp", httponly=True)
            return answer
    return _login(request, form, refusal)


def _refusal(store: Store, form: dict[str, str], user: str) -> str:
    if store.faults.look("captcha", user, portal="provincial"):
        return "验证码错误"
    for name, words in (("user", "请输入账户"), ("password", "请输入密码"), ("region", "请选择行政区划")):
        if not form.get(name, "").strip():
            return words
    account = ACCOUNTS.get(user)
    if account and account.unit.region != form["region"]:
        return "账户与所选行政区划不符"
    if account and form.get("role") != "1":
        return "该账户不是所选身份的用户"
    return ""


def _login(request: Request, form: dict[str, str], words: str = "") -> Response:
    captcha = _store(request).faults.take("captcha", form.get("user"), portal="provincial") is not None
    return page("login.html", roles=ROLES, regions=REGIONS, form=form, words=words, captcha=captcha)


def _store(request: Request) -> Store:
    return cast("Store", request.app.state.store)
