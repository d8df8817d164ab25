"""Front pages and login forms of many makes: found, filled, pressed once; and what is not understood is told truly."""

import json
from dataclasses import replace

import pytest

from bots.errors import BotError, LoginIncomplete, LoginNotUnderstood, LoginRefused, WrongPassword
from bots.provincial.login import LoginPage
from bots.terms import Credentials
from configs.sites.loading import load_site
from flows.terms import terms_of
from tests.widgets.screens.conftest import Answer, Show, Site

CITY = Credentials("user002", "Secret#1", "聊城市", "采购人", "371500", ("山东省",))
COUNTY = Credentials("user002", "Secret#1", "临清市", "采购人", "371581", ("山东省", "聊城市"))
USER = "<p>账号 <input id=user></p>"
PASSWORD = "<p>密码 <input type=password id=password></p>"
SUBMIT = "<button onclick=send()>登 录</button>"
SEND = """<script>
const shown = el => el.matches("select") ? el.selectedOptions[0].text : el.value;
function send() {
  const named = [...document.querySelectorAll("[id]")].filter(el => el.matches("input, select") && el.type !== "radio");
  const told = Object.fromEntries(named.map(el => [el.id, shown(el)]));
  const role = document.querySelector("input[type=radio]:checked, .tab.on");
  fetch("/login", {method: "POST", body: JSON.stringify({...told, role: role ? role.value || role.textContent : ""})})
    .then(answer => answer.json()).then(done => done.ok ? location = "/work" : alert(done.said));
}
</script>"""
WORK = "<ul><li><a href=javascript:>计划备案</a></li></ul>"
REGION = "<p>所属区划 <select id=region><option>请选择<option>德州市<option>聊城市本级<option>临清市</select></p>"
TWO = """<p>选择地区 <select id=city onchange=fill()><option>--请选择市--<option>德州市<option>聊城市</select>
<select id=county><option>--请选择县区--</select></p><script>
const counties = {"德州市": ["市本级", "临邑县"], "聊城市": ["市本级", "东昌府区", "临清市"]};
function fill() {
  const there = counties[city.selectedOptions[0].text] || [];
  setTimeout(() => { county.innerHTML = "<option>--请选择县区--" + there.map(n => "<option>" + n).join(""); }, 300);
}
</script>"""

HEADED = (
    TWO.replace("市本级", "聊城市").replace("<p>选择地区", "<table><tr><td>选择地区<td>").replace("</p>", "</table>")
)
ANEW = TWO.replace("county.innerHTML = ", "county.outerHTML = '<select id=county>' + ")
DROPPED = """<p>行政区划 <input id=region readonly placeholder=请选择 onclick=drop()></p><div id=box></div><script>
function drop() {
  box.innerHTML = "<ul><li><i onclick='below.hidden = !below.hidden'>+</i><a>聊城市</a><ul id=below hidden>"
    + "<li><a onclick=take(this)>市本级</a><li><a onclick=take(this)>临清市</a></ul><li><i>+</i><a>德州市</a></ul>";
}
function take(one) { region.value = one.textContent; box.innerHTML = ""; }
</script>"""  # a tree of the page's own


async def arrived(show: Show, front: str, pages: dict[str, Answer]) -> Site:
    """On the front page of a portal that words things as the shipped profile expects."""
    site = await show(front, pages)
    terms = terms_of(load_site("real").provincial)
    site.screen.terms = replace(terms, base_url=site.screen.terms.base_url, wait_seconds=6)
    return site


async def enter(
    show: Show, front: str, form: str = "", *, credentials: Credentials = CITY, answer: Answer | None = None
) -> Site:
    """Log in on these pages; `answer`: what the portal says to it."""
    pages: dict[str, Answer] = {"/form": f"{form}{SEND}", "/login": answer or {"ok": True}, "/work": WORK}
    site = await arrived(show, front, pages)
    await LoginPage(site.screen).enter(credentials)
    return site


def posted(site: Site) -> dict[str, str]:
    (body,) = site.bodies
    told: dict[str, str] = json.loads(body)
    return told


WHOLE = USER + PASSWORD + REGION + SUBMIT
UNDER_THE_HAND = """<style>nav ul { display: none } nav:hover ul { display: block }</style>
<nav style="width: 80px"><span>业务系统</span><ul><li><a href=/form>用户登录</a></li></ul></nav>"""


@pytest.mark.parametrize(
    "front",
    [
        "<a href=/form>用户登录</a>",
        "<header><a href=/form>用户登录</a></header><div><a href=/form>用户登录</a></div>",
        "<button onclick=\"location='/form'\">用户登录</button><button onclick=\"location='/form'\">用户登录</button>",
        "<a href=/form>用户登陆</a> <a href=/no>供应商登陆</a>",
        "<a href=/form>用户登录</a><button onclick=\"window.location.href='/form'\">用户登录</button>",
        "<a href=/form>预算单位业务登录</a> <a href=/no>供应商登录</a> <a href=/no>CA登录</a>",
        UNDER_THE_HAND,
        WHOLE + SEND,
    ],
    ids=[
        "link",
        "twice",
        "two buttons",
        "spelt otherwise",
        "link and button",
        "near",
        "under the hand",
        "the form itself",
    ],
)
async def test_every_way_in_is_taken(show: Show, front: str) -> None:
    told = posted(await enter(show, front, WHOLE))
    assert told == {"user": "user002", "password": "Secret#1", "region": "聊城市本级", "role": ""}


async def test_the_button_of_a_form_that_is_still_drawn_is_no_way_in(show: Show) -> None:
    drawn = f"setTimeout(() => {{ fields.innerHTML = `{USER}{PASSWORD}` }}, 200)"
    late = f"<div id=fields></div>{SUBMIT}<script>{drawn}</script>"
    assert posted(await enter(show, "<a href=/form>登录</a>", late))["user"] == "user002"


RADIOS = "<p>身份 <input type=radio name=r value=S checked>供应商 <input type=radio name=r value=B>采购人</p>"
TAB = "onclick=\"document.querySelector('.tab.on')?.classList.remove('on'); this.classList.add('on')\""
TABS = f"<ul><li class='tab on' {TAB}>供应商</li><li class=tab {TAB} style='cursor: pointer'>采购人</li></ul>"
NO_LABELS = "<input id=user placeholder=请输入您的工号><input type=password id=password>" + SUBMIT
SITE_WIDE = "<p><input id=search placeholder=搜索> <a href=/no>登录</a></p>"


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        (RADIOS + WHOLE, {"role": "B"}),
        (TABS + WHOLE, {"role": "采购人"}),
        (USER + PASSWORD + TWO + SUBMIT, {"city": "聊城市", "county": "市本级"}),
        (USER + PASSWORD + HEADED + SUBMIT, {"city": "聊城市", "county": "聊城市"}),
        (USER + PASSWORD + DROPPED + SUBMIT, {"region": "市本级"}),
        (NO_LABELS, {"user": "user002"}),
        (SITE_WIDE + "<form onsubmit='return false'>" + WHOLE + "</form>", {"region": "聊城市本级", "search": ""}),
    ],
    ids=[
        "radio",
        "tabs",
        "two selects",
        "headed by the city",
        "a tree",
        "no labels",
        "beside a link of the same word",
    ],
)
async def test_every_login_form_is_filled(show: Show, form: str, wanted: dict[str, str]) -> None:
    told = posted(await enter(show, "<a href=/form>用户登录</a>", form))
    assert {key: told[key] for key in wanted} == wanted


@pytest.mark.parametrize("region", [TWO, ANEW], ids=["filled", "drawn anew"])
async def test_a_county_is_chosen_under_its_city(show: Show, region: str) -> None:
    form = USER + PASSWORD + region + SUBMIT
    told = posted(await enter(show, "<a href=/form>用户登录</a>", form, credentials=COUNTY))
    assert (told["city"], told["county"]) == ("聊城市", "临清市")


@pytest.mark.parametrize(
    ("front", "form", "reason", "param", "value"),
    [
        ("<a href=/a>用户登录</a> <a href=/b>用户登录</a>", "", "button_missing", "candidates", ["用户登录"]),
        ("<a href=/a>供应商登录</a>", "", "button_missing", "candidates", ["供应商登录"]),
        ("<a href=/form>用户登录</a>", PASSWORD + SUBMIT, "field_missing", "label", "账户"),
        (
            "<a href=/form>用户登录</a>",
            USER
            + PASSWORD
            + "<p>区划 <select id=region><option>请选择<option>德州市<option>菏泽市</select></p>"
            + SUBMIT,
            "option_not_offered",
            "offered",
            ["德州市", "菏泽市"],
        ),
        (
            "<a href=/form>用户登录</a>",
            USER + "<p>单位 <input></p>" + PASSWORD + SUBMIT,
            "field_missing",
            "label",
            "行政区划",
        ),
    ],
    ids=["two places", "nobody's", "no account", "another region", "an unknown field"],
)
async def test_what_is_not_understood_is_told_for_the_whole_account_and_nothing_is_sent(
    show: Show, front: str, form: str, reason: str, param: str, value: object
) -> None:
    site: Site | None = None
    with pytest.raises(LoginNotUnderstood) as caught:
        site = await enter(show, front, form)
    assert site is None
    assert caught.value.closes_lane
    assert caught.value.params["reason"] == reason
    assert caught.value.params[param] == value


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("请选择市和县区", LoginIncomplete),
        ("行政区划不能为空", LoginIncomplete),
        ("用户角色不正确", LoginRefused),
        ("登录失败，请重新登录", LoginRefused),
        ("用户名或密码错误", WrongPassword),
    ],
)
async def test_only_words_about_the_password_accuse_it(show: Show, said: str, error: type[BotError]) -> None:
    with pytest.raises(error) as caught:
        await enter(show, "<a href=/form>用户登录</a>", WHOLE, answer={"ok": False, "said": said})
    assert caught.value.params["text"] == said


async def test_a_form_that_says_what_it_lacks_before_it_sends_anything_refuses_no_password(show: Show) -> None:
    checks = SUBMIT.replace("send()", "note.textContent='请先阅读并同意用户协议'") + "<p id=note></p>"
    with pytest.raises(LoginIncomplete) as caught:
        await enter(show, "<a href=/form>用户登录</a>", USER + PASSWORD + REGION + checks)
    assert caught.value.params["text"] == "请先阅读并同意用户协议"


async def test_a_work_area_without_the_menu_is_no_portal_that_is_down(show: Show) -> None:
    site = await arrived(
        show, "<a href=/form>用户登录</a>", {"/form": WHOLE + SEND, "/login": {"ok": True}, "/work": "<p>欢迎</p>"}
    )
    with pytest.raises(LoginNotUnderstood) as caught:
        await LoginPage(site.screen).enter(CITY)
    assert caught.value.params["reason"] == "menu_missing"
