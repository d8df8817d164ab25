"""`yuncai release`: a person has looked; what was held goes on from what the portal shows."""

from typing import Annotated

import typer

from desk.answer import give
from desk.context import desk_of
from desk.decided import decide
from desk.messages.catalogue import text
from desk.picking import Pick
from flows.deciding import Decided
from flows.deciding import release as let_go_on
from flows.ledger import Filing, Ledger
from flows.stages import Hold


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("release", help=text("help.release"))
    def release(
        context: typer.Context,
        *,
        refs: Annotated[list[str] | None, typer.Argument(help=text("help.refs_named"), show_default=False)] = None,
        account: Annotated[list[str] | None, typer.Option(help=text("help.account"), show_default=False)] = None,
        hold: Annotated[list[Hold] | None, typer.Option(help=text("help.hold"), show_default=False)] = None,
        number: Annotated[str, typer.Option(help=text("help.number"), show_default=False)] = "",
        file_again: Annotated[bool, typer.Option("--file-again", help=text("help.file_again"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=text("help.json"))] = False,
    ) -> None:
        def act(ledger: Ledger, filings: list[Filing]) -> list[Decided]:
            return let_go_on(ledger, filings, file_again=file_again, number=number)

        asked = Pick(refs or (), account or (), hold or ())
        give("release", lambda: decide(desk_of(context), asked, act), as_json=as_json)
