"""The control API gives every field as it stands, resets, and knows its faults."""

import json
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from sandbox.store.fields import DETAIL_FIELDS, PLAN_FIELDS
from tests.control import Control
from tests.sandbox.province_clerk import USER, Clerk, said


def test_it_answers_when_asked_for_its_health(sandbox: Control) -> None:
    with urlopen(f"{sandbox.base}health", timeout=5) as answer:  # noqa: S310  the sandbox's own address
        assert json.load(answer) == {"ok": True}


def test_a_plan_is_given_with_every_field_as_it_was_written(clerk: Clerk, sandbox: Control) -> None:
    imported = {"import_allowed": "是", "import_approval": "鲁财〔2020〕1号"}
    clerk.save_plan(government_fund="0.123456", method="竞争性磋商", **imported)
    clerk.save_detail(clerk.newest(), price="0.501763", amount="35.123410")
    (plan,) = sandbox.plans(account=USER)
    assert list(plan["fields"]) == [field.word for field in PLAN_FIELDS]
    assert plan["fields"] == {
        "计划编号": "37142461200120200015", "计划名称": "台式计算机采购项目", "业务年度": "2020", "计划月份": "9月",
        "业务科室(资金科室)": "工业贸易科", "采购方式": "竞争性磋商", "计划采购日期": "2020-09-18",
        "计划实施截止日期": "2020-09-18", "采购类型": "其他", "是否科研项目": "否", "是否执行国际招标程序": "否",
        "允许采购进口产品": "是", "进口产品审批文号": "鲁财〔2020〕1号", "中标方式审批文号": "",
        "PPP模式项目标识": "否",
        "预算内一般预算金额": "350000.00", "预算内政府性基金金额": "1234.56", "预算内国有资本运营金额": "0.00",
        "财政专户资金金额": "0.00", "自筹资金金额": "0.00", "代理机构": "聊城市采购中心", "传真号码": "7518008",
        "联系人": "张建国", "联系电话": "13800000000", "备注": "第一行\n第二行",
    }  # fmt: skip
    assert list(plan["detail"]) == [field.word for field in DETAIL_FIELDS]
    assert (plan["detail"]["单价"], plan["detail"]["数量"], plan["detail"]["金额"]) == ("5017.63", "70.00", "351234.10")
    assert (plan["status"], plan["unit"], plan["version"]) == ("草稿", "612001", 1)


def test_reset_is_the_first_day_again(clerk: Clerk, sandbox: Control) -> None:
    everything = sandbox.plans()
    clerk.file()
    sandbox.fault("down", times=9)
    sandbox.reset()
    assert sandbox.plans() == everything
    assert said(clerk.ask("plan/list.do")) == "会话已超时，请重新登录"


def test_a_fault_that_nobody_plays_is_refused(sandbox: Control) -> None:
    with pytest.raises(HTTPError, match="400"):
        sandbox.fault("earthquake")
