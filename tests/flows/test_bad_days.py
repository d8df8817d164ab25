"""Sessions end, portals go down, passwords are wrong: nothing is lost, and the rest goes on."""

import asyncio
import sqlite3

import pytest
import sqlalchemy as sa

from flows.ledger import schema
from flows.stages import Hold, Stage, Until
from tests.control import Control
from tests.workspaces import JIAOYU, LINNAN, Office, mall_plan, provincial_plan


async def test_a_session_that_ends_in_the_middle_is_renewed(office: Office, sandbox: Control) -> None:
    sandbox.fault("session_over", on="save")
    sandbox.fault("session_over", on="submit")
    office.write_plans(provincial_plan("p1"))
    (filing,) = (await office.file()).filings
    assert (filing.trouble, filing.stage) == (None, Stage.SUBMITTED)
    assert len([p for p in sandbox.plans() if p["fields"]["计划名称"] == filing.name]) == 1


@pytest.mark.thorough
async def test_a_notice_that_covers_the_page_is_closed_and_kept(office: Office, sandbox: Control) -> None:
    sandbox.fault("notice", portal="provincial", text="系统公告：本周六系统升级维护", times=3)
    sandbox.fault("notice", portal="mall", text="公告：网上商城本周六升级", times=3)
    office.write_plans(provincial_plan("p1"), mall_plan("m1"))
    summary = await office.file()
    assert [filing.trouble for filing in summary.filings] == [None, None]


async def test_a_wrong_password_is_tried_once_and_the_other_lanes_go_on(office: Office, sandbox: Control) -> None:
    (office.root / "secrets" / f"passwords__{LINNAN}").write_text("wrong", encoding="utf-8")
    office.write_plans(provincial_plan("p1"), provincial_plan("p2"), provincial_plan("p3", 账户=JIAOYU))
    summary = await office.file()
    wrong, shut, other = summary.filings
    assert wrong.trouble is not None
    assert shut.trouble is not None
    assert (wrong.trouble.code, shut.trouble.code) == ("wrong_password", "lane_shut")
    assert (other.trouble, other.stage) == (None, Stage.SUBMITTED)
    (office.root / "secrets" / f"passwords__{LINNAN}").write_text("Sandbox#2021", encoding="utf-8")
    assert (await office.file()).verdict == "done"  # five wrong tries would have locked the account


async def test_a_captcha_stops_its_lane_with_a_clear_message(office: Office, sandbox: Control) -> None:
    sandbox.fault("captcha", portal="provincial", times=10)
    office.write_plans(provincial_plan("p1"), mall_plan("m1"))
    summary = await office.file()
    held, built = summary.filings
    assert held.trouble is not None
    assert (held.trouble.code, held.hold) == ("captcha_shown", Hold.NEEDS_HUMAN)
    assert built.stage is Stage.IN_MALL


async def test_a_portal_that_is_down_parks_its_plans_and_the_next_run_goes_on(office: Office, sandbox: Control) -> None:
    site = office.root / "sites" / "tests.yaml"
    site.write_text(site.read_text("utf-8").replace("patience_minutes: 0.2", "patience_minutes: 0.03"), "utf-8")
    sandbox.fault("down", portal="provincial", times=1000)
    office.write_plans(provincial_plan("p1"), provincial_plan("p2"), mall_plan("m1"))
    summary = await office.file()
    assert summary.verdict == "parked"
    assert [filing.hold for filing in summary.filings] == [Hold.WAITING, Hold.WAITING, None]
    sandbox.clear_faults()
    assert (await office.file()).verdict == "done"


@pytest.mark.thorough
async def test_a_portal_that_comes_back_within_its_patience_costs_nothing_but_time(
    office: Office, sandbox: Control
) -> None:
    office.write_plans(provincial_plan("p1"))
    sandbox.fault("down", portal="provincial", times=1000)

    async def repair() -> None:
        await asyncio.sleep(3)
        sandbox.clear_faults()

    repairing = asyncio.create_task(repair())
    summary = await office.file()
    await repairing
    assert summary.verdict == "done"


async def test_a_run_that_is_asked_to_stop_ends_and_the_next_one_goes_on(office: Office, sandbox: Control) -> None:
    office.write_plans(*(provincial_plan(f"p{i}") for i in range(3)))

    async def stop_soon() -> None:
        while not any(filing.stage is Stage.SAVED for filing in office.changes):  # noqa: ASYNC110 - the ledger only calls
            await asyncio.sleep(0.02)
        office.stopping.set()

    stopper = asyncio.create_task(stop_soon())
    summary = await office.file(lanes=1)
    await stopper
    assert summary.verdict == "stopped"
    assert summary.filings[0].stage in {Stage.SAVED, Stage.DETAILED, Stage.SUBMITTED}
    assert summary.filings[-1].stage is Stage.PLANNED
    assert (await office.file()).verdict == "done"
    for filing in summary.filings:
        assert len([p for p in sandbox.plans() if p["fields"]["计划名称"] == filing.name]) == 1


@pytest.mark.thorough
@pytest.mark.takes_turns
async def test_a_full_disk_ends_the_run_and_the_next_one_goes_on(
    office: Office, sandbox: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.engine.HEARTBEAT_SECONDS", 0.5)
    office.write_plans(provincial_plan("p1"), mall_plan("m1"))

    def full(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if any(filing.stage is Stage.SAVED for filing in office.changes) and not statement.startswith("SELECT"):
            raise sa.exc.OperationalError(statement, {}, sqlite3.OperationalError("database or disk is full"))

    sa.event.listen(sa.Engine, "before_cursor_execute", full)
    try:
        async with asyncio.timeout(60):
            with pytest.raises(sa.exc.OperationalError, match="disk is full"):
                await office.file()
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", full)
    assert (await office.file()).verdict == "done"
    assert len([p for p in sandbox.plans() if p["fields"]["计划名称"] == office.filing("p1").name]) == 1
    assert len([s for s in sandbox.sheets() if s["fields"]["计划单名称"] == office.filing("m1").name]) == 1


@pytest.mark.thorough
async def test_a_slow_portal_is_waited_for(office: Office, sandbox: Control) -> None:
    sandbox.fault("slow", path_contains="/sdgp/", seconds=1.0, times=4)
    office.write_plans(provincial_plan("p1"))
    assert (await office.file()).verdict == "done"


@pytest.mark.thorough
@pytest.mark.takes_turns
async def test_a_plan_that_the_engine_takes_for_done_is_not_told_as_done(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    await office.file(until=Until.SAVED)
    with office.ledger() as ledger:  # an older ledger was put back, but not what the engine knows
        schema.metadata.drop_all(ledger.engine)
    summary = await office.file(adopting=True)
    assert summary.verdict == "parked"
    assert [(filing.hold, filing.trouble and filing.trouble.code) for filing in summary.filings] == [
        (Hold.WAITING, "not_worked_on")
    ]
    summary = await office.file(adopting=True)
    assert (
        summary.verdict,
        [plan["status"] for plan in sandbox.plans() if plan["fields"]["计划名称"].endswith("p1")],
    ) == (
        "done",
        ["待资金科室审核"],
    )
