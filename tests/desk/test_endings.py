"""How commands end: exit codes, JSON, tables, and failures that never look like a traceback."""

import asyncio
import dataclasses
import errno
import json
import logging
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest
import sqlalchemy.exc

from bots.errors import CaptchaShown, PortalDown
from configs.problems import ConfigProblems, Problem
from desk import logs, under_way
from desk.exit_codes import OF_VERDICT, ExitCode
from desk.failures import failure_of
from desk.words import explanation, readable
from flows.ledger import Filing, Ledger
from flows.lock import WorkspaceBusyError
from flows.run import RunSummary, Verdict
from tests.desk.conftest import Run
from tests.desk.fabricated import NUMBER, RUN, fabricate

KEYS = {"format", "command", "exit_code", "verdict", "run", "report", "problems", "plans", "filings", "error"}
FILING_KEYS = {"ref", "name", "account", "source", "lane", "route", "why", "amount_yuan", "number", "sheet_number",
               "sheet_status", "stage", "hold", "trouble", "opinion", "until", "attempt", "run", "created_at",
               "updated_at", "evidence", "history"}  # fmt: skip


@pytest.fixture(autouse=True)
def _no_log_stays_open() -> Iterator[None]:
    yield
    for handler in list(logging.getLogger().handlers):
        if isinstance(handler, logging.handlers.RotatingFileHandler):
            logging.getLogger().removeHandler(handler)
            handler.close()
    logs._current.clear()


def pretend(monkeypatch: pytest.MonkeyPatch, outcome: RunSummary | BaseException) -> None:
    """Let `file` and `poll` end in a way, without a browser."""

    async def instead(*_args: object, on_change: Callable[[Filing], None], **_options: object) -> RunSummary:
        await asyncio.sleep(0)
        if isinstance(outcome, BaseException):
            raise outcome
        for filing in outcome.filings:
            on_change(filing)
        return outcome

    monkeypatch.setattr(under_way, "file_plans", instead)
    monkeypatch.setattr(under_way, "poll_filings", instead)


@pytest.mark.parametrize(("verdict", "code"), [("done", 0), ("attention", 3), ("parked", 4), ("stopped", 130)])
def test_a_runs_verdict_is_its_exit_code(
    workspace: Path, yuncai: Run, monkeypatch: pytest.MonkeyPatch, verdict: Verdict, code: int
) -> None:
    filings = fabricate(workspace / ".yuncai")
    pretend(monkeypatch, RunSummary(RUN, verdict, filings))
    assert yuncai("file", "-w", workspace).code == code
    assert yuncai("poll", "-w", workspace).code == code


def test_every_verdict_has_a_code() -> None:
    assert set(OF_VERDICT) == set(get_args(Verdict))


def test_a_person_reads_a_table_reasons_and_the_reports_place(
    workspace: Path, yuncai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, RunSummary(RUN, "attention", fabricate(workspace / ".yuncai")))
    ran = yuncai("file", "-w", workspace)
    for words in (NUMBER, "已进商城", "被退回", "3 份需要处理", "单价超出标准 <b>请说明</b>", "报告：", f"{RUN}.html"):
        assert words in ran.out
    assert re.search(r"\d\d:\d\d:\d\d \[\d/2\] filed-001", ran.err)


def test_what_several_plans_have_in_common_is_said_once_below_all_of_them(
    workspace: Path, yuncai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = next(filing for filing in fabricate(workspace / ".yuncai") if filing.trouble)
    alike = [dataclasses.replace(refused, id=at, ref=f"alike-{at}") for at in range(3)]
    pretend(monkeypatch, RunSummary(RUN, "attention", alike))
    told = yuncai("file", "-w", workspace).out.partition("3 份需要处理")[2]
    assert [f"alike-{at}" in told for at in range(3)] == [True] * 3
    assert told.count(explanation(refused)) == 1


def test_json_is_one_document_on_standard_output(workspace: Path, yuncai: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, RunSummary(RUN, "attention", fabricate(workspace / ".yuncai")))
    for command in ("file", "poll", "status"):
        ran = yuncai(command, "--json", "-w", workspace)
        document = json.loads(ran.out)
        assert document.keys() == KEYS | ({"changes"} if command == "poll" else set())
        assert document["exit_code"] == ran.code
        assert [filing.keys() for filing in document["filings"]] == [FILING_KEYS] * 4
        assert document["filings"][0]["amount_yuan"] == "350000.00"
    assert document["filings"][2]["trouble"]["code"] == "refused_by_portal"


def test_json_of_one_filing_has_its_history(workspace: Path, yuncai: Run) -> None:
    fabricate(workspace / ".yuncai")
    (filing,) = json.loads(yuncai("status", "filed-001", "--json", "-w", workspace).out)["filings"]
    assert [line["what"] for line in filing["history"]] == ["registered", "created", "submitted", "in_mall"]
    assert all(line["text"] and "history." not in line["text"] for line in filing["history"])


def test_json_of_bad_input_tells_each_problem(workspace: Path, yuncai: Run) -> None:
    (workspace / "plans" / "example.yaml").write_text("")
    for command in ("check", "file"):
        ran = yuncai(command, "--json", "-w", workspace)
        document = json.loads(ran.out)
        assert (ran.code, document["exit_code"], document["error"]["code"]) == (2, 2, "bad_input")
        assert document["problems"][0].keys() == {"file", "line", "field", "code", "params", "text"}


def test_json_of_check_has_the_plans(workspace: Path, yuncai: Run) -> None:
    document = json.loads(yuncai("check", "--json", "-w", workspace).out)
    assert [plan["route"] for plan in document["plans"]] == ["provincial", "mall"]
    assert document["plans"][0]["source"].startswith("plans/example.yaml:")


def test_status_of_one_filing_tells_its_whole_story(workspace: Path, yuncai: Run) -> None:
    fabricate(workspace / ".yuncai")
    ran = yuncai("status", "filed-003", "-w", workspace)
    assert ran.code == 0
    assert "登记入台账" in ran.out
    assert "“计划名称不能为空”" in ran.out


@pytest.mark.parametrize(("error", "code"), [
    (ConfigProblems([Problem("a", 1, "b", "file_empty")]), ExitCode.BAD_INPUT),
    (OSError(errno.ENOSPC, "No space left on device", "/x"), ExitCode.DISK),
    (PermissionError(errno.EACCES, "Permission denied", "/x"), ExitCode.DISK),
    (OSError(errno.EROFS, "Read-only file system", "/x"), ExitCode.DISK),
    (sqlalchemy.exc.OperationalError("s", {}, Exception("attempt to write a readonly database")), ExitCode.DISK),
    (sqlalchemy.exc.OperationalError("s", {}, Exception("database or disk is full")), ExitCode.DISK),
    (WorkspaceBusyError("42"), ExitCode.TRY_LATER),
    (PortalDown(address="http://x", reason="503"), ExitCode.TRY_LATER),
    (CaptchaShown(address="http://x"), ExitCode.NEEDS_PERSON),
    (KeyboardInterrupt(), ExitCode.INTERRUPTED),
    (ZeroDivisionError(), ExitCode.DEFECT),
])  # fmt: skip
def test_every_failure_is_a_code_and_a_sentence(
    error: BaseException, code: ExitCode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))  # a defect is written down where nothing else can be
    failure = failure_of(error)
    assert failure.exit_code is code
    assert failure.sentence
    assert not failure.sentence.startswith("failure.")


def test_a_defect_is_one_sentence_and_its_traceback_is_in_the_log(
    workspace: Path, yuncai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, ZeroDivisionError("nobody foresaw this"))
    ran = yuncai("file", "-w", workspace)
    log = workspace / ".yuncai" / "logs" / "yuncai.log"
    assert ran.code == 1
    assert str(log) in ran.err
    assert "Traceback" not in ran.err + ran.out
    assert "nobody foresaw this" in log.read_text("utf-8")


def test_a_workspace_that_cannot_be_written_ends_with_5(workspace: Path, yuncai: Run) -> None:
    (workspace / ".yuncai").write_text("a file where the state belongs")
    ran = yuncai("file", "-w", workspace)
    assert ran.code == 5
    assert ".yuncai" in ran.err
    assert "Traceback" not in ran.err


def test_a_report_that_cannot_be_written_ends_with_5(
    workspace: Path, yuncai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, RunSummary(RUN, "done", fabricate(workspace / ".yuncai")))
    (workspace / ".yuncai" / "reports").write_text("in the way")
    ran = yuncai("file", "-w", workspace)
    assert ran.code == 5
    assert NUMBER in ran.out, "the table is shown all the same"


def test_the_log_rotates_and_the_ledger_survives_a_second_opening(workspace: Path) -> None:
    folder = workspace / ".yuncai" / "logs"
    logs.keep(folder)
    logs.keep(folder)
    kept = [h for h in logging.getLogger().handlers if isinstance(h, logging.handlers.RotatingFileHandler)]
    assert len(kept) == 1
    assert (kept[0].maxBytes, kept[0].backupCount) == (logs.MOST_BYTES, logs.KEPT_FILES)
    fabricate(workspace / ".yuncai")
    ledger = Ledger(workspace / ".yuncai" / "yuncai.sqlite")
    assert len(ledger.all_filings()) == 4
    ledger.close()


def test_a_place_on_a_portal_is_named_as_a_clerk_names_it() -> None:
    told = readable({"during": "provincial/明细/保存", "step": "save", "where": "mall/计划单管理", "text": "mall/x"})
    assert told == {"during": "省平台/明细/保存", "step": "保存计划", "where": "网上商城/计划单管理", "text": "mall/x"}
