from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from configs.catalogues.answer import Catalogues, MissingRow
from configs.catalogues.names import item_findings
from configs.catalogues.tables import load_catalogues, region_names
from configs.plans.model import Plan
from sandbox.store.items import CENTRAL, ITEMS

Write = Callable[[str, str], Path]
DAY = date(2020, 9, 18)
OWN = """\
catalogues:
  - regions: [371424]
    from: 2020-01-01
    to: 2020-12-31
    source: 临邑县 2020 集中采购目录
    items: {A05: 家具}
limits:
  - {regions: [371424], kind: 货物, from: 2020-01-01, to: 2020-12-31, limit: 20万元, source: 临邑县 2020}
"""


@pytest.fixture
def shipped(tmp_path: Path) -> Catalogues:
    catalogues, problems = load_catalogues(tmp_path, ("sandbox",))
    assert problems == []
    return catalogues


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.code)
def test_the_sandbox_tables_agree_with_the_sandboxs_own_items(shipped: Catalogues, item: object) -> None:
    code, catalogue = item.code, item.catalogue  # type: ignore[attr-defined]
    for region in region_names():
        assert shipped.decide_inputs(code, None, region, DAY).in_catalogue == (catalogue == CENTRAL)


@pytest.mark.parametrize("year", range(2019, 2028))
def test_the_sandbox_tables_cover_the_sandboxs_years(shipped: Catalogues, year: int) -> None:
    for day in (date(year, 1, 1), date(year, 12, 31)):
        answer = shipped.decide_inputs("A05010201", "货物", "371500", day)
        assert (answer.in_catalogue, answer.limit_yuan) == (False, Decimal(500000))


def test_an_answer_cites_its_rows(shipped: Catalogues) -> None:
    answer = shipped.decide_inputs("A02010105", "货物", "371424", DAY)
    assert answer.in_catalogue
    assert len(answer.rows) == 2
    assert all("sandbox.yaml" in row and "371424" in row for row in answer.rows)
    assert "A02010105 台式计算机" in answer.rows[0]


def test_the_kind_other_goes_by_the_codes_letter(write: Write, tmp_path: Path) -> None:
    write("catalogues/own.yaml", OWN + OWN.splitlines()[-1].replace("货物", "服务").replace("20万元", "30万元"))
    catalogues, problems = load_catalogues(tmp_path)
    assert problems == []
    limits = [catalogues.decide_inputs(code, "其他", "371424", DAY).limit_yuan for code in ("A01", "C01")]
    assert limits == [200000, 300000]


def test_the_workspaces_tables_go_before_the_shipped_ones(write: Write, tmp_path: Path) -> None:
    write("catalogues/own.yaml", OWN)
    catalogues, problems = load_catalogues(tmp_path, ("sandbox",))
    assert problems == []
    own = catalogues.decide_inputs("A05010201", "货物", "371424", DAY)
    assert own.in_catalogue
    assert own.limit_yuan == 200000
    assert not catalogues.decide_inputs("A05010201", "货物", "371424", date(2021, 1, 1)).in_catalogue


@pytest.mark.parametrize(
    ("region", "day", "kind", "what"),
    [
        ("371500", DAY, "货物", "集中采购目录"),
        ("371424", date(2021, 1, 1), "货物", "集中采购目录"),
        ("371424", date(2019, 12, 31), "货物", "集中采购目录"),
        ("371424", DAY, "工程", "限额标准 工程"),
    ],
)
def test_a_missing_row_says_which_row_and_where(
    write: Write, tmp_path: Path, region: str, day: date, kind: str, what: str
) -> None:
    write("catalogues/own.yaml", OWN)
    catalogues, _ = load_catalogues(tmp_path)
    with pytest.raises(MissingRow) as caught:
        catalogues.decide_inputs("A05010201", kind, region, day)
    problem = caught.value.problem("plans/office.yaml", 7)
    assert (problem.code, problem.file, problem.line) == ("missing_row", "plans/office.yaml", 7)
    assert problem.params == {
        "what": what,
        "region": region,
        "region_name": region_names()[region],
        "date": str(day),
        "year": day.year,
        "file": "catalogues/*.yaml",
    }


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("2020-12-31", "2019-12-31"), "dates_reversed", 2),
        (("2020-01-01", "2020-02-30"), "date_impossible", 3),
        (("20万元", "20"), "money_unit_missing", 8),
        (("kind: 货物", "kind: 其他"), "not_one_of", 8),
        (("    source: 临邑县 2020 集中采购目录\n", ""), "field_missing", 2),
        (("[371424]", "[37]"), "region_form", 2),
        (("{A05: 家具}", "{家具: A05}"), "item_code_form", 6),
        (("limits", "limit"), "unknown_key", 7),
    ],
)
def test_a_bad_table_is_reported_at_its_line(
    write: Write, tmp_path: Path, change: tuple[str, str], code: str, line: int
) -> None:
    write("catalogues/own.yaml", OWN.replace(*change))
    _, problems = load_catalogues(tmp_path)
    assert (code, "catalogues/own.yaml", line) in [(p.code, p.file, p.line) for p in problems]


def test_rows_that_overlap_are_refused(write: Write, tmp_path: Path) -> None:
    write("catalogues/a.yaml", OWN)
    write(
        "catalogues/b.yaml",
        OWN.replace("2020-01-01", "2020-12-31").replace(
            "2020-12-31\n    to: 2020-12-31", "2020-12-31\n    to: 2021-12-31"
        ),
    )
    _, problems = load_catalogues(tmp_path)
    assert {p.code for p in problems} == {"rows_overlap"}
    assert {p.params["what"] for p in problems} == {"集中采购目录", "限额标准 货物"}


LISTED = {"A02010105": "台式计算机 (2022) / 微机", "A020202": "投影仪", "A02061804": "空调机", "A0206180203": "空调机"}


@pytest.mark.parametrize(
    ("code", "name", "found"),
    [
        ("A02010105", "台式计算机", None),
        ("A02010105", "联想台式计算机", None),
        ("A02010105", "投影仪", ("detail.item_name", "item_name_differs")),
        ("A0201010501", "台式计算机", None),
        ("A05010201", "台式计算机", ("detail.item_code", "item_code_differs")),
        ("A05010201", "台 式 计算机", ("detail.item_code", "item_code_differs")),
        ("A020618", "空调机", ("detail.item_code", "item_code_differs")),
        ("A02061804", "空调机", None),
        ("A05010201", "办公桌", None),
    ],
)
def test_a_code_and_a_name_that_the_catalogue_does_not_pair_are_refused(
    plan_of: Callable[..., Plan], code: str, name: str, found: tuple[str, str] | None
) -> None:
    plan = plan_of(基准采购品目编码=code, 采购名称=name)
    assert [(path, what) for path, what, _ in item_findings(plan, LISTED)] == ([found] if found else [])


def test_a_name_of_a_table_that_yaml_would_cut_is_refused(write: Write, tmp_path: Path) -> None:
    write("catalogues/own.yaml", OWN.replace("items: {A05: 家具}", "items:\n      A05: 家具 #2 类  # a comment"))
    _, problems = load_catalogues(tmp_path)
    assert [(p.code, p.line) for p in problems] == [("yaml_hash", 7)]
