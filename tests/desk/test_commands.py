"""init, schema, status, usage: what they write, what they never overwrite, how they end."""

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bots.errors import CaptchaShown
from configs.workspace import Workspace
from desk.arguments import hoist
from desk.commands import file
from desk.commands.check import orders_of
from desk.context import open_ledger
from desk.messages.catalogue import LANGUAGES
from desk.starter.copy import FILES
from flows.stages import Hold, Until
from tests.desk.conftest import Run


def test_init_makes_a_workspace_that_passes_its_own_check(tmp_path: Path, yuncai: Run) -> None:
    for language in LANGUAGES:
        folder = tmp_path / language
        assert yuncai("--lang", language, "init", folder).code == 0
        assert yuncai("check", "-w", folder).code == 0


def test_init_overwrites_nothing(workspace: Path, yuncai: Run) -> None:
    (workspace / "accounts.yaml").write_text("mine")
    (workspace / "yuncai.yaml").unlink()
    ran = yuncai("init", workspace)
    assert ran.code == 0
    assert (workspace / "accounts.yaml").read_text() == "mine"
    assert (workspace / "yuncai.yaml").exists()
    assert "没有改动：accounts.yaml" in ran.out


@pytest.mark.skipif(os.name == "nt", reason="file modes are a POSIX idea")
def test_init_lets_nobody_else_read_the_secrets(workspace: Path) -> None:
    assert (workspace / "secrets").stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in (workspace / "secrets").glob("passwords__*"))


def test_init_refuses_a_file_in_the_way(tmp_path: Path, yuncai: Run) -> None:
    (tmp_path / "office").write_text("")
    assert yuncai("init", tmp_path / "office").code == 2


def test_both_starters_hold_the_same_files() -> None:
    zh, en = ({path.relative_to(FILES / lang) for path in (FILES / lang).rglob("*")} for lang in LANGUAGES)
    assert zh == en


def test_the_starter_holds_no_password_in_yaml(workspace: Path) -> None:
    for path in workspace.rglob("*.yaml"):
        assert "Sandbox#2021" not in path.read_text("utf-8")


def test_the_example_points_its_editor_at_the_schema(workspace: Path) -> None:
    example = workspace / "plans" / "example.yaml"
    first = example.read_text("utf-8").splitlines()[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    assert json.loads((example.parent / named).read_text("utf-8"))["$defs"]["plan"]
    assert yaml.safe_load(example.read_text("utf-8"))["计划"]


def test_schema_is_written_or_printed(tmp_path: Path, yuncai: Run) -> None:
    printed = yuncai("schema")
    written = yuncai("schema", "--output", tmp_path / "deep" / "plan.json")
    assert (printed.code, written.code) == (0, 0)
    assert json.loads(printed.out) == json.loads((tmp_path / "deep" / "plan.json").read_text("utf-8"))


def test_status_of_a_fresh_workspace_is_empty_and_makes_no_ledger(workspace: Path, yuncai: Run) -> None:
    ran = yuncai("status", "-w", workspace)
    assert (ran.code, "还没有计划" in ran.out) == (0, True)
    assert not (workspace / ".yuncai").exists()


def test_an_unknown_ref_and_an_unknown_run_are_told(workspace: Path, yuncai: Run) -> None:
    for arguments in (("status", "nobody"), ("poll", "nobody"), ("report", "20200101-000000-file"), ("report",)):
        ran = yuncai("-w", workspace, *arguments)
        assert ran.code == 2, arguments
        assert "Traceback" not in ran.err


@pytest.mark.parametrize("arguments", [
    ("nonsense",), ("check", "--nonsense"), ("init",), ("file", "--lanes", "many"), ("file", "--until", "tomorrow"),
    ("--lang", "fr", "status"), ("poll", "--lanes", "0"), (), ("release", "--hold", "sleepy"),
])  # fmt: skip
def test_a_wrong_command_line_ends_with_2(yuncai: Run, arguments: tuple[str, ...]) -> None:
    ran = yuncai(*arguments)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_global_options_may_stand_anywhere() -> None:
    assert hoist(["file", "-w", "x", "--lanes", "2", "--lang=en"]) == ["-w", "x", "--lang=en", "file", "--lanes", "2"]
    assert hoist(["check", "--", "-w"]) == ["check", "--", "-w"]
    assert hoist(["check", "--workspace=x", "-w"]) == ["--workspace=x", "-w", "check"]


@pytest.mark.parametrize(
    "command",
    [
        "init",
        "check",
        "file",
        "poll",
        "status",
        "retry",
        "release",
        "cancel",
        "report",
        "inspect",
        "sandbox",
        "demo",
        "schema",
    ],
)
def test_help_speaks_the_language(yuncai: Run, command: str) -> None:
    chinese, english = yuncai(command, "--help"), yuncai(command, "--help", "--lang", "en")
    assert (chinese.code, english.code) == (0, 0)
    assert "选项" in chinese.out
    assert not any("\u4e00" <= character <= "\u9fff" for character in english.out)


def test_help_and_status_start_without_engine_and_browser() -> None:
    script = "import desk.cli, sys; print([m for m in ('dbos', 'playwright', 'jinja2') if m in sys.modules])"
    root = FILES.parents[1]
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root)
    assert ran.stdout == "[]\n"


def test_what_waits_for_a_person_is_skipped_until_its_file_changes(workspace: Path) -> None:
    opened = Workspace.open(workspace)
    orders = orders_of(opened, None)
    held, *others = orders
    with open_ledger(opened) as ledger:
        for order in (held, others[0]):
            ledger.register(
                order.plan, source=order.source, lane=order.lane, route=order.route.value, why=order.why,
                site="sandbox", until=Until.SUBMITTED, run_id="r1",
            )  # fmt: skip
        filing = ledger.filing(held.plan.ref)
        assert filing is not None
        ledger.hold(filing, Hold.NEEDS_HUMAN, CaptchaShown(address="http://portal/"))
    assert file.not_held(opened, orders) == others
    edited = dataclasses.replace(held, plan=held.plan.model_copy(update={"name": "别的名称"}))
    assert file.not_held(opened, [edited, *others]) == [edited, *others]


def test_help_and_mistakes_are_told_without_database_browser_or_engine() -> None:
    asked = "import sys; from desk.cli import run; run({}); print(*sys.modules)"
    for arguments in (["--help"], ["no-such-command"], []):
        ran = subprocess.run(
            [sys.executable, "-c", asked.format(arguments)], capture_output=True, text=True, check=True
        )
        assert not {"sqlalchemy", "playwright", "dbos"} & set(ran.stdout.split())
