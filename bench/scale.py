"""What filing and polling cost as lanes grow: `python -m bench.scale --lanes 1 4 16 40 --each 3 --slow 1`.

For each number of lanes a fresh sandbox whose every answer takes a second, as many accounts, `--each` plans for each of
them (every fourth account uses the mall), a fresh PostgreSQL database, and the commands `yuncai file` and `yuncai poll`
as an operator would give them. Prints seconds, requests to the portals, CPU and memory of the command with its browser,
and what the database was asked for.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bench.campaign.portal import Portal, portal_running
from bench.filings import PASSWORD, plan, write
from bench.tree_memory import look, tree
from tools.postgres import Server, server

EVERY_SECONDS = 1.0
MEMORY_EVERY = 6  # looks
ENDLESS = 10_000_000
MALL_EVERY = 4


def main() -> None:
    """Measure, and print a line for each command and number of lanes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("--lanes", type=int, nargs="+", default=[1, 4, 16, 40])
    parser.add_argument("--each", type=int, default=3, help="plans of each account")
    parser.add_argument("--slow", type=float, default=1.0, help="seconds that each answer takes longer")
    asked = parser.parse_args()
    with server() as database:
        for lanes in asked.lanes:
            root = tempfile.TemporaryDirectory(prefix="yuncai-scale-")
            with root as folder, portal_running(Path(folder) / "sandbox.sqlite") as portal:
                measure(Path(folder) / "office", portal, database, lanes, asked)


def measure(office: Path, portal: Portal, database: Server, lanes: int, asked: argparse.Namespace) -> None:
    """Filing, then polling, with so many lanes."""
    address = open_office(office, portal, database, lanes, asked.each)
    if asked.slow:
        portal.tell("faults", kind="slow", seconds=asked.slow, times=ENDLESS)
    for command in ("file", "poll"):
        before = Database.now(address)
        portal.forget_visits()
        cost = run([sys.executable, "-m", "desk", "-w", str(office), command, "--lanes", str(lanes)])
        after = Database.now(address)
        pages = sum(count for path, count in portal.ask("visits").items() if "/static/" not in path)
        plans = lanes * asked.each
        print(f"{command} {lanes:2} lanes: {told(cost, before, after, plans, lanes, pages)}", flush=True)


def told(cost: "Cost", before: "Database", after: "Database", plans: int, lanes: int, pages: int) -> str:
    """One line."""
    commits, kib = after.commits - before.commits, (after.size - before.size) / 1024
    speed = f"{plans:3} plans in {cost.seconds:6.1f} s = {plans / cost.seconds * 60:5.1f} a minute"
    each = (
        f"{cost.seconds * lanes / plans:5.1f} s of a lane, {pages / plans:5.1f} requests, {cost.cpu / plans:5.2f} CPU s"
    )
    stored = f"{commits / plans:5.1f} transactions, {kib / plans:5.1f} KiB each"
    return f"{speed}; {each}, {stored}; {cost.peak:5.0f} MiB at most, exit {cost.code}"


def open_office(office: Path, portal: Portal, database: Server, lanes: int, each: int) -> str:
    """An operator's folder with an account for each lane; gives its database's address."""
    (office / "plans").mkdir(parents=True)
    (office / "secrets").mkdir(mode=0o700)
    people = portal.tell("grow", accounts=lanes)
    address = database.database()
    secrets = {f"passwords__a{at:02}": PASSWORD for at in range(lanes)} | {"database_url": address}
    for name, content in secrets.items():
        secret = office / "secrets" / name
        secret.write_text(content, encoding="utf-8")
        secret.chmod(0o600)
    write(office / "yuncai.yaml", {"site": "sandbox", "site_url": portal.url.rstrip("/")})
    write(office / "accounts.yaml", {"accounts": {f"a{at:02}": person for at, person in enumerate(people)}})
    plans = []
    for index in range(lanes * each):
        at = index % lanes
        row = 12 if at % MALL_EVERY == MALL_EVERY - 1 else 0  # bench.filings sends its fourth round to the mall
        made = plan(row, "jiaoyu") | {"ref": f"s{index:04}", "账户": f"a{at:02}"}
        plans.append(made | {"计划名称": f"{str(made['计划名称'])[:-4]}{index:04}"})
    write(office / "plans" / "scale.yaml", {"计划": plans})
    return address


@dataclass(frozen=True)
class Cost:
    """Of one command with its browser; memory is PSS in MiB. What a process uses in its last second is not seen."""

    seconds: float
    cpu: float
    peak: float
    code: int


def run(command: list[str]) -> Cost:
    """Run it, and look at its processes meanwhile."""
    begun, peak = time.monotonic(), 0.0
    used: dict[int, float] = {}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    looks = 0
    while process.poll() is None:
        used |= {pid: seconds for pid in tree(process.pid) if (seconds := cpu_of(pid))}
        if looks % MEMORY_EVERY == 0:  # to add up the pages of a browser takes a good deal of the machine
            peak = max(peak, look(process.pid, 0).pss)
        looks += 1
        time.sleep(EVERY_SECONDS)
    return Cost(time.monotonic() - begun, sum(used.values()), peak, process.returncode)


def cpu_of(pid: int) -> float:
    """Seconds that a process has used so far; 0 when it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Database:
    """What a database says of itself."""

    commits: int
    size: int

    @classmethod
    def now(cls, address: str) -> "Database":
        """Ask it; its figures come a moment late."""
        time.sleep(EVERY_SECONDS)
        with psycopg.connect(address) as connection:
            row = connection.execute(
                "SELECT xact_commit, pg_database_size(datname) FROM pg_stat_database WHERE datname = current_database()"
            ).fetchone()
        assert row is not None
        return cls(*row)


if __name__ == "__main__":
    main()
