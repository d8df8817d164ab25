"""`yuncai poll`: what has become of the plans that were submitted."""

import asyncio
from collections.abc import Callable
from typing import Annotated

import typer

from configs.problems import ConfigProblems, Problem
from configs.workspace import Workspace
from desk import under_way
from desk.answer import Answer, give
from desk.board import Board, Expected
from desk.context import Desk, desk_of, existing_ledger
from desk.ending import ending
from desk.messages.catalogue import text
from flows.ledger import Filing
from flows.run import RunSummary, poll_filings


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("poll", help=text("help.poll"))
    def poll(
        context: typer.Context,
        refs: Annotated[list[str] | None, typer.Argument(help=text("help.refs"), show_default=False)] = None,
        lanes: Annotated[int | None, typer.Option(min=1, max=32, help=text("help.lanes"), show_default=False)] = None,
        as_json: Annotated[bool, typer.Option("--json", help=text("help.json"))] = False,  # noqa: FBT002 - typer's way
    ) -> None:
        give("poll", lambda: _poll(desk_of(context), refs or None, lanes), as_json=as_json)


def _poll(desk: Desk, refs: list[str] | None, lanes: int | None) -> Answer:
    workspace = desk.open()
    refuse_unknown(workspace, refs or [])
    return ending(workspace, poll_with_progress(workspace, refs, lanes=lanes))


def refuse_unknown(workspace: Workspace, refs: list[str]) -> None:
    """Raises ConfigProblems for refs that the ledger does not know."""
    with existing_ledger(workspace) as ledger:
        known = {filing.ref for filing in ledger.all_filings()} if ledger else set()
    unknown = [ref for ref in refs if ref not in known]
    if unknown:
        raise ConfigProblems([Problem("", None, ref, "ref_unknown", {"ref": ref}) for ref in unknown])


def poll_with_progress(workspace: Workspace, refs: list[str] | None = None, *, lanes: int | None = None) -> RunSummary:
    """Poll while a person watches."""
    with existing_ledger(workspace) as ledger:
        filings = ledger.all_filings(refs) if ledger else []
    expected = [Expected(filing.ref, filing.name, filing.lane) for filing in filings]
    board = Board.of(text("progress.polling", site=workspace.site.name), expected, counting=False)

    async def work(on_change: Callable[[Filing], None], stopping: asyncio.Event) -> RunSummary:
        return await poll_filings(workspace, refs=refs, lanes=lanes or workspace.settings.lanes, on_change=on_change,
                                  stopping=stopping)

    return under_way.run(board, work)
