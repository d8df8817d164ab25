"""Where the browser and its driver put what they need for a while: profiles, downloads, recordings as they come.

Nothing in there is clean of secrets yet. It is one folder for the process, for its user's eyes only; it goes with the
process, and what one that was killed has left is thrown away by the next.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO

from bots.exclusive import hold

PREFIX = "yuncai-scratch-"
HELD = "held"  # the file in it that its process holds
VARIABLES = ("TMPDIR", "TMP", "TEMP")


def scratch() -> Path:
    """This process's folder, made when it is first asked for, or has been tidied away. Raises OSError."""
    if not _folder().is_dir():  # a worker lives for weeks, and /tmp may be cleared of what is old
        _folder.cache_clear()
    return _folder()


@cache
def _folder() -> Path:
    base = Path(tempfile.gettempdir())
    _throw_away_what_is_nobodys(base)
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=base))
        held = (folder / HELD).open("w", encoding="ascii")
        if _takes(held) and folder.is_dir():
            atexit.register(_leave, folder, held)
            return folder
        held.close()  # another process took it for a dead one's, just then


@contextmanager
def used_by_children() -> Iterator[None]:
    """A process that is started meanwhile, and its own children, put there what they need for a while."""
    before = {name: os.environ.get(name) for name in VARIABLES}
    os.environ.update(dict.fromkeys(VARIABLES, str(scratch())))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _throw_away_what_is_nobodys(base: Path) -> None:
    for held in base.glob(f"{PREFIX}*/{HELD}"):
        try:
            with held.open("r+", encoding="ascii") as file:
                if nobodys := _takes(file):
                    shutil.rmtree(held.parent, ignore_errors=True)
        except OSError:
            continue  # another user's, or gone
        if nobodys:
            shutil.rmtree(held.parent, ignore_errors=True)  # Windows keeps a file that is open


def _takes(file: IO[str]) -> bool:
    try:
        hold(file)
    except OSError:
        return False
    return True


def _leave(folder: Path, held: IO[str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    held.close()
    shutil.rmtree(folder, ignore_errors=True)  # Windows keeps a file that is open
