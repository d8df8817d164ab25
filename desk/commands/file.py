"""`yuncai file`: file the plans, as far as asked, several lanes side by side."""

from pathlib import Path
from typing import Annotated

import typer

from desk.answer import Answer, give
from desk.commands.check import orders_of
from desk.context import Desk, desk_of
from desk.messages.catalogue import text
from flows.stages import Until


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("file", help=text("help.file"))
    def file(
        context: typer.Context,
        paths: Annotated[list[Path] | None, typer.Argument(help=text("help.paths"), show_default=False)] = None,
        until: Annotated[Until | None, typer.Option(help=text("help.until"), show_default=False)] = None,
        lanes: Annotated[int | None, typer.Option(min=1, max=32, help=text("help.lanes"), show_default=False)] = None,
        adopt: Annotated[bool, typer.Option("--adopt", help=text("help.adopt"))] = False,  # noqa: FBT002 - typer's way
        as_json: Annotated[bool, typer.Option("--json", help=text("help.json"))] = False,  # noqa: FBT002 - typer's way
    ) -> None:
        give("file", lambda: _file(desk_of(context), paths, until, lanes, adopt=adopt), as_json=as_json)


def _file(desk: Desk, paths: list[Path] | None, until: Until | None, lanes: int | None, *, adopt: bool) -> Answer:
    workspace = desk.open()
    orders = orders_of(workspace, paths)
    from desk import ending, under_way  # noqa: PLC0415 - the engine and the browser cost a second

    return ending.ending(workspace, under_way.file_orders(workspace, orders, until=until, lanes=lanes, adopt=adopt))
