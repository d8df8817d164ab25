"""Memory of a whole process tree over time: `python bench/tree_memory.py [--every 0.5] [--csv FILE] -- COMMAND …`.

Reads /proc (Linux). RSS counts shared pages once for every process; PSS shares them out, so that the sum is what the
machine really gives. Children that leave the tree (a daemon's fork) are adopted and counted too.
"""

import argparse
import contextlib
import csv
import ctypes
import re
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
PROC = Path("/proc")


@dataclass
class Sample:
    """One look at the tree, in MiB."""

    seconds: float
    processes: int = 0
    rss: float = 0.0
    pss: float = 0.0
    by_name: dict[str, float] = field(default_factory=lambda: defaultdict(float))  # PSS


def main() -> int:
    """Run the command, watch its tree, print the peak; returns the command's exit code."""
    options = arguments()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    started = time.monotonic()
    command = subprocess.Popen(options.command)
    samples = []
    while command.poll() is None:
        samples.append(look(command.pid, time.monotonic() - started))
        time.sleep(options.every)
    if options.csv:
        write(samples, options.csv)
    print(summary(samples, time.monotonic() - started), file=sys.stderr)
    return command.returncode


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=float, default=0.5, metavar="SECONDS")
    parser.add_argument("--csv", type=Path, metavar="FILE")
    parser.add_argument("command", nargs="+")
    return parser.parse_args()


def look(root: int, seconds: float) -> Sample:
    """Add up the memory of a process and everything below it, and of what was orphaned by it."""
    sample = Sample(seconds)
    for pid in tree(root):
        rss, pss = memory(pid)
        if rss:
            sample.processes += 1
            sample.rss += rss
            sample.pss += pss
            sample.by_name[name_of(pid)] += pss
    return sample


def tree(root: int) -> set[int]:
    """The process, its descendants, and orphans that were adopted by us."""
    children: dict[int, list[int]] = defaultdict(list)
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError, IndexError):
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                children[parent].append(int(folder.name))
    found, open_ends = set(), [root, *children[int((PROC / "self").readlink().name)]]
    while open_ends:
        pid = open_ends.pop()
        if pid not in found:
            found.add(pid)
            open_ends.extend(children[pid])
    return found


def memory(pid: int) -> tuple[float, float]:
    """RSS and PSS of one process in MiB; zero when it is gone."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0, 0.0
    values = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines[1:]}
    return values.get("Rss", 0.0), values.get("Pss", 0.0)


def name_of(pid: int) -> str:
    """The program's name; Chromium's processes also say what they are for."""
    try:
        command = (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        program = (PROC / str(pid) / "exe").readlink().name
    except OSError:
        return "?"
    kind = re.search(r"--type=([\w-]+)", command)
    return f"{program} {kind[1]}" if kind else program


def summary(samples: list[Sample], seconds: float) -> str:
    """The peak, the mean, and who had how much at the peak."""
    if not samples:
        return f"{seconds:.1f} s, too short to be looked at"
    peak = max(samples, key=lambda sample: sample.pss)
    mean = sum(sample.pss for sample in samples) / len(samples)
    rows = sorted(peak.by_name.items(), key=lambda row: -row[1])
    first = f"{seconds:.1f} s, {len(samples)} looks; PSS peak {peak.pss:.0f} MiB after {peak.seconds:.1f} s, "
    first += f"mean {mean:.0f} MiB; RSS at the peak {peak.rss:.0f} MiB in {peak.processes} processes"
    return "\n".join((first, *(f"  {pss:7.1f} MiB  {name}" for name, pss in rows)))


def write(samples: list[Sample], path: Path) -> None:
    """Keep every look for a chart."""
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("seconds", "processes", "rss_mib", "pss_mib"))
        rows.writerows((f"{one.seconds:.2f}", one.processes, f"{one.rss:.1f}", f"{one.pss:.1f}") for one in samples)


if __name__ == "__main__":
    sys.exit(main())
