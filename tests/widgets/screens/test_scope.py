"""Buttons are looked for where a clerk looks, and notices do not stand in the way."""

import asyncio
import time

import pytest
from playwright.async_api import Route

from bots.errors import ButtonMissing, SessionExpired, UnknownDialog
from bots.widgets import scripts
from bots.widgets.buttons import press
from bots.widgets.complaints import diagnose
from tests.widgets.screens.conftest import Show

VEIL = "<div id=veil style='position:fixed;inset:0;background:rgba(0,0,0,.5);z-index:8'></div>"
BOX = "position:fixed;left:200px;top:100px;width:300px;background:#fff;z-index:9"


def marks(word: str) -> str:
    return f"onclick=\"document.title='{word}'\""


@pytest.mark.parametrize(
    "markup",
    [
        "<button {}>增 加</button>",
        "<input type=button value='增加(A)' {}>",
        "<img alt=增加 style='width:20px;height:20px' {}>",
        "<a href='javascript:;' {}><img title=增加 style='width:20px;height:20px'></a>",
        "<div role=button {}>[ 增加 ]</div>",
        "<table><tr><td {}><font>增加</font></td></tr></table>",
        "<span style='cursor:pointer' {}>增加</span>",
    ],
)
async def test_a_button_is_whatever_says_the_word(show: Show, markup: str) -> None:
    site = await show(f"{markup.format(marks('pressed'))}<p>增加说明</p><button disabled>增加</button>")
    await press(site.screen, "增加")
    assert await site.page.title() == "pressed"


async def test_two_of_a_word_are_none(show: Show) -> None:
    site = await show("<button>增加</button><a href=#>增加</a><button>查询</button>")
    with pytest.raises(ButtonMissing) as caught:
        await press(site.screen, "增加")
    assert caught.value.params["candidates"] == ["增加", "查询"]


async def test_the_topmost_dialog_comes_first(show: Show) -> None:
    site = await show(f"<button {marks('page')}>保存</button>{VEIL}<div style='{BOX}'><h3>计划</h3><input>"
                      f"<button {marks('dialog')}>保存</button></div>")  # fmt: skip
    await press(site.screen, "保存")
    assert await site.page.title() == "dialog"


async def test_a_dialog_that_holds_a_frame_is_that_frame(show: Show) -> None:
    inner = "<button onclick=\"parent.document.title='frame'\">保存</button>"
    site = await show(
        f"<button {marks('page')}>保存</button><iframe src=/other></iframe>{VEIL}<div style='{BOX}'><b>计划</b><a>×</a>"
        "<iframe src=/inner></iframe></div>",
        {"/inner": inner, "/other": "<button>保存</button>"},
    )
    await press(site.screen, "保存")
    assert await site.page.title() == "frame"


async def test_the_newest_window_comes_before_the_page(show: Show) -> None:
    popup = "<button onclick=\"opener.document.title='popup'; window.close()\">保存</button>"
    site = await show(f"<button {marks('page')}>保存</button><button onclick=\"window.open('/popup')\">增加</button>",
                      {"/popup": popup})  # fmt: skip
    async with site.page.expect_popup():
        await press(site.screen, "增加")
    await press(site.screen, "保存")
    assert await site.page.title() == "popup"


async def test_a_word_in_any_frame_is_found(show: Show) -> None:
    frame = "<button onclick=\"top.document.title='frame'\">增加</button>"
    site = await show(
        "<iframe src=/menu></iframe><iframe src=/work></iframe>", {"/menu": "<a>菜单</a>", "/work": frame}
    )
    await press(site.screen, "增加")
    assert await site.page.title() == "frame"


async def test_a_button_that_comes_late_is_waited_for(show: Show) -> None:
    late = f"<button {marks('late')}>增加</button>"
    site = await show(f"<script>setTimeout(() => document.body.innerHTML = `{late}`, 700)</script>")
    await press(site.screen, "增加")
    assert await site.page.title() == "late"


async def test_a_layer_that_asks_for_patience_is_waited_for(show: Show) -> None:
    veil = VEIL.replace("</div>", "加载中…</div>")
    site = await show(
        f"<button {marks('pressed')}>增加</button>{veil}<script>setTimeout(() => veil.remove(), 600)</script>"
    )
    await press(site.screen, "增加")
    assert await site.page.title() == "pressed"


NOTICE = """<div id=notice style="{box}"><h3>系统公告</h3><p>系统维护：今晚22点起不能提交。</p>
<button onclick="document.title='agreed'">同意并开通</button>{close}</div>"""


@pytest.mark.parametrize("close", ["<button onclick=notice.remove()>关闭</button>",
                                   "<a href=# class=close onclick=notice.remove()>×</a>"])  # fmt: skip
async def test_a_notice_is_closed_by_its_close_button_and_kept(show: Show, close: str) -> None:
    site = await show(f"<button {marks('pressed')}>增加</button>{VEIL}" + NOTICE.format(box=BOX, close=close) +
                      "<script>new MutationObserver(() => document.getElementById('notice') || veil.remove())"
                      ".observe(document.body, {childList: true})</script>")  # fmt: skip
    await press(site.screen, "增加")
    assert await site.page.title() == "pressed"
    ((kind, text),) = site.said.messages
    assert kind == "notice"
    assert "今晚22点起不能提交" in text


async def test_a_session_that_ended_is_told_as_that_whatever_its_only_button_says(show: Show) -> None:
    over = f"<div role=dialog style='{BOX}'><p>登录已失效，请重新登录</p><button>重新登录</button></div>"
    site = await show(f"<button>增加</button>{VEIL}{over}")
    with pytest.raises(SessionExpired):
        await press(site.screen, "增加")


async def test_a_notice_in_one_frame_frees_the_veiled_others(show: Show) -> None:
    closing = "veil.remove(); notice.remove(); parent.frames[0].document.getElementById('veil').remove()"
    notice = NOTICE.format(box=BOX, close=f'<button onclick="{closing}">我知道了</button>')
    site = await show(
        "<iframe src=/menu></iframe><iframe src=/work width=700 height=400></iframe>",
        {"/menu": f"<button onclick=\"top.document.title='pressed'\">增加</button>{VEIL}", "/work": VEIL + notice},
    )
    await press(site.screen, "增加")
    assert await site.page.title() == "pressed"


async def test_a_notice_that_can_only_be_agreed_to_waits_for_a_person(show: Show) -> None:
    site = await show(f"<button>增加</button>{VEIL}" + NOTICE.format(box=BOX, close=""))
    with pytest.raises(UnknownDialog):
        await press(site.screen, "增加")
    assert await site.page.title() == ""


async def test_a_button_is_not_pressed_before_its_page_has_run_its_scripts(show: Show) -> None:
    site = await show("<p>before</p>")
    body = "<!doctype html><meta charset=utf-8><button id=b>增加</button><script src=/late.js></script>"

    async def late(route: Route) -> None:
        await asyncio.sleep(0.6)
        await route.fulfill(content_type="text/javascript", body="b.onclick = () => { document.title = 'pressed' }")

    await site.page.route("**/late.js", late)
    await site.page.route("**/drawn", lambda route: route.fulfill(content_type="text/html", body=body))
    await site.page.goto(f"{site.page.url}drawn", wait_until="commit")
    await press(site.screen, "增加")
    assert await site.page.title() == "pressed"


async def test_a_question_that_a_press_brings_up_is_answered_by_the_very_next_press(show: Show) -> None:
    ask = "document.body.insertAdjacentHTML('beforeend', question.innerHTML); document.title = 'asked'"
    close = "this.parentElement.remove(); document.title += ', answered'"
    box = f"<div role=dialog style='{BOX}'><p>公告：周六停机</p><button onclick=\"{close}\">关闭</button></div>"
    site = await show(f'<button onclick="{ask}">增加</button><template id=question>{box}</template>')
    await press(site.screen, "增加")
    began = time.monotonic()
    await site.screen.spots()
    assert await site.page.title() == "asked, answered"
    assert time.monotonic() - began < 0.6  # the guard of the first press used to swallow the second one for 0.7 s


async def test_what_lies_under_the_foot_of_the_page_is_scrolled_out_from_under_it(show: Show) -> None:
    foot = "<div style='position:fixed;left:0;right:0;bottom:0;height:70px;background:#eee'><button>关闭</button></div>"
    row = f"<button {marks('picked')}>选择</button>"
    site = await show(f"<div style='height:calc(100vh - 50px)'>计划</div>{row}<div style='height:90px'></div>{foot}")
    await press(site.screen, "选择")
    assert await site.page.title() == "picked"


async def test_a_dialog_whose_tree_has_not_been_filled_yet_asks_no_question(show: Show) -> None:
    answered = "onclick=\"document.title = 'answered'\""
    tree = "<h3>选择采购品目</h3><div role=tree></div>"
    buttons = f"<button {answered}>确定</button><button {answered}>取消</button>"
    site = await show(f"<button>选择</button><div role=dialog style='{BOX}'>{tree}{buttons}</div>")
    (spot,) = [spot for spot in await site.screen.spots() if spot.boxed]
    assert await scripts.ask(spot.frame, "press", {"boxed": spot.boxed, "words": ["确定"]})
    assert await site.page.title() == ""


async def test_a_press_that_goes_beside_its_button_is_swallowed_and_made_again(show: Show) -> None:
    site = await show(
        "<div id=a style='position:absolute;left:20px;top:20px'>"
        "<button onclick=\"document.title += '+'\">增加</button></div>"
        "<button id=b style='position:absolute;left:20px;top:20px;visibility:hidden' "
        "onclick=\"document.title = 'wrong'\">删除</button>"
        "<script>document.getElementById('a').addEventListener('mouseenter', () => {"
        " a.style.top = '200px'; b.style.visibility = 'visible'; }, { once: true });</script>"
    )
    await press(site.screen, "增加")
    assert await site.page.title() == "+"


@pytest.mark.parametrize("name", ["survey", "grid", "labels", "press", "menu", "look"])
async def test_between_two_documents_a_question_waits_for_the_next_one(show: Show, name: str) -> None:
    site = await show(
        "<p><label>计划名称<input></label></p><table><tr><th>计划编号</th></tr></table><button>查询</button>"
    )
    asked = {
        "boxed": 0,
        "headers": [["计划编号"]],
        "others": [],
        "least": 0,
        "names": {},
        "concepts": [["计划名称"]],
        "unlike": [],
        "words": ["查询"],
        "path": [["查询"]],
        "key": {},
    }
    frame = site.page.main_frame
    there = await scripts.ask(frame, name, asked)
    await site.page.evaluate(
        "() => { const html = document.documentElement; html.remove(); setTimeout(() => document.append(html), 400) }"
    )
    assert await scripts.ask(frame, name, asked) == there


async def test_a_module_for_the_upkeep_of_the_system_is_no_portal_that_is_down(show: Show) -> None:
    tiles = "".join(
        f"<div style='cursor: pointer'>{word}</div>" for word in ("计划备案", "合同备案", "系统维护", "首页")
    )
    site = await show(tiles)
    await diagnose(site.screen)


async def test_two_that_lead_to_one_address_are_one(show: Show) -> None:
    site = await show(
        "<a href=/there>增加</a><button onclick=\"location.href = '/there'\">增加</button>", {"/there": "."}
    )
    await press(site.screen, "增加")
    await site.page.wait_for_url("**/there")


async def test_a_dialog_that_shows_what_was_saved_is_no_message(show: Show) -> None:
    shown = "".join(
        f"<div><label>{label}：</label><span>{value}</span></div>"
        for label, value in (("计划单名称", "办公桌采购"), ("数量", "12.00"), ("单价", "800.00元"), ("联系人", "王敏"))
    )
    site = await show(
        f"<div role=dialog style='position: fixed; top: 50px; background: #fff'>{shown}<button>关闭</button></div>"
    )
    site.screen.talk.expects_question = True  # as after a save: what is said counts

    assert [spot.boxed > 0 for spot in await site.screen.spots()] == [True]
