"""The fields of a form may stand behind tabs and in folded sections: each is filled, kept and read where it stands."""

from decimal import Decimal

import pytest

from bots.widgets.form_page import FormPage
from bots.widgets.gaps import Gaps
from bots.widgets.recognising import Purpose
from bots.widgets.values import Money, Value
from tests.widgets.screens.conftest import Show, Site, TinyServer

SHOW = """document.querySelectorAll('.part').forEach((part, place) => { part.hidden = place !== at; });
  document.querySelectorAll('.heads > *').forEach((head, place) => { head.className = place === at ? 'on' : ''; });"""
TURN = f"<script>const turn = at => {{ {SHOW} }}</script>"
FIRST = "<p><label>计划名称 <input name=a></label><p><label>传真号码 <input name=b></label>"
SECOND = "<p><label>自筹资金金额 <input name=c></label><p><label>联系人 <input name=d></label>"
SAVE = "<div class=foot><input type=button value=关闭><button>保存</button></div>"
DONE = {"/done": "<p>保存成功</p>"}
VALUES: dict[str, Value] = {
    "计划名称": "办公桌", "传真号码": "7518008", "自筹资金金额": Money(Decimal(350000)), "联系人": "王敏",
}  # fmt: skip


def tabbed(
    first: str = FIRST,
    titles: tuple[str, str] = ("基本信息", "资金信息（单位：万元）"),
    tag: str = "span",
) -> str:
    heads = "".join(f"<{tag} onclick='turn({at})'>{title}</{tag}> " for at, title in enumerate(titles))
    return f"""{TURN}<form method=post action=/done><div class=heads>{heads}</div><div class=part>{first}</div>
      <div class=part hidden>{SECOND}</div>{SAVE}</form><script>turn(0)</script>"""


FOLDED = f"""<form method=post action=/done><div style="cursor: pointer">基本信息</div><div>{FIRST}</div>
  <div id=head style="cursor: pointer"><b>＋</b> 资金信息（万元）</div><div id=more hidden>{SECOND}</div>{SAVE}</form>
  <script>head.addEventListener("click", () => {{ more.hidden = !more.hidden; }})</script>"""


class Parted(FormPage):
    purpose = Purpose(("计划名称", "传真号码", "自筹资金金额", "联系人"))


async def arrived(site: Site) -> Parted:
    async def home() -> None:
        await site.page.reload()

    return await Parted.arrived(site.screen, "provincial/计划", home)


@pytest.mark.parametrize("page", [tabbed(), FOLDED], ids=["tabs", "folded"])
async def test_what_stands_out_of_sight_is_filled_kept_and_read(show: Show, page: str) -> None:
    site = await show(page, DONE)
    form = await arrived(site)
    assert await form.fill(VALUES) == list(VALUES)
    assert await form.differences(VALUES) == []
    assert [one.label for one in await form.differences({**VALUES, "联系人": "李四", "传真号码": "1"})] == [
        "传真号码",
        "联系人",
    ]
    assert (await form.save()).text == "保存成功"
    assert next(body.decode() for body in TinyServer.bodies).endswith("&b=7518008&c=35&d=%E7%8E%8B%E6%95%8F")


async def test_a_twin_that_is_switched_off_in_sight_gives_way_to_the_field_behind_a_tab(show: Show) -> None:
    twin = FIRST + "<p><label>联系人 <input disabled name=x></label>"
    site = await show(tabbed(first=twin), DONE)
    form = await arrived(site)
    assert await form.fill(VALUES) == list(VALUES)
    assert await site.page.input_value("[name=d]") == "王敏"


async def test_nothing_is_guessed_for_a_field_that_another_tab_has(show: Show) -> None:
    near = FIRST + "<p><label>项目联系人手机 <input name=x></label><p><label>主要联系人 <input name=y></label>"
    site = await show(tabbed(first=near), DONE)
    form = await arrived(site)
    await form.fill(VALUES)
    assert [await site.page.input_value(f"[name={name}]") for name in "xyd"] == ["", "", "王敏"]


@pytest.mark.parametrize(
    "page",
    [
        tabbed(titles=("计划维护<i class=tab-close></i>", "计划查询<i class=tab-close></i>")),
        tabbed(titles=("基本信息", "提交")),
        tabbed(titles=("基本信息", "资金信息"), tag="button"),
    ],
    ids=["each is a page that can be shut", "one sends", "buttons"],
)
async def test_what_may_be_no_tab_of_the_form_is_not_pressed(show: Show, page: str) -> None:
    site = await show(page, DONE)
    form = await arrived(site)
    await form.fill({"计划名称": "办公桌", "联系人": "王敏"}, gaps=Gaps(frozenset({"联系人"})))
    assert form.lacking == ["联系人"]
    assert await site.page.is_visible("[name=a]")
    assert TinyServer.posts == []
