"""`yuncai worker`: do the work of all commands on a shared database, on any number of machines."""

import asyncio
import logging
from typing import Annotated

import typer

from configs.problems import ConfigProblems, Problem
from configs.workspace import Workspace
from desk import logs
from desk.answer import Answer, give
from desk.context import Desk, desk_of
from desk.exit_codes import ExitCode
from desk.interrupt import stopping_on_signals
from desk.messages.catalogue import text


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("worker", help=text("help.worker"))
    def worker(
        context: typer.Context,
        lanes: Annotated[int | None, typer.Option(min=1, max=64, help=text("help.lanes"), show_default=False)] = None,
    ) -> None:
        give("worker", lambda: _worker(desk_of(context), lanes))


def _worker(desk: Desk, lanes: int | None) -> Answer:
    workspace = desk.open()
    if workspace.settings.database_url is None:
        raise ConfigProblems([Problem("secrets/database_url", None, "", "no_database")])
    logs.also_on_standard_error("yuncai.fleet")
    asyncio.run(_work(workspace, lanes or workspace.settings.lanes))
    return Answer(ExitCode.DONE, lambda _console: None)


async def _work(workspace: Workspace, lanes: int) -> None:
    from flows.fleet.worker import work  # noqa: PLC0415 - the engine and the browser cost a second
    from flows.run import ledger_of  # noqa: PLC0415

    leaving, log = asyncio.Event(), logging.getLogger("yuncai.fleet")
    ledger = ledger_of(workspace)
    try:
        with stopping_on_signals(leaving, lambda: log.info("leaving")):
            await work(workspace, ledger, lanes=lanes, leaving=leaving)
    finally:
        ledger.close()
