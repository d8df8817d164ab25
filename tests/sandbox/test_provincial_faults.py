"""Every fault plays, for whom it was armed, as often as it was armed."""

import json
import time
from collections.abc import Callable
from http.client import IncompleteRead, RemoteDisconnected
from urllib.error import HTTPError

import pytest

from tests.control import Control
from tests.sandbox.province_clerk import USER, Clerk, Scripted, said

CUT = (RemoteDisconnected, ConnectionResetError, IncompleteRead)
OTHER = "371526310001002"


def names(sandbox: Control) -> list[str]:
    return [plan["fields"]["计划名称"] for plan in sandbox.plans(account=USER)]


def test_slow_lets_the_named_path_wait(anyone: Clerk, sandbox: Control) -> None:
    sandbox.fault("slow", path_contains="plan/list", seconds=0.8)
    for path, slow in (("plan/form.do?op=add", False), ("plan/list.do", True), ("plan/list.do", False)):
        began = time.monotonic()
        anyone.ask(path)
        assert (time.monotonic() - began > 0.79) == slow


def test_down_is_a_503_until_it_is_cleared(anyone: Clerk, sandbox: Control) -> None:
    sandbox.fault("down", times=2, portal="provincial")
    for _ in range(2):
        with pytest.raises(HTTPError, match="503"):
            anyone.ask("plan/list.do")
    assert "计划编号" in anyone.ask("plan/form.do?op=add")


def test_http_500_before_writes_nothing_and_after_has_written(anyone: Clerk, sandbox: Control) -> None:
    sandbox.fault("http500", on="save", when="before")
    sandbox.fault("http500", on="save", when="after")
    with pytest.raises(HTTPError, match="500"):
        anyone.save_plan(name="前")
    with pytest.raises(HTTPError, match="500"):
        anyone.save_plan(name="后")
    assert said(anyone.save_plan(name="好")) == "保存成功！"
    assert names(sandbox) == ["后", "好"]


@pytest.mark.parametrize("on", ["save", "detail", "submit"])
def test_a_lost_reply_has_written_and_a_browsers_own_resend_writes_nothing_more(
    anyone: Clerk, sandbox: Control, on: str
) -> None:
    anyone.save_plan()
    plan = anyone.newest()
    if on == "submit":
        anyone.save_detail(plan)
    send: dict[str, Callable[[], str]] = {
        "save": anyone.save_plan, "detail": lambda: anyone.save_detail(plan), "submit": lambda: anyone.submit(plan),
    }  # fmt: skip
    sandbox.fault("lost_reply", on=on)
    for _ in range(3):
        with pytest.raises(CUT):
            send[on]()
    kept = sandbox.plans(account=USER)
    assert len(kept) == (2 if on == "save" else 1)
    assert (kept[0]["detail"] is None) == (on == "save")
    assert kept[0]["status"] == ("待资金科室审核" if on == "submit" else "草稿")


def test_a_resend_can_be_played_too(anyone: Clerk, sandbox: Control) -> None:
    sandbox.fault("lost_reply", on="save", resend="play")
    with pytest.raises(CUT):
        anyone.save_plan()
    assert said(anyone.save_plan()) == "保存成功！"
    assert len(names(sandbox)) == 2


def test_session_over_ends_the_session_at_the_named_operation(anyone: Clerk, sandbox: Control) -> None:
    sandbox.fault("session_over", on="save")
    anyone.ask("plan/list.do")
    assert said(anyone.save_plan()) == "会话已超时，请重新登录"
    assert said(anyone.ask("plan/list.do")) == "会话已超时，请重新登录"
    assert names(sandbox) == []
    anyone.login()
    assert said(anyone.save_plan()) == "保存成功！"


def test_kicked_says_that_somebody_else_logged_in(anyone: Clerk, sandbox: Control) -> None:
    sandbox.fault("kicked")
    assert said(anyone.ask("plan/list.do")) == "账号已在别处登录，请重新登录"


def test_single_session_ends_the_other_browser(anyone: Clerk, sandbox: Control) -> None:
    sandbox.fault("single_session", portal="provincial")
    Clerk(sandbox.url).login()
    assert said(anyone.ask("plan/list.do")) == "账号已在别处登录，请重新登录"


def test_a_fault_for_one_account_leaves_the_others_alone(anyone: Clerk, sandbox: Control) -> None:
    other = Clerk(sandbox.url, OTHER)
    other.login()
    sandbox.fault("refusal", on="save", text="预算指标不足", account=OTHER)
    assert said(anyone.save_plan()) == "保存成功！"
    assert said(other.save_plan()) == "预算指标不足"
    assert said(other.save_plan()) == "保存成功！"


@pytest.mark.parametrize("on", ["save", "detail", "submit", "delete"])
def test_a_refusal_is_told_in_its_words(anyone: Clerk, sandbox: Control, on: str) -> None:
    anyone.save_plan()
    plan = anyone.newest()
    anyone.save_detail(plan)
    before = sandbox.plans(account=USER)
    sandbox.fault("refusal", on=on, text="系统繁忙，请稍后再试")
    answer = {
        "save": lambda: anyone.save_plan(plan, name="新"),
        "detail": lambda: anyone.save_detail(plan, op="modify", spec="新"),
        "submit": lambda: anyone.submit(plan), "delete": lambda: anyone.ask("plan/delete.do", {"planId": plan}),
    }[on]()  # fmt: skip
    assert said(answer) == "系统繁忙，请稍后再试"
    assert sandbox.plans(account=USER) == before


def test_a_question_is_asked_before_anything_is_saved(anyone: Clerk, sandbox: Control) -> None:
    sandbox.fault("question", on="save", text="已存在同名计划，是否继续？")
    page = anyone.save_plan()
    assert ('if (confirm("' if anyone.draws else '"code":302') in page
    assert said(page) == "已存在同名计划，是否继续？"
    assert names(sandbox) == []
    assert said(anyone.save_plan(confirmed="1")) == "保存成功！"


def test_a_name_is_cut_silently(anyone: Clerk, sandbox: Control) -> None:
    sandbox.fault("cut_name", length=5)
    assert said(anyone.save_plan()) == "保存成功！"
    assert names(sandbox) == ["台式计算机"[:5]]


def test_amounts_are_rounded_to_two_decimals_of_wan(anyone: Clerk, sandbox: Control) -> None:
    sandbox.fault("round_amount", times=2)
    anyone.save_plan(general_budget="35.126")
    anyone.save_detail(anyone.newest(), price="0.506", amount="35.42")
    (plan,) = sandbox.plans(account=USER)
    assert plan["fields"]["预算内一般预算金额"] == "351300.00"
    assert plan["detail"]["单价"] == "5100.00"


def test_an_option_is_not_offered_any_more(anyone: Clerk, sandbox: Control) -> None:
    sandbox.fault("drop_option", label="采购方式", option="网上超市")
    page = anyone.ask("plan/form.do?op=add")
    assert "网上超市" not in page
    assert "定点采购" in page


@pytest.mark.parametrize(("label", "column"), [("需求公示编号", "extra_需求公示编号"), ("联系电话", "phone")])
def test_one_more_field_is_demanded(anyone: Clerk, sandbox: Control, label: str, column: str) -> None:
    sandbox.fault("require_field", times=2, portal="provincial", label=label)
    form = anyone.ask("plan/form.do?op=add")
    starred = f'{label}<font color="red">*</font>：'
    assert starred in form if anyone.draws else label in required(form)
    assert said(anyone.save_plan(**{column: ""})) == f"{label}不能为空"
    assert said(anyone.save_plan(**{column: "A-17"})) == "保存成功！"
    assert sandbox.plans(account=USER)[0]["fields"][label] == "A-17"


def test_a_notice_covers_the_list_once(anyone: Clerk, sandbox: Control) -> None:
    sandbox.fault("notice", portal="provincial", text="今晚升级")
    assert "今晚升级" in anyone.ask("plan/list.do")
    answer = anyone.ask("plan/list.do")
    assert "noticeLayer" not in answer
    assert '"notice":""' in answer or anyone.draws


@pytest.mark.parametrize("kind", [Clerk, Scripted])
def test_a_captcha_stands_on_the_login_page_and_cannot_be_passed(sandbox: Control, kind: type[Clerk]) -> None:
    sandbox.fault("captcha", times=9, portal="provincial")
    clerk = kind(sandbox.url)
    assert "验证码" in clerk.ask("site/login.jsp" if clerk.draws else "screens.do")
    assert said(clerk.login(captcha="7K3w")) == "验证码错误"


@pytest.mark.parametrize("kind", [Clerk, Scripted])
def test_an_expired_password_lets_nobody_in(sandbox: Control, kind: type[Clerk]) -> None:
    sandbox.fault("password_expired", portal="provincial")
    clerk = kind(sandbox.url)
    assert said(clerk.login()) == "密码已过期，请修改密码"
    assert said(clerk.ask("plan/list.do")) == "会话已超时，请重新登录"


def required(answer: str) -> list[str]:
    return [field["label"] for field in json.loads(answer)["form"]["fields"] if field["required"]]
