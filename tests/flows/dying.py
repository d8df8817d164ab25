"""A process that runs a command and dies, as by kill -9, at a point: `python -m tests.flows.dying ROOT POINT COMMAND`.

Every point that it comes to is written into ROOT/points. Without a command it files, as the tests do.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from desk import cli
from flows import fault_points
from tests.workspaces import Office


def main(root: str, point: str, *command: str) -> None:
    def die(reached: str, _ref: str) -> None:
        with (Path(root) / "points").open("a", encoding="utf-8") as out:
            out.write(f"{reached}\n")
        if reached == point:
            os.kill(os.getpid(), signal.SIGKILL)

    fault_points.install(die)
    if command:
        cli.run(["-w", root, *command])
    else:
        asyncio.run(Office(Path(root), "").file(lanes=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
