"""A buyer's handler who talks to the mall over HTTP, as its scripts do."""

import json
from http.client import HTTPMessage
from http.cookiejar import CookieJar
from typing import IO, Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

from sandbox.server import RunningSandbox
from sandbox.store.people import PASSWORD

USER = "371500301001002"
GOOD = {
    "name": "教室办公桌采购项目", "year": "2026", "method": "网上超市", "itemCode": "A05010201", "quantity": "12",
    "measure": "张", "price": "1280.55", "amount": "15366.60", "needDate": "2026-12-18", "contact": "于红梅",
    "phone": "0635-8210001", "remark": "送货到三楼，\n不要周末",
}  # fmt: skip


class _Stay(HTTPRedirectHandler):
    """Redirects are looked at, not followed."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


class Buyer:
    """One browser's worth of cookies."""

    def __init__(self, sandbox: RunningSandbox) -> None:
        self.base = sandbox.url.rstrip("/")
        self.cookies = CookieJar()
        self._open = build_opener(HTTPCookieProcessor(self.cookies), _Stay)

    def send(self, path: str, data: dict[str, str] | None = None, *, site: str = "liaocheng") -> str:
        """Raises HTTPError for anything but 200, IncompleteRead when the reply breaks off."""
        body = None if data is None else json.dumps(data).encode()
        request = Request(self.base + path, body, {"siteCode": site})  # noqa: S310  loopback
        with self._open.open(request, timeout=10) as answer:
            return str(answer.read().decode())

    def ask(self, path: str, **query: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.send(f"/wssc/api/{path}?{urlencode(query)}"))
        return answer

    def post(self, path: str, **data: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.send(f"/wssc/api/{path}", data))
        return answer

    def login(self, user: str = USER, password: str = PASSWORD, **more: str) -> dict[str, Any]:
        form = {"region": user[:6], "username": user, "password": password}
        return self.post("login", **form | more)

    def create(self, **changes: str) -> dict[str, Any]:
        return self.post("planSheet/save", **GOOD | changes)
