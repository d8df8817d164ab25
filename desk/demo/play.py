"""The demo from beginning to end: check, file, review, poll, review, poll, file once more, compare."""

import time
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from configs.workspace import Workspace
from desk import consoles, logs, under_way
from desk.commands.check import orders_of
from desk.context import open_ledger
from desk.demo import place, promise, reviewers
from desk.ending import write_report
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text
from desk.sandbox_child import Sandbox, running_sandbox
from flows.intake import Order
from flows.ledger import Filing
from flows.run import RunSummary

FEWEST_LANES = 2


@dataclass(frozen=True)
class Played:
    """How the demo went."""

    folder: Path
    report: Path
    summary: RunSummary
    differences: list[promise.Difference]
    added: int
    seconds: float

    @property
    def exit_code(self) -> ExitCode:
        """DONE when everything happened as promised."""
        return ExitCode.DEFECT if self.differences or self.added else ExitCode.DONE


def play(folder: Path) -> Played:
    """Play the whole demo in a folder."""
    started = time.monotonic()
    folder = place.prepare(folder)
    state = folder / ".yuncai"
    with running_sandbox(database=folder / "sandbox.sqlite", log=state / "logs" / "sandbox.log") as sandbox:
        place.point_at(folder, sandbox.url)
        workspace = Workspace.open(folder)
        logs.keep(workspace.state_dir / "logs")
        teller = _Teller(consoles.err())
        teller.say("demo.sandbox", url=sandbox.url)
        orders = orders_of(workspace, None)
        teller.say("demo.checked", count=len(orders))
        _file(workspace, orders, teller)
        _review(workspace, sandbox, reviewers.OFFICE, teller)
        summary = _review(workspace, sandbox, reviewers.BUREAU, teller)
        added = _file_again(workspace, orders, sandbox, teller)
    report = write_report(workspace, summary.run_id)
    return Played(folder, report, summary, promise.differences(summary.filings), added, time.monotonic() - started)


class _Teller:
    """Says what happens, one line a chapter."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def say(self, key: str, **params: object) -> None:
        """One sentence of the catalogue."""
        self._console.print(Text(text(key, **params)), soft_wrap=True)


def _file(workspace: Workspace, orders: list[Order], teller: _Teller) -> None:
    started = time.monotonic()
    _unless_stopped(under_way.file_orders(workspace, orders, lanes=max(workspace.settings.lanes, FEWEST_LANES)))
    seconds = time.monotonic() - started
    teller.say("demo.filed", seconds=f"{seconds:.0f}", rate=f"{len(orders) / seconds * 60:.0f}")


def _review(workspace: Workspace, sandbox: Sandbox, office: str, teller: _Teller) -> RunSummary:
    decided = reviewers.decide(sandbox, office, _filings(workspace))
    teller.say("demo.reviewed", office=office, approved=decided.approved, returned=decided.returned)
    before = {filing.ref: filing.stage for filing in _filings(workspace)}
    summary = _unless_stopped(under_way.poll_ledger(workspace))
    changed = sum(1 for filing in summary.filings if before.get(filing.ref) is not filing.stage)
    teller.say("demo.polled", count=changed)
    return summary


def _file_again(workspace: Workspace, orders: list[Order], sandbox: Sandbox, teller: _Teller) -> int:
    before = promise.standing(sandbox)
    finished = [order for order in orders if order.plan.ref != promise.REFUSED_REF]
    _unless_stopped(under_way.file_orders(workspace, finished))
    added = promise.standing(sandbox) - before
    teller.say("demo.again", added=added)
    return added


def _filings(workspace: Workspace) -> list[Filing]:
    with open_ledger(workspace) as ledger:
        return ledger.all_filings()


def _unless_stopped(summary: RunSummary) -> RunSummary:
    if summary.verdict == "stopped":
        raise KeyboardInterrupt
    return summary
