"""What every command needs: the operator's folder, its settings and its ledger."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from desk import logs
from desk.messages.catalogue import LANGUAGES, speak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from configs.workspace import Workspace
    from flows.ledger import Ledger


@dataclass(frozen=True)
class Desk:
    """The command line's global options."""

    folder: Path
    language_given: bool = False

    def open(self, *, writing: bool = True) -> Workspace:
        """Open the workspace, speak its language, and (when `writing`) start its log. Raises ConfigProblems."""
        from configs.workspace import Workspace  # noqa: PLC0415 - no command, no workspace: `yuncai --help` is quick

        workspace = Workspace.open(self.folder)
        locale = next((language for language in LANGUAGES if language == workspace.settings.locale), None)
        if locale and not self.language_given:
            speak(locale)
        if writing:
            logs.keep(workspace.state_dir / "logs")
        return workspace


def desk_of(context: typer.Context) -> Desk:
    """The desk of a running command."""
    desk = context.find_object(Desk)
    assert desk is not None
    return desk


@contextmanager
def open_ledger(workspace: Workspace) -> Iterator[Ledger]:
    """The workspace's ledger, closed afterwards."""
    from flows.ledger import Ledger  # noqa: PLC0415 - the same
    from flows.ledger.database import place_of  # noqa: PLC0415

    ledger = Ledger(place_of(workspace))
    try:
        yield ledger
    finally:
        ledger.close()


@contextmanager
def existing_ledger(workspace: Workspace) -> Iterator[Ledger | None]:
    """The workspace's ledger if it has one; looking never makes a file."""
    from flows.ledger.database import place_of  # noqa: PLC0415

    place = place_of(workspace)
    if isinstance(place, Path) and not place.exists():
        yield None
        return
    with open_ledger(workspace) as ledger:
        yield ledger
