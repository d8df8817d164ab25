"""The log of a plan is found by what logs are alike in, wherever a portal draws it and whatever stands around it."""

import asyncio

import pytest
from playwright.async_api import Route

from bots.errors import GridMissing
from bots.provincial.review_log import ReviewLog
from bots.widgets.buttons import press
from tests.widgets.screens.conftest import Show

PLANS = """<table><tr><th>计划编号</th><th>计划名称</th><th>审核状态</th><th>经办人操作意见</th><th>操作时间</th></tr>
    <tr><td>A1</td><td>桌</td><td>审核通过</td><td>同意</td><td>2020-09-18</td></tr>
    <tr><td>A2</td><td>椅</td><td>审核通过</td><td>同意</td><td>2020-09-18</td></tr></table>"""
QUERY = """<table><tr><td>审核状态</td><td><select></select></td><td>处理结果</td><td><input></td><td>提交时间</td>
    <td><input></td></tr><tr><td>a</td><td>b</td><td>c</td><td>d</td><td>e</td><td>f</td></tr></table>"""
FILES = """<table><tr><th>附件名称</th><th>上传人</th><th>上传时间</th><th>操作</th></tr>
    <tr><td>a</td><td>王敏</td><td>2020-09-18</td><td><a href=#>查看</a></td></tr>
    <tr><td>b</td><td>王敏</td><td>2020-09-18</td><td><a href=#>查看</a></td></tr></table>"""
OVER = "position:fixed;inset:40px;background:#fff"
LOG = """<table><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr>
    <tr><td>资金科室</td><td>张三</td><td>2020-09-19</td><td>同意</td></tr></table>"""


@pytest.mark.parametrize(
    "heads",
    [
        ("环节名称", "审核人", "审核时间", "审核意见"), ("处理部门", "处理人", "处理日期", "处理结果"),
        ("节点", "办理人", "办理时间", "办理情况"), ("流程步骤", "人员", "日期", "意见"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("drawn", ["beside", "laid out", "in a dialog"])
async def test_the_log_is_told_from_what_stands_around_it(show: Show, heads: tuple[str, ...], drawn: str) -> None:
    log = LOG.format(*heads)
    page = {
        "beside": f"{QUERY}{PLANS}{FILES}{log}",
        "laid out": f"<table><tr><td>{PLANS}</td></tr><tr><td>审核意见与操作时间{log}<td>{FILES}</tr></table>",
        "in a dialog": f"{PLANS}<div role=dialog style='{OVER}'>{FILES}{log}</div>",
    }[drawn]
    site = await show(page)
    rows = await ReviewLog(site.screen, "test/log").read()
    assert [tuple(row.values()) for row in rows] == [("资金科室", "张三", "2020-09-19", "同意")]
    assert tuple(rows[0]) == heads


TIMELINE = """<div class=timeline><div class=node><b>2020-09-18 10:30</b><p>王敏 提交</p></div>{}</div>"""
ANSWERED = "<div class=node><b>2020年9月19日 下午2:05</b><p>资金科室 张三 退回，意见：金额不对</p></div>"


@pytest.mark.parametrize("more", ["", ANSWERED])
async def test_a_timeline_of_one_line_or_more_is_a_log_in_a_dialog_or_on_the_page(show: Show, more: str) -> None:
    log = TIMELINE.format(more)
    drawn = f"<div role=dialog style='{OVER}'>{log}<button>关闭</button></div>"
    for page in (log, drawn):
        rows = await ReviewLog((await show(f"<p>2020年9月21日 08:00</p>{PLANS}{page}")).screen, "test/log").read()
        assert rows[0] == {"操作时间": "2020-09-18 10:30", "操作内容": "王敏 提交"}
        assert [row["操作时间"] for row in rows[1:]] == (["2020年9月19日 下午2:05"] if more else [])


async def test_a_log_that_comes_in_a_dialog_says_nothing_to_whoever_opened_it(show: Show) -> None:
    node = "<div class=node><b>2020-09-18 10:30</b><p>张三 退回，必须补充</p></div>"
    drawer = f"<div id=log hidden role=dialog style='{OVER}'>{TIMELINE.format(node)}<a href=#>关闭</a></div>"
    site = await show(f"<button onclick='log.hidden = false'>日志</button>{drawer}")
    await press(site.screen, "日志")
    rows = await ReviewLog(site.screen, "test/log").read()
    assert len(rows) == 2
    await site.screen.settle()
    assert site.said.messages == []


@pytest.mark.parametrize("close", ["<button aria-label=Close>×</button>", "<a href=#>关闭</a>"])
async def test_a_window_that_is_drawn_before_its_log_has_come_stays_open(show: Show, close: str) -> None:
    node = "<div class=node><b>2020-09-18 10:30</b><p>王敏 提交</p></div>"
    box = f"<div id=log hidden role=dialog style='{OVER}'>{close}<h4>审核日志</h4><p>编号 A1</p><div id=at></div></div>"
    opens = (
        "log.hidden = false; fetch('/log').then(it => it.text()).then(it => setTimeout(() => at.innerHTML = it, 50))"
    )
    site = await show(f'<button onclick="{opens}">日志</button>{box}')

    async def slowly(route: Route) -> None:
        await asyncio.sleep(0.5)
        await route.fulfill(body=TIMELINE.format(node), content_type="text/html; charset=utf-8")

    await site.screen.top.route("**/log", slowly)
    await press(site.screen, "日志")
    assert len(await ReviewLog(site.screen, "test/log").read()) == 2
    assert site.said.messages == []


async def test_a_notice_with_a_time_is_no_log(show: Show) -> None:
    notice = "<ul><li>请于2020-09-21 18:00前提交计划</li></ul>"
    site = await show(f"<div role=dialog style='{OVER}'>{notice}<a href=#>关闭</a></div>")
    with pytest.raises(GridMissing):
        await ReviewLog(site.screen, "test/log").read()


async def test_neither_plans_nor_files_are_taken_for_a_log(show: Show) -> None:
    site = await show(f"{QUERY}{PLANS}{FILES}")
    with pytest.raises(GridMissing):
        await ReviewLog(site.screen, "test/log").read()
