"""采购名称 is whatever control it is: one value fills it, by code and name, and the form shows it afterwards."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bots.errors import FieldAmbiguous, FieldNotAccepted, OptionNotOffered
from bots.widgets.form import Form
from bots.widgets.items import Item
from bots.widgets.picker import Picker
from bots.widgets.values import Value
from tests.widgets.screens.conftest import Show, Site

ITEMS = Path(__file__).parent / "items"
DATA = f"<script>{(ITEMS / 'data.js').read_text('utf-8')}</script>"
PAGES = {page.name: page.read_text("utf-8").replace("DATA", DATA) for page in ITEMS.glob("*.html")}
LABEL, CODE = "采购名称", "基准采购品目编码"
WANTED = Item("复印纸", "A05040101", under="分散采购", told={CODE: "A05040101"})
BUTTON = "<input id=name readonly><button type=button onclick='show()'>选择</button>"
SEARCH = "<label>品目名称<input class=word></label><button class=ask>查询</button>"
PROMPT = "<option value=''>请选择</option>"
HELD = "['name', 'code'].map(id => $(id) ? $(id).value : '')"


async def shown(show: Show, field: str, more: str = "", **answers: str) -> Site:
    """A form with this field; what its window shows is at /list and /tree."""
    pages = {"/list": PAGES["list.html"], "/tree": PAGES["tree.html"]}
    body = PAGES["form.html"].replace("FIELD", field) + more
    return await show(body, {**pages, **{f"/{name}": page for name, page in answers.items()}})


def form_of(site: Site) -> Form:
    screen = site.screen
    return Form(site.page.main_frame, screen.terms, path="test", trail=screen.trail, windows=Picker(screen, "test"))


async def filled(site: Site, **others: Value) -> tuple[str, str]:
    form = form_of(site)
    values: Mapping[str, Value] = {**others, LABEL: WANTED}
    assert await form.fill(values) != []
    assert await form.differences(values) == []
    assert await form.fill(values) == []  # nothing moves what it shows already
    name, code = await site.page.evaluate(HELD)
    return name, code


def grid(opens: str, *, cell: str = "", search: str = SEARCH) -> str:
    drawn = PAGES["grid.html"].replace("CELL", cell).replace("SEARCH", search)
    return f"{drawn}<script>function show() {{ {opens} }}</script>"


async def test_a_popup_window_with_a_tree_of_names(show: Show) -> None:
    opens = "<script>function show() { window.open('/tree', 'p', 'width=400,height=400'); }</script>"
    site = await shown(show, BUTTON, opens)
    assert await filled(site) == ("复印纸", "A05040101")
    assert site.screen.windows == [site.page]


async def test_a_drawer_with_a_grid_of_several_pages_a_radio_button_in_each_row_and_a_button_below(show: Show) -> None:
    opens = """let picked = null;
      const el = grid("right", "<button class=ok>确定</button>", (tr, item) => {
        tr.querySelector("input").onclick = () => { picked = item; };
      });
      el.querySelector(".ok").onclick = () => { if (picked) { take(picked); el.remove(); } };"""
    site = await shown(show, BUTTON, grid(opens, cell="<input type=radio name=r>", search=""))
    assert await filled(site) == ("复印纸", "A05040101")


async def test_a_drawer_with_a_tree_that_narrows_its_grid_and_a_pager_with_a_button_of_the_same_word(
    show: Show,
) -> None:
    tree = """<ul role=tree><li role=treeitem aria-expanded=true>全部<ul role=group><li role=treeitem class=group>
      分散采购</li></ul></li></ul><p>到第 <input size=2 value=1> 页 <button>确定</button> 共 9 条</p>"""
    opens = """let picked = null;
      const el = grid("right", "<button class=ok>确定</button>", (tr, item) => {
        tr.querySelector("input").onclick = () => { picked = item; };
      });
      el.querySelector(".ok").onclick = () => { if (picked) { take(picked); el.remove(); } };"""
    site = await shown(show, BUTTON, grid(opens, cell="<input type=radio name=r>", search=tree))
    assert await filled(site) == ("复印纸", "A05040101")


async def test_a_drawer_whose_grid_is_empty_until_a_node_of_the_tree_beside_it_is_pressed(show: Show) -> None:
    node = "<li role=treeitem class={}>{}</li>"
    tree = f"<ul role=tree>{node.format('other', '集中采购目录')}{node.format('group', '分散采购')}</ul>"
    opens = """let picked = null;
      const last = (tr, item) => { tr.querySelector("input").onclick = () => { picked = item; }; };
      const el = grid("right", "<button class=ok>确定</button>", last);
      const only = text => { [at, word] = [0, text]; list(el, last); };
      only("nothing");
      el.querySelector(".other").onclick = () => only("A0201");
      el.querySelector(".group").onclick = () => only("");
      el.querySelector(".ok").onclick = () => { if (picked) { take(picked); el.remove(); } };"""
    site = await shown(show, BUTTON, grid(opens, cell="<input type=radio name=r>", search=tree))
    assert await filled(site) == ("复印纸", "A05040101")


async def test_a_dialog_with_a_grid_that_is_searched_and_a_link_in_each_row(show: Show) -> None:
    opens = """const el = grid("mid", "", (tr, item) => {
      tr.querySelector("a").onclick = () => { take(item); el.remove(); };
    });"""
    site = await shown(show, BUTTON, grid(opens, cell="<a href=javascript:;>选择</a>"))
    assert await filled(site) == ("复印纸", "A05040101")


async def test_a_dialog_with_a_grid_whose_rows_are_chosen_by_a_double_click(show: Show) -> None:
    opens = """const el = grid("mid", "", (tr, item) => { tr.ondblclick = () => { take(item); el.remove(); }; });"""
    assert await filled(await shown(show, BUTTON, grid(opens))) == ("复印纸", "A05040101")


async def test_a_read_only_text_without_a_button_that_opens_a_layer_with_a_list_in_a_frame(show: Show) -> None:
    listens = "<script>$('name').addEventListener('click', () => show())</script>"
    site = await shown(show, "<input id=name readonly>", PAGES["layer.html"] + listens)
    assert await filled(site) == ("复印纸", "A05040101")


async def test_a_disabled_text_with_a_button_of_a_magnifying_glass(show: Show) -> None:
    field = "<input id=name disabled><a href='javascript:show()'><i class='icon icon-search'>&nbsp;&nbsp;</i></a>"
    assert await filled(await shown(show, field, PAGES["layer.html"])) == ("复印纸", "A05040101")


async def test_a_text_beside_its_button_without_any_field(show: Show) -> None:
    field = "<span id=said></span><button type=button onclick='show()'>选择</button>"
    says = "<script>take = item => { $('said').textContent = item[0]; $('code').value = item[1]; };</script>"
    assert await filled(await shown(show, field, PAGES["layer.html"] + says)) == ("", "A05040101")


async def test_a_code_and_a_name_beside_one_label(show: Show) -> None:
    says = "<script>const took = take; take = item => { took(item); $('no').value = item[1]; };</script>"
    site = await shown(show, f"<input id=no readonly size=10>{BUTTON}", PAGES["layer.html"] + says)
    assert await filled(site) == ("复印纸", "A05040101")


async def test_a_text_and_its_code_that_is_an_input_of_its_own(show: Show) -> None:
    site = await shown(show, "<input id=name>", "<script>$('code').readOnly = false</script>")
    assert await filled(site) == ("复印纸", "A05040101")


@pytest.mark.parametrize("text", ["i[1] + ' ' + i[0]", "i[0] + '(' + i[1] + ')'", "i[0]"])
async def test_a_list_whose_options_show_code_and_name_or_the_name_alone(show: Show, text: str) -> None:
    fills = f"""<script>
      $('s').append(...ALL.map(i => new Option({text}, i[1])));
      $('s').onchange = () => {{ $('code').value = $('s').value; }};
    </script>"""
    assert await filled(await shown(show, f"<select id=s>{PROMPT}</select>", fills)) == ("", "A05040101")


async def test_radio_buttons(show: Show) -> None:
    goods = (("复印纸", "A05040101"), ("硒鼓", "A05040201"))
    radios = "".join(f"<label><input type=radio name=r value={code}>{name}</label>" for name, code in goods)
    ticks = "<script>document.onchange = event => { $('code').value = event.target.value; };</script>"
    assert await filled(await shown(show, radios, ticks)) == ("", "A05040101")


async def test_the_catalogue_is_chosen_first_where_it_decides_which_items_are_offered(show: Show) -> None:
    fields = f"""<select id=s>{PROMPT}</select></td></tr><tr><td>采购目录*</td><td>
      <select id=g>{PROMPT}<option>集中采购目录</option><option>分散采购</option></select>"""
    fills = """<script>
      $('g').onchange = () => { $('s').length = 1; GOODS[$('g').value].forEach(i => $('s').add(new Option(...i))); };
      $('s').onchange = () => { $('code').value = $('s').value; };
    </script>"""
    assert await filled(await shown(show, fields, fills), 采购目录=Item("分散采购")) == ("", "A05040101")


async def test_a_computed_catalogue_says_more_than_its_name(show: Show) -> None:
    fields = f"{BUTTON}</td></tr><tr><td>采购目录</td><td><input id=group readonly>"
    says = "<script>const took = take; take = item => { took(item); $('group').value = 'A_货物/分散采购'; };</script>"
    site = await shown(show, fields, PAGES["layer.html"] + says)
    assert await filled(site, 采购目录=Item("分散采购")) == ("复印纸", "A05040101")


async def test_a_number_and_its_unit_beside_one_label(show: Show) -> None:
    options = "<option>请选择</option><option>台</option><option>箱</option>"
    fields = f"<input></td></tr><tr><td>数量*</td><td><input id=name><select id=code2>{options}</select>"
    site = await shown(show, fields)
    await form_of(site).fill({"数量": 12, "计量单位": "箱"}, complete=False)
    assert await site.page.evaluate("[$('name').value, $('code2').value]") == ["12", "箱"]


async def test_what_is_not_offered_is_never_replaced_by_the_nearest(show: Show) -> None:
    site = await shown(show, BUTTON, PAGES["layer.html"])
    for item in (Item("复印纸", "A05040109"), Item("打印纸", "A05040101"), Item("复印", "")):
        with pytest.raises(OptionNotOffered) as refused:
            await form_of(site).fill({LABEL: item})
        assert "复印纸（A05040101）" in refused.value.params["offered"]  # type: ignore[operator]
    assert await site.page.evaluate("$('name').value") == ""
    assert not any(spot.boxed for spot in await site.screen.spots())  # what it opened is closed again


async def test_a_name_that_stands_twice_without_a_code_is_refused(show: Show) -> None:
    twice = PAGES["list.html"].replace('item[0] + "（" + item[1] + "）"', "item[0].slice(0, 3)")
    site = await shown(show, BUTTON, PAGES["layer.html"], list=twice)
    with pytest.raises(FieldAmbiguous):
        await form_of(site).fill({LABEL: WANTED})


async def test_another_code_beside_the_chosen_name_is_refused(show: Show) -> None:
    says = "<script>take = item => { $('name').value = item[0]; $('code').value = 'A99'; };</script>"
    site = await shown(show, BUTTON, PAGES["layer.html"] + says)
    with pytest.raises(FieldNotAccepted) as refused:
        await form_of(site).fill({LABEL: WANTED})
    assert refused.value.params["label"] == CODE


SEARCHED = """<input id=name placeholder=请输入关键字 onclick=look() oninput=look()><div id=below></div><script>
function look() {
  const fitting = Object.values(GOODS).flat().filter(one => one[0].includes($("name").value));
  below.innerHTML = fitting.map(one => `<p data-code=${one[1]}>${one[1]} ${one[0]}</p>`).join("");
  for (const line of below.children) line.onclick = () => {
    $("name").value = line.textContent.split(" ")[1]; $("code").value = line.dataset.code; below.innerHTML = "";
  };
}
</script>"""
DROPPED = SEARCHED.replace(
    "placeholder=请输入关键字 onclick=look() oninput=look()", "readonly placeholder=请选择 onclick=look()"
)


@pytest.mark.parametrize("field", [SEARCHED, DROPPED], ids=["searched", "dropped"])
async def test_a_list_that_the_page_draws_below_its_field_by_itself(show: Show, field: str) -> None:
    assert await filled(await shown(show, field)) == ("复印纸", "A05040101")


NODE = "<table><tr>{}<td>{}</td></tr></table>"
SIGN = """<td><a href="javascript:void(0)" onclick="below('{0}')"><img alt="展开 {1}" width=9 height=9></a></td>"""


async def test_a_layer_whose_page_has_a_tree_of_nested_tables_with_a_radio_button_before_each_leaf(show: Show) -> None:
    def branch(at: str, words: str, inner: str) -> str:
        return NODE.format(SIGN.format(at, words), words) + f"<div id={at} style='display: none'>{inner}</div>"

    leaves = "".join(
        NODE.format(f"<td><input type=radio name=r value='{code}|{name}'></td>", f"[{code}]{name}")
        for code, name in (("A05040101", "复印纸"), ("A05010201", "办公桌"))
    )
    tree = branch("g1", "集中采购", "") + branch("g2", "分散采购", branch("g3", "办公用品", leaves))
    page = f"""{tree}<button onclick="parent.picked(document.querySelector(':checked').value)">确定</button><script>
      function below(id) {{ document.getElementById(id).style.display = 'block'; }}</script>"""
    opens = """<script>function show() {
      const layer = box("mid", `<div>选择品目<a href="javascript:void(0)">×</a></div>
        <iframe width=400 height=300></iframe>`);
      layer.querySelector("iframe").src = "/slow";
    }
    function picked(value) {
      [$("code").value, $("name").value] = value.split("|");
      document.querySelector(".box").remove();
    }
    </script>"""
    site = await shown(show, BUTTON, opens, slow=page)
    assert await filled(site) == ("复印纸", "A05040101")


@pytest.mark.parametrize(("shows", "agrees"), [("A05040101 复印纸", True), ("A05040102 复印纸", False)])
async def test_a_field_that_only_tells_of_the_item_may_tell_code_and_name(
    show: Show, shows: str, *, agrees: bool
) -> None:
    options = "<option value=''>请选择<option>复印纸"
    field = f"<select id=name onchange=\"$('code').value = '{shows}'\">{options}</select>"
    site = await shown(show, field)
    form = form_of(site)
    if agrees:
        await form.fill({LABEL: WANTED})
        assert await form.differences({LABEL: WANTED}) == []
    else:
        with pytest.raises(FieldNotAccepted):
            await form.fill({LABEL: WANTED})
