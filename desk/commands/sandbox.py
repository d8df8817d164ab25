"""`yuncai sandbox`: both portals in miniature on this machine, until Ctrl-C."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from configs.problems import ConfigProblems, Problem
from desk import consoles
from desk.answer import Answer, give
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text
from desk.sandbox_child import PASSWORD, PEOPLE, Sandbox, running_sandbox
from desk.table import table_of

PORT = 8765  # the one that the shipped profile of the sandbox expects


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("sandbox", help=text("help.sandbox"))
    def sandbox(
        port: Annotated[int, typer.Option(min=0, max=65535, help=text("help.port"))] = PORT,
        database: Annotated[Path | None, typer.Option(help=text("help.database"), show_default=False)] = None,
        skin: Annotated[str | None, typer.Option(help=text("help.skin"), show_default=False)] = None,
    ) -> None:
        give("sandbox", lambda: _serve(port, database, skin))


def _serve(port: int, database: Path | None, skin: str | None) -> Answer:
    with running_sandbox(port=port, database=database, skin=skin) as child:
        _introduce(child)
        with suppress(KeyboardInterrupt):  # the way in which a sandbox ends
            child.process.wait()
            reason = f"exit {child.process.returncode}"
            raise ConfigProblems([Problem("", None, "", "sandbox_not_started", {"reason": reason})])
    return Answer(ExitCode.DONE, lambda _console: None)


def _introduce(child: Sandbox) -> None:
    console = consoles.out()
    for key, url in (
        ("sandbox.provincial", child.provincial),
        ("sandbox.mall", child.mall),
        ("sandbox.control", child.control),
    ):
        console.print(Text(text(key, url=url)), soft_wrap=True)
    table = table_of("user", "region", "unit")
    for person in PEOPLE:
        table.add_row(*person)
    console.print(table)
    console.print(Text(text("sandbox.password", password=PASSWORD)))
    console.print(Text(text("sandbox.how", url=child.url.rstrip("/"))), soft_wrap=True)
    console.print(Text(text("sandbox.running"), style="bold"))
