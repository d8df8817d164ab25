"""Many machines in a night of everything going wrong: `python -m bench.fleet --filings 120 --minutes 15 --workers 3`.

Several `yuncai worker` on a PostgreSQL of the bench's own file many plans of both routes while a seed makes weather and
a clerk works by hand. They are killed (kill -9, with their browser) and stopped for a while (SIGSTOP: they hang) at
random, and started again. Then the portals' own database is compared with the plans, as `bench.chaos` does. Prints also
how long a worker had been silent when its work was taken over.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from bench.campaign.killing import kill_tree
from bench.campaign.office import is_worth_another_run, ledger_at, open_office, plan_file, see_to_accounts, share
from bench.campaign.plans import write_plans
from bench.campaign.portal import Portal, portal_running
from bench.campaign.trouble import Troublemaker
from bench.campaign.verdict import Verdict, judge, keep_histories
from flows.ledger import Filing, Ledger, schema
from flows.stages import SUBMITTED_OR_LATER, Hold
from tools import postgres

WINDOW = 60  # plans that one command is asked for while things go wrong; before it a person sees to the accounts
HANGS = 0.3  # of what happens to a worker; the rest are kills
HANG_SECONDS = (24.0, 40.0)  # longer than it takes until it is fenced off
LATEST_WRITE_SECONDS = 5.0
FINE_MINUTES = 60  # at most
Again = Callable[[Filing], bool]


@dataclass
class Fleet:
    """The workers, and whoever disturbs them."""

    folder: Path
    wanted: argparse.Namespace
    luck: random.Random
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)
    hanging: dict[int, float] = field(default_factory=dict)  # pid → when it goes on
    acts: Counter[str] = field(default_factory=Counter)
    chance: float = 0.0
    started: int = 0

    def see_to(self) -> None:
        """Start what has ended, wake what has hung for long enough."""
        for worker in self.running:
            if worker.poll() is not None:
                self.acts[f"ended with {worker.returncode}"] += 1
        self.running = [worker for worker in self.running if worker.poll() is None]
        while len(self.running) < self.wanted.workers:
            self.running.append(self._start())
        for pid, until in list(self.hanging.items()):
            if time.monotonic() > until:
                del self.hanging[pid]
                _signal(pid, signal.SIGCONT)

    def disturb(self) -> None:
        """Kill one, or let it hang."""
        free = [worker for worker in self.running if worker.pid not in self.hanging]
        if not free:
            return
        victim = self.luck.choice(free)
        if self.luck.random() < HANGS:
            self.acts["hung"] += 1
            self.hanging[victim.pid] = time.monotonic() + self.luck.uniform(*HANG_SECONDS)
            _signal(victim.pid, signal.SIGSTOP)
        else:
            self.acts["killed from outside"] += 1
            kill_tree(victim.pid)
            victim.wait()

    def end(self) -> None:
        """All of them, at once."""
        for worker in self.running:
            kill_tree(worker.pid)
            worker.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        self.started += 1
        seed = str(self.luck.randrange(10**9))
        command = [sys.executable, "-m", "bench.campaign.worker", seed, str(self.chance), "-w", str(self.folder)]
        with (self.folder / f"worker-{self.started:04}.log").open("wb") as out:
            lanes = ["worker", "--lanes", str(self.wanted.lanes)]
            return subprocess.Popen([*command, *lanes], stdout=out, stderr=out, start_new_session=True)


def main() -> int:
    """Run it, print its table, judge."""
    wanted = _wanted()
    folder = Path(tempfile.mkdtemp(prefix=f"fleet-{wanted.seed}-", dir=wanted.keep))
    luck = random.Random(wanted.seed)  # noqa: S311 - it has to be the same for the same seed
    begun = time.monotonic()
    with postgres.server() as server, portal_running(folder / "portal.sqlite") as portal:
        plans = write_plans(wanted.filings, wanted.seed)
        open_office(folder / "office", portal.url, plans)
        share(folder / "office", server.database())
        ledger = ledger_at(folder / "office")
        fleet = Fleet(folder / "office", wanted, luck, chance=wanted.chance)
        maker = Troublemaker(portal, plans, wanted.seed)
        refs = [plan.ref for plan in plans]
        try:
            maker.begin(wanted.seed)
            _file(fleet, ledger, refs, minutes=wanted.minutes, maker=maker)
            portal.fine_weather()
            fleet.chance = 0.0
            time.sleep(LATEST_WRITE_SECONDS)
            see_to_accounts(fleet.folder)
            _file(fleet, ledger, refs, minutes=FINE_MINUTES, maker=None)
        finally:
            fleet.end()
        rows = portal.rows()
        verdict = judge(ledger, plans, maker, rows)
        if not verdict.good:
            keep_histories(ledger, verdict.failed, folder / "failed", rows)
        _report(fleet, verdict, _silences(ledger), portal, time.monotonic() - begun)
        ledger.close()
    print(f"kept: {folder}")
    return int(not verdict.good)


def _file(fleet: Fleet, ledger: Ledger, refs: list[str], *, minutes: float, maker: Troublemaker | None) -> None:
    """Let a command ask for what is open, again and again, until all of it rests or time is up."""
    deadline = time.monotonic() + minutes * 60
    command: subprocess.Popen[bytes] | None = None
    next_act = time.monotonic()
    again: Again = _is_not_refused if maker else _always  # in fine weather all of it is tried once more
    while time.monotonic() < deadline:
        fleet.see_to()
        if command is None or command.poll() is not None:
            open_refs = _open(ledger, refs, again)
            again = again if maker else is_worth_another_run
            if not open_refs:
                break
            if maker is not None:
                see_to_accounts(fleet.folder)
                portion = fleet.luck.sample(open_refs, min(WINDOW, len(open_refs)))
                open_refs = sorted(portion)  # a twin comes after its first
            print(f"{len(open_refs)} open; {dict(fleet.acts)}", flush=True)
            command = _command(fleet.folder, open_refs)
        if maker is not None:
            maker.perhaps()
            if time.monotonic() > next_act:
                fleet.disturb()
                next_act = time.monotonic() + fleet.luck.uniform(*fleet.wanted.pause)
        time.sleep(0.2)
    for pid in fleet.hanging:
        _signal(pid, signal.SIGCONT)
    fleet.hanging.clear()
    if command is not None and command.poll() is None:
        command.kill()
        command.wait()


def _open(ledger: Ledger, refs: list[str], again: Again) -> list[str]:
    """What the next command is asked for: what is not submitted, and not to be left alone."""
    rest = {filing.ref for filing in ledger.all_filings() if filing.stage in SUBMITTED_OR_LATER or not again(filing)}
    return [ref for ref in refs if ref not in rest]


def _always(_: Filing) -> bool:
    return True


def _is_not_refused(filing: Filing) -> bool:
    return filing.hold is not Hold.REFUSED


def _command(folder: Path, refs: list[str]) -> subprocess.Popen[bytes]:
    files = [str(plan_file(folder, ref)) for ref in refs]
    with (folder / "file.log").open("ab") as out:
        command = [sys.executable, "-m", "desk", "file", "-w", str(folder), *files]
        return subprocess.Popen(command, stdout=out, stderr=out, start_new_session=True)


def _silences(ledger: Ledger) -> list[float]:
    """How long each worker whose work was taken over had been silent by then, in seconds."""
    table = schema.workers.c
    query = sa.select(table.adopted_at, table.beat_at).where(table.adopted_at.is_not(None))
    with ledger.engine.connect() as connection:
        return sorted((adopted - beat).total_seconds() for adopted, beat in connection.execute(query))


def _report(fleet: Fleet, verdict: Verdict, silences: list[float], portal: Portal, seconds: float) -> None:
    played = Counter(play["kind"] for play in portal.played())
    middle = silences[len(silences) // 2] if silences else 0.0
    print(f"seed {fleet.wanted.seed}: {len(verdict.waiting)} waiting truly, {verdict.done} filed, {seconds:.0f} s")
    print(f"workers started {fleet.started}: {dict(fleet.acts)}")
    print(
        f"taken over {len(silences)}; silent by then: median {middle:.1f} s, longest {max(silences, default=0):.1f} s"
    )
    print(f"faults played: {dict(sorted(played.items()))}")
    for title in ("missing", "double", "wrong", "false", "waiting"):
        told = getattr(verdict, title)
        print(f"{title}: {len(told)}")
        for line in told:
            print(f"    {line}")


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("--filings", type=int, default=120)
    parser.add_argument("--minutes", type=float, default=15.0, help="of bad weather, at most")
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--lanes", type=int, default=3, help="of each worker")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--chance", type=float, default=0.004, help="of a kill at each fault point")
    parser.add_argument(
        "--pause", type=float, nargs=2, default=(4.0, 14.0), help="between two kills or hangs: at least and at most (s)"
    )
    parser.add_argument("--keep", type=Path, help="a folder for the workspace")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
