"""`yuncai login`: a person logs in, in a window of ours or in the browser that stands open, and the session is kept."""

import asyncio
import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated
from urllib.parse import urlsplit

import typer
from rich.console import Console
from rich.text import Text

from configs.problems import ConfigProblems, Param, Problem
from configs.workspace import Workspace
from desk import consoles
from desk.answer import Answer, give
from desk.context import Desk, desk_of
from desk.exit_codes import ExitCode
from desk.interrupt import ending_as_interrupt
from desk.messages.catalogue import text
from flows.route import Route

LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class PortalChoice(StrEnum):
    """The portals, as the command line names them."""

    PROVINCIAL = "provincial"
    MALL = "mall"


@dataclass(frozen=True)
class Wish:
    """Who is to be logged in where, and how."""

    account: str
    portal: PortalChoice | None
    cdp: str
    minutes: float
    forget: bool


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("login", help=text("help.login"))
    def login(
        context: typer.Context,
        *,
        account: Annotated[str, typer.Argument(help=text("help.login_account"), show_default=False)],
        portal: Annotated[PortalChoice | None, typer.Option(help=text("help.portal"), show_default=False)] = None,
        cdp: Annotated[str, typer.Option(help=text("help.cdp"), show_default=False)] = "",
        minutes: Annotated[float, typer.Option(min=0.1, max=120, help=text("help.minutes"))] = 10,
        forget: Annotated[bool, typer.Option("--forget", help=text("help.forget"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=text("help.json"))] = False,
    ) -> None:
        wish = Wish(account, portal, cdp, minutes, forget)
        give("login", lambda: _login(desk_of(context), wish), as_json=as_json)


def _login(desk: Desk, wish: Wish) -> Answer:
    workspace = desk.open()
    route = _route(workspace, wish)
    if wish.cdp and urlsplit(wish.cdp).hostname not in LOOPBACK:
        raise _problem("cdp_not_here", cdp=wish.cdp)
    if not wish.cdp and not wish.forget and not has_display():
        raise _problem("no_display")
    with ending_as_interrupt():
        asyncio.run(_work(workspace, wish, route))
    done = text(
        "login.forgotten" if wish.forget else "login.kept",
        account=wish.account,
        portal=text(f"route.{route.value}"),
    )

    def show(console: Console) -> None:
        console.print(Text(done, style="green"), soft_wrap=True)

    return Answer(ExitCode.DONE, show, {"verdict": "done", "account": wish.account, "portal": route.value})


async def _work(workspace: Workspace, wish: Wish, route: Route) -> None:
    from flows import by_hand  # noqa: PLC0415 - the engine and the browser cost a second

    if wish.forget:
        await by_hand.forget(workspace, wish.account, route)
    elif wish.cdp:
        await by_hand.take_over(workspace, wish.account, route, cdp=wish.cdp)
    else:
        ready = text("login.your_turn", account=wish.account, user=workspace.accounts[wish.account].user)

        def tell() -> None:
            consoles.err().print(Text(ready), soft_wrap=True)

        await by_hand.log_in_by_hand(workspace, wish.account, route, minutes=wish.minutes, ready=tell)


def _route(workspace: Workspace, wish: Wish) -> Route:
    account = workspace.accounts.get(wish.account)
    if account is None:
        raise _problem("unknown_account", account=wish.account, known=list(workspace.accounts))
    portal = wish.portal.value if wish.portal else account.portals[0]
    if portal not in account.portals:
        raise _problem("account_not_on_portal", account=wish.account, portal=text(f"route.{portal}"))
    return Route(portal)


def has_display() -> bool:
    """Whether a window could be seen on this machine; on Linux a desktop says so in the environment."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _problem(code: str, **params: Param) -> ConfigProblems:
    return ConfigProblems([Problem("", None, "", code, params)])
