"""GBK in, GBK out: pages are drawn from templates and forms are read the way a Chinese JSP of its time does it."""

from itertools import count
from pathlib import Path
from urllib.parse import parse_qsl

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from sandbox.store.amounts import quantity, wan
from sandbox.store.fields import office_title
from sandbox.store.people import unit_title

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
_STAMPS = count(1)
_TEMPLATES.globals["stamp"] = lambda: next(_STAMPS)  # no two forms post the same bytes
_TEMPLATES.filters.update(wan=wan, quantity=quantity, office=office_title, unit=unit_title)


def page(template: str, **values: object) -> Response:
    """Draw a page; what GBK does not know becomes a character reference."""
    text = _TEMPLATES.get_template(template).render(**values)
    return Response(
        text.encode("gbk", "xmlcharrefreplace"),
        media_type="text/html;charset=GBK",
        headers={"Cache-Control": "no-cache"},
    )


def reply(words: str, then: str) -> Response:
    """Answer with nothing but a script: alert these words, then do `close`, or go to an address."""
    return page("reply.html", words=words, then=then)


async def form_of(request: Request) -> dict[str, str]:
    """Read what was posted (or asked for in the address), as GBK."""
    query = dict(_pairs(request.url.query))
    if request.method == "POST":
        query |= _pairs((await request.body()).decode("ascii", "replace"))
    return query


def _pairs(text: str) -> list[tuple[str, str]]:
    return parse_qsl(text, keep_blank_values=True, encoding="gb18030", errors="replace")
