"""Nothing of what a clerk has written is lost or altered before it starts, and no parser's English reaches them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from configs.plans.check import LoadedPlans
from configs.plans.model import Plan
from configs.plans.written import unwrapped
from configs.problems import Problem
from desk.messages.catalogue import speaking, text
from tests.configs.conftest import file_text, line_of, plan_text

Load = Callable[..., LoadedPlans]
PlanOf = Callable[..., Plan]
ProblemOf = Callable[..., Problem]


def told(problem: Problem) -> str:
    return text(problem.key, **problem.params)


@pytest.mark.parametrize(
    "name", ["台式计算机 #2 采购项目", "办公楼 #3楼 维修", "打印机 # 黑白", "打印机   # 黑白", "甲 #乙 #丙", "甲\t#2"]
)
def test_a_name_that_yaml_would_cut_is_refused_with_line_and_right_spelling(load: Load, name: str) -> None:
    content = file_text(plan_text(计划名称=name))
    (problem,) = load(content).problems
    assert (problem.code, problem.line, problem.field) == ("yaml_hash", line_of(content, "计划名称"), "计划名称")
    assert f'计划名称: "{name}"' in told(problem)
    assert problem.params["column"] == content.splitlines()[line_of(content, "计划名称") - 1].index("#") + 1
    right = load(content.replace(name, f'"{name}"'))
    assert "\t" in name or [located.plan.name for located in right.plans] == [name]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("采购名称", "打印机 #2"),
        ("传真号码", "#0635"),
        ("代理机构", "聊城市采购中心 #2"),
        ("数量", "70 #台"),
        ("其他", "{备注: 甲 # 乙\n  }"),
        ("明细: {采购名称", "甲 #2, 数量: 3}"),
    ],
)
def test_no_value_of_a_plan_is_cut_in_silence(load: Load, key: str, value: str) -> None:
    codes = {problem.code for problem in load(file_text(plan_text(**{key: value}))).problems}
    assert codes & {"yaml_hash", "yaml_hash_in_line"}


def test_comments_behind_values_and_on_their_own_lines_are_still_comments(load: Load) -> None:
    plan = plan_text(
        ref="2020-015   # your own key",
        采购方式="网上超市  # 定点采购、批量集中采购",
        代理机构="聊城市采购中心     # 与默认不同的写在这里",
        传真号码="   # 没有就空着",
        数量="70 # 台",
    )
    loaded = load("# 计划\n" + file_text("# 第一个\n" + plan))
    assert loaded.problems == []
    assert loaded.plans[0].plan.agency == "聊城市采购中心"


@pytest.mark.parametrize("folder", ["zh", "en"])
def test_the_starter_and_the_demo_are_written_well(load: Load, folder: str) -> None:
    starter = Path(__file__).parents[2] / "desk/starter" / folder / "plans"
    for path in starter.glob("*.yaml"):
        assert load(path.read_bytes()).problems == []


@pytest.mark.parametrize(
    "wrapped", ["“台式计算机”", "「台式计算机」", "‘台式计算机’", "＂台式计算机＂", "”台式计算机”"]
)
def test_a_value_wrapped_in_pasted_quotes_is_refused_unless_they_are_meant(load: Load, wrapped: str) -> None:
    (problem,) = load(file_text(plan_text(计划名称=wrapped))).problems
    assert (problem.code, problem.line) == ("quotes_pasted", 4)
    assert "计划名称: 台式计算机" in told(problem)
    assert load(file_text(plan_text(计划名称=f'"{wrapped}"'))).plans[0].plan.name == wrapped


@pytest.mark.parametrize("name", ["“甲”和“乙”", "“十四五”规划", "17”显示器", "《办公》", "购“甲”", "“”", "“"])
def test_quotes_inside_a_value_are_its_own(name: str) -> None:
    assert unwrapped(name) is None


@pytest.mark.parametrize("value", ["&2 台式机", "! 台式机", "!A4 纸", "台式\n    计算机"])
def test_what_yaml_would_drop_or_join_is_refused(problem_of: ProblemOf, value: str) -> None:
    assert problem_of(计划名称=value).code in {"yaml_first", "text_folded"}


@pytest.mark.parametrize(
    "written",
    [
        "0635123",
        "007",
        "12:30",
        "2020-09-18",
        "2020-09-18 10:00:00",
        "1_000",
        "1e3",
        ".nan",
        "yes",
        "off",
        "0x1F",
        "+8",
    ],
)
def test_every_text_is_read_as_it_was_written(plan_of: PlanOf, written: str) -> None:
    plan = plan_of(传真号码=written, 其他=f"{{联系电话: {written}}}")
    assert (plan.fax, plan.other) == (written, {"联系电话": written})


SYNTAX = [
    ('计划名称: "台式机\n  数量: 3\n', "yaml_quote_open", '计划名称: "台式机"'),
    ('计划名称: "台式机”\n  数量: 3\n', "yaml_quote_open", '计划名称: "台式机"'),
    ('计划名称: "台式"计算机\n', "yaml_after_closing", "计划名称: '\"台式\"计算机'"),
    ("计划名称: '甲's 乙'\n", "yaml_after_closing", '计划名称: "甲\'s 乙"'),
    ("计划名称: [2020]台式机\n", "yaml_after_closing", '计划名称: "[2020]台式机"'),
    ('计划名称: "甲\\D"\n', "yaml_backslash", "计划名称: '甲\\D'"),
    ("计划名称: 甲: 乙\n", "yaml_colon_inside", '计划名称: "甲: 乙"'),
    ("计划名称:台式机\n", "yaml_colon_space", "计划名称: 台式机"),
    ("计划名称 台式机\n  数量: 3\n", "yaml_no_colon", "计划名称: "),
    *((f"计划名称: {c}甲\n", "yaml_first", f'计划名称: "{c}甲"') for c in "@`%*&!>|]},"),
    ("计划名称: *A4\n", "yaml_first", '计划名称: "*A4"'),
    ("计划名称: - 甲\n", "yaml_first", '计划名称: "- 甲"'),
    ("明细: {采购名称: 甲 #2, 数量: 3}\n", "yaml_hash_in_line", '"甲 #2"'),
    ("明细: {采购名称: 甲\n  数量: 3\n", "yaml_bracket_open", "明细: {"),
    ('计划名称: "甲"\t"乙"\n', "yaml_tab_inside", "Excel"),
    (" 计划名称: 甲\n", "yaml_indent", "3 个空格"),
]


@pytest.mark.parametrize(("line", "code", "right"), SYNTAX, ids=[line for line, _, _ in SYNTAX])
def test_no_english_of_the_parser_reaches_a_clerk(load: Load, line: str, code: str, right: str) -> None:
    (problem,) = load(f"计划:\n- ref: a1\n  {line}").problems
    assert (problem.code, problem.line) == (code, 3)
    assert right in told(problem)
    with speaking("en"):
        english = told(problem)
    for words in (told(problem), english):
        assert not re.search(r"while|scanning|parsing|expected|<block|token|scalar|mapping", words), words
        assert "{" not in words.replace("{数量", "").replace("{采购名称", "").replace(right, "")


def test_a_code_with_an_odd_number_of_digits_is_refused(problem_of: ProblemOf) -> None:
    problem = problem_of(基准采购品目编码="A0201010")
    assert (problem.code, problem.params["digits"]) == ("item_code_odd", 7)


@pytest.mark.parametrize("name", ["台式\u200b计算机", "\u202e台式计算机", "台式\ufeff计算机"])
def test_an_invisible_character_in_a_value_is_refused(problem_of: ProblemOf, name: str) -> None:
    assert problem_of(计划名称=name).code == "text_invisible"
