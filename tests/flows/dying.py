"""A process that files plans and dies, as by kill -9, at a point: `python -m tests.flows.dying ROOT POINT`."""

import asyncio
import os
import signal
import sys
from pathlib import Path

from flows import fault_points
from tests.workspaces import Office


def main(root: str, point: str) -> None:
    def die(reached: str, _ref: str) -> None:
        if reached == point:
            os.kill(os.getpid(), signal.SIGKILL)

    fault_points.install(die)
    asyncio.run(Office(Path(root), "").file(lanes=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
