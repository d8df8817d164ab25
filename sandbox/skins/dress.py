"""The running sandbox wears one skin: its pages stand at the addresses where the portals' own pages would.

Only documents are replaced: what their scripts ask for stands at the same addresses in every skin.
"""

from pathlib import Path

from starlette.responses import FileResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from sandbox.skins.wardrobe import HERE, NATIVE
from sandbox.store import Store

PAGES = {
    "/sdgp/": "provincial/home.html",
    "/sdgp/site/login.jsp": "provincial/login.html",
    "/sdgp/main.jsp": "provincial/main.html",
    "/wssc/liaocheng/index.html": "mall/home.html",
    "/wssc/liaocheng/portal/login.html": "mall/login.html",
    "/wssc/backend/": "mall/main.html",
}
FOLDERS = {"/sdgp/pages/": "provincial/pages", "/wssc/backend/pages/": "mall/pages"}  # for skins that work in frames
NO_CACHE = {"Cache-Control": "no-cache"}


class Dress:
    """Serves the skin's page where there is one, and lets everything else through."""

    def __init__(self, app: ASGIApp, store: Store) -> None:
        self._app, self._store = app, store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at the address only: a page knows by itself who is logged in."""
        app = self._app
        if scope["type"] == "http" and self._store.skin != NATIVE and scope["method"] == "GET":
            page = page_of(self._store.skin, scope["path"])
            if page:
                app = FileResponse(page, headers=NO_CACHE)
        await app(scope, receive, send)


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
