"""A process may die after the filing, too: while it polls, corrects what was returned, or writes a decision down."""

import pytest

from flows import fault_points
from flows.stages import Hold, Stage
from tests.control import Control
from tests.flows.deaths import all_stand_there_once, die_at
from tests.flows.test_returned import corrected, returned
from tests.workspaces import JIAOYU, Office, provincial_plan

pytestmark = [pytest.mark.thorough, pytest.mark.takes_turns]


async def test_a_process_that_dies_while_it_polls_tells_the_news_the_next_time(
    office: Office, sandbox: Control
) -> None:
    sandbox.fault("status_column")  # an unchanged row spares a log: none whose news were lost
    office.write_plans(provincial_plan("p1"), provincial_plan("p2", 账户=JIAOYU, 代理机构="聊城市采购中心"))
    await office.file()
    first, second = (office.filing(ref).number or "" for ref in ("p1", "p2"))
    for reviewer, number, stage in (
        ("资金科室", first, Stage.OFFICE_REVIEW),
        ("采购办", first, Stage.RECORDED),
        ("网上商城", first, Stage.IN_MALL),
        ("资金科室", second, Stage.RETURNED),
    ):
        sandbox.review(number, reviewer, "return" if stage is Stage.RETURNED else "approve", push=False)
        assert await die_at(office, f"before-{stage}", "poll")
        assert await die_at(office, f"after-{stage}", "poll")
    await office.poll()
    assert [office.filing(ref).stage for ref in ("p1", "p2")] == [Stage.IN_MALL, Stage.RETURNED]


async def test_a_process_that_dies_at_any_point_of_a_correction_submits_the_plan_once_more(
    office: Office, sandbox: Control
) -> None:
    await returned(office, sandbox)
    office.write_plans(corrected())
    points = [*fault_points.AMENDED, "before-submit", "after-submit", *fault_points.RESUBMITTED]
    assert [point for point in points if await die_at(office, point)] == points
    await all_stand_there_once(office, sandbox, submits=2)
    assert sandbox.plans(number=office.filing("p1").number or "")[0]["version"] == 2


async def test_a_decision_that_was_cut_off_is_made_again(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    sandbox.fault("twice", on="save")
    await office.file()
    first, second = (
        plan["number"] for plan in sandbox.plans() if plan["fields"]["计划名称"] == office.filing("p1").name
    )
    assert await die_at(office, "before-chosen", "release", "p1", "--number", first)
    for point in ("after-chosen", "before-drop"):
        assert await die_at(office, point, "release", "p1", "--number", first) or point == "before-drop"
    sandbox.by_hand("delete", second)
    await all_stand_there_once(office, sandbox)


async def test_what_is_given_up_and_taken_up_again_survives_a_kill(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    sandbox.fault("question", on="save", text="该项目涉及涉密采购，确认按涉密流程办理？")
    await office.file()
    assert await die_at(office, "before-released", "release", "p1")
    assert await die_at(office, "after-released", "release", "p1")
    assert await die_at(office, "before-cancelled", "cancel", "p1")
    assert await die_at(office, "after-cancelled", "cancel", "p1")
    assert office.filing("p1").hold is Hold.CANCELLED
    assert await die_at(office, "before-resumed", "retry", "p1")
    assert await die_at(office, "after-resumed", "retry", "p1")
    await all_stand_there_once(office, sandbox)


async def test_what_vanished_is_filed_anew_once_however_often_the_decision_is_cut_off(
    office: Office, sandbox: Control
) -> None:
    office.write_plans(provincial_plan("p1"))
    await die_at(office, "after-saved")
    sandbox.by_hand("delete", office.filing("p1").number or "")
    await office.file()
    for point in ("before-drop", "after-drop", "before-forgotten", "after-forgotten"):
        assert await die_at(office, point, "release", "p1", "--file-again"), point
    await all_stand_there_once(office, sandbox)
