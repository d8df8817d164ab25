"""`yuncai serve`: run the schedules of yuncai.yaml, for weeks, with nobody watching."""

import asyncio
import errno
import logging
from typing import Annotated

import typer
from rich.console import Console

from configs.problems import ConfigProblems, Problem
from configs.schedules import Schedule
from configs.workspace import Workspace
from desk import logs
from desk.answer import Answer, give
from desk.context import Desk, desk_of
from desk.exit_codes import ExitCode
from desk.interrupt import stopping_on_signals
from desk.messages.catalogue import spoken, text

_PORT_TAKEN = {errno.EADDRINUSE, errno.EACCES}


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("serve", help=text("help.serve"))
    def serve(
        context: typer.Context,
        port: Annotated[
            int | None, typer.Option(min=0, max=65535, help=text("help.serve_port"), show_default=False)
        ] = None,
    ) -> None:
        give("serve", lambda: _serve(desk_of(context), port))


def _serve(desk: Desk, port: int | None) -> Answer:
    workspace = desk.open()
    if not workspace.settings.schedules:
        raise ConfigProblems([Problem("yuncai.yaml", None, "schedules", "no_schedules")])
    logs.also_on_standard_error("yuncai.serve")
    asyncio.run(_run(workspace, workspace.settings.serve.port if port is None else port))
    return Answer(ExitCode.DONE, _stopped)


async def _run(workspace: Workspace, port: int) -> None:
    from desk.serve.child import command_of  # noqa: PLC0415 - only this command needs them
    from desk.serve.metrics import registry_of  # noqa: PLC0415
    from desk.serve.service import Service  # noqa: PLC0415
    from desk.serve.web import health_of, telling_how_it_is  # noqa: PLC0415
    from flows.lock import only_one_service  # noqa: PLC0415
    from flows.run import ledger_of  # noqa: PLC0415

    def command(schedule: Schedule) -> list[str]:
        return command_of(schedule.run, workspace.root, lanes=schedule.lanes, language=spoken())

    stopping, log = asyncio.Event(), logging.getLogger("yuncai.serve")
    ledger = ledger_of(workspace)
    try:
        with only_one_service(workspace.state_dir):
            service = Service(workspace, ledger, command, stopping)

            def health() -> dict[str, object]:
                return health_of(service.states, ledger.standings)

            with telling_how_it_is(port, registry_of(ledger, service.states), health) as taken:
                log.info("serving %s schedules; http://127.0.0.1:%s/healthz /metrics", len(service.states), taken)
                with stopping_on_signals(stopping, lambda: log.info("stopping")):
                    await service.run()
    except OSError as error:
        if error.errno not in _PORT_TAKEN:
            raise
        raise ConfigProblems([Problem("yuncai.yaml", None, "serve.port", "port_taken_serve", {"port": port})]) from None
    finally:
        ledger.close()


def _stopped(console: Console) -> None:
    console.print(text("serve.stopped"))
