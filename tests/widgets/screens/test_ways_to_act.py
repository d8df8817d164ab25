"""What acts on a plan is found wherever a portal puts it, and what confirms a form in the box that holds it."""

from decimal import Decimal

import pytest

from bots.errors import OutcomeUnknown, ScreenNotRecognised
from bots.mall.plan_sheets import PlanSheetsPage
from bots.provincial.details import DetailsPage
from bots.provincial.plan_form import PlanForm
from bots.provincial.plans import PlansPage
from bots.widgets.grid import Grid
from bots.widgets.row_action import word_to_view
from bots.widgets.values import Money
from tests.widgets.screens.conftest import Answer, Show, Site

ACTS = """<script>
let done = "";
const act = async (word, row) => {
  done += word + row.closest("tr").cells[1].textContent; await fetch("/submit", {method: "POST"}); alert("提交成功");
};
</script>"""
LIST = """<p>{bar}</p><table><tr><th>选择</th><th>计划编号</th><th>计划名称</th><th>采购方式</th><th>操作</th></tr>
<tr {row}><td><input type=checkbox></td><td>A1</td><td>桌</td><td>网上超市</td><td>{own}</td></tr>
<tr {row}><td><input type=checkbox></td><td>A2</td><td>椅</td><td>网上超市</td><td>{own}</td></tr></table>{more}"""
STYLE = "position:absolute;background:#fff;margin:0"
MENU = f"""<ul style="{STYLE};display:none"><li style=cursor:pointer onclick="act('提交', this)">提交</li></ul>"""
HOVER = f"<div class=d><a href=#>更多</a>{MENU}</div><style>.d:hover ul {{ display: block !important }}</style>"
CLICK = f"""<div><button onclick="this.nextSibling.style.display = 'block'">更多操作</button>{MENU}</div>"""
FLOATING = f"<div id=menu style='{STYLE};left:300px;top:200px;display:none'><p style=cursor:pointer>提交</p></div>"
RIGHT = """oncontextmenu="event.preventDefault(); menu.style.display = 'block';
menu.onclick = () => act('提交', this.cells[0]);" """
SUBMIT = """<a href=#1 onclick="act('提交', document.querySelector('input:checked'))">提交</a>"""
BAR = f"""<button onclick="later.style.display = 'block'">更多</button>
<div id=later style="{STYLE};display:none">{SUBMIT}</div>"""
ONCE_TICKED = f"""<span id=bar hidden>{SUBMIT}</span><script>
document.onclick = () => {{ bar.hidden = !document.querySelector('input:checked'); }};
</script>"""


@pytest.mark.parametrize(
    "parts",
    [{"own": HOVER}, {"own": CLICK}, {"row": RIGHT, "more": FLOATING}, {"bar": BAR}, {"bar": ONCE_TICKED}],
    ids=["hover", "click", "right-click", "bar", "bar-once-ticked"],
)
async def test_a_plan_is_submitted_behind_further_buttons(show: Show, parts: dict[str, str]) -> None:
    page = LIST.format(**{"bar": "", "row": "", "own": "", "more": "", **parts})
    site = await show(ACTS + page, {"/submit": {"code": 0}})
    assert (await PlansPage(site.screen).submit("A2")).text == "提交成功"
    assert await site.page.evaluate("done") == "提交A2"


DETAILS = """<table><tr><th>序号</th><th>采购名称</th><th>单价(万元)</th><th>数量</th><th>操作</th></tr>
<tr><td>1</td><td>台式计算机</td><td>0.5</td><td>7</td><td><a href=#1 onclick="show()">修改</a></td></tr></table>
<script>
const show = () => {
  document.body.innerHTML = "<p><label>采购名称<input></label></p><p><label>数量<input value=7></label></p>";
};
</script>"""


async def test_a_menu_that_was_only_looked_at_is_shut_again(show: Show) -> None:
    right = RIGHT.replace("event.preventDefault();", "event.preventDefault(); menu.style.top = `${event.y - 9}px`;")
    over = FLOATING.replace("left:300px", "left:0;width:90%;height:200px").replace(">提交<", ">修改<")
    shuts = (
        "<script>document.onmousedown = one => { menu.contains(one.target) || (menu.style.display = 'none') }</script>"
    )
    site = await show(ACTS + LIST.format(bar="", row=right, own="", more=over) + shuts)
    grid = Grid(site.screen, ("计划编号", "计划名称"), "test")
    assert await word_to_view(site.screen, grid, {"计划编号": "A2"}) == "修改"
    await grid.tick({"计划编号": "A2"})  # the menu no longer lies over it


async def test_a_line_without_an_id_is_opened(show: Show) -> None:
    site = await show(DETAILS)

    async def home() -> None:
        """It is not needed."""

    details = await DetailsPage.arrived(site.screen, "A1", home)
    (row,) = await details.rows()
    assert row["采购名称"] == "台式计算机"
    form = await details.view(row)
    assert await form.read(["数量"]) == {"数量": "7"}


FORM = """<label>计划月份<input value=9月></label><label>采购类型<input value=货物></label>"""
VEIL = "<div style='position:fixed;inset:0;background:rgba(0,0,0,.4);z-index:50'></div>"
BOX = "position:fixed;left:20px;top:20px;width:500px;height:300px;z-index:51;background:#fff"
SAVING = "fetch('/save', {{method: 'POST'}}).then(() => {{ {} }})"


async def _arrived(site: Site) -> PlanForm:
    async def home() -> None:
        """It is not needed."""

    return await PlanForm.arrived(site.screen, "provincial/计划", home)


async def test_what_confirms_stands_in_the_footer_around_the_forms_frame(show: Show) -> None:
    save = SAVING.format("alert('保存成功')")
    footer = f'<button onclick="bad()">保存并提交</button><button onclick="{save}">确 定</button><button>取消</button>'
    site = await show(
        f"{VEIL}<div style='{BOX}'><iframe src=/form></iframe>{footer}</div>", {"/form": FORM, "/save": {}}
    )
    assert (await (await _arrived(site)).save()).text == "保存成功"


@pytest.mark.parametrize(
    "after",
    [
        "box.remove()",
        "box.innerHTML = '计划编号：A1'",
        "document.querySelectorAll('input').forEach(el => el.readOnly = true)",
    ],
    ids=["gone", "shown", "read-only"],
)
async def test_a_portal_that_says_nothing_has_saved_when_its_form_has_gone_on(show: Show, after: str) -> None:
    save = SAVING.format(after)
    buttons = f'<button onclick="{save}">提交</button><button onclick="{save}">保存</button>'
    site = await show(f"<p>计划</p><div id=box>{FORM}{buttons}</div>", {"/save": {}})
    form = await _arrived(site)
    await form.fill({"计划月份": "10月"})
    message = await form.save()
    assert (message.kind, message.text) == ("done", "")
    assert site.posts == ["/save"]


@pytest.mark.parametrize(("answer", "after"), [(403, "box.remove()"), ({}, "box.title = 'nothing'")])
async def test_silence_is_no_yes_after_an_error_or_while_the_form_waits(show: Show, answer: Answer, after: str) -> None:
    button = f'<button onclick="{SAVING.format(after)}">保存</button>'
    site = await show(f"<p>计划</p><div id=box>{FORM}{button}</div>", {"/save": answer})
    with pytest.raises(OutcomeUnknown):
        await (await _arrived(site)).save()
    assert site.posts == ["/save"]


async def test_another_screen_says_what_it_has_and_what_it_lacks(show: Show) -> None:
    site = await show("<label>计划月份<input></label><label>收货人<input></label>")
    with pytest.raises(ScreenNotRecognised) as stop:
        await _arrived(site)
    assert stop.value.params["found"] == ["计划月份"]
    assert "采购类型" in str(stop.value.params["missing"])
    assert "收货人" in str(stop.value.params["candidates"])


@pytest.mark.parametrize(
    "row",
    [
        "<dt>{0}</dt><dd>{1}</dd>",
        "<div><span>{0}：</span><span>{1}</span></div>",
        "<li><label>{0}</label><p>{1}</p></li>",
    ],
)
async def test_a_saved_plan_is_read_however_it_is_shown(show: Show, row: str) -> None:
    shown = {"计划名称": "办公桌", "计划月份": "9月", "采购类型": "货物"}
    site = await show("".join(row.format(label, value) for label, value in shown.items()))
    form = await _arrived(site)
    assert await form.read(shown) == shown


async def test_a_sheet_that_nothing_opens_is_read_from_its_row(show: Show) -> None:
    heads = "<tr><th>计划单编号</th><th>计划单名称</th><th>预算金额(元)</th></tr>"
    site = await show(f"<table>{heads}<tr><td>S1</td><td>办公桌</td><td>3,600.00</td></tr></table>")
    view = await PlanSheetsPage(site.screen).view("S1")
    found = await view.differences({"计划单名称": "办公椅", "预算金额": Money(Decimal(3600))})
    assert [each.label for each in found] == ["计划单名称"]


async def test_a_search_without_a_button_is_made_by_the_enter_key(show: Show) -> None:
    typed = "if (event.key == 'Enter') fetch('/list').then(() => asked.textContent = this.value)"
    page = f'<p id=asked></p><label>计划名称<input onkeydown="{typed}"></label>'
    site = await show(page + LIST.format(bar="", row="", own="", more=""), {"/list": {}})
    assert len(await PlansPage(site.screen).find(name="桌")) == 2
    assert await site.page.inner_text("#asked") == "桌"
