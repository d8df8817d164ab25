"""`yuncai check`: everything that is wrong, with its place; or what would be filed, where, and why."""

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from configs.problems import ConfigProblems, Problem
from configs.workspace import Workspace
from desk import json_output
from desk.answer import Answer, give
from desk.context import Desk, desk_of, existing_ledger
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text
from desk.table import print_orders
from flows.intake import Order, take_in


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("check", help=text("help.check"))
    def check(
        context: typer.Context,
        paths: Annotated[list[Path] | None, typer.Argument(help=text("help.paths"), show_default=False)] = None,
        as_json: Annotated[bool, typer.Option("--json", help=text("help.json"))] = False,  # noqa: FBT002 - typer's way
    ) -> None:
        give("check", lambda: _check(desk_of(context), paths), as_json=as_json)


def orders_of(workspace: Workspace, paths: list[Path] | None, *, retrying: Collection[str] = ()) -> list[Order]:
    """The checked plans; raises ConfigProblems with everything that is wrong."""
    with existing_ledger(workspace) as ledger:
        files = [path.resolve() for path in paths] if paths else None
        intake = take_in(workspace, files, ledger, retrying=retrying)
    if intake.problems:
        raise ConfigProblems(intake.problems)
    if not intake.orders:
        patterns = list(workspace.settings.plans)
        raise ConfigProblems([Problem("yuncai.yaml", None, "plans", "no_plan_files", {"patterns": patterns})])
    return intake.orders


def _check(desk: Desk, paths: list[Path] | None) -> Answer:
    workspace = desk.open(writing=False)
    orders = orders_of(workspace, paths)

    def show(console: Console) -> None:
        print_orders(console, orders)
        console.print(text("check.ok", count=len(orders)), style="green")

    return Answer(ExitCode.DONE, show, {"verdict": "done", "plans": json_output.orders_json(orders)})
