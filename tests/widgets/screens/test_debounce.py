"""A form whose model follows what is typed only later is saved when it has followed, and no sooner than it must."""

import time
from decimal import Decimal

import pytest

from bots.errors import FieldNotAccepted
from bots.widgets import scripts
from bots.widgets.form_page import FormPage
from bots.widgets.recognising import Purpose
from bots.widgets.values import Money
from tests.widgets.screens.conftest import Show, Site

# The model follows 700 ms after the last key, as with a debounced listener; saving sends the model.
FORM = """<p><label>计划名称<input id=name></label></p><p><label>预算金额(万元)<input id=amount></label></p>
<button onclick="save()">保 存</button><script>
const model = {};
const debounced = (then, ms) => { let timer = 0; return () => { clearTimeout(timer); timer = setTimeout(then, ms); }; };
EXTRA
for (const field of document.querySelectorAll('input')) {
  field.addEventListener('input', debounced(() => { model[field.id] = field.value; }, 700));
}
const save = () => { document.title = JSON.stringify(model);
  fetch('/save', { method: 'POST', body: JSON.stringify(model) }).then(() => toast('保存成功')); };
const toast = words => { document.body.insertAdjacentHTML('beforeend', `<div role=alert>${words}</div>`); };
</script>"""
LATER = """amount.addEventListener('input', debounced(() => { amount.value = Math.round(amount.value); }, 500));"""
TICKS = """setInterval(() => {}, 100); const tick = () => setTimeout(tick, 300); tick();"""
POLLS = """amount.addEventListener('input', () => { const poll = () => setTimeout(poll, 400); poll(); });"""


class PlanForm(FormPage):
    """Two fields and 保存."""

    purpose = Purpose(("计划名称", "预算金额"))


async def nowhere() -> None:
    """There is no list that it came from."""


async def arrived(show: Show, extra: str = "") -> tuple[Site, PlanForm]:
    site = await show(FORM.replace("EXTRA", extra), {"/save": {}})
    return site, await PlanForm.arrived(site.screen, "test/计划", nowhere)


async def test_what_was_typed_has_reached_the_model_when_it_is_saved(show: Show) -> None:
    site, form = await arrived(show)
    await form.fill({"计划名称": "办公桌", "预算金额": Money(Decimal(350000))})

    assert (await form.save()).kind == "done"

    assert await site.page.title() == '{"name":"办公桌","amount":"35"}'


async def test_what_the_bot_itself_puts_off_is_not_waited_for(show: Show) -> None:
    echoes = FORM.replace("700)", "0)").replace("EXTRA", "amount.oninput = () => document.body.append(amount.value);")
    site = await show(echoes, {"/save": {}})
    form = await PlanForm.arrived(site.screen, "test/计划", nowhere)
    await form.fill({"计划名称": "办公桌", "预算金额": Money(Decimal(350000))})

    assert not await scripts.ask(site.page.main_frame, "quiet", {"ms": 2000})


async def test_what_the_page_makes_of_it_later_is_seen_before_it_is_saved(show: Show) -> None:
    site, form = await arrived(show, LATER)
    await form.fill({"计划名称": "办公桌", "预算金额": Money(Decimal(356000))})

    with pytest.raises(FieldNotAccepted) as refused:
        await form.save()

    assert (refused.value.params["wanted"], refused.value.params["got"]) == ("35.6", "36")
    assert site.posts == []


@pytest.mark.parametrize("clock", [TICKS, POLLS], ids=["its own", "since it was typed in"])
async def test_a_page_whose_clock_never_stops_is_saved_all_the_same(show: Show, clock: str) -> None:
    site, form = await arrived(show, clock)
    await form.fill({"计划名称": "办公桌", "预算金额": Money(Decimal(350000))})
    begun = time.monotonic()

    assert (await form.save()).kind == "done"

    assert await site.page.title() == '{"name":"办公桌","amount":"35"}'
    assert time.monotonic() - begun < 6
