"""What leaves is what was asked: the request of 保存 is read before it goes, and stopped when it says another thing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from urllib.parse import unquote

import pytest

from bots.browser.door.expected import Posted
from bots.browser.door.names import NoNames
from bots.browser.door.witness import Sent
from bots.errors import RequestDisagrees
from bots.terms import WitnessTerms
from bots.widgets.form_page import FormPage
from bots.widgets.recognising import Purpose
from bots.widgets.values import Money, Value
from tests.widgets.screens.conftest import Answer, Show, Site

NAME, YUAN, DAY = "台式计算机采购", Money(Decimal(350000)), date(2020, 9, 18)
VALUES: dict[str, Value] = {"计划名称": NAME, "预算金额": YUAN, "计划采购日期": DAY}
POST = "said => fetch('/save', {method: 'POST', ...said}).then(() => alert('保存成功！'))"
HEAD = f"<script>const $ = id => document.getElementById(id), post = {POST};</script>"
FIELDS = """<table>
<tr><td>计划名称：</td><td><input id=name name=name></td></tr>
<tr><td>预算金额(万元)：</td><td><input id=amount></td></tr>
<tr><td>计划采购日期：</td><td><input id=day name=day></td></tr></table>"""
JSON = "post({headers: {'Content-Type': 'application/json'}, body: JSON.stringify(MODEL)})"


class Sheet(FormPage):
    purpose = Purpose(("计划名称", "预算金额"))


class Learned(NoNames):
    """The names that a filing before has taught."""

    def __init__(self, **keys: Posted) -> None:
        self.keys = {"预算金额": keys["amount"]} if keys else {}
        self.taught: dict[str, Posted] = {}

    def known(self, form: str) -> Mapping[str, Posted]:
        return self.keys

    def heard(self, form: str, sent: Sent, names: Mapping[str, Posted]) -> None:
        self.taught = dict(names)


async def filled(
    show: Show, fields: str, onclick: str, values: Mapping[str, Value] = VALUES, *, answer: Answer = ""
) -> tuple[Site, Sheet]:
    """A form with a button, filled; MODEL in `onclick` is what a page would collect of FIELDS."""
    model = "{name: $('name').value, amount: $('amount').value, day: $('day').value}"
    site = await show(
        f'{HEAD}{fields}<button onclick="{onclick.replace("MODEL", model)}">保存</button>', {"/save": answer or {}}
    )
    site.screen.names = Learned()

    async def home() -> None:
        """Nowhere."""

    form = await Sheet.arrived(site.screen, "test/计划", home)
    await form.fill(values)
    return site, form


async def stopped(form: Sheet) -> RequestDisagrees:
    with pytest.raises(RequestDisagrees) as caught:
        await form.save()
    assert caught.value.nothing_left
    return caught.value


MULTIPART = "const all = new FormData(); Object.entries(MODEL).forEach(pair => all.append(...pair)); post({body: all})"
PACKED = "post({body: new URLSearchParams({op: 'add', data: JSON.stringify(MODEL)})})"
NESTED = JSON.replace("MODEL", "{plan: {base: MODEL, details: [{amount: '0'}]}}")
ZONED = JSON.replace("MODEL", "{...MODEL, day: new Date($('day').value + 'T00:00:00+08:00').toISOString()}")
BY_GET = "location = '/save?' + new URLSearchParams(MODEL)"
RIGHTFUL = {
    "json": JSON,
    "urlencoded": "post({body: new URLSearchParams(MODEL)})",
    "multipart": MULTIPART,
    "nested": NESTED,
    "json-in-a-field": PACKED,
    "iso-day": ZONED,
    "decimals": JSON.replace("MODEL", "{...MODEL, amount: Number($('amount').value).toFixed(6)}"),
}


@pytest.mark.parametrize("onclick", RIGHTFUL.values(), ids=RIGHTFUL)
async def test_what_says_the_plan_passes_however_it_is_packed(show: Show, onclick: str) -> None:
    site, form = await filled(show, FIELDS, onclick)
    assert (await form.save()).kind == "done"
    assert site.posts == ["/save"]
    assert site.said.left == [{"verdict": "agreed", "found": tuple(VALUES), "unseen": (), "differences": []}]
    assert isinstance(site.screen.names, Learned)
    assert set(site.screen.names.taught) == set(VALUES)


@pytest.mark.parametrize(
    ("onclick", "change", "label", "got"),
    [
        (JSON, "amount: undefined", "预算金额", ""),
        (JSON, "amount: ''", "预算金额", ""),
        (JSON, "amount: '350000'", "预算金额", "350000"),
        (JSON, "day: ''", "计划采购日期", ""),
        (MULTIPART, "day: '2020-09-19'", "计划采购日期", "2020-09-19"),
        (PACKED, "day: '2020-09-19'", "计划采购日期", "2020-09-19"),
        (NESTED, "name: '台式计算机'", "计划名称", "台式计算机"),
    ],
)
async def test_a_value_that_is_shown_and_not_sent_stops_the_write(
    show: Show, onclick: str, change: str, label: str, got: str
) -> None:
    site, form = await filled(show, FIELDS, onclick.replace("MODEL", f"{{...MODEL, {change}}}"))
    error = await stopped(form)
    assert (error.params["label"], error.params["got"]) == (label, got)
    assert site.posts == []
    assert site.said.left[0]["verdict"] == "stopped"


@pytest.mark.parametrize(("unit", "passes"), [("万元", False), ("元", True)])
async def test_where_the_key_is_known_its_unit_is_too(show: Show, unit: str, *, passes: bool) -> None:
    yuan = JSON.replace("MODEL", "{...MODEL, amount: $('amount').value * 10000, rows: 35}")
    site, form = await filled(show, FIELDS, yuan)
    site.screen.names = Learned(amount=Posted("amount", unit))
    if passes:
        await form.save()
        assert site.posts == ["/save"]
    else:
        error = await stopped(form)
        assert error.params["reason"] == "other_unit"
        assert error.params["got"] == "350000"
        assert site.posts == []


def following(milliseconds: int) -> str:
    """A field whose model follows what is typed so much later, or never."""
    later = f"setTimeout(() => window.followed = $('name').value, {milliseconds})" if milliseconds else ""
    return FIELDS.replace("id=name name=name", f'id=name oninput="{later}"')


DEBOUNCED = JSON.replace("MODEL", "{...MODEL, name: window.followed || ''}")


async def test_a_model_that_never_follows_is_not_sent(show: Show) -> None:
    site, form = await filled(show, following(0), DEBOUNCED)
    assert (await stopped(form)).params["label"] == "计划名称"
    assert site.posts == []


@pytest.mark.parametrize("later", [200, 1200])
async def test_a_model_that_follows_later_is_sent_once_it_has_followed(show: Show, later: int) -> None:
    site, form = await filled(show, following(later), DEBOUNCED)
    assert (await form.save()).kind == "done"
    assert len(site.bodies) == 1
    assert NAME in site.bodies[0].decode()


@pytest.mark.parametrize("fine", [True, False], ids=["right", "wrong"])
async def test_an_old_form_in_gbk_is_read(show: Show, *, fine: bool) -> None:
    fields = f"<form id=f method=post action=/save accept-charset=gbk>{FIELDS}</form>"
    spoil = "" if fine else "$('name').value = '笔记本'; "
    site, form = await filled(
        show, fields.replace("id=amount", "id=amount name=amount"), f"{spoil}$('f').submit()", answer="保存成功！"
    )
    if fine:
        assert (await form.save()).kind == "done"
        assert unquote(site.bodies[0].decode(), "gbk").startswith(f"name={NAME}&")
    else:
        assert (await stopped(form)).params["got"] == "笔记本"
        assert site.posts == []


CHOICE = """<tr><td>采购方式：</td><td><select id=method><option value="">请选择</option>
<option value=01>公开招标</option><option value=02>询价</option></select></td></tr></table>"""


@pytest.mark.parametrize(("code", "passes"), [("$('method').value", True), ("'01'", False), ("''", False)])
async def test_a_choice_is_sent_by_the_code_that_the_page_pairs_with_it(show: Show, code: str, *, passes: bool) -> None:
    fields = FIELDS.replace("</table>", CHOICE)
    site, form = await filled(
        show, fields, JSON.replace("MODEL", f"{{...MODEL, method: {code}}}"), {**VALUES, "采购方式": "询价"}
    )
    if passes:
        await form.save()
    else:
        assert (await stopped(form)).params["label"] == "采购方式"
    assert len(site.posts) == passes


async def test_a_span_is_read_wherever_its_days_stand(show: Show) -> None:
    fields = FIELDS.replace("</table>", "<tr><td>公示日期：</td><td><input id=span></td></tr></table>")
    split = JSON.replace("MODEL", "{...MODEL, from: $('span').value.slice(0, 10), to: $('span').value.slice(-10)}")
    site, form = await filled(show, fields, split, {**VALUES, "公示日期": "2020-09-18 - 2020-10-18"})
    await form.save()
    assert site.posts == ["/save"]


async def test_a_disabled_field_that_html_does_not_send_is_not_missed(show: Show) -> None:
    fields = FIELDS.replace("</table>", "<tr><td>业务年度：</td><td><input value=2020 disabled></td></tr></table>")
    site, form = await filled(show, fields, JSON, {**VALUES, "业务年度": "2020"})
    await form.save()
    assert site.posts == ["/save"]


async def test_a_field_that_the_site_says_is_not_seen_is_not_missed(show: Show) -> None:
    site, form = await filled(show, FIELDS, JSON.replace("MODEL", "{...MODEL, day: 'x'.repeat(64)}"))
    site.screen.terms = replace(site.screen.terms, witness=WitnessTerms(unseen=("计划采购日期",)))
    await form.save()
    assert site.posts == ["/save"]


async def test_a_body_that_cannot_be_read_passes_and_is_told(show: Show) -> None:
    site, form = await filled(show, FIELDS, "post({body: new Uint8Array([143, 0, 1, 255, 254])})")
    await form.save()
    assert site.posts == ["/save"]
    assert site.said.left[0]["verdict"] == "unread"


async def test_other_requests_of_the_same_click_pass(show: Show) -> None:
    beat = "fetch('/beat', {method: 'POST', body: 'token=8f3a&at=' + Date.now()});"
    check = "fetch('/check', {method: 'POST', body: new URLSearchParams({name: $('name').value})}).then(() => "
    site, form = await filled(show, FIELDS, f"{beat}{check}{JSON})")
    await form.save()
    assert sorted(site.posts) == ["/beat", "/check", "/save"]
    assert site.said.left[0]["verdict"] == "agreed"


async def test_once_a_write_was_stopped_nothing_else_leaves(show: Show) -> None:
    wrong = "fetch('/save', {method: 'POST', body: JSON.stringify({...MODEL, amount: ''})})"
    site, form = await filled(show, FIELDS, f"{wrong}.catch(() => fetch('/save', {{method: 'POST', body: 'x'}}))")
    await stopped(form)
    assert site.posts == []


async def test_a_form_that_is_saved_by_its_address_is_read_too(show: Show) -> None:
    _, form = await filled(show, FIELDS, BY_GET.replace("MODEL", "{...MODEL, amount: ''}"))
    assert (await stopped(form)).params["label"] == "预算金额"
