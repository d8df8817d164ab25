"""采购计划维护: what is done to a plan is done by the toolbar once its row is ticked, or by its row's own button."""

import pytest

from bots.errors import ButtonMissing
from bots.provincial.details import DetailsPage
from bots.provincial.plans import PlansPage
from tests.widgets.screens.conftest import Show, Site

HEAD = "<tr><th>选择</th><th>计划编号</th><th>计划名称</th><th>采购方式</th><th>操作</th></tr>"
LOG = "<table><tr><th>操作环节</th><th>操作结果</th></tr><tr><td>提交</td><td>{}</td></tr></table>"
PAGE = """<p>{toolbar}</p><div id=list><table>{head}{rows}</table></div><script>
let submitted = "";
const ticked = () => document.querySelector("input:checked").closest("tr").cells[1].textContent;
const rowOf = el => el.closest("tr").cells[1].textContent;
const submit = async number => {{
  submitted += number; await fetch("/submit", {{method: "POST"}}); alert("提交成功");
}};
const show = html => {{ document.getElementById("list").innerHTML = html; }};
const log = number => show(`{log}`.replace("@", number));
window.draw = (number, how) => show(`<label>计划月份<input value="${{number}}"></label>
  <label>计划实施截止日期<input value="${{how}}"></label>`);
</script>"""
TOOLBAR = "<button onclick=submit(ticked())>提交</button> <button onclick=log(ticked())>日志</button>"
OWN = "<a href=#1 onclick=submit(rowOf(this))>提交</a> <a href=#2 onclick=log(rowOf(this))>日志</a>"


async def drawn(show: Show, toolbar: str, own: str, link: str = "{}") -> Site:
    row = "<tr><td><input type=checkbox></td><td>{0}</td><td>桌</td><td>网上超市</td><td>{1}</td></tr>"
    rows = "".join(row.format(link.format(number), own) for number in ("A1", "A2", "A3"))
    page = PAGE.format(toolbar=toolbar, head=HEAD, rows=rows, log=LOG.format("@"))
    return await show(page, {"/submit": {"code": 0}})


@pytest.mark.parametrize(("toolbar", "own"), [(TOOLBAR, ""), ("", OWN), (TOOLBAR, OWN)])
async def test_the_plan_that_is_meant_is_acted_on(show: Show, toolbar: str, own: str) -> None:
    site = await drawn(show, toolbar, own)
    plans = PlansPage(site.screen)
    assert (await plans.submit("A2")).text == "提交成功"
    assert await site.page.evaluate("submitted") == "A2"
    assert [row["操作结果"] for row in await plans.log("A3")] == ["A3"]
    assert site.said.actions.count("tick") == (0 if own else 2)  # no evidence of what was not done


VIEW, CHANGE = (f"<button onclick=\"window.draw(ticked(), '{word}')\">{word}</button>" for word in ("查看", "修改"))


LINK = "<a href=#3 onclick=\"window.draw(this.textContent, '编号')\">{}</a>"


@pytest.mark.parametrize(
    ("toolbar", "number", "how"),
    [(VIEW + CHANGE, "{}", "查看"), (CHANGE, "{}", "修改"), (CHANGE, LINK, "编号"), (VIEW, LINK, "查看")],
)
async def test_a_portal_without_a_view_of_its_own_is_read_by_its_form(
    show: Show, toolbar: str, number: str, how: str
) -> None:
    site = await drawn(show, toolbar, "", number)
    await PlansPage(site.screen).view("A2")
    assert await site.page.evaluate("[...document.querySelectorAll('input')].map(el => el.value)") == ["A2", how]


async def test_two_buttons_of_the_same_word_are_never_chosen_between(show: Show) -> None:
    other = VIEW.replace("window.draw(", "console.log(0) || window.draw(")
    site = await drawn(show, VIEW + other + CHANGE, "")
    with pytest.raises(ButtonMissing):
        await PlansPage(site.screen).view("A2")


EMPTY = "<p><a href=#1>增加</a></p><table><tr><td>没有符合条件的数据！</td></tr></table>"
QUERY = "<p>计划名称：<input> <button>查询</button></p>"


async def test_a_list_that_loses_its_headers_when_it_is_empty_is_an_empty_list(show: Show) -> None:
    site = await show(QUERY + EMPTY)
    assert await PlansPage(site.screen).find(name="桌") == []


@pytest.mark.parametrize("page", [EMPTY, QUERY + EMPTY.replace("增加", "导出"), QUERY + EMPTY.replace("没有", "共3条")])
async def test_what_may_be_another_list_is_no_empty_one(show: Show, page: str) -> None:
    site = await show(page)
    assert await PlansPage(site.screen)._grid.seen() is None


async def test_details_without_headers_are_none_yet(show: Show) -> None:
    site = await show(EMPTY)

    async def home() -> None:
        raise AssertionError

    assert await (await DetailsPage.arrived(site.screen, "A1", home)).rows() == []
