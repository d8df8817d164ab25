"""Manners on a portal: how many at once, how soon after each other, when nobody begins, and when a person must look."""

import asyncio
import time
from datetime import datetime
from itertools import pairwise
from typing import Any

import pytest

from configs.sites.loading import load_site
from configs.sites.model import PortalSite
from configs.sites.quiet_hours import CHINA
from flows.clerk import Clerk
from flows.errors import Stopping
from flows.gate import Gate
from flows.ledger import Filing
from flows.pace import Pace
from flows.stages import Hold, Stage
from tests.control import Control
from tests.workspaces import JIAOYU, LINNAN, Office, provincial_plan, write

pytestmark = pytest.mark.takes_turns


def site(**changes: object) -> PortalSite:
    return load_site("sandbox").provincial.model_copy(update=changes)


def pace(**changes: object) -> Pace:
    return Pace(site(**changes), asyncio.Event())


def set_site(office: Office, **settings: object) -> None:
    both = {"base_url": office.url.rstrip("/"), "settle_seconds": 0.5, "wait_seconds": 8, "patience_minutes": 0.2}
    write(office.root / "sites" / "tests.yaml", {"extends": "sandbox", "both": {**both, **settings}})


def plans_of_two(number: int) -> list[dict[str, Any]]:
    return [provincial_plan(f"p{at}", 账户=(LINNAN, JIAOYU)[at % 2]) for at in range(number)]


async def test_writes_keep_their_distance_whichever_lane_makes_them() -> None:
    keeping = pace(write_seconds=0.2, jitter=0)
    begun = time.monotonic()
    moments: list[float] = []

    async def write_once() -> None:
        await keeping.before_write()
        moments.append(time.monotonic() - begun)

    await asyncio.gather(*(write_once() for _ in range(4)))
    gaps = [later - earlier for earlier, later in pairwise(sorted(moments))]
    assert min(gaps) > 0.1  # a wait of 0.2 s that the machine ended late shortens the next one
    assert max(moments) >= 0.59


async def test_jitter_only_ever_adds() -> None:
    waits = [pace(jitter=0.5)._lengthened(10) for _ in range(200)]
    assert min(waits) >= 10
    assert 12 < max(waits) <= 15


async def test_who_waits_for_his_turn_to_write_hears_that_the_run_shall_stop() -> None:
    stopping = asyncio.Event()
    keeping = Pace(site(write_seconds=60), stopping)
    await keeping.before_write()
    waiting = asyncio.create_task(keeping.before_write())
    await asyncio.sleep(0)
    stopping.set()
    with pytest.raises(Stopping):
        await asyncio.wait_for(waiting, 5)


@pytest.mark.thorough
async def test_every_write_of_a_run_waits_for_its_moment(
    office: Office, sandbox: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_site(office, write_seconds=1.0, jitter=0)
    moments: list[float] = []

    def begun(point: str, _ref: str) -> None:
        if point in {"before-save", "before-detail", "before-submit"}:
            moments.append(time.monotonic())

    monkeypatch.setattr("flows.fault_points.reached", begun)
    office.write_plans(*plans_of_two(2))
    assert (await office.file()).verdict == "done"
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert len(moments) == 6
    assert min(gaps) > 0.9


@pytest.mark.thorough
async def test_a_portal_has_no_more_lanes_at_work_than_it_wants(
    office: Office, sandbox: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_site(office, lanes=1)
    at_work: set[str] = set()
    most = 0

    async def looking(self: Clerk) -> None:
        nonlocal most
        at_work.add(self.key)
        most = max(most, len(at_work))
        await real(self)
        at_work.discard(self.key)

    real = Clerk.go_inside
    monkeypatch.setattr(Clerk, "go_inside", looking)
    office.write_plans(*plans_of_two(2))
    assert (await office.file(lanes=2)).verdict == "done"
    assert most == 1


@pytest.mark.thorough
async def test_in_quiet_hours_nothing_begins_what_is_under_way_ends_and_the_next_run_goes_on(
    office: Office, sandbox: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_site(office, quiet_hours=["22:00-06:30"])
    evening = datetime(2026, 3, 2, 21, 59, tzinfo=CHINA)
    night = datetime(2026, 3, 2, 23, 30, tzinfo=CHINA)
    monkeypatch.setattr(
        "flows.pace.clock",
        lambda: night if any(filing.stage is Stage.SAVED for filing in office.changes) else evening,
    )
    office.write_plans(provincial_plan("p1"), provincial_plan("p2"))
    summary = await office.file()
    assert summary.verdict == "parked"
    assert [(filing.hold, filing.stage) for filing in summary.filings] == [
        (Hold.WAITING, Stage.SAVED),
        (Hold.WAITING, Stage.PLANNED),
    ]
    assert {filing.trouble.code for filing in summary.filings if filing.trouble} == {"quiet_hours"}
    assert summary.filings[0].trouble is not None
    assert summary.filings[0].trouble.params["until"] == "06:30"
    monkeypatch.setattr("flows.pace.clock", lambda: datetime(2026, 3, 3, 6, 30, tzinfo=CHINA))
    assert (await office.file()).verdict == "done"
    for filing in summary.filings:
        assert len([plan for plan in sandbox.plans() if plan["fields"]["计划名称"] == filing.name]) == 1


@pytest.mark.thorough
async def test_the_same_refusal_again_and_again_stops_the_portal_and_asks(office: Office, sandbox: Control) -> None:
    set_site(office, same_refusals=3)
    sandbox.fault("refusal", times=100, on="save", text="业务科室已停用")
    office.write_plans(*(provincial_plan(f"p{at}") for at in range(5)))
    filings = (await office.file()).filings
    codes = [filing.trouble.code for filing in filings if filing.trouble]
    assert codes == ["refused_by_portal"] * 3 + ["refused_alike"] * 2
    assert [filing.hold for filing in filings] == [Hold.REFUSED] * 3 + [Hold.NEEDS_HUMAN] * 2
    assert filings[4].trouble is not None
    assert filings[4].trouble.params["text"] == "业务科室已停用"
    sandbox.clear_faults()
    assert (await office.file()).verdict == "done"


@pytest.mark.thorough
async def test_other_words_or_a_plan_that_goes_well_begin_the_count_anew(office: Office, sandbox: Control) -> None:
    set_site(office, same_refusals=2)
    for text in ("业务科室已停用", "代理机构不存在"):
        sandbox.fault("refusal", on="save", text=text)
    office.write_plans(*(provincial_plan(f"p{at}") for at in range(3)))
    filings: list[Filing] = (await office.file()).filings
    assert [filing.hold for filing in filings] == [Hold.REFUSED, Hold.REFUSED, None]


async def test_at_a_portal_that_is_down_one_knocks_and_the_others_wait_with_him() -> None:
    knocks, knocking, most = 0, 0, 0

    async def knock() -> bool:
        nonlocal knocks, knocking, most
        knocks, knocking = knocks + 1, knocking + 1
        most = max(most, knocking)
        await asyncio.sleep(0.01)
        knocking -= 1
        return knocks > 1

    gate = Gate("http://portal", 60, knock, asyncio.Event())
    gate.suspect()
    await asyncio.gather(*(gate.pass_through() for _ in range(5)))
    assert (knocks, most) == (2, 1)


@pytest.mark.thorough
async def test_an_idle_lane_is_kept_awake_where_the_site_allows_it(
    office: Office, sandbox: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_site(office, keep_alive_minutes=0.01)
    looks: list[str] = []

    async def look_in(self: Clerk) -> None:
        looks.append(self.key)
        await real(self)

    real = Clerk.look_in
    monkeypatch.setattr(Clerk, "look_in", look_in)
    sandbox.fault("slow", path_contains="/sdgp/", account="371500301001002", seconds=2.0, times=2)
    office.write_plans(provincial_plan("p1"), provincial_plan("p2", 账户=JIAOYU), provincial_plan("p3", 账户=JIAOYU))
    assert (await office.file(lanes=2)).verdict == "done"
    assert f"{LINNAN}@provincial" in looks
