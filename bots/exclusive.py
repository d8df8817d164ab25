"""A file that one process holds: it is let go of when that process dies, however it dies."""

import sys
from typing import IO

if sys.platform == "win32":  # pragma: no cover
    import msvcrt
else:
    import fcntl


def hold(file: IO[str]) -> None:
    """Hold the file until it is closed; raises OSError while another process holds it."""
    if sys.platform == "win32":  # pragma: no cover
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
