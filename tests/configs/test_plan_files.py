from collections.abc import Callable
from pathlib import Path

import pytest

from configs.plans.check import LoadedPlans, load_plans
from configs.problems import Problem
from tests.configs.conftest import file_text, line_of, plan_text

Load = Callable[..., LoadedPlans]


def only(loaded: LoadedPlans) -> Problem:
    assert len(loaded.problems) == 1, loaded.problems
    return loaded.problems[0]


def place(problem: Problem) -> tuple[str, str, int | None]:
    return problem.code, problem.file, problem.line


@pytest.mark.parametrize("content", ["", "\n\n", "# nothing\n", "\ufeff", "---\n"])
def test_an_empty_file_is_said_to_be_empty(load: Load, content: str) -> None:
    assert only(load(content)).code == "file_empty"


def test_a_gbk_file_is_named_with_what_to_do(load: Load) -> None:
    assert place(only(load(file_text(plan_text()).encode("gbk")))) == ("encoding_gbk", "office.yaml", 1)


def test_the_line_of_the_first_foreign_character_is_given(load: Load) -> None:
    assert place(only(load(b"# plans\n\n" + "计划:\n".encode("gbk")))) == ("encoding_gbk", "office.yaml", 3)


def test_utf_16_and_noise_are_told_apart(load: Load) -> None:
    assert only(load(file_text(plan_text()).encode("utf-16"))).code == "encoding_utf16"
    assert only(load(b"\x00\xff\xfe\xc0garbage")).code == "encoding_unknown"


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter(load: Load) -> None:
    loaded = load(("\ufeff" + file_text(plan_text())).replace("\n", "\r\n"))
    assert loaded.problems == []
    assert loaded.plans[0].lines["name"] == 4


def test_a_missing_file_is_one_problem_and_the_others_are_read(load: Load, tmp_path: Path) -> None:
    load(file_text(plan_text()))
    loaded = load_plans([tmp_path / "none.yaml", tmp_path / "office.yaml"], root=tmp_path)
    assert [place(p) for p in loaded.problems] == [("file_missing", "none.yaml", None)]
    assert len(loaded.plans) == 1


def test_a_folder_in_the_place_of_a_file_is_unreadable(tmp_path: Path) -> None:
    assert only(load_plans([tmp_path])).code == "file_unreadable"


def test_a_duplicate_key_names_both_lines(load: Load) -> None:
    text = file_text(plan_text(采购类型="货物\n  计划名称: 另一个"))
    problem = only(load(text))
    assert (problem.code, problem.line, problem.params["first"]) == ("key_twice", line_of(text, "采购类型") + 1, 4)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("计划:\n\t- ref: a1\n", "yaml_tab", 2),
        ("计划:\n- ref: a1\n  计划名称: [台式\n", "yaml_bracket_open", 3),
        ("计划:\n- ref: a1\n  计划名称：台式计算机\n  采购方式: 网上超市\n", "yaml_colon", 3),
        ("计划:\n- ref：a1\n  计划名称：台式计算机\n", "yaml_colon", 2),
        ("计划:\n- ref: \x07\n", "yaml_character", 2),
        ("计划: []\n---\n计划: []\n", "yaml_two_documents", 2),
        ("计划:\n- &p {ref: a1, 其他: *p}\n", "yaml_endless", 2),
        ("计划: !!python/object:os.system [x]\n", "yaml_tag", 1),
        ("- ref: a1\n", "not_a_table", 1),
        ("计划:\n  ref: a1\n", "plans_not_a_list", 1),
        ("计划:\n", "plans_missing", 1),
        ("金额单位: 万元\n", "plans_missing", 1),
        ("金额单位: 亿元\n计划: []\n", "not_one_of", 1),
        ("版本: 2\n计划: []\n", "not_one_of", 1),
        ("计划单: []\n计划: []\n", "unknown_key", 1),
        ("计划: []\nplans: []\n", "key_twice", 2),
        ("默认: 网上超市\n计划: []\n", "not_a_table", 1),
        ("默认: {ref: a1}\n计划: []\n", "not_a_default", 1),
    ],
)
def test_a_file_of_the_wrong_form_is_reported_at_its_line(load: Load, text: str, code: str, line: int) -> None:
    found = [(p.code, p.line) for p in load(text).problems]
    assert (code, line) in found


def test_all_mistakes_of_all_files_come_at_once_in_order(load: Load) -> None:
    bad = plan_text(ref="b1", 采购方式="网购", 计划名称="甲")
    worse = plan_text(ref="c1", 计划采购日期="明天", 计划名称="乙")
    loaded = load(file_text(plan_text(), bad), file_text(worse), "计划:\n\t- x")
    assert [place(p) for p in loaded.problems] == [
        ("not_one_of", "office.yaml", 32),
        ("date_form", "office2.yaml", 9),
        ("yaml_tab", "office3.yaml", 2),
    ]
    assert [located.plan.ref for located in loaded.plans] == ["a1"]


def test_a_plan_that_is_no_table_does_not_stop_the_next(load: Load) -> None:
    loaded = load("计划:\n- 台式计算机\n" + plan_text())
    assert ("not_a_table", 2) in [(p.code, p.line) for p in loaded.problems]
    assert [located.plan.ref for located in loaded.plans] == ["a1"]


def test_defaults_lie_under_every_plan_and_groups_are_joined(load: Load) -> None:
    head = """\
        金额单位: 万元
        默认:
          代理机构: 德州市政府采购中心
          传真号码: 0534
          资金: {自筹资金金额: 5}
          明细: {计量单位: 套}
          其他: {联系人: 张三, 联系电话: 1}
        """
    plan = plan_text(传真号码="~", 代理机构=None, 计量单位=None, 预算内一般预算金额="30", 其他="{联系电话: 2}")
    loaded = load(file_text(plan, head=head))
    assert loaded.problems == []
    located = loaded.plans[0]
    assert located.plan.agency == "德州市政府采购中心"
    assert located.plan.fax is None
    assert located.plan.funds.general == 300000
    assert located.plan.funds.self_raised == 50000
    assert located.plan.detail.unit == "套"
    assert located.plan.other == {"联系人": "张三", "联系电话": "2"}
    assert (located.lines["agency"], located.lines["funds.self_raised"], located.line) == (3, 5, 9)


def test_a_bad_default_is_reported_where_it_stands_and_once(load: Load) -> None:
    head = "默认:\n  采购类型: 物品\n"
    plans = [plan_text(ref=ref, 计划名称=ref, 采购类型=None) for ref in ("a1", "a2")]
    assert place(only(load(file_text(*plans, head=head)))) == ("not_one_of", "office.yaml", 2)


def test_anchors_and_merge_keys_work_as_in_yaml(load: Load) -> None:
    text = "计划:\n" + plan_text().replace("- ref", "- &first\n  ref") + "- <<: *first\n  ref: a2\n  计划名称: 乙\n"
    loaded = load(text)
    assert loaded.problems == []
    assert [(x.plan.ref, x.plan.name) for x in loaded.plans] == [("a1", "台式计算机采购项目"), ("a2", "乙")]


def test_a_ref_used_twice_names_both_places_across_files(load: Load) -> None:
    problem = only(load(file_text(plan_text()), file_text(plan_text(ref="Ａ1", 计划名称="乙"))))
    assert place(problem) == ("ref_twice", "office2.yaml", 2)
    assert (problem.params["file"], problem.params["first"]) == ("office.yaml", 2)


def test_refs_that_differ_in_a_dash_are_two_refs(load: Load) -> None:
    assert load(file_text(plan_text(ref="2020-1-1"), plan_text(ref="2020-11", 计划名称="乙"))).problems == []


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_endless_nesting_is_refused_and_kills_nothing(load: Load, opening: str) -> None:
    assert only(load("计划: \n  " + opening * 60_000)).code == "yaml_too_deep"


def test_two_equal_plans_are_refused_unless_the_later_is_meant(load: Load) -> None:
    twin = plan_text(ref="a2", 路线="省平台", 预算内一般预算金额="350000元")
    problem = only(load(file_text(plan_text(), twin)))
    assert place(problem) == ("plan_twice", "office.yaml", 26)
    assert (problem.params["other"], problem.params["first"]) == ("a1", 2)
    assert load(file_text(plan_text(), plan_text(ref="a2", 允许重复="是"))).problems == []
    assert only(load(file_text(plan_text(允许重复="是"), plan_text(ref="a2")))).code == "plan_twice"


@pytest.mark.parametrize(
    "change", [{"账户": "other"}, {"传真号码": "1"}, {"计划名称": "乙"}, {"计划实施截止日期": "2020-10-01"}]
)
def test_plans_that_differ_in_one_portal_field_are_two_plans(load: Load, change: dict[str, str]) -> None:
    assert load(file_text(plan_text(), plan_text(ref="a2", **change))).problems == []
