"""The 台账 opens in Excel as it was meant: amounts are figures, numbers stay texts, nothing is a formula."""

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bots.errors import RefusedByPortal
from desk.ledger_book.rows import COLUMNS
from flows.ledger import Ledger, LogLine, readings
from flows.stages import Hold, Stage
from tests.desk.conftest import Run
from tests.desk.fabricated import NUMBER, OPINION, RUN, fabricate, register


def exported(workspace: Path, yuncai: Run, name: str = "book.xlsx") -> list[dict[str, Any]]:
    path = workspace / name
    ran = yuncai("export", path, "-w", workspace)
    assert (ran.code, str(path) in ran.out) == (0, True)
    page = openpyxl.load_workbook(path).active
    assert page is not None
    heads, *rows = page.iter_rows()
    assert len(heads) == len(COLUMNS)
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def test_one_row_a_plan_with_exact_figures_and_whole_numbers(workspace: Path, yuncai: Run) -> None:
    fabricate(workspace / ".yuncai")
    rows = exported(workspace, yuncai)
    assert [row["ref"].value for row in rows] == [f"filed-00{n}" for n in range(1, 5)]
    first, second = rows[0], rows[1]
    assert Decimal(str(first["amount_yuan"].value)) == 350000
    assert (first["number"].value, first["number"].data_type) == (NUMBER, "s")
    assert (first["state"].value, first["sheet_number"].value) == ("已进商城", "JHD2020371424000001")
    assert first["submitted_at"].is_date
    assert second["opinion"].value == OPINION


def test_a_plan_that_waits_says_why(workspace: Path, yuncai: Run) -> None:
    fabricate(workspace / ".yuncai")
    first, second, third, _ = exported(workspace, yuncai)
    assert (first["reason"].value, second["reason"].value) == (None, None)
    assert "计划名称不能为空" in third["reason"].value


def test_a_long_reason_is_seen_whole_as_far_as_excel_knows_rows(workspace: Path, yuncai: Run) -> None:
    ledger = Ledger(workspace / ".yuncai" / "yuncai.sqlite")
    for ref, words in (
        ("short", "不能保存"),
        ("lines", "不能保存\n" * 5),
        ("long", "预算指标不足，不能保存。" * 9),
        ("endless", "很长" * 999),
    ):
        ledger.hold(register(ledger, ref, ref), Hold.REFUSED, RefusedByPortal(during="save", text=words))
    ledger.close()
    assert yuncai("export", workspace / "book.xlsx", "-w", workspace).code == 0
    page = openpyxl.load_workbook(workspace / "book.xlsx").active
    assert page is not None
    short, lines, long, endless = (page.row_dimensions[row].height or 0 for row in range(2, 6))
    assert short < lines < endless == 409
    assert short < long < endless


def test_in_print_all_columns_are_on_one_sheet_under_their_heads(workspace: Path, yuncai: Run) -> None:
    fabricate(workspace / ".yuncai")
    exported(workspace, yuncai)
    page = openpyxl.load_workbook(workspace / "book.xlsx").active
    assert page is not None
    assert page.sheet_properties.pageSetUpPr is not None
    assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToWidth) == (True, 1)
    assert (page.page_setup.fitToHeight, page.print_title_rows) == (0, "$1:$1")


def test_evidence_is_one_click_away_and_moves_with_the_folder(workspace: Path, yuncai: Run) -> None:
    fabricate(workspace / ".yuncai")
    first, second, *_ = exported(workspace, yuncai)
    assert first["evidence"].hyperlink.target == ".yuncai/evidence/filed-001"
    assert (workspace / first["evidence"].hyperlink.target).is_dir()
    assert second["evidence"].hyperlink is None


@pytest.mark.parametrize("name", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2"])
def test_a_name_is_never_a_formula(workspace: Path, yuncai: Run, name: str) -> None:
    ledger = Ledger(workspace / ".yuncai" / "yuncai.sqlite")
    register(ledger, "odd", name)
    ledger.close()
    (row,) = exported(workspace, yuncai)
    assert (row["name"].value, row["name"].data_type) == (name, "s")
    assert yuncai("export", workspace / "book.csv", "-w", workspace).code == 0
    with (workspace / "book.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1][1] == f"'{name}"


def test_another_kind_of_file_is_refused_before_anything_is_written(workspace: Path, yuncai: Run) -> None:
    fabricate(workspace / ".yuncai")
    ran = yuncai("export", workspace / "book.doc", "-w", workspace)
    assert (ran.code, ".xlsx" in ran.err) == (2, True)
    assert not (workspace / "book.doc").exists()


@pytest.mark.parametrize(
    ("filters", "refs"),
    [
        (("--attention",), ["filed-002", "filed-003", "filed-004"]),
        (("--stage", "returned"), ["filed-002"]),
        (("--hold", "refused", "--hold", "needs_human"), ["filed-003", "filed-004"]),
        (("--account", "somebody-else"), []),
    ],
)
def test_the_status_is_narrowed_down(workspace: Path, yuncai: Run, filters: tuple[str, ...], refs: list[str]) -> None:
    fabricate(workspace / ".yuncai")
    shown = yuncai("status", "-w", workspace, *filters).out
    assert [f"filed-00{n}" for n in range(1, 5) if f"filed-00{n}" in shown] == refs


def test_the_history_shows_the_portals_own_log(workspace: Path, yuncai: Run) -> None:
    first, *_ = fabricate(workspace / ".yuncai")
    lines = [
        LogLine("提交", "张建国", "2026-01-01 08:00:00", "提交成功", "", "提交 张建国 提交成功", Stage.SUBMITTED),
        LogLine("", "", "", "", "", "流程引擎 #17 → 转办", Stage.UNKNOWN),
    ]
    ledger = Ledger(workspace / ".yuncai" / "yuncai.sqlite")
    for _ in range(2):
        readings.keep(ledger, first, lines, run_id=RUN)
    assert readings.lines_of(ledger, first.id) == lines
    ledger.close()
    out = yuncai("history", "filed-001", "-w", workspace).out
    for told in ("张建国", "流程引擎 #17 → 转办", "2 行", "计划单已在网上商城"):
        assert told in out
