"""A portal of a few lines of HTML for each test, and a screen that looks at it."""

import json
import re
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from playwright.async_api import Page

from bots.browser.shared import SharedBrowser
from bots.terms import MessageKind, Patterns, Terms
from bots.widgets.screen import Screen
from flows.terms import lexicon_of

Answer = str | int | dict[str, object]
MESSAGES: tuple[tuple[MessageKind, str], ...] = (
    ("session_over", "重新登录|会话已超时"),
    ("busy", "系统(繁忙|维护)"),
    ("question", "^确定(要)?(保存|提交)"),
    ("done", "(保存|提交)成功"),
    ("refused", "不能|必须|已存在"),
)
SYNONYMS = {"采购方式": ("采购形式",), "计划编号": ("采购计划编号",)}


SLOWLY = 0.6  # seconds, for whatever is asked for at /slow


class TinyServer(BaseHTTPRequestHandler):
    """Answers as the test at hand says, /slow later; "lost" cuts the line, a number is a status."""

    answers: ClassVar[dict[str, Answer]] = {}
    posts: ClassVar[list[str]] = []
    bodies: ClassVar[list[bytes]] = []

    def do_GET(self) -> None:
        if self.path.startswith("/slow"):
            time.sleep(SLOWLY)
        self.answer(self.answers.get(self.path.split("?")[0], 404))

    def do_POST(self) -> None:
        self.bodies.append(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        self.posts.append(self.path)
        self.do_GET()

    def answer(self, answer: Answer) -> None:
        if answer == "lost":
            self.close_connection = True
            return
        body = (
            json.dumps(answer)
            if isinstance(answer, dict)
            else f"<!doctype html><meta charset=utf-8><body>{answer}</body>"
        )
        self.send_response(answer if isinstance(answer, int) else 200)
        self.send_header("Content-Type", "application/json" if isinstance(answer, dict) else "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Say nothing."""


@dataclass
class Said:
    """A trail that remembers what the portal said."""

    messages: list[tuple[str, str]] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    left: list[dict[str, object]] = field(default_factory=list)

    def event(self, path: str, action: str, **data: object) -> None:
        self.actions.append(action)
        if action == "left":
            self.left.append(data)
        if action == "said":
            self.messages.append((str(data["kind"]), str(data["text"])))

    async def picture(self, name: str, page: Page) -> None:
        """No picture is needed."""

    async def drawing(self, name: str, content: bytes) -> None:
        """Nor a drawn one."""


@dataclass
class Site:
    """What the portal has been asked, and the screen that looks at it."""

    screen: Screen
    said: Said
    posts: list[str]
    bodies: list[bytes]

    @property
    def page(self) -> Page:
        return self.screen.page


Show = Callable[..., Awaitable[Site]]


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), TinyServer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
async def show(shared_browser: SharedBrowser, address: str) -> AsyncIterator[Show]:
    """Open a page with this body; `answers`: what other paths answer."""
    lane = await shared_browser.open_lane("screens@tests")
    patterns = Patterns(tuple((kind, re.compile(pattern)) for kind, pattern in MESSAGES))
    terms = Terms(
        base_url=address, wait_seconds=6, synonyms=SYNONYMS, patterns=patterns, lexicon=lexicon_of("provincial")
    )

    async def shown(body: str, answers: Mapping[str, Answer] | None = None) -> Site:
        said = Said()
        screen = Screen.of(lane.page, terms)
        screen.trail = said
        TinyServer.answers = {"/": body, **(answers or {})}
        TinyServer.posts = []
        TinyServer.bodies = []
        await screen.begin("test", "open")
        await lane.page.goto(f"{address}/")
        await screen.begin("test", "look")
        return Site(screen, said, TinyServer.posts, TinyServer.bodies)

    yield shown
    await lane.close()
