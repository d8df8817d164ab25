"""`yuncai inspect`: a page as the bot sees it, kept; or what has changed since it was kept."""

import asyncio
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from configs.problems import ConfigProblems, Param, Problem
from configs.workspace import Workspace
from desk import consoles
from desk.answer import Answer, give
from desk.context import Desk, desk_of
from desk.exit_codes import ExitCode
from desk.inspect.compare import compare
from desk.inspect.model import Inventory, read_inventory
from desk.inspect.show import change_text, print_changes, print_inventory
from desk.interrupt import ending_as_interrupt
from desk.messages.catalogue import text

KEPT = "inspect"  # the folder below the workspace's state


@dataclass(frozen=True)
class Wish:
    """What is to be looked at, and what becomes of it."""

    address: str
    account: str
    screen: str
    save: Path | None
    compare: Path | None
    picture: Path | None

    @property
    def where(self) -> str:
        """How the inventory calls the page."""
        return self.screen or self.address


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("inspect", help=text("help.inspect"))
    def inspect(
        context: typer.Context,
        *,
        address: Annotated[str, typer.Argument(help=text("help.address"), show_default=False)] = "",
        account: Annotated[str, typer.Option(help=text("help.inspect_account"), show_default=False)] = "",
        screen: Annotated[str, typer.Option(help=text("help.screen"), show_default=False)] = "",
        save: Annotated[Path | None, typer.Option(help=text("help.inspect_save"), show_default=False)] = None,
        compare: Annotated[Path | None, typer.Option(help=text("help.compare"), show_default=False)] = None,
        picture: Annotated[Path | None, typer.Option(help=text("help.picture"), show_default=False)] = None,
        as_json: Annotated[bool, typer.Option("--json", help=text("help.json"))] = False,
    ) -> None:
        wish = Wish(address, account, screen, save, compare, picture)
        give("inspect", lambda: _inspect(desk_of(context), wish), as_json=as_json)


def _inspect(desk: Desk, wish: Wish) -> Answer:
    workspace = desk.open()
    _refuse_unclear(workspace, wish)
    then = read_inventory(wish.compare) if wish.compare else None
    consoles.err().print(Text(text("inspect.looking", where=wish.where)), soft_wrap=True)
    now, drawn = _look(workspace, wish)
    save, picture = _places(workspace, wish)
    for path, content in ((save, now.as_yaml().encode()), (picture, drawn)):
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return _answer(wish, now, then, {"saved": save, "picture": picture})


def _look(workspace: Workspace, wish: Wish) -> tuple[Inventory, bytes]:
    from desk.inspect.taking import inventory_of  # noqa: PLC0415 - the engine and the browser cost a second
    from flows.inspecting import inspect_address, inspect_screen  # noqa: PLC0415 - as above

    with ending_as_interrupt():
        if wish.screen:
            seen = asyncio.run(inspect_screen(workspace, wish.account, wish.screen))
        else:
            seen = asyncio.run(inspect_address(workspace, wish.address))
    return inventory_of(seen, wish.where), seen.picture


def _refuse_unclear(workspace: Workspace, wish: Wish) -> None:
    """Raises ConfigProblems before a browser starts."""
    if bool(wish.address) == bool(wish.screen) or bool(wish.account) != bool(wish.screen):
        raise _problem("inspect_what")
    if wish.address:
        if not wish.address.lower().startswith(("http://", "https://")):
            raise _problem("inspect_address", address=wish.address)
        return
    from flows.inspecting import SCREENS  # noqa: PLC0415 - the engine and the browser cost a second

    if wish.screen not in SCREENS:
        raise _problem("inspect_screen", screen=wish.screen, known=list(SCREENS))
    account, portal = workspace.accounts.get(wish.account), wish.screen.partition("/")[0]
    if account is None:
        raise _problem("unknown_account", account=wish.account, known=list(workspace.accounts))
    if portal not in account.portals:
        raise _problem("account_not_on_portal", account=wish.account, portal=text(f"route.{portal}"))
    if problems := workspace.missing_passwords([wish.account] if workspace.portal(portal).login != "manual" else []):
        raise ConfigProblems(problems)


def _problem(code: str, **params: Param) -> ConfigProblems:
    return ConfigProblems([Problem("", None, "", code, params)])


def _places(workspace: Workspace, wish: Wish) -> tuple[Path | None, Path | None]:
    """Where inventory and picture go: what is only compared is kept nowhere unless a place is named."""
    if wish.compare and not wish.save:
        return None, wish.picture
    from bots.browser.evidence import safe_name  # noqa: PLC0415 - the browser costs a second

    name = safe_name((wish.where.partition("://")[2] or wish.where).rstrip("/"))
    save = wish.save or workspace.state_dir / KEPT / f"{name}.yaml"
    return save, wish.picture or save.with_suffix(".png")


def _answer(wish: Wish, now: Inventory, then: Inventory | None, written: dict[str, Path | None]) -> Answer:
    changes = compare(then, now) if then else []

    def show(console: Console) -> None:
        print_inventory(console, now)
        if then is not None:
            print_changes(console, changes, file=str(wish.compare), taken_at=then.taken_at)
        for name, path in written.items():
            if path is not None:
                console.print(Text(text(f"inspect.{name}", path=path)), soft_wrap=True)

    parts = {
        "inventory": now.as_json(),
        "changes": [asdict(change) | {"breaks": change.breaks, "text": change_text(change)} for change in changes]
        if then
        else None,
        **{name: str(path) if path else None for name, path in written.items()},
    }
    return Answer(ExitCode.CHANGED if changes else ExitCode.DONE, show, parts)
