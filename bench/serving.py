"""A long service: `python -m bench.serving --minutes 60 --seed 1`.

Starts the sandbox and `yuncai serve` with a schedule that files and one that polls, lets reviewers decide and new
plans come, kills the command under way every few minutes and the service itself now and then (kill -9; it is started
again, as systemd would). Prints, minute by minute, the service's memory and what it has run; at the end, what stands on
the portals beside what was planned.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import yaml

from bench.campaign.killing import kill_tree
from bench.campaign.portal import Portal, portal_running
from bench.filings import ACCOUNTS, plan, write_workspace
from configs.workspace import Workspace
from flows.run import ledger_of
from flows.stages import Stage

SCHEDULES = [
    {"name": "filing", "run": "file", "cron": "*/3 * * * *"},
    {"name": "watching", "run": "poll", "cron": "*/2 * * * *"},
]
PORT = 9470
HURRY = 0.5  # the share of plans that a reviewer decides on within a minute
NEW_PLANS_EVERY, KILL_EVERY = 5, 4  # minutes
LOOK_SECONDS = 0.2


def main() -> None:
    """Serve for so long, and print what came of it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--restart-every", type=int, default=25, help="minutes that a service lives until kill -9")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    root = tempfile.TemporaryDirectory(prefix="yuncai-serve-")
    with root as folder, portal_running(Path(folder) / "sandbox.sqlite") as portal:
        office = Path(folder) / "office"
        office.mkdir()
        watch = Watch(office, portal, random.Random(asked.seed))  # noqa: S311 - it has to be the same for the same seed
        watch.run(asked.minutes, asked.restart_every)


class Watch:
    """The service, whoever disturbs it, and who looks at it."""

    def __init__(self, office: Path, portal: Portal, luck: random.Random) -> None:
        self.office, self.portal, self.luck = office, portal, luck
        self.plans = 4
        write_workspace(office, portal.url, self.plans)
        path = office / "yuncai.yaml"
        known = yaml.safe_load(path.read_text("utf-8")) | {"schedules": SCHEDULES, "serve": {"port": PORT}}
        path.write_text(yaml.safe_dump(known, allow_unicode=True), "utf-8")
        self.killed = self.restarted = 0
        self.service = self._start()

    def run(self, minutes: int, restart_every: int) -> None:
        """Minute by minute."""
        begun = time.monotonic()
        for minute in range(1, minutes + 1):
            self._wait(until=begun + minute * 60, kill=minute % KILL_EVERY == 0)
            if minute % NEW_PLANS_EVERY == 0:
                self._more_plans()
            self._review()
            print(f"{minute:3} min  {self._memory():5.1f} MiB  {self._health()}", flush=True)
            if minute % restart_every == 0 and minute < minutes:
                self._restart()
        self.service.send_signal(signal.SIGTERM)
        print(f"stopped with {self.service.wait(600)}; {self.killed} commands killed, {self.restarted} restarts")
        self._compare()

    def _start(self) -> subprocess.Popen[bytes]:
        with (self.office / "serve.log").open("ab") as log:
            command = [sys.executable, "-m", "desk", "serve", "-w", str(self.office)]
            return subprocess.Popen(command, stderr=log, stdout=log)

    def _more_plans(self) -> None:
        accounts = list(ACCOUNTS)
        more = [plan(index, accounts[index % len(accounts)]) for index in range(self.plans, self.plans + 4)]
        self.plans += 4
        content = yaml.safe_dump({"计划": more}, allow_unicode=True)
        (self.office / "plans" / f"more-{self.plans}.yaml").write_text(content, "utf-8")

    def _review(self) -> None:
        offices = {"待资金科室审核": "资金科室", "待采购办审核": "采购办"}
        for row in self.portal.ask("plans"):
            office = offices.get(row["status"])
            ours = row["fields"]["计划名称"].startswith("台式计算机采购项目0")
            if office and ours and self.luck.random() < HURRY:
                self.portal.tell("review", number=row["number"], office=office, decision="approve")

    def _wait(self, *, until: float, kill: bool) -> None:
        """Until then; `kill`: the first command that has been under way for some seconds meanwhile."""
        seen: dict[int, float] = {}
        mercy = self.luck.uniform(1, 9)
        while (now := time.monotonic()) < until:
            for pid in _children_of(self.service.pid) if kill else ():
                if now - seen.setdefault(pid, now) > mercy:
                    kill_tree(pid)
                    self.killed += 1
                    kill = False
                    break
            time.sleep(LOOK_SECONDS)

    def _restart(self) -> None:
        os.kill(self.service.pid, signal.SIGKILL)
        self.service.wait()
        self.service = self._start()
        self.restarted += 1

    def _memory(self) -> float:
        for line in Path(f"/proc/{self.service.pid}/status").read_text("ascii").splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0.0

    def _health(self) -> str:
        try:
            with urlopen(f"http://127.0.0.1:{PORT}/healthz", timeout=5) as reply:
                told: dict[str, Any] = json.load(reply)
        except OSError:
            return "no answer"
        return f"running {told['running'] or '-'}  last {told['last_exit']}"

    def _compare(self) -> None:
        ledger = ledger_of(Workspace.open(self.office))
        filings = ledger.all_filings()
        rows = self.portal.rows()
        names: Sequence[str] = [row["fields"].get("计划名称") or row["fields"]["计划单名称"] for row in rows.values()]
        ours = [filing.name for filing in filings]
        standing = [names.count(name) for name in ours]
        states = {stage.value: sum(f.stage is stage for f in filings) for stage in Stage}
        print(
            f"{self.plans} plans written, {len(filings)} in the ledger; on the portals once {standing.count(1)}, never"
            f" {standing.count(0)}, twice {sum(count > 1 for count in standing)}; "
            f"{ {stage: count for stage, count in states.items() if count} }"
        )
        ledger.close()


def _children_of(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return [int(child) for child in found]


if __name__ == "__main__":
    main()
