"""A worker opens windows for weeks: what was closed is forgotten."""

import gc
import weakref

from bots.widgets.buttons import press
from bots.widgets.screen import Screen
from tests.widgets.screens.conftest import Show


async def test_a_window_that_was_closed_is_kept_by_nobody(show: Show) -> None:
    site = await show("<button>增加</button>")

    async def look_into_another() -> list[weakref.ref[object]]:
        popup = await site.page.context.new_page()
        await popup.set_content("<button>保存</button><iframe srcdoc='<button>提交</button>'></iframe>")
        await press(Screen.of(popup, site.screen.terms), "保存")
        await press(Screen.of(popup, site.screen.terms), "提交")
        opened: list[object] = [popup, *popup.frames]
        await popup.close()
        return [weakref.ref(each) for each in opened]

    closed = await look_into_another()
    await site.page.title()  # the driver has told of the end by then
    gc.collect()
    assert [kept() for kept in closed if kept() is not None] == []
