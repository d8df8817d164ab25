"""`yuncai file`: file the plans, as far as asked, several lanes side by side."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from configs.workspace import Workspace
from desk.answer import Answer, give
from desk.commands.check import orders_of
from desk.context import Desk, desk_of, existing_ledger
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text
from flows.intake import Order
from flows.ledger.book import hash_of
from flows.stages import Hold, Until


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("file", help=text("help.file"))
    def file(
        context: typer.Context,
        *,
        paths: Annotated[list[Path] | None, typer.Argument(help=text("help.paths"), show_default=False)] = None,
        until: Annotated[Until | None, typer.Option(help=text("help.until"), show_default=False)] = None,
        lanes: Annotated[int | None, typer.Option(min=1, max=64, help=text("help.lanes"), show_default=False)] = None,
        adopt: Annotated[bool, typer.Option("--adopt", help=text("help.adopt"))] = False,
        skip_held: Annotated[bool, typer.Option("--skip-held", help=text("help.skip_held"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=text("help.json"))] = False,
    ) -> None:
        asked = _Asked(until, lanes, adopt, skip_held)
        give("file", lambda: _file(desk_of(context), paths, asked), as_json=as_json)


@dataclass(frozen=True)
class _Asked:
    until: Until | None
    lanes: int | None
    adopt: bool
    skip_held: bool


def _file(desk: Desk, paths: list[Path] | None, asked: _Asked) -> Answer:
    workspace = desk.open()
    orders = orders_of(workspace, paths)
    if asked.skip_held:
        orders = not_held(workspace, orders)
    if not orders:
        return Answer(ExitCode.DONE, lambda console: console.print(text("decided.none")), {"verdict": "done"})
    from desk import ending, under_way  # noqa: PLC0415 - the engine and the browser cost a second

    summary = under_way.file_orders(workspace, orders, until=asked.until, lanes=asked.lanes, adopt=asked.adopt)
    return ending.ending(workspace, summary)


def not_held(workspace: Workspace, orders: list[Order]) -> list[Order]:
    """Leave out what waits for a person and whose file is as it was: a new attempt would end as the last one did."""
    with existing_ledger(workspace) as ledger:
        known = {filing.ref: filing for filing in ledger.all_filings()} if ledger else {}
    held = {Hold.REFUSED, Hold.NEEDS_HUMAN}
    return [
        order
        for order in orders
        if not (
            (filing := known.get(order.plan.ref)) and filing.hold in held and filing.plan_hash == hash_of(order.plan)
        )
    ]
