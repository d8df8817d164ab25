"""Every page and request of the mall: whoever is armed to spoil it plays here, and the back office wants a session."""

from collections.abc import Awaitable, Callable
from functools import partial, wraps

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sandbox.answers import BAD_REQUEST, OVER, reply
from sandbox.lost import broken
from sandbox.mall.access import in_our_words, store_of, user_of
from sandbox.mall.views import render
from sandbox.store.logins import Session
from sandbox.weather import perform, visitor, words_at_the_gate

LOGIN = "/wssc/liaocheng/portal/login.html"
SITE = "liaocheng"
Endpoint = Callable[[Request], Awaitable[Response]]
Inner = Callable[[Request, Session], Awaitable[Response]]


def public(on: str) -> Callable[[Endpoint], Endpoint]:
    """Let the faults that name the operation `on` play around an endpoint."""

    def around(endpoint: Endpoint) -> Endpoint:
        @wraps(endpoint)
        async def played(request: Request) -> Response:
            return await perform(request, "mall", on, user_of(request), partial(endpoint, request))

        return played

    return around


def page(inner: Inner) -> Endpoint:
    """Guard an HTML page: a stranger is sent to the login page, a session that is over is told so first."""

    async def guarded(request: Request) -> Response:
        session = visitor(request, "mall")
        words = words_at_the_gate(store_of(request), "mall", session, "page")
        if session is None:
            return RedirectResponse(LOGIN)
        if words:
            return render(request, "backend/gone.html", words=in_our_words(words), login=LOGIN)
        return await perform(request, "mall", "page", session.account.user, partial(inner, request, session))

    return guarded


def xhr(on: str) -> Callable[[Inner], Endpoint]:
    """Guard a request of the pages' scripts: it bears the site's code and a session."""

    def around(inner: Inner) -> Endpoint:
        async def guarded(request: Request) -> Response:
            if request.headers.get("siteCode") != SITE:
                return reply(BAD_REQUEST, "站点参数错误")
            session = visitor(request, "mall")
            words = words_at_the_gate(store_of(request), "mall", session, on)
            if session is None or words:
                return reply(OVER, in_our_words(words))
            account = session.account.user
            return broken(await perform(request, "mall", on, account, partial(inner, request, session)))

        return guarded

    return around
