"""Who is asking: the session behind the cookie, and what the mall says when it is over."""

from typing import cast

from starlette.requests import Request
from starlette.responses import Response

from sandbox.store import Store
from sandbox.store.logins import OVER, Session
from sandbox.weather import COOKIES, visitor

COOKIE = COOKIES["mall"]
TIMED_OUT = "登录超时，请重新登录"


def store_of(request: Request) -> Store:
    """Find the sandbox's memory."""
    return cast("Store", request.app.state.store)


def buyer(request: Request) -> Session | None:
    """Find the session of this browser, if it lives."""
    session = visitor(request, "mall")
    return session if session and not session.over else None


def user_of(request: Request) -> str | None:
    """Name the account that is logged in, for faults that concern one account."""
    session = buyer(request)
    return session.account.user if session else None


def in_our_words(words: str) -> str:
    """Say it the mall's way."""
    return TIMED_OUT if words == OVER else words


def keep(response: Response, session: Session) -> None:
    """Give the browser its session cookie."""
    response.set_cookie(COOKIE, session.token, path="/wssc", httponly=True, samesite="lax")
