"""`yuncai report`: write a run's report (again) and say where it lies."""

import webbrowser
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from configs.problems import ConfigProblems, Problem
from configs.workspace import Workspace
from desk.answer import Answer, give
from desk.context import Desk, desk_of, existing_ledger
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text
from flows.ledger.runs import all_runs


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("report", help=text("help.report"))
    def report(
        context: typer.Context,
        run: Annotated[str | None, typer.Argument(help=text("help.run"), show_default=False)] = None,
        show: Annotated[bool, typer.Option("--open", help=text("help.open"))] = False,  # noqa: FBT002 - typer's way
    ) -> None:
        give("report", lambda: _report(desk_of(context), run, show=show))


def _report(desk: Desk, run: str | None, *, show: bool) -> Answer:
    workspace = desk.open()
    known = _runs(workspace)
    if not known or (run is not None and run not in known):
        code = "run_unknown" if known else "no_runs"
        raise ConfigProblems([Problem("", None, "", code, {"run": run or "", "known": known[:5]})])
    from desk.ending import write_report  # noqa: PLC0415 - the engine and the browser cost a second

    path = write_report(workspace, run)
    if show:
        webbrowser.open(path.as_uri())

    def tell(console: Console) -> None:
        console.print(Text(text("end.report", path=path)), soft_wrap=True)

    return Answer(ExitCode.DONE, tell)


def _runs(workspace: Workspace) -> list[str]:
    with existing_ledger(workspace) as ledger:
        return [run.id for run in all_runs(ledger)] if ledger else []
