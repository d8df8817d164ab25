"""The mall's pages, in the order in which a clerk meets them (manual, part two)."""

from collections import Counter

from starlette.requests import Request
from starlette.responses import Response

from sandbox.mall import guard, screens, showcase
from sandbox.mall.access import buyer, store_of
from sandbox.mall.bent import bent_list
from sandbox.mall.menu import MENU, STATUSES
from sandbox.mall.views import render
from sandbox.store.database import Row
from sandbox.store.logins import Session
from sandbox.store.people import REGIONS, Account
from sandbox.store.sheets import BUYING, FINISHED, PUSHED, WAITING


@guard.public("page")
async def home(request: Request) -> Response:
    """Show the front page; after the login it welcomes the buyer and leads to 后台管理."""
    session, drift = buyer(request), store_of(request).drift
    user = user_words(session.account) if session else None
    if not user and drift.way_of("mall", "entrance") == "straight":
        return _login(request)
    return render(
        request, "index.html", user=user, home=drift.home("mall", screens.home()), classes=showcase.CLASSES,
        floors=showcase.FLOORS, bulletins=showcase.BULLETINS,
    )  # fmt: skip


@guard.public("page")
async def login(request: Request) -> Response:
    """Ask for 地区, 用户名, 密码, and on a bad day 验证码."""
    return _login(request)


def _login(request: Request) -> Response:
    store = store_of(request)
    bent = store.drift.form("mall", "login", screens.login(store)) if store.drift.seed is not None else None
    captcha = bool(store.faults.look("captcha", portal="mall"))
    return render(request, "login.html", regions=list(REGIONS.items()), captcha=captcha, bent=bent)


@guard.page
async def shell(request: Request, session: Session) -> Response:
    """Show 后台管理: the menu and the work area."""
    menu = store_of(request).drift.menu("mall", [
        {"title": title, "icon": icon, "children": [{"title": entry, "address": url, "children": []}
                                                    for entry, url in entries]}
        for title, icon, entries in MENU
    ])  # fmt: skip
    return render(request, "backend/shell.html", user=user_words(session.account), menu=menu,
                  look=store_of(request).drift.way_of("mall", "menu"),
                  work=store_of(request).drift.way_of("mall", "work"))  # fmt: skip


@guard.page
async def welcome(request: Request, session: Session) -> Response:
    """Fill the work area with a welcome."""
    sheets = store_of(request).sheets.of_unit(session.account.unit.code)
    return render(request, "backend/welcome.html", user=user_words(session.account), tiles=tiles(sheets))


def tiles(sheets: list[Row]) -> list[tuple[str, int, str]]:
    """Count sheets by what they wait for."""
    count = Counter(sheet["status"] for sheet in sheets)
    pushed = sum(sheet["source"] == PUSHED for sheet in sheets)
    return [("待采购计划单", count[WAITING], "red"), ("采购中计划单", count[BUYING], "orange"),
            ("已完成计划单", count[FINISHED], "green"), ("省平台推送", pushed, "blue")]  # fmt: skip


@guard.page
async def plan_sheets(request: Request, _session: Session) -> Response:
    """Show 平台管理 › 计划单管理; its script fetches the rows."""
    store = store_of(request)
    if store.drift.seed is not None:
        return render(request, "backend/bent_sheets.html", screen=bent_list(store, screens.sheets()))
    return render(request, "backend/plan_sheets.html", statuses=STATUSES)


@guard.page
async def blank(request: Request, _session: Session) -> Response:
    """Show what stands behind the other entries of the menu: nothing."""
    return render(request, "backend/blank.html", title=request.query_params.get("title", ""))


def user_words(account: Account) -> dict[str, str]:
    """Tell who is logged in."""
    return {"unit": account.unit.name, "name": account.user, "region": REGIONS[account.unit.region]}
