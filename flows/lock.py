"""One command at a time moves in a workspace: two would run the same step twice at once."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":  # pragma: no cover
    import msvcrt
else:
    import fcntl


class WorkspaceBusyError(Exception):
    """Another command (process `pid`) is at work in this workspace."""

    def __init__(self, pid: str) -> None:
        self.pid = pid
        super().__init__(f"another command is at work here (process {pid})")


@contextmanager
def workspace_lock(state_dir: Path) -> Iterator[None]:
    """Hold the workspace's lock; the system lets go of it when the process dies, however it dies."""
    with _held(state_dir / "lock"):
        yield


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
            _lock(file.fileno())
        except OSError:
            raise WorkspaceBusyError(path.read_text("ascii").strip() or "?") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":  # pragma: no cover
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
