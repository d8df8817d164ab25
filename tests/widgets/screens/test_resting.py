"""What a page is still asking its server for may change its fields and its buttons: it is waited for."""

from bots.widgets.buttons import press
from bots.widgets.form_page import FormPage
from bots.widgets.recognising import Purpose
from tests.widgets.screens.conftest import Show

LATE = """<p><label>计划名称<input id=name></label></p><p><label>采购方式<input id=method></label></p>
<button id=add>增加</button><script>
fetch("/slow").then(() => {
  method.outerHTML = `<select id=method><option value=''>请选择
    <option value=01>网上超市<option value=02>定点采购</select>`;
  add.onclick = () => { document.title = document.getElementById("method").value; };
});
</script>"""


class Plan(FormPage):
    """Two fields."""

    purpose = Purpose(("计划名称", "采购方式"))


async def nowhere() -> None:
    """There is no list that it came from."""


async def test_a_form_is_filled_once_its_fields_have_come(show: Show) -> None:
    site = await show(LATE, {"/slow": {}})
    form = await Plan.arrived(site.screen, "test/计划", nowhere)
    await form.fill({"计划名称": "办公桌", "采购方式": "定点采购"})
    assert await site.page.evaluate("document.getElementById('method').value") == "02"


async def test_a_button_is_pressed_once_it_does_something(show: Show) -> None:
    site = await show(LATE, {"/slow": {}})
    await site.screen.begin("test/增加", "click")
    await press(site.screen, "增加")
    assert await site.page.evaluate("document.getElementById('add').onclick !== null")
