"""The control API: what tests and rehearsals see of the store, the reviewers' hands, the faults. No page links here.

GET  /_control/health                              {"ok": true}
POST /_control/reset                               the first day again
GET  /_control/plans?number=&account=&unit=        every plan; `fields`, `detail`, `log` by the portal's labels
GET  /_control/sheets?number=&account=&unit=       every 计划单 likewise; amounts are text in 元 everywhere
POST /_control/review    {"number", "office": "资金科室"|"采购办", "decision": "approve"|"return", "opinion"}
                         "push": false records only; "office": "网上商城" pushes it to the mall later
GET / POST / DELETE /_control/faults               {"kind", …, "times": n, "account": user}; see `sandbox.store.faults`
GET / POST /_control/weather                       {"seed", "rates", "params"}: chance; see `sandbox.store.forecast`
GET  /_control/played?since=n                      every fault that was met, in order, from the nth on
GET / DELETE /_control/visits                      how often each path was asked for since DELETE
POST /_control/grow      {"accounts": n}           so many more units with an account: [{"user", "region", "unit"}]
POST /_control/byhand                              a clerk works by hand; see `sandbox.byhand`
GET / POST /_control/drift                         {"seed": 7, "ways": {"region": "tree"}} or {"seed": null}; see
                                                   `sandbox.drift.grammar`; without ways the seed draws them all
GET / POST /_control/skin                          {"skin": "element"}: what both portals wear; see `sandbox.skins`
"""

import json
from collections.abc import Mapping
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from sandbox import byhand
from sandbox.drift import Drift
from sandbox.skins import wardrobe
from sandbox.store import Store, people
from sandbox.store.amounts import quantity, yuan
from sandbox.store.database import Row
from sandbox.store.fields import DETAIL_FIELDS, PLAN_FIELDS, SHEET_FIELDS, Field
from sandbox.store.forecast import Forecast
from sandbox.store.logins import Portal
from sandbox.store.people import unit_title
from sandbox.store.reviews import BUREAU, MALL, OFFICE, NotTheirTurn
from sandbox.store.still import Still

PORTALS: tuple[Portal, ...] = ("provincial", "mall")
LOG_HEADERS = {"step": "操作环节", "who": "操作人", "result": "操作结果", "at": "操作时间", "opinion": "审核意见"}
_META = ("number", "account", "handler", "region", "unit", "status", "created_at")


async def health(_request: Request) -> JSONResponse:
    """Answer."""
    return JSONResponse({"ok": True})


async def reset(request: Request) -> JSONResponse:
    """Go back to the first day."""
    _store(request).reset()
    return JSONResponse({"ok": True})


async def plans(request: Request) -> JSONResponse:
    """List plans with everything that belongs to them."""
    store = _store(request)
    wanted = _wanted(request, store.plans.every())
    return JSONResponse([_plan(store, plan) for plan in wanted])


async def sheets(request: Request) -> JSONResponse:
    """List 计划单."""
    return JSONResponse([
        {
            **_meta(sheet), "source": sheet["source"], "plan_number": sheet["plan_number"],
            "fields": _labelled(SHEET_FIELDS, sheet) | {"预算品目": f"{sheet['item_code']} {sheet['item_name']}"},
        }
        for sheet in _wanted(request, _store(request).sheets.every())
    ])  # fmt: skip


async def review(request: Request) -> JSONResponse:
    """Play a reviewer."""
    asked = await request.json()
    decision, office = asked.get("decision"), asked.get("office")
    if office not in {OFFICE, BUREAU, MALL} or decision not in (
        {"approve"} if office == MALL else {"approve", "return"}
    ):
        return JSONResponse({"error": f"office is {OFFICE}, {BUREAU} or {MALL}, decision approve or return"}, 400)
    reviews = _store(request).reviews
    try:
        if office == MALL:
            plan = reviews.push(asked["number"])
        else:
            plan = reviews.decide(
                asked["number"], office, approve=decision == "approve", opinion=asked.get("opinion", ""),
                push=asked.get("push", True),
            )  # fmt: skip
    except NotTheirTurn as error:
        return JSONResponse({"error": str(error)}, 409)
    return JSONResponse(_plan(_store(request), plan))


async def faults(request: Request) -> JSONResponse:
    """Arm a fault, list them, or clear them all."""
    armed = _store(request).faults
    if request.method == "DELETE":
        armed.clear()
    elif request.method == "POST":
        asked = await request.json()
        try:
            armed.arm(**asked)
        except (TypeError, ValueError) as error:
            return JSONResponse({"error": f"no such fault: {error}"}, 400)
    return JSONResponse(
        [{"kind": fault.kind, "left": fault.left, "account": fault.account, **fault.params} for fault in armed.armed()]
    )


async def weather(request: Request) -> JSONResponse:
    """Leave faults to chance (no rates: none), or tell what the weather is like."""
    faults = _store(request).faults
    if request.method == "POST":
        asked = await request.json()
        try:
            faults.forecast = Forecast(int(asked.get("seed", 0)), asked.get("rates"), asked.get("params"))
        except ValueError as error:
            return JSONResponse({"error": f"not left to chance: {error}"}, 400)
    return JSONResponse({"seed": faults.forecast.seed, "rates": faults.forecast.rates})


async def played(request: Request) -> JSONResponse:
    """Tell what was met of the weather."""
    return JSONResponse(_store(request).faults.played[int(request.query_params.get("since", "0")) :])


async def visits(request: Request) -> JSONResponse:
    """Tell what the portals were asked for, or begin to count anew."""
    counted = _store(request).visits
    if request.method == "DELETE":
        counted.clear()
    return JSONResponse(counted)


async def grow(request: Request) -> JSONResponse:
    """Let the town grow."""
    grown = people.grow(int((await request.json())["accounts"]))
    return JSONResponse(
        [{"user": one.user, "region": one.unit.region, "unit": unit_title(one.unit.code)} for one in grown]
    )


async def by_hand(request: Request) -> JSONResponse:
    """Let a clerk work by hand."""
    try:
        number = byhand.do(_store(request), **await request.json())
    except (byhand.NotByHand, KeyError, TypeError, ValueError) as error:
        return JSONResponse({"error": f"not by hand: {error}"}, 409)
    return JSONResponse({"number": number})


async def drift(request: Request) -> JSONResponse:
    """Let the portals drift by a seed, or stand still again; tell what nobody should have touched."""
    store = _store(request)
    if request.method == "POST":
        asked = await request.json()
        try:
            store.drift = Still() if asked.get("seed") is None else Drift(int(asked["seed"]), asked.get("ways"))
        except ValueError as error:
            return JSONResponse({"error": f"no such way: {error}"}, 400)
    drifting = store.drift
    ways = {portal: drifting.shown(portal) for portal in PORTALS}
    told = {"seed": drifting.seed, "touched": drifting.touched, "pressed": drifting.pressed, "ways": ways}
    return JSONResponse(told)


async def skin(request: Request) -> JSONResponse:
    """Put another skin on, or tell which one is worn."""
    store = _store(request)
    if request.method == "POST":
        try:
            store.skin = wardrobe.checked((await request.json()).get("skin", ""))
        except wardrobe.NoSuchSkin as error:
            return JSONResponse({"error": str(error)}, 400)
    return JSONResponse({"skin": store.skin, "skins": wardrobe.skins()})


def _store(request: Request) -> Store:
    return cast("Store", request.app.state.store)


def _wanted(request: Request, rows: list[Row]) -> list[Row]:
    keys = [key for key in ("number", "account", "unit", "plan_number") if key in request.query_params]
    return [row for row in rows if all(row.get(key) == request.query_params[key] for key in keys)]


def _plan(store: Store, plan: Row) -> dict[str, Any]:
    detail = store.plans.detail(plan["id"])
    log = store.plans.log(plan["id"])
    return {
        **_meta(plan), "version": plan["version"],
        "fields": _labelled(PLAN_FIELDS, plan),
        "detail": _labelled(DETAIL_FIELDS, detail) if detail else None,
        "log": [{header: entry[column] for column, header in LOG_HEADERS.items()} for entry in log],
    }  # fmt: skip


def _meta(row: Row) -> dict[str, Any]:
    return {**{key: row[key] for key in _META}, "unit_title": unit_title(row["unit"])}


def _labelled(fields: tuple[Field, ...], row: Mapping[str, Any]) -> dict[str, str]:
    """Give the row's values under the labels' words (no units): amounts in 元, dates ISO, options as shown."""
    shown: dict[str, str] = {field.word: _text(field, row[field.column]) for field in fields}
    extra: dict[str, str] = json.loads(row.get("extra", "{}"))
    return shown | extra


def _text(field: Field, value: str | int) -> str:
    if isinstance(value, int):
        return quantity(value) if field.kind == "quantity" else yuan(value)
    return value


routes = [
    Route("/_control/health", health),
    Route("/_control/reset", reset, methods=["POST"]),
    Route("/_control/plans", plans),
    Route("/_control/sheets", sheets),
    Route("/_control/review", review, methods=["POST"]),
    Route("/_control/weather", weather, methods=["GET", "POST"]),
    Route("/_control/played", played),
    Route("/_control/visits", visits, methods=["GET", "DELETE"]),
    Route("/_control/grow", grow, methods=["POST"]),
    Route("/_control/byhand", by_hand, methods=["POST"]),
    Route("/_control/drift", drift, methods=["GET", "POST"]),
    Route("/_control/skin", skin, methods=["GET", "POST"]),
    Route("/_control/faults", faults, methods=["GET", "POST", "DELETE"]),
]
