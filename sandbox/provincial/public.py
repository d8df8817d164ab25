"""Before the login: the public home page, the login page, and the way in and out (manual, part one, (一))."""

from typing import cast

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sandbox.provincial import screens
from sandbox.provincial.entry import ROLES, Expired, let_in
from sandbox.provincial.news import COLUMNS
from sandbox.provincial.pages import form_of, page
from sandbox.store import Store
from sandbox.store.logins import LoginRefused, Session
from sandbox.store.people import REGIONS
from sandbox.weather import COOKIES, perform, visitor

COOKIE = COOKIES["provincial"]


async def home(request: Request) -> Response:
    """Draw 山东省政府采购网, or the login page at once where a portal begins with it."""
    drift = _store(request).drift
    if drift.way_of("provincial", "entrance") == "straight":
        return _login(request, {})
    return page("home.html", columns=COLUMNS, home=drift.home("provincial", screens.home()))


async def login_page(request: Request) -> Response:
    """Draw the login page."""
    return _login(request, {})


async def login(request: Request) -> Response:
    """Check identity, account, password and 行政区划; let in, or say why not."""
    form = _store(request).drift.undo(await form_of(request))

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
    try:
        session = let_in(_store(request), form)
    except LoginRefused as refusal:
        return _login(request, form, str(refusal))
    except Expired:
        return page("expired.html", user=form["user"].strip())
    return keep(RedirectResponse("/sdgp/main.jsp", 303), session)


def keep(answer: Response, session: Session) -> Response:
    """Give the browser its session cookie."""
    answer.set_cookie(COOKIE, session.token, path="/sdgp", httponly=True)
    return answer


def _login(request: Request, form: dict[str, str], words: str = "") -> Response:
    store = _store(request)
    bent = store.drift.form("provincial", "login", screens.login(store)) if store.drift.seed is not None else None
    captcha = store.faults.take("captcha", form.get("user"), portal="provincial") is not None
    return page(
        "login.html",
        roles=ROLES,
        regions=REGIONS,
        form=form,
        words=words,
        captcha=captcha,
        bent=bent,
        title=bent["title"] if bent else "用户登录",
    )


def _store(request: Request) -> Store:
    return cast("Store", request.app.state.store)
