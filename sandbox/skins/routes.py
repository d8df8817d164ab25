"""Where the files of the skins are: /skins/<skin>/…, /skins/shared/…, and the toolkits under /packages/."""

from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from sandbox.skins.wardrobe import HERE, PACKAGES

AN_HOUR, ASK_FIRST = "max-age=3600", "no-cache"


class Files(StaticFiles):
    """Files with a word for the browser's cache: a toolkit does not change, a skin under the hand does."""

    def __init__(self, directory: object, caching: str) -> None:
        super().__init__(directory=str(directory), check_dir=False)
        self._caching = caching

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Serve a file."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = self._caching
        return response


routes: list[BaseRoute] = [
    Mount("/packages", Files(PACKAGES, AN_HOUR)),
    Mount("/skins", Files(HERE, ASK_FIRST)),
]
