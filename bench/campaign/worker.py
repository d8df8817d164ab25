"""`yuncai` itself, which dies by kill -9 at a fault point that a seed chooses: `… SEED CHANCE file PLANS`.

It takes its browser along, as a machine that loses its power does.
"""

import os
import random
import sys

from bench.campaign.killing import kill_tree
from desk.cli import main
from flows import fault_points

STARTING = ("registered", "taken_up")
AT_THE_START = 0.05  # of the chance: every run comes to these for every plan, before it has done anything


def work(seed: str, chance: str, *arguments: str) -> None:
    """Install the hook, and be the command."""
    luck = random.Random(seed)  # noqa: S311 - it has to be the same for the same seed

    def die(point: str, ref: str) -> None:
        if luck.random() < float(chance) * (AT_THE_START if point.endswith(STARTING) else 1):
            sys.stderr.write(f"killed at {point} of {ref}\n")
            sys.stderr.flush()
            kill_tree(os.getpid())

    fault_points.install(die)
    main(arguments)


if __name__ == "__main__":
    work(*sys.argv[1:])
