"""JSON in and out, the same for the scripts of both portals: {code, msg, …} in UTF-8."""

import json
from typing import cast

from starlette.requests import Request
from starlette.responses import JSONResponse

from sandbox.store import Store

FINE, REFUSED, QUESTION, BAD_REQUEST, OVER = 0, 1, 302, 400, 401


def reply(code: int = FINE, msg: str = "操作成功", **more: object) -> JSONResponse:
    """Wrap a JSON answer: code 0 is well, 401 a session that is over, 302 a question, else a refusal."""
    return JSONResponse({"code": code, "msg": msg, **more}, headers={"Cache-Control": "no-store"})


async def data_of(request: Request) -> dict[str, str]:
    """Read what a script sends: the query of a GET, the JSON object of a POST; all as text, by the portal's names."""
    store = cast("Store", request.app.state.store)
    body = await request.body() if request.method == "POST" else b""
    posted = json.loads(body) if body else {}
    return store.drift.undo(dict(request.query_params) | {key: _text(value) for key, value in posted.items()})


def _text(value: object) -> str:
    """Write a value as a form would post it: a control that holds nothing posts nothing."""
    return "" if value is None else str(value)
