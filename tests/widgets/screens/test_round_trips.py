"""A look asks all frames of an origin at once, and what is wanted of them goes with it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.async_api import Frame, JSHandle, Page

from bots.widgets import scripts
from bots.widgets.buttons import offered
from bots.widgets.grid import Grid
from bots.widgets.scripts import KIT
from tests.widgets.screens.conftest import Show

WINDOW = "<button>查询</button><iframe src=/list></iframe><iframe src=/form></iframe>"
LIST = (
    "<button>增加</button><table><tr><th>计划编号</th><th>计划名称</th></tr>"
    "<tr><td>1</td><td>台式计算机</td></tr></table>"
)
ANSWERS = {"/list": LIST, "/form": "<button>保存</button>", "/next": "<button>提交</button>"}


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is evaluated through kits while this holds, one call a round trip."""
    calls: list[str] = []
    plain = JSHandle.evaluate

    async def evaluate(handle: JSHandle, expression: str, arg: object = None) -> object:
        calls.append(expression)
        return await plain(handle, expression, arg)

    with monkeypatch.context() as patched:
        patched.setattr(JSHandle, "evaluate", evaluate)
        yield calls


def inner(page: Page, name: str) -> Frame:
    return next(frame for frame in page.frames if frame.url.endswith(name))


async def test_a_question_to_all_frames_of_a_window_is_one_round_trip(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = await show(WINDOW, ANSWERS)
    grid = Grid(site.screen, ["计划编号", "计划名称"], "列表")
    assert (await grid.page()).rows == ({"计划编号": "1", "计划名称": "台式计算机"},)
    with counted(monkeypatch) as calls:
        assert set(await offered(site.screen)) == {"查询", "增加", "保存"}
        assert await grid.seen() is not None
    assert len(calls) == 2


async def test_a_frame_that_went_on_is_asked_for_what_it_shows_now(show: Show) -> None:
    site = await show(WINDOW, ANSWERS)
    await offered(site.screen)
    await inner(site.page, "/form").goto(site.page.url + "next")
    assert set(await offered(site.screen)) == {"查询", "增加", "提交"}


async def test_a_frame_of_another_origin_is_asked_by_itself(show: Show) -> None:
    site = await show(WINDOW, ANSWERS)
    body, kind = "<button>打印</button>", "text/html; charset=utf-8"
    await site.page.route("http://elsewhere.test/", lambda route: route.fulfill(body=body, content_type=kind))
    await offered(site.screen)
    await inner(site.page, "/form").goto("http://elsewhere.test/")
    for _ in range(2):
        assert set(await offered(site.screen)) == {"查询", "增加", "打印"}


async def test_a_page_that_has_names_of_its_own_for_its_frames_is_looked_through(show: Show) -> None:
    site = await show(f"<script>var length = 0, frames = null, parent = null;</script>{WINDOW}", ANSWERS)
    for _ in range(2):
        assert set(await offered(site.screen)) == {"查询", "增加", "保存"}


async def test_the_kit_stands_ready_in_each_document(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scripts, "_kit_script", lambda: "() => { throw new Error('sent') }")
    site = await show(WINDOW, ANSWERS)
    assert set(await offered(site.screen)) == {"查询", "增加", "保存"}


async def test_a_document_that_was_there_before_anybody_listened_is_sent_the_kit(page: Page) -> None:
    await page.set_content("<button>保存</button>")
    assert (await scripts.ask(page.main_frame, "press", {"words": ["保存"], "boxed": 0}))["ready"] == 1
    assert (await scripts.view(page.main_frame))["seen"]["shown"]
    assert getattr(page.main_frame, KIT) is not None
