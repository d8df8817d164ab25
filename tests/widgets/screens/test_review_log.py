"""The log of a plan is found by what logs are alike in, wherever a portal draws it and whatever stands around it."""

import pytest

from bots.errors import GridMissing
from bots.provincial.review_log import ReviewLog
from tests.widgets.screens.conftest import Show

PLANS = """<table><tr><th>计划编号</th><th>计划名称</th><th>审核状态</th><th>经办人操作意见</th><th>操作时间</th></tr>
    <tr><td>A1</td><td>桌</td><td>审核通过</td><td>同意</td><td>2020-09-18</td></tr>
    <tr><td>A2</td><td>椅</td><td>审核通过</td><td>同意</td><td>2020-09-18</td></tr></table>"""
FILES = """<table><tr><th>附件名称</th><th>上传人</th><th>上传时间</th><th>操作</th></tr>
    <tr><td>a</td><td>王敏</td><td>2020-09-18</td><td><a href=#>查看</a></td></tr>
    <tr><td>b</td><td>王敏</td><td>2020-09-18</td><td><a href=#>查看</a></td></tr></table>"""
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
        "beside": f"{PLANS}{FILES}{log}",
        "laid out": f"<table><tr><td>{PLANS}</td></tr><tr><td>审核意见与操作时间{log}<td>{FILES}</tr></table>",
        "in a dialog": f"{PLANS}<div role=dialog style='position:fixed;inset:40px;background:#fff'>{FILES}{log}</div>",
    }[drawn]
    site = await show(page)
    rows = await ReviewLog(site.screen, "test/log").read()
    assert [tuple(row.values()) for row in rows] == [("资金科室", "张三", "2020-09-19", "同意")]
    assert tuple(rows[0]) == heads


async def test_neither_plans_nor_files_are_taken_for_a_log(show: Show) -> None:
    site = await show(f"{PLANS}{FILES}")
    with pytest.raises(GridMissing):
        await ReviewLog(site.screen, "test/log").read()
