"""The way in: identity, account, password, 行政区划; five wrong passwords; each portal has its own sessions."""

import pytest

from sandbox.server import RunningSandbox
from tests.control import Control
from tests.sandbox.province_clerk import USER, Clerk, said

OVER = "会话已超时，请重新登录"


def test_the_right_words_open_the_frames(sandbox: Control) -> None:
    page = Clerk(sandbox.url).login()
    assert "<frameset" in page
    assert 'name="mainFrame"' in page


@pytest.mark.parametrize(("change", "words"), [
    ({"password": "falsch"}, "用户名或密码错误"),
    ({"user": "371424612001999"}, "用户名或密码错误"),
    ({"user": ""}, "请输入账户"),
    ({"region": ""}, "请选择行政区划"),
    ({"region": "371500"}, "账户与所选行政区划不符"),
    ({"role": "2"}, "该账户不是所选身份的用户"),
])  # fmt: skip
def test_wrong_words_keep_the_door_shut(sandbox: Control, change: dict[str, str], words: str) -> None:
    clerk = Clerk(sandbox.url)
    assert said(clerk.login(**change)) == words
    assert said(clerk.ask("plan/list.do")) == OVER


def test_the_fifth_wrong_password_locks_the_account_on_this_portal(sandbox: Control, box: RunningSandbox) -> None:
    clerk = Clerk(sandbox.url)
    assert [said(clerk.login(password="x")) for _ in range(5)] == ["用户名或密码错误"] * 4 + ["账号已锁定"]
    assert said(clerk.login()) == "账号已锁定"
    assert box.store.logins.enter("mall", USER, "Sandbox#2021")
    assert "<frameset" in Clerk(sandbox.url, "371526310001002").login()


def test_a_right_password_forgets_the_wrong_ones(sandbox: Control) -> None:
    clerk = Clerk(sandbox.url)
    for _ in range(2):
        for _ in range(4):
            clerk.login(password="x")
        assert "<frameset" in clerk.login()


def test_after_logout_every_page_says_that_the_session_is_over(clerk: Clerk) -> None:
    clerk.ask("logout.do")
    for path in ("main.jsp", "plan/list.do", "plan/form.do?op=add", "item/picker.do"):
        page = clerk.ask(path)
        assert said(page) == OVER
        assert "top.location" in page


def test_a_session_idle_for_half_an_hour_is_over(clerk: Clerk, box: RunningSandbox) -> None:
    box.store.database.run("UPDATE sessions SET seen_at = seen_at - 1801")
    assert said(clerk.ask("plan/list.do")) == OVER


def test_a_closed_door_writes_nothing(sandbox: Control) -> None:
    assert said(Clerk(sandbox.url).save_plan()) == OVER
    assert sandbox.plans(account=USER) == []
