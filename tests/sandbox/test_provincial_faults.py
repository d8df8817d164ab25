"""Every fault plays, for whom it was armed, as often as it was armed."""

import time
from collections.abc import Callable
from urllib.error import HTTPError

import pytest

from tests.control import Control
from tests.sandbox.province_clerk import USER, Clerk, said

OTHER = "371526310001002"


def names(sandbox: Control) -> list[str]:
    return [plan["fields"]["计划名称"] for plan in sandbox.plans(account=USER)]


def test_slow_lets_the_named_path_wait(clerk: Clerk, sandbox: Control) -> None:
    sandbox.fault("slow", path_contains="plan/list", seconds=0.3)
    for path, slow in (("welcome.jsp", False), ("plan/list.do", True), ("plan/list.do", False)):
        began = time.monotonic()
        clerk.ask(path)
        assert (time.monotonic() - began > 0.29) == slow


def test_down_is_a_503_until_it_is_cleared(clerk: Clerk, sandbox: Control) -> None:
    sandbox.fault("down", times=2, portal="provincial")
    for _ in range(2):
        with pytest.raises(HTTPError, match="503"):
            clerk.ask("")
    assert "用户登录" in clerk.ask("")


def test_http_500_before_writes_nothing_and_after_has_written(clerk: Clerk, sandbox: Control) -> None:
    sandbox.fault("http500", on="save", when="before")
    sandbox.fault("http500", on="save", when="after")
    with pytest.raises(HTTPError, match="500"):
        clerk.save_plan(name="前")
    with pytest.raises(HTTPError, match="500"):
        clerk.save_plan(name="后")
    assert said(clerk.save_plan(name="好")) == "保存成功！"
    assert names(sandbox) == ["后", "好"]


@pytest.mark.parametrize("on", ["save", "detail", "submit"])
def test_a_lost_reply_has_written_and_a_browsers_own_resend_writes_nothing_more(
    clerk: Clerk, sandbox: Control, on: str
) -> None:
    clerk.save_plan()
    plan = clerk.newest()
    if on == "submit":
        clerk.save_detail(plan)
    send: dict[str, Callable[[], str]] = {
        "save": clerk.save_plan, "detail": lambda: clerk.save_detail(plan), "submit": lambda: clerk.submit(plan),
    }  # fmt: skip
    sandbox.fault("lost_reply", on=on)
    for _ in range(3):
        with pytest.raises(OSError, match=r"Remote end closed|reset by peer"):
            send[on]()
    kept = sandbox.plans(account=USER)
    assert len(kept) == (2 if on == "save" else 1)
    assert (kept[0]["detail"] is None) == (on == "save")
    assert kept[0]["status"] == ("待资金科室审核" if on == "submit" else "草稿")


def test_a_resend_can_be_played_too(clerk: Clerk, sandbox: Control) -> None:
    sandbox.fault("lost_reply", on="save", resend="play")
    with pytest.raises(OSError, match=r"Remote end closed|reset by peer"):
        clerk.save_plan()
    assert said(clerk.save_plan()) == "保存成功！"
    assert len(names(sandbox)) == 2


def test_session_over_ends_the_session_at_the_named_operation(clerk: Clerk, sandbox: Control) -> None:
    sandbox.fault("session_over", on="save")
    clerk.ask("plan/list.do")
    assert said(clerk.save_plan()) == "会话已超时，请重新登录"
    assert said(clerk.ask("plan/list.do")) == "会话已超时，请重新登录"
    assert names(sandbox) == []
    clerk.login()
    assert said(clerk.save_plan()) == "保存成功！"


def test_kicked_says_that_somebody_else_logged_in(clerk: Clerk, sandbox: Control) -> None:
    sandbox.fault("kicked")
    assert said(clerk.ask("plan/list.do")) == "账号已在别处登录，请重新登录"


def test_single_session_ends_the_other_browser(clerk: Clerk, sandbox: Control) -> None:
    sandbox.fault("single_session", portal="provincial")
    Clerk(sandbox.url).login()
    assert said(clerk.ask("plan/list.do")) == "账号已在别处登录，请重新登录"


def test_a_fault_for_one_account_leaves_the_others_alone(clerk: Clerk, sandbox: Control) -> None:
    other = Clerk(sandbox.url, OTHER)
    other.login()
    sandbox.fault("refusal", on="save", text="预算指标不足", account=OTHER)
    assert said(clerk.save_plan()) == "保存成功！"
    assert said(other.save_plan()) == "预算指标不足"
    assert said(other.save_plan()) == "保存成功！"


@pytest.mark.parametrize("on", ["save", "detail", "submit", "delete"])
def test_a_refusal_is_told_in_its_words(clerk: Clerk, sandbox: Control, on: str) -> None:
    clerk.save_plan()
    plan = clerk.newest()
    clerk.save_detail(plan)
    before = sandbox.plans(account=USER)
    sandbox.fault("refusal", on=on, text="系统繁忙，请稍后再试")
    answer = {
        "save": lambda: clerk.save_plan(plan, name="新"),
        "detail": lambda: clerk.save_detail(plan, op="modify", spec="新"),
        "submit": lambda: clerk.submit(plan), "delete": lambda: clerk.ask("plan/delete.do", {"planId": plan}),
    }[on]()  # fmt: skip
    assert said(answer) == "系统繁忙，请稍后再试"
    assert sandbox.plans(account=USER) == before


def test_a_question_is_asked_before_anything_is_saved(clerk: Clerk, sandbox: Control) -> None:
    sandbox.fault("question", on="save", text="已存在同名计划，是否继续？")
    page = clerk.save_plan()
    assert 'if (confirm("' in page
    assert said(page) == "已存在同名计划，是否继续？"
    assert names(sandbox) == []
    assert said(clerk.save_plan(confirmed="1")) == "保存成功！"


def test_a_name_is_cut_silently(clerk: Clerk, sandbox: Control) -> None:
    sandbox.fault("cut_name", length=5)
    assert said(clerk.save_plan()) == "保存成功！"
    assert names(sandbox) == ["台式计算机"[:5]]


def test_amounts_are_rounded_to_two_decimals_of_wan(clerk: Clerk, sandbox: Control) -> None:
    sandbox.fault("round_amount", times=2)
    clerk.save_plan(general_budget="35.126")
    clerk.save_detail(clerk.newest(), price="0.506", amount="35.42")
    (plan,) = sandbox.plans(account=USER)
    assert plan["fields"]["预算内一般预算金额"] == "351300.00"
    assert plan["detail"]["单价"] == "5100.00"


def test_an_option_is_not_offered_any_more(clerk: Clerk, sandbox: Control) -> None:
    sandbox.fault("drop_option", label="采购方式", option="网上超市")
    page = clerk.ask("plan/form.do?op=add")
    assert ">网上超市</option>" not in page
    assert ">定点采购</option>" in page


@pytest.mark.parametrize(("label", "column"), [("需求公示编号", "extra.需求公示编号"), ("联系电话", "phone")])
def test_one_more_field_is_demanded(clerk: Clerk, sandbox: Control, label: str, column: str) -> None:
    sandbox.fault("require_field", times=2, portal="provincial", label=label)
    assert f'{label}<font color="red">*</font>：' in clerk.ask("plan/form.do?op=add")
    assert said(clerk.save_plan(**{column: ""})) == f"{label}不能为空"
    assert said(clerk.save_plan(**{column: "A-17"})) == "保存成功！"
    assert sandbox.plans(account=USER)[0]["fields"][label] == "A-17"


def test_a_notice_covers_the_list_once(clerk: Clerk, sandbox: Control) -> None:
    sandbox.fault("notice", portal="provincial", text="今晚升级")
    assert "今晚升级" in clerk.ask("plan/list.do")
    assert "noticeLayer" not in clerk.ask("plan/list.do")


def test_a_captcha_stands_on_the_login_page_and_cannot_be_passed(sandbox: Control) -> None:
    sandbox.fault("captcha", times=9, portal="provincial")
    clerk = Clerk(sandbox.url)
    assert "验证码：" in clerk.ask("site/login.jsp")
    assert said(clerk.login(captcha="7K3w")) == "验证码错误"


def test_an_expired_password_lets_nobody_in(sandbox: Control) -> None:
    sandbox.fault("password_expired", portal="provincial")
    clerk = Clerk(sandbox.url)
    assert said(clerk.login()) == "密码已过期，请修改密码"
    assert said(clerk.ask("plan/list.do")) == "会话已超时，请重新登录"
