"""The running sandbox wears one skin: its pages stand at the addresses where the portals' own pages would.

Only documents are replaced: what their scripts ask for stands at the same addresses in every skin.
"""

from pathlib import Path

from starlette.requests import HTTPConnection
from starlette.responses import FileResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox.skins.wardrobe import HERE, NATIVE
from sandbox.store import Store
from sandbox.store.logins import Portal
from sandbox.weather import COOKIES

PAGES = {
    "/sdgp/": "provincial/home.html",
    "/sdgp/site/login.jsp": "provincial/login.html",
    "/sdgp/main.jsp": "provincial/main.html",
    "/wssc/liaocheng/index.html": "mall/home.html",
    "/wssc/liaocheng/portal/login.html": "mall/login.html",
    "/wssc/backend/": "mall/main.html",
}
FOLDERS = {"/sdgp/pages/": "provincial/pages", "/wssc/backend/pages/": "mall/pages"}  # for skins that work in frames
BEGINNINGS: dict[str, tuple[Portal, str]] = {  # a front page → whose, and the login that may stand there instead
    "/sdgp/": ("provincial", "/sdgp/site/login.jsp"),
    "/wssc/liaocheng/index.html": ("mall", "/wssc/liaocheng/portal/login.html"),
}
NO_CACHE = {"Cache-Control": "no-cache"}


class Dress:
    """Serves the skin's page where there is one, and lets everything else through."""

    def __init__(self, app: ASGIApp, store: Store) -> None:
        self._app, self._store = app, store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at the address only: a page knows by itself who is logged in."""
        app = self._app
        if scope["type"] == "http" and self._store.skin != NATIVE and scope["method"] == "GET":
            page = page_of(self._store.skin, self._really(scope))
            if page:
                app = FileResponse(page, headers=NO_CACHE)
        await app(scope, receive, send)

    def _really(self, scope: Scope) -> str:
        """Some portals begin with the login, where others have a front page; the mall's is for who is logged in."""
        portal, login = BEGINNINGS.get(scope["path"], ("provincial", ""))
        if not login or self._store.drift.way_of(portal, "entrance") != "straight":
            return str(scope["path"])
        token = HTTPConnection(scope).cookies.get(COOKIES[portal], "")
        session = self._store.logins.find(portal, token)
        return str(scope["path"]) if portal == "mall" and session and not session.over else login


def page_of(skin: str, address: str) -> Path | None:
    """Find the skin's file behind an address of the portals."""
    folder = HERE / skin
    if address in PAGES:
        return folder / PAGES[address]
    for prefix, below in FOLDERS.items():
        name = address.removeprefix(prefix)
        if name != address and "/" not in name and (folder / below / name).is_file():
            return folder / below / name
    return None
