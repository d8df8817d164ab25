"""A process may die anywhere, between the portal's yes and our own record too: nothing is lost, nothing is twice.

It dies at every point of `flows/fault_points.py`: each meets a plan of its own, and one run afterwards files them all.
"""

from collections.abc import Sequence

import pytest

from flows import fault_points
from tests.control import Control
from tests.flows.deaths import all_stand_there_once, die_at, die_at_each
from tests.workspaces import Office, mall_plan, provincial_plan

pytestmark = [pytest.mark.thorough, pytest.mark.takes_turns]

CHAIN = ["before-save", "after-save", "recorded-save", "before-detail", "after-detail", "before-submit", "after-submit"]


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
    office.lose_the_ledger()  # as if a clerk had made it by hand
    assert await die_at(office, "before-adopted", "file", "--adopt")
    assert await die_at(office, "after-adopted", "file", "--adopt")
    await all_stand_there_once(office, sandbox)


async def test_a_process_that_dies_over_a_refusal_files_the_plans_once(office: Office, sandbox: Control) -> None:
    points = [point for point in fault_points.ANSWERED if "confirm" not in point]
    plans = [provincial_plan(f"p{place}") for place in range(len(points))]
    for plan, point in zip(plans, points, strict=True):
        on = next((step for step in ("detail", "submit") if step in point), "save")
        # words that no pattern knows are listened to for as long as an answer may take
        sandbox.fault("refusal", on=on, text="今日不宜" if point.startswith("after") else "预算指标不足，不能保存")
        office.write_plans(plan)
        assert await die_at(office, point), point
        sandbox.clear_faults()
    office.write_plans(*plans)
    await office.file()  # tells those whose answer is known
    await all_stand_there_once(office, sandbox)


async def test_a_process_that_dies_over_the_malls_refusal_builds_the_sheets_once(
    office: Office, sandbox: Control
) -> None:
    points = [point for point in fault_points.ANSWERED if "confirm" in point]
    plans = [mall_plan(f"p{place}") for place in range(len(points))]
    for plan, point in zip(plans, points, strict=True):
        sandbox.fault("refusal", on="confirm", text="预算指标不足，不能保存")
        office.write_plans(plan)
        assert await die_at(office, point), point
        sandbox.clear_faults()
    office.write_plans(*plans)
    await office.file()
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
