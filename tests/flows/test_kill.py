"""A process may die anywhere, between the portal's yes and our own record too: nothing is lost, nothing is twice.

It dies at every point of `flows/fault_points.py`: each meets a plan of its own, and one run afterwards files them all.
"""

import asyncio
import signal
import sys
from collections.abc import Sequence

import pytest

from flows import fault_points
from flows.stages import Stage
from tests.control import Control
from tests.flows.written import detail_fields, provincial_fields, sheet_fields, without
from tests.workspaces import JIAOYU, Office, mall_plan, provincial_plan

pytestmark = pytest.mark.thorough

CHAIN = ["before-save", "after-save", "recorded-save", "before-detail", "after-detail", "before-submit", "after-submit"]


async def die_at(office: Office, point: str, command: str = "file") -> bool:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.flows.dying", str(office.root), point, command, stderr=asyncio.subprocess.PIPE
    )
    _, errors = await asyncio.wait_for(process.communicate(), 120)
    assert process.returncode in {0, -signal.SIGKILL}, errors.decode()[-2000:]
    reached = set((office.root / "points").read_text("utf-8").split())
    assert reached <= fault_points.POINTS  # none is unlisted
    return process.returncode == -signal.SIGKILL


async def die_at_each(office: Office, points: Sequence[str], plan: str) -> None:
    """Each point meets a plan that nothing has been done about yet."""
    make = provincial_plan if plan == "provincial" else mall_plan
    plans = [make(f"p{place}") for place in range(len(points))]
    for place, point in enumerate(points):
        office.write_plans(plans[place])
        assert await die_at(office, point), point
    office.write_plans(*plans)


async def all_stand_there_once(office: Office, sandbox: Control) -> None:
    summary = await office.file()
    assert [(filing.ref, filing.trouble) for filing in summary.filings if filing.trouble] == []
    for filing in summary.filings:
        if filing.route == "mall":
            (row,) = [sheet for sheet in sandbox.sheets() if sheet["fields"]["计划单名称"] == filing.name]
            assert (row["number"], filing.stage) == (filing.number, Stage.IN_MALL)
            assert without(row["fields"], "计划单编号") == sheet_fields(filing.plan)
            continue
        (row,) = [plan for plan in sandbox.plans() if plan["fields"]["计划名称"] == filing.name]
        assert (row["number"], filing.stage) == (filing.number, Stage.SUBMITTED)
        assert without(row["fields"], "计划编号") == provincial_fields(filing.plan)
        assert without(row["detail"], "基准采购品目名称") == detail_fields(filing.plan)
        assert [line["操作环节"] for line in row["log"]].count("提交") == 1


async def test_a_process_that_dies_again_and_again_files_a_plan_once(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    assert [point for point in CHAIN if await die_at(office, point)] == CHAIN
    await all_stand_there_once(office, sandbox)


@pytest.mark.parametrize("part", range(6))
async def test_a_process_that_dies_at_any_point_of_filing_files_each_plan_once(
    office: Office, sandbox: Control, part: int
) -> None:
    await die_at_each(office, fault_points.PROVINCIAL[part::6], "provincial")
    await all_stand_there_once(office, sandbox)


@pytest.mark.parametrize("part", range(2))
async def test_a_process_that_dies_at_any_point_of_building_builds_each_sheet_once(
    office: Office, sandbox: Control, part: int
) -> None:
    await die_at_each(office, fault_points.MALL[part::2], "mall")
    await all_stand_there_once(office, sandbox)


@pytest.mark.parametrize("point", fault_points.RECONCILED)
@pytest.mark.parametrize("plan", ["provincial", "mall"])
async def test_a_process_that_dies_while_it_reconciles_adds_nothing(
    office: Office, sandbox: Control, point: str, plan: str
) -> None:
    write = "after-save" if plan == "provincial" else "after-confirm"
    await die_at_each(office, [write], plan)
    assert await die_at(office, point)
    await all_stand_there_once(office, sandbox)


async def test_a_process_that_dies_while_it_adopts_adds_nothing(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    await office.file()
    (office.root / ".yuncai" / "yuncai.sqlite").unlink()  # as if a clerk had made it by hand
    for point in fault_points.ADOPTED:
        await die_at(office, point)
    await all_stand_there_once(office, sandbox)


async def test_a_process_that_dies_over_a_refusal_files_the_plans_once(office: Office, sandbox: Control) -> None:
    plans = [provincial_plan(f"p{place}") for place in range(len(fault_points.ANSWERED))]
    for plan, point in zip(plans, fault_points.ANSWERED, strict=True):
        sandbox.fault("refusal", on="save", text="今日不宜")  # in words that no pattern knows
        office.write_plans(plan)
        assert await die_at(office, point), point
        sandbox.clear_faults()
    office.write_plans(*plans)
    await office.file()  # tells those that had left no trace of an answer
    await all_stand_there_once(office, sandbox)


@pytest.mark.parametrize(
    ("points", "fault"),
    [
        (fault_points.HELD, {"kind": "question", "on": "save", "text": "该项目涉及涉密采购，确认按涉密流程办理？"}),
        (fault_points.WAITING, {"kind": "down", "portal": "provincial", "times": 1000}),
    ],
)
async def test_a_process_that_dies_while_it_writes_down_why_it_stops_goes_on_the_next_time(
    office: Office, sandbox: Control, points: Sequence[str], fault: dict[str, object]
) -> None:
    site = office.root / "sites" / "tests.yaml"
    site.write_text(site.read_text("utf-8").replace("patience_minutes: 0.2", "patience_minutes: 0.03"), "utf-8")
    office.write_plans(provincial_plan("p1"))
    for point in points:
        sandbox.fault(**fault)  # type: ignore[arg-type]
        assert await die_at(office, point), point
        sandbox.clear_faults()
    await all_stand_there_once(office, sandbox)


async def test_a_process_that_dies_while_it_polls_tells_the_news_the_next_time(
    office: Office, sandbox: Control
) -> None:
    office.write_plans(provincial_plan("p1"), provincial_plan("p2", 账户=JIAOYU, 代理机构="聊城市采购中心"))
    await office.file()
    first, second = (office.filing(ref).number or "" for ref in ("p1", "p2"))
    for office_name, number, stage in (
        ("资金科室", first, Stage.OFFICE_REVIEW),
        ("采购办", first, Stage.RECORDED),
        ("资金科室", second, Stage.RETURNED),
    ):
        sandbox.review(number, office_name, "return" if stage is Stage.RETURNED else "approve")
        assert await die_at(office, f"before-{stage}", "poll")
        assert await die_at(office, f"after-{stage}", "poll")
    await office.poll()
    assert [office.filing(ref).stage for ref in ("p1", "p2")] == [Stage.IN_MALL, Stage.RETURNED]


def test_every_point_has_its_test() -> None:
    tested = {*fault_points.PROVINCIAL, *fault_points.MALL, *fault_points.RECONCILED, *fault_points.ADOPTED}
    tested |= {*fault_points.ANSWERED, *fault_points.HELD, *fault_points.WAITING, *fault_points.POLLED}
    assert tested == fault_points.POINTS
