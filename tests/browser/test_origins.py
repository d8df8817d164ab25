"""Whatever a page asks of other servers, a session goes to the site that gave it, and to nobody else."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bots.browser.kept import Kept
from bots.browser.shared import SharedBrowser
from bots.browser.single_shot import single_shot

TOKEN = "token-of-this-session"
ASK_AND_POST = """async address => {
    const all = {mode: "no-cors", credentials: "include"};
    await fetch(address, all);
    await fetch(address, {...all, method: "POST", body: "x"});
    await new Promise(done => { const image = new Image(); image.onload = image.onerror = done; image.src = address; });
}"""


@pytest.fixture
def stranger() -> Iterator[tuple[str, list[str]]]:
    """A server of another site, and the heads of all requests that it got."""
    heads: list[str] = []

    class Stranger(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heads.append(f"{self.requestline}\n{self.headers}")
            body = b"<script>document.title = JSON.stringify([{...sessionStorage}, {...localStorage}])</script>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Stranger)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}/", heads
    server.shutdown()
    server.server_close()
    thread.join(5)


async def test_a_session_goes_to_its_own_site_only(
    shared_browser: SharedBrowser, portal: str, asked: list[tuple[str, str]], stranger: tuple[str, list[str]]
) -> None:
    elsewhere, heads = stranger
    cookie = {"name": "SESSION", "value": TOKEN, "domain": "127.0.0.1", "path": "/", "expires": -1,
              "httpOnly": True, "secure": False, "sameSite": "Lax"}  # fmt: skip
    stored = [{"origin": portal, "localStorage": [{"name": "token", "value": TOKEN}]}]
    kept = Kept.from_json({"storage": {"cookies": [cookie], "origins": stored}, "tabs": {portal: {"tab": TOKEN}}})
    lane = await shared_browser.open_lane("clerk@provincial", begin_with=kept)
    try:
        await lane.page.goto(f"{portal}/")
        assert await lane.page.evaluate("[localStorage.token, sessionStorage.tab]") == [TOKEN, TOKEN]
        assert ("/", f"SESSION={TOKEN}") in asked
        await lane.page.evaluate(ASK_AND_POST, elsewhere)
        async with single_shot(lane.context, seconds=5):  # where requests are sent by us
            await lane.page.evaluate(ASK_AND_POST, elsewhere)
        await lane.page.goto(elsewhere)
        assert await lane.page.title() == "[{},{}]"
    finally:
        await lane.close()
    assert len([head for head in heads if head.startswith("POST")]) == 2
    assert len(heads) >= 7
    assert [head for head in heads if TOKEN in head or "Cookie" in head] == []
