"""The galleries' addresses, and the little server that their lazy lists ask: /gallery/<toolkit>/form.html and so on."""

import asyncio
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from sandbox.store import items
from sandbox.store.fields import AGENCIES, OFFICES

HERE = Path(__file__).parent
DELAY_SECONDS = 0.15  # a list that comes later than the page that asked for it
COUNTIES = {
    "聊城市": ("东昌府区", "茌平区", "临清市", "阳谷县", "莘县", "东阿县", "冠县", "高唐县"),
    "德州市": ("德城区", "陵城区", "临邑县", "平原县"),
}
PLANS = 35


async def offices(_request: Request) -> Response:
    """What 业务科室 offers, a moment later."""
    return await _later(list(OFFICES.values()))


async def agencies(request: Request) -> Response:
    """The agencies whose names hold `words`."""
    words = request.query_params.get("words", "").strip()
    return await _later([agency for agency in AGENCIES if words in agency])


async def counties(request: Request) -> Response:
    """The counties of `city`."""
    return await _later(list(COUNTIES.get(request.query_params.get("city", ""), ())))


async def children(request: Request) -> Response:
    """The nodes right under a branch of the tree of items: code, name, leaf."""
    parent = request.query_params.get("parent", "")
    branches = [{"code": one.code, "name": one.name, "leaf": False} for one in items.branches(parent)]
    leaves = [{"code": one.code, "name": one.name, "leaf": True} for one in items.leaves(parent)]
    return await _later(branches + leaves)


async def plans(request: Request) -> Response:
    """One page of invented plans: rows, total, pages, and the sums of the page and of all. Amounts in 万元."""
    name = request.query_params.get("name", "").strip()
    page, size = int(request.query_params.get("page", 1)), int(request.query_params.get("size", 10))
    rows = [_plan(number) for number in range(1, PLANS + 1)]
    found = [row for row in rows if name in row["name"]]
    shown = found[(page - 1) * size : page * size]
    return await _later({
        "rows": shown, "total": len(found), "pages": max(1, -(-len(found) // size)), "page": page,
        "pageSum": _sum(shown), "allSum": _sum(found),
    })  # fmt: skip


def _plan(number: int) -> dict[str, str]:
    methods = ("网上超市", "定点采购", "批量集中采购")
    return {
        "number": f"3714246120012020{number:04d}", "name": f"办公设备采购项目{number}", "version": "1",
        "unit": "612001_临邑县临南镇人民政府", "amount": f"{number}.500000", "office": "011_工业贸易科",
        "agency": "德州市政府采购中心", "method": methods[number % 3], "organisation": "",
        "date": f"2020-09-{number % 28 + 1:02d}",
        "status": "未提交" if number % 2 else "已提交",
    }  # fmt: skip


def _sum(rows: list[dict[str, str]]) -> str:
    return f"{sum(float(row['amount']) for row in rows):.6f}"


async def _later(answer: object) -> Response:
    await asyncio.sleep(DELAY_SECONDS)
    return JSONResponse(answer)


routes: list[BaseRoute] = [
    Route("/gallery/api/offices", offices),
    Route("/gallery/api/agencies", agencies),
    Route("/gallery/api/counties", counties),
    Route("/gallery/api/items", children),
    Route("/gallery/api/plans", plans),
    Mount("/gallery", StaticFiles(directory=HERE, html=True)),
]
