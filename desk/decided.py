"""The end of `cancel` and `release`: what was decided, filing by filing, and what still stands on a portal."""

from collections.abc import Callable

from rich.console import Console
from rich.text import Text

from configs.problems import ConfigProblems, Problem
from desk import json_output, words
from desk.answer import Answer
from desk.context import Desk, existing_ledger
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text
from desk.picking import Pick, pick
from desk.progress import COLOURS
from desk.table import table_of
from flows.deciding import Decided
from flows.fleet.presence import between_runs
from flows.ledger import Filing, Ledger, intents

Told = tuple[Decided, str]


def decide(desk: Desk, asked: Pick, act: Callable[[Ledger, list[Filing]], list[Decided]]) -> Answer:
    """Pick the filings and decide about them, while no run works here. Raises ConfigProblems, WorkspaceBusyError."""
    workspace = desk.open()
    if asked.is_empty:
        raise ConfigProblems([Problem("", None, "", "nothing_named")])
    with between_runs(workspace), existing_ledger(workspace) as ledger:
        filings = pick(ledger, asked)
        done = act(ledger, filings) if ledger else []
        told = [(each, _told(ledger, each)) for each in done if ledger]
    shown = [{"ref": each.filing.ref, "done": each.done, "text": sentence} for each, sentence in told]
    parts = {"filings": [json_output.filing_json(each.filing) for each in done], "decided": shown}
    return Answer(ExitCode.DONE, lambda console: _show(console, told), parts)


def _told(ledger: Ledger, decided: Decided) -> str:
    filing = decided.filing
    standing = words.standing(filing, maybe=intents.any_open(ledger, filing))
    return text(f"decided.{decided.done}", number=filing.number, standing=standing)


def _show(console: Console, told: list[Told]) -> None:
    if not told:
        console.print(text("decided.none"))
        return
    table = table_of("ref", "name", "number", "state", "done")
    for decided, sentence in told:
        filing = decided.filing
        state = Text(words.state_text(filing), style=COLOURS[words.state_colour(filing)])
        table.add_row(Text(filing.ref), Text(filing.name), Text(filing.number or "—"), state, Text(sentence))
    console.print(table)
