"""What the portal refuses, in its words; the form stays filled and nothing is written."""

import pytest

from sandbox.server import RunningSandbox
from tests.control import Control
from tests.sandbox.province_clerk import USER, Clerk, said


@pytest.mark.parametrize(("change", "words"), [
    ({"name": " "}, "计划名称不能为空"),
    ({"name": "长" * 101}, "计划名称长度不能超过100个字"),
    ({"office": ""}, "业务科室(资金科室)不能为空"),
    ({"method": "99"}, "采购方式不能为空"),
    ({"agency": ""}, "代理机构不能为空"),
    ({"deadline": "2020-09-17"}, "计划实施截止日期不能早于计划采购日期"),
    ({"deadline": "2020-09-31"}, "计划实施截止日期格式不正确"),
    ({"month": "8月"}, "计划月份与计划采购日期不一致"),
    ({"import_allowed": "是"}, "允许采购进口产品时，进口产品审批文号不能为空"),
    ({"general_budget": ""}, "预算内一般预算金额不能为空"),
    ({"general_budget": "三十五"}, "预算内一般预算金额格式不正确，最多保留6位小数"),
    ({"general_budget": "0.1234567"}, "预算内一般预算金额格式不正确，最多保留6位小数"),
    ({"general_budget": "1e999"}, "预算内一般预算金额格式不正确，最多保留6位小数"),
    ({"self_raised": "-1"}, "自筹资金金额不能小于0"),
    ({"general_budget": "0"}, "资金合计必须大于0"),
])  # fmt: skip
def test_a_plan_is_refused_and_stays_in_the_form(
    anyone: Clerk, sandbox: Control, change: dict[str, str], words: str
) -> None:
    page = anyone.save_plan(**change)
    assert said(page) == words
    assert sandbox.plans(account=USER) == []
    if not anyone.draws:
        return
    assert 'value="7518008"' in page
    assert "第一行\r\n第二行</textarea>" in page
    assert ">工业贸易科</option>" in page
    assert ('value="011" selected' in page) == ("office" not in change)


@pytest.mark.parametrize(("change", "words"), [
    ({"catalogue": ""}, "采购目录不能为空"),
    ({"purchase_name": "", "item_code": ""}, "采购名称不能为空"),
    ({"item_code": "A00000000"}, "请选择采购名称"),
    ({"catalogue": "分散采购"}, "采购目录与所选采购品目不符"),
    ({"quantity": "0", "amount": "0"}, "数量必须大于0"),
    ({"quantity": "1.234"}, "数量格式不正确，最多保留2位小数"),
    ({"price": "0", "amount": "0"}, "单价必须大于0"),
    ({"measure": ""}, "计量单位不能为空"),
    ({"amount": "35.000001"}, "金额必须等于单价乘以数量"),
])  # fmt: skip
def test_a_detail_is_refused(anyone: Clerk, sandbox: Control, change: dict[str, str], words: str) -> None:
    anyone.save_plan()
    page = anyone.save_detail(anyone.newest(), **change)
    assert said(page) == words
    assert 'value="台"' in page or "measure" in change or not anyone.draws
    assert sandbox.plans(account=USER)[0]["detail"] is None


def test_a_plan_has_one_detail(anyone: Clerk, sandbox: Control) -> None:
    anyone.save_plan()
    plan = anyone.newest()
    anyone.save_detail(plan)
    assert said(anyone.save_detail(plan, price="0.1", amount="7")) == "一个计划只能有一条明细"
    assert said(anyone.ask(f"detail/form.do?op=add&planId={plan}")) == "一个计划只能有一条明细"
    assert sandbox.plans(account=USER)[0]["detail"]["金额"] == "350000.00"


def test_a_plan_without_its_detail_or_with_another_sum_cannot_be_submitted(anyone: Clerk, sandbox: Control) -> None:
    anyone.save_plan()
    plan = anyone.newest()
    assert said(anyone.submit(plan)) == "请先填写计划明细"
    anyone.save_detail(plan, price="0.4", amount="28")
    assert said(anyone.submit(plan)) == "明细金额与计划金额不一致"
    assert sandbox.plans(account=USER)[0]["status"] == "草稿"
    anyone.save_detail(plan, op="modify")
    assert said(anyone.submit(plan)) == "提交成功！"


def test_a_submitted_plan_is_out_of_the_clerks_hands(anyone: Clerk, box: RunningSandbox) -> None:
    plan = anyone.file()
    before = box.store.plans.get(int(plan)), box.store.plans.detail(int(plan)), box.store.plans.log(int(plan))
    assert said(anyone.submit(plan)) == "该计划已提交，不能重复提交"
    assert said(anyone.save_plan(plan, name="换个名字")) == "该计划已提交，不能修改"
    assert said(anyone.ask(f"plan/form.do?op=modify&planId={plan}")) == "该计划已提交，不能修改"
    assert said(anyone.save_detail(plan, op="modify", spec="x")) == "该计划已提交，不能修改明细"
    assert said(anyone.ask("detail/delete.do", {"planId": plan})) == "该计划已提交，不能删除明细"
    assert said(anyone.ask("plan/delete.do", {"planId": plan})) == "该计划已提交，不能删除"
    assert (box.store.plans.get(int(plan)), box.store.plans.detail(int(plan)), box.store.plans.log(int(plan))) == before


def test_a_draft_can_be_changed_and_deleted(anyone: Clerk, sandbox: Control) -> None:
    anyone.save_plan()
    plan = anyone.newest()
    assert said(anyone.save_plan(plan, name="改过的名称", general_budget="1.5")) == "保存成功！"
    (kept,) = sandbox.plans(account=USER)
    assert (kept["fields"]["计划名称"], kept["fields"]["预算内一般预算金额"]) == ("改过的名称", "15000.00")
    assert said(anyone.ask("plan/delete.do", {"planId": plan})) == "删除成功！"
    assert sandbox.plans(account=USER) == []
