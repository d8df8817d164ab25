"""What a portal may answer to a save, and what the bot makes of it."""

import pytest

from bots.errors import BotError, OutcomeUnknown, PortalDown, RefusedByPortal, SessionExpired, UnknownDialog
from bots.terms import PortalMessage
from bots.widgets.buttons import press
from bots.widgets.complaints import complain
from bots.widgets.writes import write
from tests.widgets.screens.conftest import Answer, Show, Site

POST = "fetch('/save', {method: 'POST'})"
TOAST = """<script>
function toast(text) {
  const box = document.createElement('div');
  box.style = 'position:fixed;top:20px;left:40%;z-index:9999;background:#eee';
  box.textContent = text; document.body.append(box); setTimeout(() => box.remove(), 250);
}
function ask(text) {
  const veil = document.createElement('div'), box = document.createElement('div');
  veil.style = 'position:fixed;inset:0;background:rgba(0,0,0,.4);z-index:50';
  box.style = 'position:fixed;top:40%;left:40%;width:200px;z-index:51;background:#fff';
  box.innerHTML = '<h4>提示</h4><p>' + text + '</p><button id=yes>确定</button><button id=no>取消</button>';
  document.body.append(veil, box);
  return new Promise(done => { for (const id of ['yes', 'no']) document.getElementById(id).onclick = () => {
    veil.remove(); box.remove(); done(id == 'yes'); }; });
}
</script>"""


def button(onclick: str) -> str:
    return f'{TOAST}<button onclick="{onclick}">保 存</button>'


async def save(site: Site) -> PortalMessage:
    return await write(site.screen, "test/保存", lambda: press(site.screen, "保存"))


@pytest.mark.parametrize(
    "onclick",
    [
        f"{POST}.then(() => alert('保存成功！'))",
        f"if (confirm('确定要保存吗？')) {POST}.then(() => alert('保存成功！'))",
        f"{POST}.then(() => toast('保存成功！'))",
        f"ask('确定保存该记录吗？').then(yes => yes && {POST}.then(() => toast('保存成功！')))",
        f"{POST}.then(() => ask('保存成功！'))",
        f"{POST}.then(() => {{ document.body.innerHTML = '<h3>保存成功！</h3>' }})",
    ],
    ids=["alert", "confirm", "toast", "dom-question", "dom-message", "page"],
)
async def test_done_is_heard_however_it_is_said(show: Show, onclick: str) -> None:
    site = await show(button(onclick), {"/save": {}})
    message = await save(site)
    assert (message.kind, message.text) == ("done", "保存成功！")
    assert site.posts == ["/save"]
    assert site.said.messages == [("done", "保存成功！")]


async def test_the_status_of_a_row_that_is_drawn_anew_is_no_answer(show: Show) -> None:
    row = "<tr><td>1</td><td>台式机</td><td>2021</td><td><b>草稿</b></td></tr>"
    rows = f"<table><tr><th>编号</th><th>名称</th><th>年度</th><th>状态</th></tr>{row * 4}</table>"
    later = "setTimeout(() => toast('保存成功！'), 400)"
    done = f"{POST}.then(() => {{ document.querySelector('b').textContent = '已提交，不能重复提交'; {later} }})"
    site = await show(button(done) + rows, {"/save": {}})
    assert (await save(site)).kind == "done"


async def test_a_popup_that_says_done_and_goes_is_done(show: Show) -> None:
    popup = "<form method=post action=/save target=_self><input type=submit value=保存></form>"
    gone = "<script>alert('保存成功！'); window.close()</script>"
    site = await show("<a href=javascript:; onclick=\"window.open('/form')\">增加</a>", {"/form": popup, "/save": gone})
    await press(site.screen, "增加")
    assert (await save(site)).kind == "done"
    assert site.screen.windows == [site.page]


@pytest.mark.parametrize(
    ("onclick", "answer", "error", "posts"),
    [
        (f"{POST}.then(() => alert('项目名称已存在'))", {}, RefusedByPortal, 1),
        ("alert('名称没填')", {}, RefusedByPortal, 0),  # no pattern knows it, but nothing was sent
        (
            "document.body.append('  '); document.querySelector('i').textContent = '名称必须填写'",
            {},
            RefusedByPortal,
            0,
        ),
        (f"if (confirm('额度将超支，继续吗？')) {POST}", {}, UnknownDialog, 0),
        (f"ask('额度将超支，继续吗？').then(yes => yes && {POST})", {}, UnknownDialog, 0),
        (f"{POST}.then(() => alert('会话已超时，请重新登录'))", {}, SessionExpired, 1),
        (f"{POST}.then(() => alert('好像有点问题'))", {}, OutcomeUnknown, 1),
        (f"{POST}", {}, OutcomeUnknown, 1),
        (f"{POST}", 500, OutcomeUnknown, 1),
        (f"{POST}", 401, SessionExpired, 1),
        (f"{POST}", "lost", OutcomeUnknown, 1),
        (f"{POST}.then(() => alert('系统繁忙'))", {}, OutcomeUnknown, 1),
        ("alert('系统繁忙')", {}, PortalDown, 0),
        ("location = '/save?id=1'", "lost", OutcomeUnknown, 0),  # an old page may save by GET
    ],
)
async def test_the_outcome_is_told_exactly(
    show: Show, onclick: str, answer: Answer, error: type[BotError], posts: int
) -> None:
    site = await show(f"<i></i>{button(onclick)}", {"/save": answer})
    with pytest.raises(error) as caught:
        await save(site)
    assert type(caught.value) is error
    assert len(site.posts) == posts


async def test_a_refusal_is_verbatim(show: Show) -> None:
    site = await show(button(f"{POST}.then(() => ask('该计划已提交，不能修改。（编号 A1）'))"), {"/save": {}})
    with pytest.raises(RefusedByPortal) as caught:
        await save(site)
    assert caught.value.params == {"during": "test/保存", "text": "该计划已提交，不能修改。（编号 A1）"}


async def test_a_question_that_is_known_is_still_declined_where_none_is_expected(show: Show) -> None:
    site = await show(button("document.title = confirm('确定要提交吗？')"))
    await press(site.screen, "保存")
    assert await site.page.title() == "false"
    with pytest.raises(UnknownDialog):
        complain(site.screen)


async def test_a_question_that_stays_in_sight_is_agreed_to_once(show: Show) -> None:
    lingering = f"""<script>
    function linger() {{
      const box = document.createElement('div');
      box.style = 'position:fixed;top:40%;left:40%;width:200px;z-index:51;background:#fff';
      box.setAttribute('role', 'dialog');
      box.innerHTML = '<p>确定要保存吗？</p><button id=yes>确定</button><button>取消</button>';
      document.body.append(box);
      document.getElementById('yes').onclick = () => setTimeout(() => {{
        {POST}.then(() => {{ box.remove(); toast('保存成功！'); }}); }}, 900);
    }}
    </script>"""
    site = await show(f"{lingering}{button('linger()')}", {"/save": {}})
    assert (await save(site)).kind == "done"
    assert site.posts == ["/save"]


async def test_what_was_said_before_is_no_answer_to_this_write(show: Show) -> None:
    tell = "ask('保存成功！')"
    site = await show(
        f'<input type=button value=上一步 onclick="{tell}">{button(POST + ".then(() => ask(`名称已存在`))")}',
        {"/save": {}},
    )
    await press(site.screen, "上一步")
    with pytest.raises(RefusedByPortal) as refused:
        await save(site)
    assert refused.value.params["text"] == "名称已存在"
    assert site.posts == ["/save"]


async def test_a_toast_of_the_action_before_is_no_answer_to_the_next(show: Show) -> None:
    over = "setTimeout(() => document.title = 'over', 600)"
    later = f"setTimeout(() => {{ toast('系统繁忙，请稍后再试'); {over} }}, 100)"
    site = await show(button(later), {"/save": {}})
    await site.screen.begin("test/before", "click")
    await press(site.screen, "保存")
    await site.screen.begin("test/next", "open")
    await site.page.wait_for_function("document.title === 'over'")
    await site.screen.spots()
    complain(site.screen)
    assert site.screen.talk.said == []
