"""A process that files (or polls) and dies, as by kill -9, at a point: `python -m tests.flows.dying ROOT POINT [poll]`.

Every point that it comes to is written into ROOT/points.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from flows import fault_points
from tests.workspaces import Office


def main(root: str, point: str, command: str = "file") -> None:
    def die(reached: str, _ref: str) -> None:
        with (Path(root) / "points").open("a", encoding="utf-8") as out:
            out.write(f"{reached}\n")
        if reached == point:
            os.kill(os.getpid(), signal.SIGKILL)

    fault_points.install(die)
    office = Office(Path(root), "")
    asyncio.run(office.poll() if command == "poll" else office.file(lanes=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
