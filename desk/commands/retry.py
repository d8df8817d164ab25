"""`yuncai retry`: a new attempt of what was refused, stopped, parked or given up, and of nothing else."""

from typing import Annotated

import typer
from rich.console import Console

from configs.problems import ConfigProblems, Problem
from desk.answer import Answer, give
from desk.commands.check import orders_of
from desk.context import Desk, desk_of, existing_ledger
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text
from desk.picking import Pick, pick
from flows.stages import Hold, Until

OPEN_HOLDS = (Hold.REFUSED, Hold.NEEDS_HUMAN, Hold.WAITING)  # what was given up is named, or asked for by --hold


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("retry", help=text("help.retry"))
    def retry(
        context: typer.Context,
        *,
        refs: Annotated[list[str] | None, typer.Argument(help=text("help.refs_held"), show_default=False)] = None,
        account: Annotated[list[str] | None, typer.Option(help=text("help.account"), show_default=False)] = None,
        hold: Annotated[list[Hold] | None, typer.Option(help=text("help.hold"), show_default=False)] = None,
        until: Annotated[Until | None, typer.Option(help=text("help.until"), show_default=False)] = None,
        lanes: Annotated[int | None, typer.Option(min=1, max=64, help=text("help.lanes"), show_default=False)] = None,
        adopt: Annotated[bool, typer.Option("--adopt", help=text("help.adopt"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=text("help.json"))] = False,
    ) -> None:
        asked = Pick(refs or (), account or (), hold or ())
        give("retry", lambda: _retry(desk_of(context), asked, until, lanes, adopt=adopt), as_json=as_json)


def _retry(desk: Desk, asked: Pick, until: Until | None, lanes: int | None, *, adopt: bool) -> Answer:
    workspace = desk.open()
    with existing_ledger(workspace) as ledger:
        refs = {filing.ref for filing in pick(ledger, asked, otherwise=OPEN_HOLDS)}
    if not refs:
        return Answer(ExitCode.DONE, _nothing, {"verdict": "done"})
    orders = [order for order in orders_of(workspace, None, retrying=refs) if order.plan.ref in refs]
    if gone := [ref for ref in asked.refs if ref not in {order.plan.ref for order in orders}]:
        raise ConfigProblems([Problem("", None, ref, "ref_not_in_files", {"ref": ref}) for ref in gone])
    if not orders:
        return Answer(ExitCode.DONE, _nothing, {"verdict": "done"})
    from desk import ending, under_way  # noqa: PLC0415 - the engine and the browser cost a second

    summary = under_way.file_orders(workspace, orders, until=until, lanes=lanes, adopt=adopt, retrying=True)
    return ending.ending(workspace, summary)


def _nothing(console: Console) -> None:
    console.print(text("decided.none"))
