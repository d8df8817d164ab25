"""A form in steps is filled step by step; each request says what its step was given, and together they say all."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from bots.browser.door.expected import Posted
from bots.browser.door.names import NoNames
from bots.browser.door.witness import Sent
from bots.errors import FieldMissing, RequestDisagrees
from bots.widgets.form_page import FormPage
from bots.widgets.gaps import Gaps
from bots.widgets.recognising import Purpose
from bots.widgets.values import Money, Value
from tests.widgets.screens.conftest import Show, Site, TinyServer

FIRST = "<p><label>计划名称 <input name=a></label><p><label>传真号码 <input name=b></label>"
SECOND = "<p><label>自筹资金金额(元) <input name=c></label>"
# each step is a page, and taken in by itself
PAGES = {
    "/": f"<form method=post action=/two>{FIRST}<p><button>下一步</button></form>",
    "/two": f"<form method=post action=/done>{SECOND}<p><button>保存</button></form>",
    "/done": "<p>保存成功</p>",
}
# all steps are one page, and sent together
AT_ONCE = f"""<form method=post action=/done><div id=one>{FIRST}<p><button type=button
onclick="one.hidden = true; two.hidden = false">下一步</button></div><div id=two hidden>
{SECOND}<p><button>保存</button></div></form>"""
VALUES: dict[str, Value] = {"计划名称": "办公桌", "传真号码": "7518008", "自筹资金金额": Money(Decimal(350000))}


class Heard(NoNames):
    """What a flow is told of a write, once it is over."""

    def __init__(self) -> None:
        self.sent: list[Sent] = []

    def heard(self, form: str, sent: Sent, names: Mapping[str, Posted]) -> None:
        self.sent.append(sent)
        assert set(names) == set(sent.found)


class Steps(FormPage):
    purpose = Purpose(("计划名称", "传真号码"))


async def arrived(site: Site) -> Steps:
    async def home() -> None:
        await site.page.reload()

    return await Steps.arrived(site.screen, "provincial/计划", home)


def said() -> list[str]:
    return [body.decode() for body in TinyServer.bodies]


OFF = "<button type=button id=off disabled>保存</button>"  # until the last step
SWITCHED_OFF = AT_ONCE.replace("<div id=two", f"{OFF}<div id=two").replace(
    "one.hidden = true", "one.hidden = off.hidden = true"
)


@pytest.mark.parametrize(
    "pages",
    [PAGES, {**PAGES, "/": AT_ONCE}, {**PAGES, "/": SWITCHED_OFF}],
    ids=["taken in one by one", "sent together", "保存 is switched off at first"],
)
async def test_each_step_is_filled_and_what_left_is_told_as_a_whole(show: Show, pages: dict[str, str]) -> None:
    site = await show(pages["/"], pages)
    site.screen.names = heard = Heard()
    form = await arrived(site)
    assert await form.fill(VALUES) == list(VALUES)
    assert (await form.save()).text == "保存成功"
    assert "".join(said()).count("7518008") == 1
    assert "c=350000" in said()[-1]
    assert [(sent.verdict, set(sent.found), sent.unseen) for sent in heard.sent] == [("agreed", set(VALUES), ())]


async def test_a_step_that_would_say_something_else_does_not_leave(show: Show) -> None:
    spoilt = PAGES["/"].replace("<form ", "<form onsubmit=\"this.b.value = '1'\" ")
    form = await arrived(await show(spoilt, {**PAGES, "/": spoilt}))
    with pytest.raises(RequestDisagrees):
        await form.fill(VALUES)
    assert TinyServer.posts == []


async def test_what_no_step_has_is_missing_and_nothing_is_kept(show: Show) -> None:
    form = await arrived(await show(PAGES["/"], PAGES))
    with pytest.raises(FieldMissing) as caught:
        await form.fill({**VALUES, "采购方式": "询价", "备注": "急"}, gaps=Gaps(frozenset({"备注"})))
    assert caught.value.params["label"] == "采购方式"
    assert TinyServer.posts == ["/two"]
