"""`yuncai demo`: everything once, on this machine, in under a minute."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from desk import consoles
from desk.answer import Answer, give
from desk.demo.place import DEFAULT
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text
from desk.table import print_filings

if TYPE_CHECKING:
    from desk.demo.play import Played


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("demo", help=text("help.demo"))
    def demo(keep: Annotated[Path, typer.Option(help=text("help.keep"))] = DEFAULT) -> None:
        give("demo", lambda: _demo(keep))


def _demo(folder: Path) -> Answer:
    consoles.err().print(Text(text("demo.start"), style="bold"), soft_wrap=True)
    from desk.demo.play import play  # noqa: PLC0415 - the engine and the browser cost a second

    try:
        played = play(folder)
    except KeyboardInterrupt:
        return Answer(ExitCode.INTERRUPTED, lambda console: console.print(text("demo.interrupted")))
    return Answer(played.exit_code, lambda console: _show(console, played))


def _show(console: Console, played: "Played") -> None:
    print_filings(console, played.summary.filings)
    console.print()
    if played.differences or played.added:
        console.print(Text(text("demo.not_as_promised"), style="bold red"))
        for difference in played.differences:
            console.print(Text(text("demo.difference", **vars(difference))), soft_wrap=True)
        if played.added:
            console.print(Text(text("demo.more_plans", added=played.added)))
    else:
        console.print(Text(text("demo.as_promised", seconds=f"{played.seconds:.0f}"), style="bold green"))
    console.print(Text(text("demo.workspace", folder=played.folder)), soft_wrap=True)
    console.print(Text(text("end.report", path=played.report)), soft_wrap=True)
