"""A page that asks in place of a dialog is agreed to as one would be; a page that offers something else is not."""

import pytest

from bots.errors import OutcomeUnknown, UnknownDialog
from bots.terms import PortalMessage
from bots.widgets.buttons import press
from bots.widgets.writes import write
from tests.widgets.screens.conftest import Show, TinyServer

ASKS = """<ul><li><a href=#>首页</a><li><a href=#>计划备案</a><li><a href=#>合同</a></ul><div class=card><p>{}</p>
<table><tr><th>计划编号<td>3715<tr><th>计划名称<td>办公桌</table>
<form method=post action=/done><a href=/>{}</a> <button>{}</button></form></div>"""
FORM = "<form method=post action=/asks><button>提交</button></form>"


async def send(show: Show, question: str, agree: str = "确定", word: str = "提交") -> PortalMessage:
    pages = {"/asks": ASKS.format(question, "取消", agree), "/done": "<p>提交成功</p>"}
    site = await show(FORM.replace("提交", word), pages)
    return await write(site.screen, f"test/{word}", lambda: press(site.screen, word))


@pytest.mark.parametrize("question", ["确定要提交以下计划吗？提交后不能再修改。", "请核对采购计划信息"])
async def test_a_known_question_and_a_review_are_agreed_to_once(show: Show, question: str) -> None:
    assert (await send(show, question)).text == "提交成功"
    assert TinyServer.posts == ["/asks", "/done"]


async def test_another_question_waits_for_a_person(show: Show) -> None:
    with pytest.raises(UnknownDialog):
        await send(show, "本年度已有同名计划，确定要提交吗？")
    assert TinyServer.posts == ["/asks"]


async def test_what_offers_to_submit_is_no_answer_to_who_only_saves(show: Show) -> None:
    with pytest.raises(OutcomeUnknown):
        await send(show, "请核对采购计划信息", agree="提交", word="保存")
    assert TinyServer.posts == ["/asks"]


async def test_a_result_that_only_leads_on_is_heard(show: Show) -> None:
    box = "position:fixed;left:200px;top:100px;width:300px;background:#fff;z-index:9"
    result = f"<div role=dialog style='{box}'><h3>操作结果</h3><p>提交成功！</p><button>返回列表</button></div>"
    site = await show(FORM, {"/asks": f"<table><tr><th>计划编号</table>{result}"})
    assert (await write(site.screen, "test/提交", lambda: press(site.screen, "提交"))).kind == "done"
