"""Everything a running command works with; workflows find it here, because their stored arguments are only ids."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from configs.workspace import Workspace
from flows.errors import Stopping
from flows.ledger import Ledger

if TYPE_CHECKING:
    from flows.lanes import Gates, Lanes


@dataclass(frozen=True)
class Allowed:
    """What a person has allowed a run beyond the usual."""

    adopting: bool = False  # what was made by hand and equals a plan in every field becomes that plan's
    resuming: bool = False  # what was given up is taken up again


@dataclass
class Workshop:
    """One command's tools: the workspace, the ledger, the lanes of the browser, and the wish to stop."""

    workspace: Workspace
    ledger: Ledger
    run_id: str
    selection: frozenset[int]
    lanes: "Lanes"
    gates: "Gates"
    allowed: Allowed = field(default_factory=Allowed)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    failure: Exception | None = None  # what ended a shift that should never end so: mostly a full disk

    @property
    def evidence_dir(self) -> Path:
        """Where each filing has its folder."""
        return self.workspace.state_dir / "evidence"

    def raise_if_stopping(self) -> None:
        """Stop between two moves, never in the middle of one."""
        if self.stopping.is_set():
            raise Stopping


_current: list[Workshop] = []


@contextmanager
def telling_failures() -> Iterator[None]:
    """Around a shift: the engine may be unable to record how it ended, so the run hears of it here."""
    try:
        yield
    except Exception as error:
        current().failure = error
        raise


def set_up(workshop: Workshop) -> None:
    """Make this the process's workshop."""
    _current[:] = [workshop]


def current() -> Workshop:
    """The process's workshop."""
    return _current[0]


def tear_down() -> None:
    """The command is over."""
    _current.clear()
