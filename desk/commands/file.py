"""`yuncai file`: file the plans, as far as asked, several lanes side by side."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from configs.workspace import Workspace
from desk import under_way
from desk.answer import Answer, give
from desk.board import Board, Expected
from desk.commands.check import orders_of
from desk.context import Desk, desk_of
from desk.ending import ending
from desk.messages.catalogue import text
from flows.intake import Order
from flows.ledger import Filing
from flows.run import RunSummary, file_plans
from flows.stages import Until


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("file", help=text("help.file"))
    def file(
        context: typer.Context,
        paths: Annotated[list[Path] | None, typer.Argument(help=text("help.paths"), show_default=False)] = None,
        until: Annotated[Until | None, typer.Option(help=text("help.until"), show_default=False)] = None,
        lanes: Annotated[int | None, typer.Option(min=1, max=32, help=text("help.lanes"), show_default=False)] = None,
        as_json: Annotated[bool, typer.Option("--json", help=text("help.json"))] = False,  # noqa: FBT002 - typer's way
    ) -> None:
        give("file", lambda: _file(desk_of(context), paths, until, lanes), as_json=as_json)


def _file(desk: Desk, paths: list[Path] | None, until: Until | None, lanes: int | None) -> Answer:
    workspace = desk.open()
    summary = file_with_progress(workspace, orders_of(workspace, paths), until=until, lanes=lanes)
    return ending(workspace, summary)


def file_with_progress(workspace: Workspace, orders: list[Order], *, until: Until | None = None,
                       lanes: int | None = None) -> RunSummary:
    """File orders while a person watches."""
    settings = workspace.settings
    expected = [Expected(order.plan.ref, order.plan.name, order.lane) for order in orders]
    board = Board.of(text("progress.filing", site=workspace.site.name), expected)

    async def work(on_change: Callable[[Filing], None], stopping: asyncio.Event) -> RunSummary:
        return await file_plans(workspace, orders, until=until or Until(settings.until), lanes=lanes or settings.lanes,
                                on_change=on_change, stopping=stopping)

    return under_way.run(board, work)
