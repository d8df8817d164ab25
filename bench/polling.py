"""What a poll costs: `python -m bench.polling --plans 2000 --accounts 40 --lanes 4`.

A crowd stands in the sandbox (60 % in the mall, 5 % returned, the rest with a reviewer) and in a ledger that has seen
it once. Then `--news` of them are decided on, and the poll that finds them is measured: requests to the portals and
seconds. Beside it, on `--sample` accounts, what it costs to open every log, as a clerk would. `--status`: the portal's
list has a column for the review. `--slow 1`: each answer of the portals takes a second more.
"""

import argparse
import asyncio
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from bench.campaign.portal import Portal, portal_running
from bench.filings import PASSWORD
from configs.plans.model import Plan
from configs.workspace import Workspace
from flows import workshop
from flows.ledger import Filing, Ledger
from flows.route import Route
from flows.run import ledger_of, poll_filings
from flows.session import session
from flows.stages import Stage, Until

IN_MALL, RETURNED = 0.60, 0.05


def main() -> None:
    """Build the crowd, measure, and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("--plans", type=int, default=2000)
    parser.add_argument("--accounts", type=int, default=40)
    parser.add_argument("--lanes", type=int, default=4)
    parser.add_argument("--news", type=int, default=40)
    parser.add_argument("--sample", type=int, default=2)
    parser.add_argument("--slow", type=float, default=0.0)
    parser.add_argument("--status", action="store_true")
    asked = parser.parse_args()
    root = tempfile.TemporaryDirectory(prefix="yuncai-poll-")
    with root as folder, portal_running(Path(folder) / "sandbox.sqlite") as portal:
        crowd = Crowd(Path(folder) / "office", portal, asked.plans, asked.accounts)
        if asked.status:
            portal.tell("faults", kind="status_column")
        if asked.slow:
            portal.tell("faults", kind="slow", seconds=asked.slow)
        lanes, every = asked.lanes, f"every log of {asked.sample} accounts"
        crowd.measure("first poll", lambda: crowd.poll(lanes))
        crowd.decide(asked.news)
        crowd.measure(f"poll with {asked.news} news", lambda: crowd.poll(lanes))
        crowd.measure("poll without news", lambda: crowd.poll(lanes))
        crowd.measure(every, lambda: crowd.open_every_log(asked.sample, lanes))


class Crowd:
    """Many plans of many accounts, in the sandbox and in a ledger."""

    def __init__(self, root: Path, portal: Portal, plans: int, accounts: int) -> None:
        self.portal, self.root = portal, root
        people = portal.tell("grow", accounts=accounts)
        self.workspace = _workspace(root, portal.url, people)
        source = next(row for row in portal.ask("plans") if row["detail"])["number"]
        with_ledger = ledger_of(self.workspace)
        for n in range(plans):
            place, user = n % len(people), people[n % len(people)]["user"]
            name = f"采购计划{n:05}"
            copied = portal.tell(
                "byhand", act="copy", number=source, account=user, changes={"计划名称": name}, detail={}
            )
            number = copied["number"]
            portal.tell("byhand", act="submit", number=number)
            _known(with_ledger, n, f"a{place:02}", name, number, self._lead_on(number, n / plans))
        with_ledger.close()
        print(f"{plans} plans of {len(people)} accounts stand there", flush=True)

    def _lead_on(self, number: str, share: float) -> Stage:
        if share < IN_MALL:
            for office in ("资金科室", "采购办"):
                self.portal.tell("review", number=number, office=office, decision="approve")
            return Stage.IN_MALL
        if share < IN_MALL + RETURNED:
            self.portal.tell("review", number=number, office="资金科室", decision="return", opinion="请补充说明")
            return Stage.RETURNED
        return Stage.SUBMITTED

    def decide(self, count: int) -> None:
        """Reviewers decide on some."""
        waiting = [plan["number"] for plan in self.portal.ask("plans") if plan["status"] == "待资金科室审核"]
        for place, number in enumerate(waiting[-count:]):
            decision = "return" if place % 4 == 0 else "approve"
            self.portal.tell("review", number=number, office="资金科室", decision=decision, opinion="请补充说明")

    async def poll(self, lanes: int) -> str:
        """What `yuncai poll` does."""
        summary = await poll_filings(
            self.workspace, refs=None, lanes=lanes, on_change=lambda _: None, stopping=asyncio.Event()
        )
        return f"{summary.verdict}, {len(summary.filings)} plans"

    async def open_every_log(self, accounts: int, lanes: int) -> str:
        """What a clerk does, for the plans of some accounts: search each by its number, and open its log."""
        ledger = ledger_of(self.workspace)
        wanted = [filing for filing in ledger.all_filings() if filing.account in {f"a{n:02}" for n in range(accounts)}]
        stopping = asyncio.Event()
        selection = frozenset(filing.id for filing in wanted)
        async with session(
            self.workspace, ledger, command="poll", run_id="bench", selection=selection, lanes=lanes, stopping=stopping
        ):

            async def one(lane: str) -> None:
                async with workshop.current().lanes.turn(lane) as clerk:
                    await clerk.go_inside()
                    await clerk.provincial.plans.open()
                    for filing in wanted:
                        if filing.lane == lane:
                            await clerk.provincial.plans.log(filing.number or "")

            await asyncio.gather(*(one(lane) for lane in dict.fromkeys(filing.lane for filing in wanted)))
        ledger.close()
        return f"{len(wanted)} logs"

    def measure(self, what: str, work: Callable[[], Any]) -> None:
        """Requests by kind, and seconds."""
        self.portal.forget_visits()
        begun = time.monotonic()
        said = asyncio.run(work())
        seconds = time.monotonic() - begun
        visits: dict[str, int] = self.portal.ask("visits")

        def asked(part: str) -> int:
            return sum(count for path, count in visits.items() if part in path)

        mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{what:28} {seconds:7.1f} s  {_own(visits):6} requests: lists {asked('plan/list'):4}, logs"
            f" {asked('plan/log'):4}, mall lists {asked('planSheet/list'):4}; our process {mib:.0f} MiB  ({said})",
            flush=True,
        )


def _own(visits: dict[str, int]) -> int:
    """Without pictures, styles and scripts."""
    return sum(count for path, count in visits.items() if "/static/" not in path)


def _workspace(root: Path, url: str, people: list[dict[str, str]]) -> Workspace:
    (root / "secrets").mkdir(parents=True, mode=0o700)
    for place in range(len(people)):
        secret = root / "secrets" / f"passwords__a{place:02}"
        secret.write_text(PASSWORD, encoding="utf-8")
        secret.chmod(0o600)
    accounts = {f"a{place:02}": person for place, person in enumerate(people)}
    for name, data in (
        ("yuncai.yaml", {"site": "sandbox", "site_url": url.rstrip("/")}),
        ("accounts.yaml", {"accounts": accounts}),
    ):
        (root / name).write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return Workspace.open(root)


def _known(ledger: Ledger, place: int, account: str, name: str, number: str, stage: Stage) -> Filing:
    """A filing as the poll before left it."""
    plan = Plan.model_validate(PLAN | {"ref": f"crowd-{place:05}", "account": account, "name": name})
    filing = ledger.register(
        plan, source="plans/crowd.yaml:1", lane=f"{account}@{Route.PROVINCIAL}", route=Route.PROVINCIAL.value,
        why="in_catalogue", site="sandbox", until=Until.SUBMITTED, run_id="bench",
    )  # fmt: skip
    filing = ledger.advance(ledger.own(filing, number, "created"), Stage.SUBMITTED)
    return filing if stage is Stage.SUBMITTED else ledger.advance(filing, stage)


PLAN: dict[str, object] = {
    "route": "provincial", "method": "网上超市", "purchase_date": "2020-09-18", "deadline": "2020-09-30",
    "fund_office": "工业贸易科", "kind": "货物", "research": "否", "international": "否", "imported": "否", "ppp": "否",
    "agency": "德州市政府采购中心", "funds": {"general": "30万元", "self_raised": "5万元"},
    "detail": {"catalogue": "集中采购目录", "item_name": "台式计算机", "item_code": "A02010105", "unit_price": "5000元",
               "quantity": "70", "unit": "台"},
}  # fmt: skip

if __name__ == "__main__":
    main()
