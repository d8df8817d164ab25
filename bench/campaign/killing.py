"""kill -9 of a process with everything below it: the browser has a process group of its own."""

import contextlib
import os
import signal
from collections import defaultdict
from pathlib import Path


def kill_tree(root: int) -> None:
    """Kill a process and whatever lives below it; where this is the process itself, it dies last."""
    for pid in sorted(_tree(root), key=lambda pid: pid == os.getpid()):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _tree(root: int) -> set[int]:
    children: dict[int, list[int]] = defaultdict(list)
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError, IndexError):
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                children[parent].append(int(folder.name))
    found, open_ends = set(), [root]
    while open_ends:
        pid = open_ends.pop()
        found.add(pid)
        open_ends += children[pid]
    return found
