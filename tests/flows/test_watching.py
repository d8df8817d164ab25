"""Polling reads an account's list once, and only the logs that may say something new."""

from typing import Any

import pytest

from flows.changes import changes_of
from flows.ledger import readings
from flows.stages import Hold, Stage, Until
from tests.control import Control
from tests.workspaces import ACCOUNTS, LINNAN, Office, mall_plan, provincial_plan

USER = ACCOUNTS[LINNAN]["user"]

RETURNED = "资金来源填写有误，请核实后重新上报"
THREE = [provincial_plan(f"p{n}") for n in (1, 2, 3)]


def submitted(office: Office, sandbox: Control, *plans: dict[str, Any]) -> list[str]:
    """Plans that an earlier run has submitted: they stand on the portal and in the ledger; their numbers."""
    office.write_plans(*plans)
    source = next(plan["number"] for plan in sandbox.plans() if plan["detail"])
    numbers = []
    with office.ledger() as ledger:
        for order in office.take_in().orders:
            name = {"计划名称": order.plan.name}
            number = sandbox.by_hand("copy", source, account=USER, changes=name, detail={})
            sandbox.by_hand("submit", number)
            filing = ledger.register(
                order.plan, source=order.source, lane=order.lane, route=order.route.value, why=order.why,
                site=office.workspace.site.name, until=Until.SUBMITTED, run_id="before",
            )  # fmt: skip
            ledger.advance(ledger.own(filing, number, "created"), Stage.SUBMITTED)
            numbers.append(number)
    return numbers


async def polled(office: Office, sandbox: Control) -> dict[str, int]:
    sandbox.forget_visits()
    await office.poll()
    return {"lists": sandbox.visits("plan/list"), "logs": sandbox.visits("plan/log")}


@pytest.mark.native_only
async def test_the_list_is_read_once_for_all_plans_of_an_account(office: Office, sandbox: Control) -> None:
    submitted(office, sandbox, *THREE)
    asked = await polled(office, sandbox)
    assert asked["logs"] == 3
    assert asked["lists"] == 2  # when it is opened, and when everything is searched for


@pytest.mark.thorough
async def test_a_list_that_tells_of_the_review_spares_the_logs_that_cannot_have_changed(
    office: Office, sandbox: Control
) -> None:
    sandbox.fault("status_column")
    first, second, _ = submitted(office, sandbox, *THREE)
    assert (await polled(office, sandbox))["logs"] == 3
    assert (await polled(office, sandbox))["logs"] == 0
    sandbox.review(first, "资金科室")
    sandbox.review(second, "资金科室", "return", RETURNED)
    assert (await polled(office, sandbox))["logs"] == 2
    stages = {ref: office.filing(ref).stage for ref in ("p1", "p2", "p3")}
    assert stages == {"p1": Stage.OFFICE_REVIEW, "p2": Stage.RETURNED, "p3": Stage.SUBMITTED}
    assert (await polled(office, sandbox))["logs"] == 0


async def test_the_log_is_kept_whole_line_by_line(office: Office, sandbox: Control) -> None:
    (number,) = submitted(office, sandbox, provincial_plan("p1"))
    sandbox.review(number, "资金科室", "return", RETURNED)
    await office.poll()
    (plan,) = sandbox.plans(number=number)
    with office.ledger() as ledger:
        lines = readings.lines_of(ledger, office.filing("p1").id)
    told = [(line.step, line.who, line.at, line.result, line.opinion) for line in lines]
    heads = ("操作环节", "操作人", "操作时间", "操作结果", "审核意见")
    assert told == [tuple(entry[head] for head in heads) for entry in plan["log"]]
    assert lines[-1].stage is Stage.RETURNED


@pytest.mark.thorough
async def test_pages_are_turned_until_every_plan_was_seen(office: Office, sandbox: Control) -> None:
    (number,) = submitted(office, sandbox, provincial_plan("p1"))
    for n in range(25):  # newer plans of the same unit push it off the first page
        sandbox.by_hand("copy", number, account=USER, changes={"计划名称": f"别人的采购计划{n}"})
    sandbox.review(number, "资金科室")
    await office.poll()
    assert office.filing("p1").stage is Stage.OFFICE_REVIEW


async def test_a_plan_that_the_list_does_not_show_any_more_is_reported_and_the_others_are_read(
    office: Office, sandbox: Control
) -> None:
    first, second = submitted(office, sandbox, *THREE[:2])
    sandbox.review(first, "资金科室", "return", RETURNED)
    sandbox.by_hand("delete", first)
    sandbox.review(second, "资金科室")
    await office.poll()
    gone, other = office.filing("p1"), office.filing("p2")
    assert gone.hold is Hold.NEEDS_HUMAN
    assert gone.trouble is not None
    assert gone.trouble.code == "plan_vanished"
    assert other.stage is Stage.OFFICE_REVIEW


@pytest.mark.thorough
async def test_a_session_that_ends_in_the_middle_costs_no_log_twice(office: Office, sandbox: Control) -> None:
    submitted(office, sandbox, *THREE)
    sandbox.fault("session_over", on="log")
    asked = await polled(office, sandbox)
    assert asked["logs"] == 4  # one of them was answered by the login page
    assert all(office.filing(f"p{n}").hold is None for n in (1, 2, 3))


@pytest.mark.thorough
async def test_what_the_mall_says_of_a_sheet_is_followed_until_it_is_finished(office: Office, sandbox: Control) -> None:
    office.write_plans(mall_plan("m1"))
    with sandbox.plain():
        await office.file()
    number = office.filing("m1").number or ""
    await office.poll()
    assert office.filing("m1").sheet_status == "待采购"
    for status in ("采购中", "已完成"):
        sandbox.by_hand("move", number, status=status)
        await office.poll()
        assert office.filing("m1").sheet_status == status
    sandbox.forget_visits()
    await office.poll()
    assert sandbox.visits("planSheet/list") == 0
    assert office.history("m1").count("sheet_moved") == 3


async def test_a_poll_tells_what_has_changed_and_only_that(office: Office, sandbox: Control) -> None:
    first, second = submitted(office, sandbox, *THREE[:2])
    sandbox.review(first, "资金科室", "return", RETURNED)
    summary = await office.poll()
    with office.ledger() as ledger:
        (change,) = changes_of(ledger, summary.run_id)
    (plan,) = sandbox.plans(number=first)
    told = plan["log"][-1]
    assert (change.ref, change.before, change.what) == ("p1", "submitted", "returned")
    assert (change.who, change.when, change.opinion) == (told["操作人"], told["操作时间"], RETURNED)
    summary = await office.poll()
    with office.ledger() as ledger:
        assert changes_of(ledger, summary.run_id) == []
    sandbox.review(second, "资金科室")
    summary = await office.poll()
    with office.ledger() as ledger:
        assert [each.ref for each in changes_of(ledger, summary.run_id)] == ["p2"]
