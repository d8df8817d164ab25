"""How the armed faults play, for both portals: slow and down for every request, the rest around an operation.

    http500     an error page (`status`: 500, 502, 504), `when` before or after the work is done
    reset       the connection is cut before anything is done; lost_reply: after it is done
    hang        no answer for so many `seconds`, then the connection is cut; `when` before or after the work is done
    slow_write  the work takes so many seconds, and is answered well
    late        an error page at once, and the work is done so many seconds later all the same
    twice       what was sent is done twice, as after a double click on a portal that does not guard against it
    stale       lists (of plans, details, 计划单) and logs as they were so many seconds ago (see `seen_until`)

A portal wraps what it does in `perform(request, portal, on, account, act)`, where `on` names the operation: `page` (a
list), `form`, `log`, `picker`, `frame` (the shell around the work), `login`, `save`, `detail`, `submit`, `delete`,
`confirm`. Words of a session that is over come from `words_at_the_gate`.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from http.cookies import SimpleCookie
from typing import cast

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox.store import Store
from sandbox.store.faults import Fault, Faults
from sandbox.store.logins import KICKED, OVER, Portal, Session

COOKIES: dict[Portal, str] = {"provincial": "JSESSIONID", "mall": "SPEPLUSJSESSIONID"}
PREFIXES: dict[str, Portal] = {"/sdgp/": "provincial", "/wssc/": "mall"}
RESEND_SECONDS = 2.0
WRITES = frozenset({"save", "detail", "submit", "delete", "confirm"})
PROXY_ERRORS = {
    502: "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><hr></body></html>",
    504: "<html><head><title>504 Gateway Time-out</title></head><body><h1>504 Gateway Time-out</h1><hr></body></html>",
}
Take = Callable[..., Fault | None]
_UNDER_WAY: set[asyncio.Task[None]] = set()

_ERROR = """<html><head><title>Apache Tomcat/7.0.57 - Error report</title>
<style>h1{font:bold 22px Tahoma;color:#fff;background:#525d76}body{font:12px Tahoma}</style></head>
<body><h1>HTTP Status 500 - Internal Server Error</h1><hr size="1">
<p><b>type</b> Exception report</p><p><b>message</b> <u>Internal Server Error</u></p>
<p><b>description</b>
<u>The server encountered an internal error that prevented it from fulfilling this request.</u></p>
<pre>java.lang.NullPointerException
    at com.gpms.web.action.BaseAction.execute(BaseAction.java:217)</pre>
<hr size="1"><h3>Apache Tomcat/7.0.57</h3></body></html>"""
_DOWN = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>系统维护</title></head>
<body style="font:14px SimSun;text-align:center;padding-top:120px"><h2>系统维护中</h2>
<p>系统正在升级维护，请稍后再访问。给您带来的不便敬请谅解。</p></body></html>"""


def visitor(request: Request, portal: Portal) -> Session | None:
    """Find who sends this request; the session may be over."""
    store = cast("Store", request.app.state.store)
    return store.logins.find(portal, request.cookies.get(COOKIES[portal]))


def words_at_the_gate(store: Store, portal: Portal, session: Session | None, on: str) -> str:
    """Say why nobody may pass, or nothing."""
    if session is None:
        return OVER
    if session.over:
        return session.over
    limits = store.faults.look("session_limit", session.account.user, portal=portal)
    if limits and store.logins.count(session.token) > int(limits[0].text("requests", "50")):
        store.faults.spend(limits[0], session.account.user)
        store.logins.end(session.token, OVER)
        return OVER
    for kind, words in (("session_over", OVER), ("kicked", KICKED)):
        if store.faults.take(kind, session.account.user, on=on, portal=portal):
            store.logins.end(session.token, words)
            return words
    return ""


def alone(store: Store, portal: Portal, user: str) -> bool:
    """Whether a login ends the account's other sessions; played when there are any."""
    faults = store.faults.look("single_session", user, portal=portal)
    if faults and store.logins.is_inside(portal, user):
        store.faults.spend(faults[0], user)
    return bool(faults)


async def perform(
    request: Request, portal: Portal, on: str, account: str | None, act: Callable[[], Awaitable[Response]]
) -> Response:
    """Do what was asked, unless or until a fault plays: an HTTP 500, a write that comes late, a lost reply."""
    faults = cast("Store", request.app.state.store).faults

    def take(kind: str, **more: str) -> Fault | None:
        return faults.take(kind, account, on=on, portal=portal, **more)

    if instead := await _before(request, take):
        return instead
    if on in WRITES:
        if fault := take("late"):
            _do_later(act, fault.seconds(5))
            return error_page(fault)
        if fault := take("slow_write"):
            await asyncio.sleep(fault.seconds(2))
        if take("twice"):
            await act()
    response = await act()
    return await _after(request, take) or response


async def _before(request: Request, take: Take) -> Response | None:
    """Answer before anything is done, or not at all."""
    if fault := take("http500", when="before"):
        return error_page(fault)
    if _is_resent(request, await request.body()) or take("reset"):
        return CutReply()
    if fault := take("hang", when="before"):
        return await _hang(fault)
    return None


async def _after(request: Request, take: Take) -> Response | None:
    """Answer something else, or nothing, once it is done."""
    if fault := take("http500", when="after"):
        return error_page(fault)
    if fault := take("hang", when="after"):
        return await _hang(fault)
    if fault := take("lost_reply"):
        if fault.text("resend") != "play":
            _cuts(request)[_identity(request, await request.body())] = time.monotonic()
        return CutReply()
    return None


async def _hang(fault: Fault) -> Response:
    await asyncio.sleep(fault.seconds(30))
    return CutReply()


def seen_until(faults: Faults, portal: Portal, account: str, on: str) -> str:
    """Give the moment up to which a stale list or log shows what was written; empty when it shows everything."""
    fault = faults.take("stale", account, on=on, portal=portal)
    if fault is None:
        return ""
    return (datetime.now() - timedelta(seconds=fault.seconds(3))).strftime("%Y-%m-%d %H:%M:%S")  # noqa: DTZ005  local


def _do_later(act: Callable[[], Awaitable[Response]], seconds: float) -> None:
    """The container gives up and says 500; the thread behind it goes on and writes all the same."""

    async def write() -> None:
        await asyncio.sleep(seconds)
        await act()

    task = asyncio.create_task(write())
    _UNDER_WAY.add(task)  # the loop itself would let go of it
    task.add_done_callback(_UNDER_WAY.discard)


def error_page(fault: Fault) -> Response:
    """Draw what a servlet container shows when an action fails, or the proxy before it."""
    status = int(fault.text("status", "500"))
    return HTMLResponse(PROXY_ERRORS.get(status, _ERROR), status_code=status)


def _identity(request: Request, body: bytes) -> tuple[object, ...]:
    return request.method, request.url.path, request.headers.get("cookie"), body


def _is_resent(request: Request, body: bytes) -> bool:
    """Know a request that a browser sends again by itself after a cut.

    Chromium does so, even with a POST, until the cut hits a connection that was never used before. So that a lost reply
    is one save and not two, these are cut as well; a fault armed with `"resend": "play"` lets them save again.
    """
    return time.monotonic() - _cuts(request).get(_identity(request, body), -RESEND_SECONDS) < RESEND_SECONDS


def _cuts(request: Request) -> dict[tuple[object, ...], float]:
    state = request.app.state
    if not hasattr(state, "cuts"):
        state.cuts = {}
    return cast("dict[tuple[object, ...], float]", state.cuts)


class CutReply(Response):
    """No reply at all: the connection is cut."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002  nothing is sent
        """Cut, and wait until the server has seen it."""
        scope["sandbox.cut"]()
        while (await receive())["type"] != "http.disconnect":
            continue


class Weather:
    """Outermost: lets requests wait, answers 503 while a portal is down, and knows how to cut a connection."""

    def __init__(self, app: ASGIApp, store: Store) -> None:
        self._app, self._store = app, store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Play `slow` and `down`, then let the app answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        cycle = getattr(send, "__self__", None)  # uvicorn's: the only way to its transport
        scope["sandbox.cut"] = cycle.transport.abort if cycle else None
        app = self._app
        portal = next((portal for prefix, portal in PREFIXES.items() if scope["path"].startswith(prefix)), None)
        if portal:
            self._store.visits[scope["path"]] += 1
        if portal and self._store.faults.armed():
            account = self._account(scope, portal)
            for fault in self._store.faults.look("slow", account, portal=portal):
                if fault.text("path_contains") in scope["path"]:
                    self._store.faults.spend(fault, account)
                    await asyncio.sleep(fault.seconds(1))
            if self._store.faults.take("down", account, portal=portal):
                app = HTMLResponse(_DOWN, status_code=503, headers={"Retry-After": "600"})
        with suppress(ClientDisconnect):  # whoever asked is gone: killed, as like as not
            await app(scope, receive, send)

    def _account(self, scope: Scope, portal: Portal) -> str | None:
        cookie = SimpleCookie(Headers(scope=scope).get("cookie", "")).get(COOKIES[portal])
        session = self._store.logins.find(portal, cookie.value) if cookie else None
        return session.account.user if session else None
