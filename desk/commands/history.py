"""`yuncai history REF`: the portal's own log of a plan, and everything that happened to it; asks no portal."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from desk import json_output
from desk.answer import Answer, give
from desk.commands.poll import refuse_unknown
from desk.commands.status import evidence_of, show_one
from desk.context import Desk, desk_of, existing_ledger
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text
from desk.table import table_of
from flows.ledger import LogLine, readings

COLUMNS = ("log_step", "log_who", "log_at", "log_result", "opinion")


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("history", help=text("help.history"))
    def history(
        context: typer.Context,
        ref: Annotated[str, typer.Argument(help=text("help.ref"), show_default=False)],
        as_json: Annotated[bool, typer.Option("--json", help=text("help.json"))] = False,  # noqa: FBT002 - typer's way
    ) -> None:
        give("history", lambda: _history(desk_of(context), ref), as_json=as_json)


def _history(desk: Desk, ref: str) -> Answer:
    workspace = desk.open(writing=False)
    refuse_unknown(workspace, [ref])
    with existing_ledger(workspace) as ledger:
        assert ledger is not None
        (filing,) = ledger.all_filings([ref])
        happened, lines = ledger.history(filing.id), readings.lines_of(ledger, filing.id)
    evidence = evidence_of(workspace, filing)

    def show(console: Console) -> None:
        show_one(console, filing, happened, evidence)
        if lines:
            console.print()
            _print_log(console, lines)

    parts = {
        "filings": [json_output.filing_json(filing, happened, evidence)],
        "log": [asdict(line) for line in lines],
    }
    return Answer(ExitCode.DONE, show, parts)


def _print_log(console: Console, lines: list[LogLine]) -> None:
    console.print(Text(text("log.shown", count=len(lines)), style="bold"))
    table = table_of(*COLUMNS)
    for line in lines:
        known = line.step or line.result
        cells = (line.step, line.who, line.at, line.result, line.opinion) if known else (line.raw, "", "", "", "")
        table.add_row(*(Text(cell) for cell in cells))
    console.print(table)
