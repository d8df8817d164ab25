"""`yuncai cancel`: filings are given up; nothing is deleted on a portal."""

from typing import Annotated

import typer

from desk.answer import give
from desk.context import desk_of
from desk.decided import decide
from desk.messages.catalogue import text
from desk.picking import Pick
from flows.deciding import cancel as give_up
from flows.stages import Hold


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("cancel", help=text("help.cancel"))
    def cancel(
        context: typer.Context,
        *,
        refs: Annotated[list[str] | None, typer.Argument(help=text("help.refs_named"), show_default=False)] = None,
        account: Annotated[list[str] | None, typer.Option(help=text("help.account"), show_default=False)] = None,
        hold: Annotated[list[Hold] | None, typer.Option(help=text("help.hold"), show_default=False)] = None,
        as_json: Annotated[bool, typer.Option("--json", help=text("help.json"))] = False,
    ) -> None:
        asked = Pick(refs or (), account or (), hold or ())
        give("cancel", lambda: decide(desk_of(context), asked, give_up), as_json=as_json)
