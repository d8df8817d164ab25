"""`yuncai notify NAME`: send a test message to an address of notices."""

import asyncio
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from configs.problems import ConfigProblems, Problem
from desk.answer import Answer, give
from desk.context import Desk, desk_of
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("notify", help=text("help.notify"))
    def notify(
        context: typer.Context,
        receiver: Annotated[str, typer.Argument(help=text("help.receiver"), show_default=False)],
    ) -> None:
        give("notify", lambda: _notify(desk_of(context), receiver.lower()))


def _notify(desk: Desk, receiver: str) -> Answer:
    workspace = desk.open()
    if receiver not in workspace.settings.notice_urls:
        raise ConfigProblems([Problem("", None, receiver, "notice_url_missing", {"name": receiver})])
    from desk.notices.post import send  # noqa: PLC0415 - its library costs half a second

    title, body = text("notice.test.title"), text("notice.test.body", receiver=receiver)
    trouble = asyncio.run(send(workspace, receiver, title, body))
    key = "notice.not_arrived" if trouble else "notice.arrived"

    def tell(console: Console) -> None:
        console.print(Text(text(key, receiver=receiver, reason=trouble)), soft_wrap=True)

    return Answer(ExitCode.NEEDS_PERSON if trouble else ExitCode.DONE, tell)
