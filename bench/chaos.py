"""A night of everything going wrong: `python -m bench.chaos --filings 60 --minutes 5 --seed 1`, or `make chaos`.

Files many plans of both routes over six accounts while a seed makes weather, a clerk works by hand, and the worker is
killed again and again (kill -9, with its browser). When all filings rest, or time is up, a last run in fine weather
goes through all of them. Then the portals' own database is compared with the plans: each stands there exactly once with
every field equal, or waits for a person with a reason that is true. Exit code 1 when anything is missing, double,
wrong, or told falsely; the workspace is kept then, with the history of each such filing.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.campaign.killing import kill_tree
from bench.campaign.office import is_worth_another_run, ledger_at, open_office, plan_file, see_to_accounts
from bench.campaign.plans import Written, write_plans
from bench.campaign.portal import Portal, portal_running
from bench.campaign.trouble import Troublemaker
from bench.campaign.verdict import Verdict, judge, keep_histories
from flows.stages import SUBMITTED_OR_LATER, Hold

WINDOW = 36  # plans that a run is asked for
LATEST_WRITE_SECONDS = 5.0
LAST_RUNS = 3  # in fine weather, until nothing is left that another run would try again
RESTING = {Hold.REFUSED, Hold.NEEDS_HUMAN}


@dataclass
class Campaign:
    """One campaign under way."""

    folder: Path
    portal: Portal
    plans: Sequence[Written]
    wanted: argparse.Namespace
    runs: int = 0
    kills: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Choose everything by the seed."""
        self.luck = random.Random(self.wanted.seed)  # noqa: S311 - it has to be the same for the same seed
        self.maker = Troublemaker(self.portal, self.plans, self.wanted.seed)

    def in_bad_weather(self) -> None:
        """Run and kill until all filings rest, or time is up."""
        self.maker.begin(self.wanted.seed)
        deadline = time.monotonic() + self.wanted.minutes * 60
        while time.monotonic() < deadline and (open_refs := self.not_at_rest()):
            files = [str(plan_file(self.folder, ref)) for ref in open_refs[:WINDOW]]
            self._run(files, chance=self.wanted.chance, limit=self.luck.uniform(*self.wanted.kill_after))
            print(f"run {self.runs}: {self.kills.total()} kills, {len(open_refs)} filings open", flush=True)

    def in_fine_weather(self) -> None:
        """The last run: nothing goes wrong any more."""
        self.portal.fine_weather()
        time.sleep(LATEST_WRITE_SECONDS)
        see_to_accounts(self.folder)
        for _ in range(LAST_RUNS):
            self._run([], chance=0.0, limit=None)
            ledger = ledger_at(self.folder)
            left = [filing.ref for filing in ledger.all_filings() if is_worth_another_run(filing)]
            ledger.close()
            if not left:
                return

    def not_at_rest(self) -> list[str]:
        """The plans that the next run has something to do about."""
        ledger = ledger_at(self.folder)
        resting = {f.ref for f in ledger.all_filings() if f.hold in RESTING or f.stage in SUBMITTED_OR_LATER}
        ledger.close()
        return [plan.ref for plan in self.plans if plan.ref not in resting]

    def _run(self, files: list[str], *, chance: float, limit: float | None) -> None:
        self.runs += 1
        seed, lanes = str(self.luck.randrange(10**9)), str(self.wanted.lanes)
        command = [sys.executable, "-m", "bench.campaign.worker", seed, str(chance), "-w", str(self.folder)]
        with (self.folder / f"run-{self.runs:04}.log").open("wb") as out:
            begun = time.monotonic()
            worker = subprocess.Popen(
                [*command, "file", "--lanes", lanes, *files], stdout=out, stderr=out, start_new_session=True
            )
            while worker.poll() is None:
                if limit is not None:
                    self.maker.perhaps()
                if limit is not None and time.monotonic() - begun > limit:
                    kill_tree(worker.pid)
                    worker.wait()
                    self.kills["from outside"] += 1
                    return
                time.sleep(0.2)
        if worker.returncode < 0:
            self.kills["at a fault point"] += 1


def main() -> int:
    """Run the campaign, print its table, judge."""
    wanted = _wanted()
    folder = Path(tempfile.mkdtemp(prefix=f"chaos-{wanted.seed}-", dir=wanted.keep))
    begun = time.monotonic()
    with portal_running(folder / "portal.sqlite") as portal:
        plans = write_plans(wanted.filings, wanted.seed)
        open_office(folder / "office", portal.url, plans)
        campaign = Campaign(folder / "office", portal, plans, wanted)
        campaign.in_bad_weather()
        campaign.in_fine_weather()
        rows, ledger = portal.rows(), ledger_at(campaign.folder)
        (folder / "played.json").write_text(json.dumps(portal.played(), ensure_ascii=False, default=str), "utf-8")
        verdict = judge(ledger, plans, campaign.maker, rows)
        played = Counter(play["kind"] for play in portal.played())
        if not verdict.good:
            keep_histories(ledger, verdict.failed, campaign.folder / "failed", rows)
        ledger.close()
    _report(campaign, verdict, played, time.monotonic() - begun)
    if verdict.good and not wanted.keep:
        shutil.rmtree(folder)
    else:
        print(f"kept: {folder} (played.json, office/failed/<ref>.json, office/.yuncai/evidence/<ref>/)")
    return int(not verdict.good)


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("--filings", type=int, default=60)
    parser.add_argument("--minutes", type=float, default=5.0, help="of bad weather, at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lanes", type=int, default=4)
    parser.add_argument("--chance", type=float, default=0.01, help="of a kill at each fault point")
    parser.add_argument("--kill-after", type=float, nargs=2, default=(6.0, 25.0), metavar="SECONDS")
    parser.add_argument("--keep", type=Path, help="a folder that keeps the workspace in any case")
    return parser.parse_args()


def _report(campaign: Campaign, verdict: Verdict, played: Counter[str], seconds: float) -> None:
    table = Table("campaign", "", title=f"seed {campaign.wanted.seed}", title_justify="left")
    kills = ", ".join(f"{count} {how}" for how, count in campaign.kills.items())
    rows = {
        "filings": f"{len(campaign.plans)} ({verdict.done} filed)",
        "kills": f"{campaign.kills.total()} ({kills}) in {campaign.runs} runs",
        "faults played": ", ".join(f"{kind} {count}" for kind, count in sorted(played.items())),
        "spells and hands": ", ".join(f"{kind} {count}" for kind, count in sorted(campaign.maker.acts.items())),
        "missing": len(verdict.missing),
        "double": len(verdict.double),
        "wrong": len(verdict.wrong),
        "waiting, with a true reason": len(verdict.waiting),
        "a false reason": len(verdict.false),
        "seconds": f"{seconds:.0f} ({seconds / len(campaign.plans):.1f} a filing)",
    }
    for name, value in rows.items():
        table.add_row(name, str(value))
    Console(width=140).print(table)
    for title in ("missing", "double", "wrong", "false", "waiting"):
        for line in getattr(verdict, title):
            print(f"{title}: {line}")


if __name__ == "__main__":
    sys.exit(main())
