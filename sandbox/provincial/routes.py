"""The portal's addresses."""

from pathlib import Path

from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from sandbox.provincial import api, details, plans, public, shell

_READ = ["GET", "POST"]  # lists are asked for by form posts

routes: list[BaseRoute] = [
    Route("/sdgp/", public.home),
    Route("/sdgp/site/login.jsp", public.login_page),
    Route("/sdgp/login.do", public.login, methods=["POST"]),
    Route("/sdgp/logout.do", public.logout),
    Route("/sdgp/main.jsp", shell.frames),
    Route("/sdgp/banner.jsp", shell.banner),
    Route("/sdgp/menu.jsp", shell.menu),
    Route("/sdgp/welcome.jsp", shell.welcome),
    Route("/sdgp/building.jsp", shell.building),
    Route("/sdgp/plan/list.do", plans.plan_list, methods=_READ),
    Route("/sdgp/plan/form.do", plans.plan_form),
    Route("/sdgp/plan/save.do", plans.save_plan, methods=["POST"]),
    Route("/sdgp/plan/delete.do", plans.delete_plan, methods=["POST"]),
    Route("/sdgp/plan/submit.do", plans.submit_plan, methods=["POST"]),
    Route("/sdgp/plan/log.do", plans.plan_log),
    Route("/sdgp/detail/list.do", details.detail_list, methods=_READ),
    Route("/sdgp/detail/form.do", details.detail_form),
    Route("/sdgp/detail/save.do", details.save_detail, methods=["POST"]),
    Route("/sdgp/detail/delete.do", details.delete_detail, methods=["POST"]),
    Route("/sdgp/item/picker.do", details.picker, methods=_READ),
    Route("/sdgp/item/children.do", details.children),
    *api.routes,
    Mount("/sdgp/static", StaticFiles(directory=Path(__file__).with_name("static"))),
]
