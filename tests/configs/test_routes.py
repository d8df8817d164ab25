from collections.abc import Callable

import pytest

from configs.plans.check import LoadedPlans, load_plans, missing_for, route_problems
from configs.plans.fields import FIELDS
from configs.plans.model import Plan
from configs.problems import Problem
from tests.configs.conftest import file_text, plan_text

Load = Callable[..., LoadedPlans]
MALL_ONLY: dict[str, str | None] = dict.fromkeys(
    (
        "业务科室(资金科室)",
        "计划实施截止日期",
        "采购类型",
        "是否科研项目",
        "是否执行国际招标程序",
        "允许采购进口产品",
        "PPP模式项目标识",
        "预算内一般预算金额(万元)",
        "代理机构",
        "采购目录",
    )
)


def test_a_complete_plan_lacks_nothing_on_either_route(plan_of: Callable[..., Plan]) -> None:
    assert missing_for(plan_of(), "provincial") == []
    assert missing_for(plan_of(), "mall") == []


def test_a_plan_for_the_mall_needs_none_of_the_provincial_fields(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of(**MALL_ONLY, 路线="网上商城")
    assert missing_for(plan, "mall") == []
    assert plan.needed_by == plan.purchase_date


def test_every_starred_field_of_the_provincial_form_is_demanded(plan_of: Callable[..., Plan]) -> None:
    missing = missing_for(plan_of(**MALL_ONLY), "provincial")
    assert missing == [field.shown for field in FIELDS if field.provincial] + ["资金"]
    assert "业务科室(资金科室)" in missing


def test_a_route_set_by_hand_is_checked_offline(load: Load) -> None:
    loaded = load(file_text(plan_text(**MALL_ONLY, 路线="省平台")))
    assert {p.code for p in loaded.problems} == {"provincial_needs"}
    assert len(loaded.problems) == 10
    assert loaded.plans == []


@pytest.mark.parametrize("method", ["公开招标", "批量集中采购", "询价"])
def test_the_mall_takes_two_methods_only(problem_of: Callable[..., Problem], method: str) -> None:
    problem = problem_of(路线="网上商城", 采购方式=method, 采购目录=None)
    assert (problem.code, problem.line, problem.params["allowed"]) == ("mall_method", 8, ["网上超市", "定点采购"])


def test_the_mall_takes_nothing_of_the_central_catalogue(problem_of: Callable[..., Problem]) -> None:
    assert problem_of(路线="mall").code == "mall_catalogue"


def test_an_account_must_exist_and_enter_the_portal(load: Load, tmp_path: object) -> None:
    located = load(file_text(plan_text())).plans[0]
    assert [p.code for p in route_problems(located, "provincial", ("mall",))] == ["account_not_on_portal"]
    assert route_problems(located, "provincial", ("mall", "provincial")) == []


def test_an_unknown_account_is_reported_with_those_that_are_known(write: Callable[..., object]) -> None:
    path = write("office.yaml", file_text(plan_text()))
    problems = load_plans([path], accounts={"liaocheng": ("mall",)}).problems  # type: ignore[list-item]
    assert [(p.code, p.line, p.params["known"]) for p in problems] == [("unknown_account", 3, ["liaocheng"])]
