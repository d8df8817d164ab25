"""After 提交: the reviewers' decisions, the log that shows them, and the push to the mall."""

from urllib.error import HTTPError

import pytest

from tests.control import Control
from tests.sandbox.province_clerk import USER, Clerk, rows, said

NUMBER = "37142461200120200015"


def log_of(clerk: Clerk, plan: str) -> list[tuple[str, str, str]]:
    """操作环节, 操作结果, 审核意见 of every entry."""
    grid = rows(clerk.ask(f"plan/log.do?planId={plan}"))
    assert grid[0] == ["序号", "操作环节", "操作人", "操作结果", "操作时间", "审核意见"]
    return [(row[1], row[3], row[5]) for row in grid[1:]]


def test_approval_by_both_offices_records_the_plan_and_pushes_a_sheet(clerk: Clerk, sandbox: Control) -> None:
    plan = clerk.file()
    sandbox.review(NUMBER, "资金科室", "approve", "同意")
    assert sandbox.plans(number=NUMBER)[0]["status"] == "待采购办审核"
    assert sandbox.sheets(plan_number=NUMBER) == []
    sandbox.review(NUMBER, "采购办", "approve", "同意备案")
    assert sandbox.plans(number=NUMBER)[0]["status"] == "已备案"
    (sheet,) = sandbox.sheets(plan_number=NUMBER)
    assert sheet["source"] == "省平台推送"
    assert sheet["account"] == USER
    assert sheet["fields"] == {
        "计划单编号": sheet["number"], "计划单名称": "台式计算机采购项目", "业务年度": "2020", "采购方式": "网上超市",
        "预算品目": "A02010105 台式计算机", "数量": "70.00", "计量单位": "台",
        "预算单价": "5000.00", "预算金额": "350000.00",
        "需求日期": "2020-09-18", "联系人": "张建国", "联系电话": "13800000000", "备注": "第一行\n第二行",
    }  # fmt: skip
    assert log_of(clerk, plan) == [
        ("保存", "保存成功", ""), ("提交", "提交成功", ""), ("资金科室审核", "审核通过", "同意"),
        ("采购办审核", "审核通过", "同意备案"), ("备案确认", "已备案", ""), ("推送网上商城", "推送成功", ""),
    ]  # fmt: skip


def test_a_recorded_plan_may_reach_the_mall_later_and_once(clerk: Clerk, sandbox: Control) -> None:
    plan = clerk.file()
    sandbox.review(NUMBER, "资金科室")
    with pytest.raises(HTTPError, match="409"):
        sandbox.review(NUMBER, "网上商城")
    sandbox.review(NUMBER, "采购办", push=False)
    assert (sandbox.plans(number=NUMBER)[0]["status"], sandbox.sheets(plan_number=NUMBER)) == ("已备案", [])
    assert log_of(clerk, plan)[-1] == ("备案确认", "已备案", "")
    sandbox.review(NUMBER, "网上商城")
    with pytest.raises(HTTPError, match="409"):
        sandbox.review(NUMBER, "网上商城")
    assert len(sandbox.sheets(plan_number=NUMBER)) == 1
    assert log_of(clerk, plan)[-1] == ("推送网上商城", "推送成功", "")


@pytest.mark.parametrize("office", ["资金科室", "采购办"])
def test_a_returned_plan_can_be_changed_and_submitted_again(clerk: Clerk, sandbox: Control, office: str) -> None:
    plan = clerk.file()
    if office == "采购办":
        sandbox.review(NUMBER, "资金科室")
    sandbox.review(NUMBER, office, "return", "请补充规格要求")
    (returned,) = sandbox.plans(number=NUMBER)
    assert (returned["status"], returned["version"]) == ("已退回", 2)
    assert log_of(clerk, plan)[-1] == (f"{office}审核", "退回", "请补充规格要求")
    assert NUMBER in clerk.ask("welcome.jsp")
    assert said(clerk.save_detail(plan, op="modify", spec="补充")) == "保存成功！"
    assert said(clerk.submit(plan)) == "提交成功！"
    assert sandbox.plans(number=NUMBER)[0]["status"] == "待资金科室审核"


def test_an_office_decides_only_what_waits_for_it(clerk: Clerk, sandbox: Control) -> None:
    clerk.file()
    with pytest.raises(HTTPError, match="409"):
        sandbox.review(NUMBER, "采购办")
    with pytest.raises(HTTPError, match="409"):
        sandbox.review("37142461200120209999", "资金科室")
    with pytest.raises(HTTPError, match="400"):
        sandbox.review(NUMBER, "财政部")
    assert sandbox.plans(number=NUMBER)[0]["status"] == "待资金科室审核"
