from collections.abc import Callable

import pytest

from configs.plans.check import LoadedPlans
from configs.plans.model import Plan
from configs.problems import Problem
from tests.configs.conftest import file_text, line_of, plan_text

ProblemOf = Callable[..., Problem]
PlanOf = Callable[..., Plan]


def at(key: str, **changes: str | None) -> int:
    return line_of(file_text(plan_text(**changes)), key)


def test_the_funds_must_add_up_to_the_detail(problem_of: ProblemOf) -> None:
    problem = problem_of(预算内一般预算金额="34万元", 自筹资金金额="0.5万元")
    assert (problem.code, problem.field, problem.line) == ("funds_differ", "资金", at("预算内一般预算金额"))
    assert problem.params == {"funds": "345,000.00元", "amount": "350,000.00元"}


def test_funds_that_differ_by_one_fen_are_found(problem_of: ProblemOf) -> None:
    assert problem_of(预算内一般预算金额="350000.01元").code == "funds_differ"


def test_a_split_over_several_funds_is_added_exactly(plan_of: PlanOf) -> None:
    plan = plan_of(预算内一般预算金额="0.1万元", 自筹资金金额="34.2万元", 财政专户资金金额="0.7万元")
    assert plan.funds.total == plan.total == 350000


def test_a_written_amount_must_be_price_times_quantity(problem_of: ProblemOf) -> None:
    text = plan_text() + "    金额(万元): 36万元\n"
    problem = problem_of(计量单位="台\n    金额(万元): 36万元")
    assert (problem.code, problem.field) == ("amount_differs", "明细.金额(万元)")
    assert problem.line == line_of(file_text(text), "金额")
    assert problem.params == {"amount": "360,000.00元", "product": "350,000.00元"}


def test_a_product_finer_than_a_fen_is_reported(load: Callable[..., LoadedPlans]) -> None:
    text = file_text(plan_text(单价="33.33元", 数量="1.01", 预算内一般预算金额="33.66元"))
    codes = {(p.code, p.params.get("product")) for p in load(text).problems}
    assert ("amount_too_fine", "33.6633元") in codes


def test_the_deadline_is_not_before_the_purchase(problem_of: ProblemOf, plan_of: PlanOf) -> None:
    problem = problem_of(计划实施截止日期="2020-09-17")
    assert (problem.code, problem.line) == ("deadline_before_purchase", at("计划实施截止日期"))
    assert plan_of(计划实施截止日期="2020-09-18").deadline == plan_of().purchase_date


def test_the_month_fits_the_purchase_date(problem_of: ProblemOf) -> None:
    problem = problem_of(计划月份="10月")
    assert (problem.code, problem.line, problem.params["right"]) == ("month_differs", at("计划月份"), 9)


def test_the_business_year_is_not_after_the_purchase(problem_of: ProblemOf, plan_of: PlanOf) -> None:
    problem = problem_of(业务年度="2021")
    assert (problem.code, problem.line) == ("purchase_before_year", at("业务年度"))
    assert plan_of(业务年度="2019").year == 2019


def test_imports_need_their_approval(problem_of: ProblemOf, plan_of: PlanOf) -> None:
    problem = problem_of(允许采购进口产品="是")
    assert (problem.code, problem.field) == ("import_approval_missing", "进口产品审批文号")
    assert plan_of(允许采购进口产品="是", 进口产品审批文号="7号").imported is True


def test_one_unreadable_value_hides_no_other_mistake(load: Callable[..., LoadedPlans]) -> None:
    text = file_text(
        plan_text(计划采购日期="2020-02-30", 预算内一般预算金额="34万元", 允许采购进口产品="是", 采购方式="网上商城")
    )
    assert [(p.line, p.code) for p in load(text).problems] == [
        (2, "import_approval_missing"),
        (8, "not_one_of"),
        (9, "date_impossible"),
        (16, "funds_differ"),
    ]


def test_an_unreadable_price_is_reported_without_a_false_sum(problem_of: ProblemOf) -> None:
    assert problem_of(单价="5000").code == "money_unit_missing"


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("计划名秤", "计划名称"),
        ("采购方法", "采购方式"),
        ("采购日期", "计划采购日期"),
        ("deadlines", "deadline"),
        ("预算内一般预算金额(元)x", "预算内一般预算金额"),
        ("代理机够", "代理机构"),
        ("传真号玛", "传真号码"),
    ],
)
def test_a_typo_in_a_key_names_the_key_that_was_meant(load: Callable[..., LoadedPlans], key: str, near: str) -> None:
    text = file_text(plan_text(**{key: "x"}))
    problem = next(p for p in load(text).problems if p.field == key)
    assert (problem.code, problem.line) == ("unknown_key", line_of(text, key))
    assert str(problem.params["nearest"]).startswith(near)


def test_a_typo_inside_the_detail_is_found_there(load: Callable[..., LoadedPlans]) -> None:
    text = file_text(plan_text()).replace("    数量:", "    数 量值:")
    problems = load(text).problems
    assert [(p.field, p.code, p.params.get("nearest")) for p in problems if p.line == 24] == [
        ("明细.数 量值", "unknown_key", "数量")
    ]


@pytest.mark.parametrize("key", ["计划编号", "计划编号(自动生成)", "版本号"])
def test_what_the_portal_makes_cannot_be_given(problem_of: ProblemOf, key: str) -> None:
    assert problem_of(**{key: "37142461200120200015"}).code == "made_by_portal"


def test_a_field_that_nothing_resembles_is_pointed_to_other(problem_of: ProblemOf) -> None:
    assert problem_of(zzzz="x").code == "unknown_field"


def test_a_field_of_the_detail_is_sent_there(problem_of: ProblemOf) -> None:
    problem = problem_of(基准采购品目名称="台式计算机")
    assert (problem.code, problem.params["group"]) == ("key_belongs_in", "明细")


def test_a_known_field_under_other_is_sent_back(problem_of: ProblemOf) -> None:
    problem = problem_of(其他="{采购方式: 网上超市}")
    assert (problem.code, problem.field, problem.params["right"]) == ("other_is_known", "其他.采购方式", "采购方式")


def test_other_fields_of_the_detail_are_kept_by_their_label(load: Callable[..., LoadedPlans]) -> None:
    loaded = load(file_text(plan_text() + "    其他:\n      规格要求: |\n        i5\n        16G\n"))
    assert loaded.problems == []
    assert loaded.plans[0].plan.detail.other == {"规格要求": "i5\n16G\n"}


def test_a_key_given_in_two_spellings_is_a_double(problem_of: ProblemOf) -> None:
    problem = problem_of(fax="0635")
    assert (problem.code, problem.params["first"]) == ("key_twice", at("传真号码"))
