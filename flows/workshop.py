"""Everything a running command works with; workflows find it here, because their stored arguments are only ids.

A command has one run, and a workshop for it. A worker has the runs of many commands: what they share (browser, lanes,
gates) is made once, and each of its workflows finds the view of its own run.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from configs.workspace import Workspace
from flows.errors import Stopping
from flows.ledger import Ledger, runs
from flows.ledger.book import RUN

if TYPE_CHECKING:
    from flows.lanes import Gates, Lanes


@dataclass(frozen=True)
class Allowed:
    """What a person has allowed a run beyond the usual."""

    adopting: bool = False  # what was made by hand and equals a plan in every field becomes that plan's
    resuming: bool = False  # what was given up is taken up again


class Sends:
    """The writes to portals that are under way, for whoever wants to leave in order."""

    def __init__(self) -> None:
        self._count = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._closed = False

    @asynccontextmanager
    async def one(self) -> AsyncIterator[None]:
        """Around a write; once closed no other begins: this process is leaving, and somebody else goes on."""
        if self._closed:
            await asyncio.Event().wait()
        self._count += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._count -= 1
            if not self._count:
                self._idle.set()

    async def close(self) -> None:
        """Let no write begin, and wait until those under way are over."""
        self._closed = True
        await self._idle.wait()


@dataclass
class Workshop:
    """One run's tools: the workspace, the ledger, the lanes of the browser, and the wish to stop."""

    workspace: Workspace
    ledger: Ledger
    run_id: str
    selection: frozenset[int]
    lanes: "Lanes"
    gates: "Gates"
    allowed: Allowed = field(default_factory=Allowed)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    sends: Sends = field(default_factory=Sends)
    failure: Exception | None = None  # what ended a shift that should never end so: mostly a full disk

    @property
    def evidence_dir(self) -> Path:
        """Where each filing has its folder."""
        return self.workspace.evidence_dir

    def raise_if_stopping(self) -> None:
        """Stop between two moves, never in the middle of one."""
        if self.stopping.is_set():
            raise Stopping


_current: list[Workshop] = []
_of_runs: dict[str, Workshop] = {}
_uses: Counter[str] = Counter()
_run: ContextVar[Workshop | None] = ContextVar("yuncai_workshop", default=None)


@contextmanager
def of_run(run_id: str) -> Iterator[Workshop]:
    """Around a workflow: everything in it belongs to this run. In a worker, what the run wants is in the ledger.

    A command has but its own run: what an older one has left behind finds nothing in its selection.
    """
    shop = _current[0]
    if shop.run_id:
        yield shop
        return
    if not _uses[run_id]:
        _of_runs[run_id] = _view(shop, run_id)
    _uses[run_id] += 1
    token, named = _run.set(_of_runs[run_id]), RUN.set(run_id)
    try:
        yield _of_runs[run_id]
    finally:
        _run.reset(token)
        RUN.reset(named)
        _uses[run_id] -= 1
        if not _uses[run_id]:  # a worker lives for weeks
            del _uses[run_id], _of_runs[run_id]


def _view(shop: Workshop, run_id: str) -> Workshop:
    wanted, stopping = runs.wanted_of(shop.ledger, run_id), asyncio.Event()
    if wanted.stopped:
        stopping.set()
    return replace(
        shop,
        run_id=run_id,
        selection=wanted.selection,
        allowed=Allowed(**wanted.allowed),
        stopping=stopping,
        failure=None,
    )


def runs_at_work() -> dict[str, Workshop]:
    """A worker's runs, by their ids."""
    return _of_runs


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
    """The workshop of the run that is being worked on."""
    return _run.get() or _current[0]


def tear_down() -> None:
    """The command is over."""
    _current.clear()
    _of_runs.clear()
    _uses.clear()
