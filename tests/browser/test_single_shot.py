"""A form leaves the machine once, even when the connection breaks before the answer."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bots.browser.shared import SharedBrowser
from bots.browser.single_shot import single_shot

PAGE = b"""<form method=post action=/keep><input name=plan value=1></form>"""


class Portal:
    """Keeps its connections open, takes every POST, and hangs up before answering when it is told to."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []
        self.hang_up = True

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while (head := await reader.readuntil(b"\r\n\r\n")) and not writer.is_closing():
            lines = head.decode().lower().split("\r\n")
            length = next((int(line.split(":")[1]) for line in lines if line.startswith("content-length")), 0)
            body = await reader.readexactly(length)
            if not head.startswith(b"POST"):
                await self.answer(writer, PAGE)
                continue
            self.kept.append(body)
            if self.hang_up:
                writer.close()
                return
            await self.answer(writer, "<p>保存成功！".encode("gbk"), "text/html; charset=gbk")

    @staticmethod
    async def answer(writer: asyncio.StreamWriter, body: bytes, kind: str = "text/html") -> None:
        writer.write(f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        await writer.drain()


@pytest.fixture
async def portal() -> AsyncIterator[tuple[Portal, str]]:
    portal = Portal()

    async def quietly(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await portal.serve(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(quietly, "127.0.0.1", 0)
    yield portal, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    server.close()


async def test_a_form_whose_answer_is_lost_was_sent_once(portal: tuple[Portal, str]) -> None:
    remote, url = portal
    async with SharedBrowser() as browser:
        lane = await browser.open_lane("a@b")
        for _ in range(2):
            await lane.page.goto(url)  # leaves a kept connection behind, on which a browser would send again
        async with single_shot(lane.context, seconds=5), lane.page.expect_event("requestfailed"):
            await lane.page.evaluate("document.forms[0].submit()")
        assert remote.kept == [b"plan=1"]
        await lane.close()


async def test_the_answer_reaches_the_page_as_the_portal_sent_it(portal: tuple[Portal, str]) -> None:
    remote, url = portal
    remote.hang_up = False
    async with SharedBrowser() as browser:
        lane = await browser.open_lane("a@b")
        await lane.page.goto(url)
        async with single_shot(lane.context, seconds=5), lane.page.expect_navigation():
            await lane.page.evaluate("document.forms[0].submit()")
        assert await lane.page.inner_text("p") == "保存成功！"
        assert remote.kept == [b"plan=1"]
        await lane.close()
