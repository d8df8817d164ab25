"""Bad input ends in a place, a reason and a remedy, and in exit code 2; nothing is started."""

import re
from pathlib import Path

import pytest

from tests.desk.conftest import Run

PLANS = "plans/example.yaml"


def change(workspace: Path, old: str, new: str, file: str = PLANS) -> int:
    """Replace a text in a file; returns the number of the line where it stood."""
    path = workspace / file
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), "utf-8")
    return content[: content.index(old)].count("\n") + 1


def test_the_starter_is_in_order(workspace: Path, yuncai: Run) -> None:
    ran = yuncai("check", "-w", workspace)
    assert ran.code == 0
    assert "office-001" in ran.out
    assert "在集中采购目录内" in ran.out
    assert "目录外，限额标准以下" in ran.out


@pytest.mark.parametrize(("old", "new", "says"), [
    ("计划名称: 台式", "计划名陈: 台式", r"计划名陈.*计划名称"),
    ("单价: 5000元", "单价: 5000块钱", r"明细\.单价.*5000"),
    ("单价: 5000元", "单价: 5000", r"明细\.单价.*5000万元.*5000元"),
    ("数量: 70", "数量: 71", r"355,000\.00元"),
    ("计划采购日期: 2020-09-18 ", "计划采购日期: 2020-09-31 ", r"计划采购日期.*2020-09-31"),
    ("账户: linnan", "账户: linan", r"账户.*linan.*linnan"),
    ("采购方式: 网上超市", "采购方式: 网上商场", r"采购方式.*网上超市"),
])  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_what_would_be_right(
    workspace: Path, yuncai: Run, old: str, new: str, says: str
) -> None:
    line = change(workspace, old, new)
    ran = yuncai("check", "-w", workspace)
    assert ran.code == 2
    told = [text for text in ran.err.splitlines() if re.search(says, text)]
    assert told, ran.err
    lines = [int(found[1]) for text in told if (found := re.search(rf"{PLANS}:(\d+)", text))]
    assert any(abs(number - line) <= (10 if "数量" in old else 0) for number in lines), (line, told)
    assert "Traceback" not in ran.err + ran.out


def test_all_mistakes_are_told_at_once(workspace: Path, yuncai: Run) -> None:
    change(workspace, "计划名称: 台式", "计划名陈: 台式")
    change(workspace, "数量: 40", "数量: 四十")
    change(workspace, "lanes: 4", "lanes: 99", "yuncai.yaml")
    first = yuncai("check", "-w", workspace)
    assert first.code == 2
    assert "yuncai.yaml" in first.err
    change(workspace, "lanes: 99", "lanes: 4", "yuncai.yaml")
    ran = yuncai("check", "-w", workspace)
    assert "计划名陈" in ran.err
    assert "四十" in ran.err


def test_a_gbk_file_is_named_as_such(workspace: Path, yuncai: Run) -> None:
    path = workspace / PLANS
    path.write_bytes(path.read_text("utf-8").encode("gbk"))
    ran = yuncai("check", "-w", workspace)
    assert ran.code == 2
    assert "GBK" in ran.err
    assert "UTF-8" in ran.err


def test_an_empty_file_is_told(workspace: Path, yuncai: Run) -> None:
    (workspace / PLANS).write_text("")
    ran = yuncai("check", "-w", workspace)
    assert (ran.code, PLANS in ran.err) == (2, True)


def test_a_workspace_without_plans_is_told(workspace: Path, yuncai: Run) -> None:
    (workspace / PLANS).unlink()
    ran = yuncai("check", "-w", workspace)
    assert ran.code == 2
    assert "plans/*.yaml" in ran.err


def test_a_folder_that_is_no_workspace_is_told(tmp_path: Path, yuncai: Run) -> None:
    ran = yuncai("check", "-w", tmp_path / "nowhere")
    assert ran.code == 2
    assert "nowhere" in ran.err


def test_check_leaves_no_trace(workspace: Path, yuncai: Run) -> None:
    before = sorted(path.name for path in workspace.rglob("*"))
    yuncai("check", "-w", workspace)
    assert sorted(path.name for path in workspace.rglob("*")) == before


def test_only_the_named_file_is_checked(workspace: Path, yuncai: Run) -> None:
    (workspace / "plans" / "broken.yaml").write_text("计划: 1")
    assert yuncai("check", "-w", workspace).code == 2
    assert yuncai("check", "-w", workspace, workspace / PLANS).code == 0


def test_english_is_spoken_when_asked_for(workspace: Path, yuncai: Run) -> None:
    change(workspace, "计划名称: 台式", "计划名陈: 台式")
    ran = yuncai("check", "--lang", "en", "-w", workspace)
    assert ran.code == 2
    assert "to correct" in ran.err


def test_file_starts_nothing_while_something_is_wrong(workspace: Path, yuncai: Run) -> None:
    change(workspace, "账户: linnan", "账户: linan")
    ran = yuncai("file", "-w", workspace)
    assert ran.code == 2
    assert not (workspace / ".yuncai" / "yuncai.sqlite").exists()
