"""A tiny portal over HTTP, and one browser for all tests of this folder."""

import threading
from collections.abc import AsyncIterator, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import ClassVar

import pytest

from bots.browser.lane import Lane
from bots.browser.shared import SharedBrowser

PASSWORD = "Gehe&im#2021 密"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf500f0003860180"
    "5a347d6b0000000049454e44ae426082"
)
PAGES = {
    "/": "<title>首页</title><h1>政府采购网</h1><img src='/pixel.png'>",
    "/login": "<title>登录</title><form method=post action=/enter>"
    "<input name=user><input name=password type=password><button>登录</button></form>",
    "/form": "<title>计划</title><label>计划名称<input name=plan></label><input type=password name=pin>"
    "<button onclick=\"fetch('/save', {method: 'POST', headers: {'X-Auth-Token': 'token-of-this-session'}})\">"
    "保存</button>",
    "/popup": "<title>弹窗</title><p style='height:3000px'>明细</p>",
}


class TinyPortal(BaseHTTPRequestHandler):
    """Pages, a login that sets a session cookie, and a few ways to be broken."""

    asked: ClassVar[list[tuple[str, str]]] = []  # (path, cookie)
    numbers: ClassVar[Iterator[int]] = count(1)

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        self.asked.append((path, self.headers.get("Cookie", "")))
        if path == "/pixel.png":
            self.answer(200, PIXEL, "image/png")
        elif path == "/broken":
            self.answer(503, "系统维护".encode())
        elif path == "/refused":
            self.answer(403, "禁止".encode())
        elif path in PAGES:
            self.answer(200, f"<meta charset=utf-8>{PAGES[path]}".encode())
        else:
            self.answer(404, b"?")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.asked.append((self.path, self.headers.get("Cookie", "")))
        number = next(self.numbers)
        self.answer(
            200, b"<meta charset=utf-8>ok " + body, cookie=f"SESSION=secret-session-{number:04d}; Path=/; HttpOnly"
        )

    def answer(self, status: int, body: bytes, kind: str = "text/html", cookie: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if cookie:
            self.send_header("Set-Cookie", cookie)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Say nothing."""


@pytest.fixture(scope="session")
def portal() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), TinyPortal)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
def asked() -> list[tuple[str, str]]:
    TinyPortal.asked.clear()
    return TinyPortal.asked


@pytest.fixture
async def lane(shared_browser: SharedBrowser) -> AsyncIterator[Lane]:
    opened = await shared_browser.open_lane("clerk@provincial")
    yield opened
    await opened.close()
