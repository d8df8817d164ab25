"""The mall's pages out of Jinja templates."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.templating import Jinja2Templates

from sandbox.mall.access import store_of, user_of

HERE = Path(__file__).parent
_templates = Jinja2Templates(HERE / "templates")
_templates.env.trim_blocks = _templates.env.lstrip_blocks = True


def render(request: Request, template: str, **context: object) -> HTMLResponse:
    """Draw a page; an armed notice covers it."""
    context["notice"] = notice(request)
    return _templates.TemplateResponse(request, template, context)


def notice(request: Request) -> str:
    """Give the words of a notice that covers this page, if one is armed."""
    fault = store_of(request).faults.take("notice", user_of(request), portal="mall")
    return fault.text("text", "系统将于今晚22:00进行升级维护，请提前做好数据保存工作。") if fault else ""


def fragment(request: Request, template: str, **context: object) -> HTMLResponse:
    """Draw a piece of a page for a script to insert."""
    return _templates.TemplateResponse(request, template, context)
