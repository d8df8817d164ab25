from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from configs.plans.model import Plan
from configs.problems import Problem
from tests.configs.conftest import file_text, line_of, plan_text

PlanOf = Callable[..., Plan]
ProblemOf = Callable[..., Problem]


def test_every_field_of_the_manual_is_read(plan_of: PlanOf) -> None:
    plan = plan_of(
        进口产品审批文号="聊进审〔2020〕7号",
        中标方式审批文号="8号",
        其他="{联系人: 张三, 联系电话: 0635-8000000}",
        财政专户资金金额="0元",
    )
    assert (plan.ref, plan.account, plan.route, plan.name) == ("a1", "linnan", "auto", "台式计算机采购项目")
    assert (plan.year, plan.month, plan.fund_office, plan.method) == (2020, 9, "工业贸易科", "网上超市")
    assert (plan.purchase_date, plan.deadline, plan.kind) == (date(2020, 9, 18), date(2020, 9, 30), "货物")
    assert (plan.research, plan.international, plan.imported, plan.ppp) == (False, False, False, False)
    assert (plan.import_approval, plan.award_approval) == ("聊进审〔2020〕7号", "8号")
    assert (plan.agency, plan.fax) == ("聊城市采购中心", "07518008")
    assert plan.other == {"联系人": "张三", "联系电话": "0635-8000000"}
    assert plan.funds.general == plan.funds.total == plan.total == Decimal(350000)
    detail = plan.detail
    assert (detail.catalogue, detail.item_name, detail.item_code) == ("集中采购目录", "台式计算机", "A02010105")
    assert detail.unit == "台"
    assert [detail.unit_price, detail.quantity, detail.amount] == [Decimal(5000), Decimal(70), Decimal(350000)]


def test_english_names_mean_the_same_as_the_manuals_labels(load: Callable[..., object], plan_of: PlanOf) -> None:
    english = """\
        plans:
        - ref: a1
          account: linnan
          name: 台式计算机采购项目
          fund_office: 工业贸易科
          method: 网上超市
          purchase_date: 2020-09-18
          deadline: 2020-09-30
          kind: 货物
          research: false
          international: no
          imported: False
          ppp: "false"
          funds: {general: 350000元}
          agency: 聊城市采购中心
          fax: 07518008
          detail:
            catalogue: 集中采购目录
            item_name: 台式计算机
            item-code: a02010105
            unit price: 5000元
            quantity: 70.00
            unit: 台
        """
    loaded = load(english)
    assert loaded.problems == []  # type: ignore[attr-defined]
    assert loaded.plans[0].plan == plan_of()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "key",
    [
        "业务科室（资金科室）",
        "业务科室",
        "资金科室",
        "业务科室 (资金科室)*",
        "业务科室(资金科室)：",
        "fund_office",
        "Fund Office",
    ],
)
def test_spellings_of_a_label_are_one_key(plan_of: PlanOf, key: str) -> None:
    assert plan_of(**{"业务科室(资金科室)": None, f'"{key}"': "工业贸易科"}).fund_office == "工业贸易科"


@pytest.mark.parametrize(
    "key",
    [
        "预算内国有资本运营金额(万元)",
        "预算内国有资本运营金额（万元）",
        "预算内国有资本经营金额",
        "国有资本经营",
        "state_capital",
    ],
)
def test_state_capital_is_known_in_both_printings(plan_of: PlanOf, key: str) -> None:
    plan = plan_of(**{"预算内一般预算金额(万元)": None, key: "35万元"})
    assert plan.funds.state_capital == Decimal(350000)
    assert plan.funds.general == 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("是", True),
        ("否", False),
        ("true", True),
        ("False", False),
        ("yes", True),
        ("NO", False),
        ('"是"', True),
    ],
)
def test_yes_and_no_are_read_from_their_words(plan_of: PlanOf, text: str, value: bool) -> None:  # noqa: FBT001
    assert plan_of(是否科研项目=text).research is value


@pytest.mark.parametrize(
    "text", ["2020-09-18", '"2020-09-18"', "2020/9/18", "2020年9月18日", "2020年09月18日", "２０２０-０９-１８"]
)
def test_dates_are_read_in_the_forms_that_clerks_write(plan_of: PlanOf, text: str) -> None:
    assert plan_of(计划采购日期=text).purchase_date == date(2020, 9, 18)


def test_year_month_and_amount_follow_from_what_is_written(plan_of: PlanOf) -> None:
    plan = plan_of(业务年度=None, 计划月份=None)
    assert (plan.year, plan.month, plan.detail.amount) == (2020, 9, Decimal(350000))


@pytest.mark.parametrize("text", ["9", "09", "9月", "09月", "９月"])
def test_a_month_is_a_number_with_or_without_its_word(plan_of: PlanOf, text: str) -> None:
    assert plan_of(计划月份=text).month == 9


def test_numbers_keep_the_characters_of_the_file(plan_of: PlanOf) -> None:
    plan = plan_of(传真号码="0x1F", ref="2020_09_01", 中标方式审批文号="1_000")
    assert (plan.fax, plan.ref, plan.award_approval) == ("0x1F", "2020_09_01", "1_000")


def test_money_never_passes_through_a_float(plan_of: PlanOf) -> None:
    plan = plan_of(head="金额单位: 元\n", 预算内一般预算金额="90071992547.41", 单价="90071992547.41", 数量="1")
    assert plan.total == Decimal("90071992547.41")


def test_a_float_given_in_code_is_refused_too(plan_of: PlanOf) -> None:
    with pytest.raises(ValidationError):
        Plan.model_validate({**plan_of().model_dump(), "funds": {"general": 0.1}})


def test_a_negative_amount_given_in_code_is_refused_too(plan_of: PlanOf) -> None:
    with pytest.raises(ValidationError):
        Plan.model_validate({**plan_of().model_dump(), "funds": {"general": Decimal("-0.01")}})


def test_quoted_emptiness_is_a_value_that_is_wrong_and_a_bare_one_is_no_value(
    problem_of: ProblemOf, plan_of: PlanOf
) -> None:
    assert problem_of(传真号码='""').code == "text_empty"
    assert plan_of(传真号码="").fax is None


def test_a_plan_survives_the_way_through_json(plan_of: PlanOf) -> None:
    plan = plan_of(其他="{联系人: 张三}")
    assert Plan.model_validate_json(plan.model_dump_json()) == plan
    assert Plan.model_validate(plan.model_dump()) == plan


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("计划采购日期", "2020-02-30", "date_impossible"),
        ("计划采购日期", "18.09.2020", "date_form"),
        ("计划采购日期", "1920-09-18", "date_year"),
        ("计划采购日期", "2020-09-18 10:00:00", "date_form"),
        ("计划实施截止日期", "2020-9-31", "date_impossible"),
        ("业务年度", "20", "year_form"),
        ("计划月份", "13月", "month_form"),
        ("采购方式", "网上商城", "not_one_of"),
        ("采购类型", "物品", "not_one_of"),
        ("路线", "省", "not_one_of"),
        ("是否科研项目", "不", "not_yes_or_no"),
        ("是否科研项目", "y", "not_yes_or_no"),
        ("允许重复", "对", "not_yes_or_no"),
        ("预算内一般预算金额", "35", "money_unit_missing"),
        ("预算内一般预算金额", "35万", "money_unit_wrong"),
        ("预算内一般预算金额", "35w", "money_unit_wrong"),
        ("预算内一般预算金额", "0.0000001万元", "money_too_fine"),
        ("预算内一般预算金额", "-1元", "money_negative"),
        ("计划名称", "台" * 101, "text_too_long"),
        ("计划名称", '"  "', "text_empty"),
        ("计划名称", '"台式\\n计算机"', "text_lines"),
        ("ref", "a/b", "ref_form"),
        ("代理机构", "[聊城市采购中心]", "not_one_value"),
    ],
)
def test_a_bad_value_is_reported_at_its_line(problem_of: ProblemOf, key: str, text: str, code: str) -> None:
    problem = problem_of(**{key: text})
    line = line_of(file_text(plan_text(**{key: text})), key)
    assert (problem.file, problem.line, problem.code) == ("office.yaml", line, code)
    assert problem.field.startswith(key)


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("数量", "0", "not_positive"),
        ("数量", "-3", "quantity_form"),
        ("数量", "70.005", "quantity_too_fine"),
        ("数量", "70台", "quantity_form"),
        ("数量", "1000000000", "quantity_too_big"),
        ("单价", "0元", "not_positive"),
        ("单价", "5000", "money_unit_missing"),
        ("基准采购品目编码", "D01", "item_code_form"),
        ("基准采购品目编码", "台式计算机", "item_code_form"),
    ],
)
def test_a_bad_value_of_the_detail_is_reported_at_its_line(
    problem_of: ProblemOf, key: str, text: str, code: str
) -> None:
    problem = problem_of(**{key: text})
    assert (problem.line, problem.code) == (line_of(file_text(plan_text()), key), code)
    assert problem.field.startswith(f"明细.{key}")


@pytest.mark.parametrize("key", ["ref", "账户", "计划名称", "采购方式", "计划采购日期"])
def test_a_field_that_every_plan_needs_is_reported_at_the_plan(load: Callable[..., object], key: str) -> None:
    text = file_text(plan_text(**({key: None} if key != "ref" else {"ref": "~"})))
    problems = load(text).problems  # type: ignore[attr-defined]
    assert [(p.code, p.line) for p in problems if p.field == key] == [("field_missing", 2)]


@pytest.mark.parametrize("key", ["采购名称", "基准采购品目编码", "单价(万元)", "数量", "计量单位"])
def test_a_field_that_every_detail_needs_is_reported(problem_of: ProblemOf, key: str) -> None:
    problem = problem_of(**{key: None})
    assert (problem.code, problem.field, problem.line) == ("field_missing", f"明细.{key}", 2)


def test_a_plan_without_detail_names_everything_that_is_missing(load: Callable[..., object]) -> None:
    text = file_text(plan_text().partition("  明细:")[0])
    fields = {p.field for p in load(text).problems}  # type: ignore[attr-defined]
    assert {"明细.采购名称", "明细.基准采购品目编码", "明细.单价(万元)", "明细.数量", "明细.计量单位"} <= fields


def test_a_choice_lists_what_may_be_written(problem_of: ProblemOf) -> None:
    assert problem_of(采购方式="网上商城").params["allowed"] == [
        "公开招标",
        "邀请招标",
        "竞争性谈判",
        "单一来源",
        "询价",
        "协议供货",
        "定点采购",
        "自行采购",
        "批量集中采购",
        "竞争性磋商",
        "网上超市",
        "中央部门集采",
        "工程代建",
    ]
