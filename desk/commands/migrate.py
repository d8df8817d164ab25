"""`yuncai migrate`: the workspace's ledger goes into the PostgreSQL that its settings name."""

import typer
from rich.console import Console

from configs.problems import ConfigProblems, Problem
from desk.answer import Answer, give
from desk.context import Desk, desk_of
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text
from flows.ledger import Ledger
from flows.ledger.database import file_of, place_of
from flows.ledger.moving import NotEmptyError, move
from flows.lock import workspace_lock

MOVED = ".moved"  # what the old file is called afterwards


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("migrate", help=text("help.migrate"))
    def migrate(context: typer.Context) -> None:
        give("migrate", lambda: _migrate(desk_of(context)))


def _migrate(desk: Desk) -> Answer:
    workspace = desk.open()
    file = file_of(workspace)
    if workspace.settings.database_url is None:
        raise ConfigProblems([Problem("secrets/database_url", None, "", "no_database")])
    if not file.exists():
        raise ConfigProblems([Problem(str(file), None, "", "nothing_to_move")])
    with workspace_lock(workspace):
        source, target = Ledger(file), Ledger(place_of(workspace))
        try:
            moved = move(source, target)
        except NotEmptyError:
            raise ConfigProblems([Problem("secrets/database_url", None, "", "database_not_empty")]) from None
        finally:
            source.close()
            target.close()
        file.rename(file.with_name(file.name + MOVED))

    def tell(console: Console) -> None:
        console.print(text("migrate.moved", **moved, file=file.name + MOVED), markup=False, soft_wrap=True)

    return Answer(ExitCode.DONE, tell)
