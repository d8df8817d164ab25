"""Forms that a server draws anew after a choice, and calendars that are a window of their own which does the same."""

from datetime import date

from bots.widgets.form import Form
from bots.widgets.items import Item
from bots.widgets.picker import Picker
from bots.widgets.values import Value
from tests.widgets.screens.conftest import Show

WINDOW = "'width=300,height=300'"
FORM = f"""<table>
<tr><td>采购名称<td><input id=name readonly>
  <button type=button onclick="window.open('/items', 'items', {WINDOW})">选择</button>
<tr><td>采购方式<td><select id=method><option value=''>请选择<option>网上超市<option>定点采购</select>
<tr><td>代理机构<td><select id=agency></select>
<tr><td>计划采购日期<td><input id=day readonly>
  <img class=calendar alt='' width=16 height=16 onclick="window.open('/days?2026-11', 'days', {WINDOW})"></table>"""
POSTS_BACK = """<script>
const all = [...document.querySelectorAll("[id]")], kept = JSON.parse(sessionStorage.form || "{}");
agency.innerHTML = kept.method ? "<option>聊城市采购中心<option>德州市采购中心" : "<option value=''>请先选择采购方式";
for (const [id, value] of Object.entries(kept)) if (value) document.getElementById(id).value = value;
method.onchange = () => {
  sessionStorage.form = JSON.stringify(Object.fromEntries(all.map(el => [el.id, el.value])));
  location.reload();
};
</script>"""
ITEMS = """<ul><li><a href=#1 onclick="take()">A05040101 复印纸</a></li><li><a href=#2>A05010201 办公桌</a></li></ul>
<script>function take() { opener.document.getElementById("name").value = "复印纸"; window.close(); }</script>"""
DAYS = """<select id=y></select><select id=m></select><div id=body></div><script>
const [year, month] = location.search.slice(1).split("-").map(Number);
for (let at = 2018; at < 2032; at += 1) y.add(new Option(at + "年", at, false, at === year));
for (let at = 1; at < 13; at += 1) m.add(new Option(at + "月", at, false, at === month));
y.onchange = m.onchange = () => { location.search = y.value + "-" + m.value; };
const first = new Date(year, month - 1, 1).getDay(), last = new Date(year, month, 0).getDate();
let cells = "<td>".repeat(first);
for (let day = 1; day <= last; day += 1) {
  cells += `<td><a href="javascript:take(${day})">${day}</a>${(first + day) % 7 ? "" : "<tr>"}`;
}
body.innerHTML = `<table><tr>${"日一二三四五六".replace(/./g, "<th>$&")}<tr>${cells}</table>`;
function take(day) {
  const two = number => String(number).padStart(2, "0");
  opener.document.getElementById("day").value = `${year}-${two(month)}-${two(day)}`;
  window.close();
}
</script>"""


async def test_a_form_that_is_drawn_anew_by_its_server_is_filled_to_its_end(show: Show) -> None:
    site = await show(FORM + POSTS_BACK, {"/items": ITEMS, "/days": DAYS})
    screen = site.screen
    form = Form(site.page.main_frame, screen.terms, path="test", trail=screen.trail, windows=Picker(screen, "test"))

    values: dict[str, Value] = {
        "采购方式": "定点采购",
        "采购名称": Item("复印纸", "A05040101"),
        "代理机构": "德州市采购中心",
        "计划采购日期": date(2024, 2, 29),
    }
    await form.fill(values)

    assert await form.differences(values) == []
    assert screen.windows == [site.page]
