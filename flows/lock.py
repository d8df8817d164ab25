"""One command at a time moves in a workspace, or in the database of several: two would run a step twice at once."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from bots.exclusive import hold
from configs.workspace import Workspace
from flows.ledger.database import Place, open_database, place_of

MOVING = 0x79756E  # the key of PostgreSQL's advisory lock: "yun"
HOLDER = sa.text(
    "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
    " WHERE l.locktype = 'advisory' AND l.granted AND l.objid = :key AND l.objsubid = 1 LIMIT 1"
)


class WorkspaceBusyError(Exception):
    """Another command (process `pid`) is at work in this workspace."""

    def __init__(self, pid: str) -> None:
        self.pid = pid
        super().__init__(f"another command is at work here (process {pid})")


@contextmanager
def workspace_lock(workspace: Workspace) -> Iterator[None]:
    """Hold the workspace's lock, and its shared database's; both are let go of when the process dies, however it dies.

    Raises WorkspaceBusyError.
    """
    with _held(workspace.state_dir / "lock"), _database_held(place_of(workspace)):
        yield


@contextmanager
def _database_held(place: Place) -> Iterator[None]:
    if isinstance(place, Path):
        yield
        return
    engine = open_database(place)
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            if not connection.scalar(sa.select(sa.func.pg_try_advisory_lock(MOVING))):
                raise WorkspaceBusyError(holder_of(connection))
            yield
    finally:
        engine.dispose()


def holder_of(connection: sa.Connection) -> str:
    """Who moves in the database, as `yuncai host:pid`."""
    return str(connection.scalar(HOLDER, {"key": MOVING}) or "?")


@contextmanager
def only_one_service(state_dir: Path) -> Iterator[None]:
    """Hold the lock of the workspace's one service; its commands take the other one."""
    with _held(state_dir / "serve.lock"):
        yield


@contextmanager
def _held(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="ascii") as file:
        try:
            hold(file)
        except OSError:
            raise WorkspaceBusyError(path.read_text("ascii").strip() or "?") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
