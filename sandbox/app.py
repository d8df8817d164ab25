"""One ASGI app: the provincial portal under /sdgp/, the mall under /wssc/, and the control API that no page links to.

`request.app.state.store` is the Store. Each part exports `routes` with full paths.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from starlette.applications import Starlette

from sandbox.store import Store
from sandbox.weather import Weather

if TYPE_CHECKING:
    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp


def create_app(store: Store) -> "ASGIApp":
    """Put both portals on one store."""
    routes: list[BaseRoute] = []
    for part in ("sandbox.control", "sandbox.provincial.routes", "sandbox.mall.routes"):
        try:
            routes += import_module(part).routes
        except ModuleNotFoundError as missing:
            if missing.name not in {part, part.rpartition(".")[0]}:
                raise
    app = Starlette(routes=routes)
    app.state.store = store
    return Weather(app, store)
