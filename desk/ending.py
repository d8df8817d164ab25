"""The end of `file` and `poll`: the table, the report, the exit code."""

from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from configs.workspace import Workspace
from desk import json_output, words
from desk.answer import Answer
from desk.changes import change_json, print_changes
from desk.context import open_ledger
from desk.exit_codes import OF_VERDICT, ExitCode
from desk.failures import Failure, failure_of
from desk.messages.catalogue import text
from desk.report.build import build_report
from desk.table import print_filings, print_troubled
from flows.changes import changes_of
from flows.evidence import evidence_place
from flows.evidence_store import fetch_all
from flows.run import RunSummary


def ending(workspace: Workspace, summary: RunSummary, *, news: bool = False) -> Answer:
    """Write the run's report and make the answer; without a report the table is shown all the same.

    `news`: of a poll, what has changed and what needs somebody, instead of every plan.
    """
    report, failure = _report_or_failure(workspace, summary.run_id)
    with open_ledger(workspace) as ledger:
        changes = changes_of(ledger, summary.run_id) if news else []
    filings = [
        json_output.filing_json(filing, evidence=str(evidence_place(workspace, filing.ref)))
        for filing in summary.filings
    ]

    def show(console: Console) -> None:
        if news:
            print_changes(console, changes)
            print_troubled(console, summary.filings)
        else:
            print_filings(console, summary.filings)
        print_end(console, summary, report)
        if failure:
            console.print(Text(failure.sentence, style="red"), soft_wrap=True)

    parts: dict[str, Any] = {
        "verdict": summary.verdict,
        "run": summary.run_id,
        "report": str(report) if report else None,
        "filings": filings,
        "error": {"code": failure.code, "text": failure.sentence} if failure else None,
    }
    if news:
        parts["changes"] = [change_json(change) for change in changes]
    return Answer(failure.exit_code if failure else OF_VERDICT[summary.verdict], show, parts)


def _report_or_failure(workspace: Workspace, run_id: str) -> tuple[Path | None, Failure | None]:
    try:
        return write_report(workspace, run_id), None
    except OSError as error:
        return None, failure_of(error)


def write_report(workspace: Workspace, run_id: str | None = None) -> Path:
    """Write the report of a run (the newest one when none is named) and return where it lies."""
    with open_ledger(workspace) as ledger:
        fetch = partial(fetch_all, workspace) if workspace.settings.evidence.store else None
        return build_report(workspace.state_dir, ledger, run_id, evidence_dir=workspace.evidence_dir, fetch=fetch)


def print_end(console: Console, summary: RunSummary, report: Path | None) -> None:
    """The last lines: how many stand where, and where the report lies."""
    counts: dict[str, int] = {}
    for filing in summary.filings:
        state = words.state_text(filing)
        counts[state] = counts.get(state, 0) + 1
    told = "   ".join(f"{state} {count}" for state, count in counts.items())
    style = "green" if OF_VERDICT[summary.verdict] is ExitCode.DONE else "yellow"
    console.print()
    console.print(Text(f"{text(f'verdict.{summary.verdict}')}   {told}", style=style))
    if report is not None:
        console.print(Text(text("end.report", path=report)), soft_wrap=True)
