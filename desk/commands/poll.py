"""`yuncai poll`: what has become of the plans that were submitted."""

from typing import Annotated

import typer

from configs.problems import ConfigProblems, Problem
from configs.workspace import Workspace
from desk.answer import Answer, give
from desk.context import Desk, desk_of, existing_ledger
from desk.messages.catalogue import text


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("poll", help=text("help.poll"))
    def poll(
        context: typer.Context,
        refs: Annotated[list[str] | None, typer.Argument(help=text("help.refs"), show_default=False)] = None,
        lanes: Annotated[int | None, typer.Option(min=1, max=64, help=text("help.lanes"), show_default=False)] = None,
        as_json: Annotated[bool, typer.Option("--json", help=text("help.json"))] = False,  # noqa: FBT002 - typer's way
    ) -> None:
        give("poll", lambda: _poll(desk_of(context), refs or None, lanes), as_json=as_json)


def _poll(desk: Desk, refs: list[str] | None, lanes: int | None) -> Answer:
    workspace = desk.open()
    refuse_unknown(workspace, refs or [])
    from desk import ending, under_way  # noqa: PLC0415 - the engine and the browser cost a second

    return ending.ending(workspace, under_way.poll_ledger(workspace, refs, lanes=lanes), news=True)


def refuse_unknown(workspace: Workspace, refs: list[str]) -> None:
    """Raises ConfigProblems for refs that the ledger does not know."""
    with existing_ledger(workspace) as ledger:
        known = {filing.ref for filing in ledger.all_filings()} if ledger else set()
    unknown = [ref for ref in refs if ref not in known]
    if unknown:
        raise ConfigProblems([Problem("", None, ref, "ref_unknown", {"ref": ref}) for ref in unknown])
