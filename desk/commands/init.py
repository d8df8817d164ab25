"""`yuncai init`: a workspace with a commented example that works with the sandbox at once."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from configs.problems import ConfigProblems, Problem
from desk.answer import Answer, give
from desk.exit_codes import ExitCode
from desk.messages.catalogue import spoken, text
from desk.starter.copy import make_workspace


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("init", help=text("help.init"))
    def init(folder: Annotated[Path, typer.Argument(help=text("help.folder"))]) -> None:
        give("init", lambda: _init(folder))


def _init(folder: Path) -> Answer:
    if folder.exists() and not folder.is_dir():
        raise ConfigProblems([Problem("", None, "", "folder_not_a_folder", {"folder": str(folder)})])
    made = make_workspace(folder, spoken())

    def show(console: Console) -> None:
        console.print(Text(text("init.made", folder=folder.resolve()), style="bold"), soft_wrap=True)
        for path in made.written:
            console.print(Text(f"  {path.as_posix()}"))
        for path in made.kept:
            console.print(Text(f"  {text('init.kept', file=path.as_posix())}", style="yellow"))
        console.print()
        console.print(Text(text("init.next")))

    return Answer(ExitCode.DONE, show)
