"""One ASGI app: the provincial portal under /sdgp/, the mall under /wssc/, the skins, the galleries, the control API.

`request.app.state.store` is the Store. Each part exports `routes` with full paths.
"""

from starlette.applications import Starlette
from starlette.types import ASGIApp

from sandbox import control
from sandbox.gallery import routes as gallery
from sandbox.mall import routes as mall
from sandbox.provincial import routes as provincial
from sandbox.skins import routes as skins
from sandbox.skins.dress import Dress
from sandbox.store import Store
from sandbox.weather import Weather


def create_app(store: Store) -> ASGIApp:
    """Put both portals on one store."""
    app = Starlette(routes=[*control.routes, *provincial.routes, *mall.routes, *skins.routes, *gallery.routes])
    app.state.store = store
    return Weather(Dress(app, store), store)
