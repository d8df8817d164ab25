"""`yuncai status`: what the ledger knows; asks no portal."""

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from configs.money import format_wan
from configs.workspace import Workspace
from desk import json_output, words
from desk.answer import Answer, give
from desk.commands.poll import refuse_unknown
from desk.context import Desk, desk_of, existing_ledger
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text
from desk.picking import Pick, pick
from desk.table import print_filings
from flows.ledger import Filing, HistoryLine
from flows.stages import Hold, Stage


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("status", help=text("help.status"))
    def status(
        context: typer.Context,
        *,
        ref: Annotated[str | None, typer.Argument(help=text("help.ref"), show_default=False)] = None,
        account: Annotated[list[str] | None, typer.Option(help=text("help.account"), show_default=False)] = None,
        stage: Annotated[list[Stage] | None, typer.Option(help=text("help.stage"), show_default=False)] = None,
        hold: Annotated[list[Hold] | None, typer.Option(help=text("help.hold"), show_default=False)] = None,
        attention: Annotated[bool, typer.Option("--attention", help=text("help.attention"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=text("help.json"))] = False,
    ) -> None:
        asked = Pick(accounts=account or (), holds=hold or (), stages=stage or ())
        give("status", lambda: _status(desk_of(context), ref, asked, attention=attention), as_json=as_json)


def _status(desk: Desk, ref: str | None, asked: Pick, *, attention: bool) -> Answer:
    workspace = desk.open(writing=False)
    if ref is not None:
        refuse_unknown(workspace, [ref])
        return _one(workspace, ref)
    with existing_ledger(workspace) as ledger:
        found = pick(ledger, asked)
    filings = [filing for filing in found if not attention or words.needs_attention(filing)]
    shown = [json_output.filing_json(filing, evidence=evidence_of(workspace, filing)) for filing in filings]

    nothing = "table.nothing" if asked.is_empty and not attention else "table.none_such"

    def show(console: Console) -> None:
        print_filings(console, filings, nothing=nothing)

    return Answer(ExitCode.DONE, show, {"filings": shown})


def _one(workspace: Workspace, ref: str) -> Answer:
    with existing_ledger(workspace) as ledger:
        assert ledger is not None
        (filing,) = ledger.all_filings([ref])
        history = ledger.history(filing.id)
    evidence = evidence_of(workspace, filing)

    def show(console: Console) -> None:
        show_one(console, filing, history, evidence)

    return Answer(ExitCode.DONE, show, {"filings": [json_output.filing_json(filing, history, evidence)]})


def evidence_of(workspace: Workspace, filing: Filing) -> str:
    """Where the evidence of a filing lies."""
    from flows.evidence import evidence_place  # noqa: PLC0415 - the engine and the browser cost a second

    return str(evidence_place(workspace, filing.ref))


def show_one(console: Console, filing: Filing, history: list[HistoryLine], evidence: str) -> None:
    """Print a filing: where it stands, its facts, and what happened to it."""
    print_filings(console, [filing])
    facts = {
        "amount": format_wan(filing.total_yuan),
        "source": filing.source,
        "lane": words.lane_text(filing.lane),
        "opinion": filing.opinion,
        "evidence": evidence,
    }
    for name, value in facts.items():
        if value:
            console.print(Text(f"{text(f'column.{name}')}  {value}"), soft_wrap=True)
    console.print()
    for line in history:
        console.print(Text(f"{words.clock(line.at)}  {words.history_text(line)}"), soft_wrap=True)
        for more in (words.history_detail(line), *(f"“{said}”" for said in words.portal_words(line.params))):
            if more:
                console.print(Text(f"                     {more}", style="dim"), soft_wrap=True)
