"""Every address of the mall."""

from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from sandbox.mall import api, captcha, pages, sheet_form
from sandbox.mall.views import HERE

HOME = "/wssc/liaocheng/index.html"

routes: list[BaseRoute] = [
    Route(HOME, pages.home),
    Route("/wssc/liaocheng/portal/login.html", pages.login),
    Route("/wssc/liaocheng/", lambda _request: RedirectResponse(HOME)),
    Route("/wssc/backend/", pages.shell),
    Route("/wssc/backend/pages/welcome.html", pages.welcome),
    Route("/wssc/backend/pages/blank.html", pages.blank),
    Route("/wssc/backend/pages/planSheets.html", pages.plan_sheets),
    Route("/wssc/backend/pages/planSheetForm.html", sheet_form.form),
    Route("/wssc/api/captcha.svg", captcha.picture),
    Route("/wssc/api/screens", api.describe),
    Route("/wssc/api/guest", api.guest),
    Route("/wssc/api/me", api.me),
    Route("/wssc/api/welcome", api.welcome),
    Route("/wssc/api/press", api.pressed, methods=["POST"]),
    Route("/wssc/api/login", api.login, methods=["POST"]),
    Route("/wssc/api/logout", api.logout, methods=["POST"]),
    Route("/wssc/api/catalog/items", api.items),
    Route("/wssc/api/planSheet/list", api.plan_sheets),
    Route("/wssc/api/planSheet/form", sheet_form.described),
    Route("/wssc/api/planSheet/save", sheet_form.save, methods=["POST"]),
    Mount("/wssc/static", StaticFiles(directory=HERE / "static")),
]
