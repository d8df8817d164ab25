"""A returned plan that was corrected in its file is changed and submitted again; else it stays with its clerk."""

from typing import Any

import pytest

from bots.errors import PortalTimeout
from flows import fault_points
from flows.intake import Intake
from flows.stages import Hold, Stage, Until
from tests.control import Control
from tests.flows.by_hand import Hand
from tests.flows.deaths import die_at
from tests.flows.test_starting_states import plan_of, stands_as_written, submits
from tests.workspaces import JIAOYU, Office, provincial_plan

OPINION = "资金来源填写有误，请核实后重新上报"


def corrected(**changes: object) -> dict[str, Any]:
    """The plan with other dates, funds, another item in its detail, and without a fax number."""
    plan = provincial_plan(
        "p1", 计划实施截止日期="2020-11-30", 传真号码=None, 资金={"预算内一般预算金额": "36万元"}, **changes
    )
    plan["明细"] |= {"采购名称": "便携式计算机", "基准采购品目编码": "A02010108", "单价": "7200元"}
    return plan


async def returned(office: Office, sandbox: Control) -> str:
    """File the plan, have it returned, and poll; gives its number."""
    office.write_plans(provincial_plan("p1"))
    with sandbox.plain():
        await office.file()
        number = office.filing("p1").number or ""
        sandbox.review(number, "资金科室", "return", OPINION)
        await office.poll()
    assert office.filing("p1").stage is Stage.RETURNED
    return number


async def test_a_returned_plan_that_was_corrected_in_its_file_is_submitted_again_as_the_next_version(
    office: Office, sandbox: Control
) -> None:
    number = await returned(office, sandbox)
    before = office.filing("p1").plan
    office.write_plans(corrected())
    summary = await office.file()
    filing = office.filing("p1")
    assert (summary.verdict, filing.stage, filing.number) == ("done", Stage.SUBMITTED, number), filing.trouble
    assert stands_as_written(office, sandbox)
    (row,) = sandbox.plans(number=number)
    assert (row["version"], row["status"], submits(sandbox, number)) == (2, "待资金科室审核", 2)
    assert (filing.amends, filing.opinion) == ((), None)
    with office.ledger() as ledger:
        lines = {line.what: line.params for line in ledger.history(filing.id)}
    assert lines["amended_in_file"]["before"] == before.model_dump(mode="json")
    assert "明细.单价(万元)" in lines["amended_in_file"]["changed"]
    assert lines["resubmitted"]["version"] == "2"
    again = sandbox.plans()
    assert (await office.file()).verdict == "done"
    assert sandbox.plans() == again


async def test_a_returned_plan_that_nobody_corrected_stays_with_its_clerk(office: Office, sandbox: Control) -> None:
    number = await returned(office, sandbox)
    before = sandbox.plans(number=number)
    assert (await office.file()).verdict == "attention"
    filing = office.filing("p1")
    assert (filing.stage, filing.opinion) == (Stage.RETURNED, OPINION)
    assert sandbox.plans(number=number) == before


@pytest.mark.thorough
async def test_a_second_return_is_corrected_and_submitted_whatever_the_ledger_missed_of_the_first(
    office: Office, sandbox: Control
) -> None:
    number = await returned(office, sandbox)
    office.write_plans(corrected())
    assert await die_at(office, "after-submit")
    await office.poll()  # sees that it was submitted, before any run has looked into the write that was cut off
    assert office.filing("p1").stage is Stage.SUBMITTED
    sandbox.review(number, "资金科室", "return", OPINION)
    await office.poll()
    office.write_plans(corrected(其他={"备注": "再次更正"}))
    await office.file()
    assert (office.filing("p1").stage, submits(sandbox, number)) == (Stage.SUBMITTED, 3)


@pytest.mark.thorough
async def test_lost_replies_while_a_returned_plan_is_changed_change_and_submit_it_once(
    office: Office, sandbox: Control
) -> None:
    number = await returned(office, sandbox)
    for on in ("save", "detail", "submit"):
        sandbox.fault("lost_reply", on=on, resend="play")
    office.write_plans(corrected())
    summary = await office.file()
    assert summary.verdict == "done", office.filing("p1").trouble
    assert stands_as_written(office, sandbox)
    (row,) = sandbox.plans(number=number)
    assert [line["操作环节"] for line in row["log"]] == ["保存", "提交", "资金科室审核", "保存", "提交"]
    assert office.history("p1").count("reconciled_kept") == 2


@pytest.mark.thorough
@pytest.mark.parametrize("words", ["该资金科室本年度预算指标不足", "E1027：指标库返回2"])
async def test_a_change_that_the_portal_refuses_waits_for_its_author_and_is_taken_up_again(
    office: Office, sandbox: Control, words: str
) -> None:
    number = await returned(office, sandbox)
    sandbox.fault("refusal", on="save", text=words)
    office.write_plans(corrected())
    (held,) = (await office.file()).filings
    assert held.trouble is not None
    assert (held.hold, held.stage, held.trouble.params["text"]) == (Hold.REFUSED, Stage.RETURNED, words)
    await office.poll()
    assert office.filing("p1").hold is Hold.REFUSED  # looking at the log does not end what holds a change
    assert (await office.file()).verdict == "done"
    assert (stands_as_written(office, sandbox), submits(sandbox, number)) == (True, 2)


@pytest.mark.parametrize("point", ["before-amend", "after-amend", "after-amend_detail", "after-submit"])
@pytest.mark.thorough
async def test_a_change_that_is_broken_off_goes_on_in_the_next_run(
    office: Office, sandbox: Control, point: str
) -> None:
    number = await returned(office, sandbox)
    office.write_plans(corrected())

    def break_off(reached: str, _ref: str) -> None:
        if reached == point:
            office.stopping.set()
            raise PortalTimeout(waiting_for=point, seconds=0)

    fault_points.install(break_off)
    try:
        assert (await office.file()).verdict == "stopped"
    finally:
        fault_points.clear()
    summary = await office.file()
    if office.filing("p1").stage is Stage.RETURNED:
        summary = await office.file()
    assert summary.verdict == "done", office.filing("p1").trouble
    assert (stands_as_written(office, sandbox), submits(sandbox, number)) == (True, 2)


@pytest.mark.thorough
async def test_a_correction_is_saved_and_not_submitted_where_filing_ends_at_saved(
    office: Office, sandbox: Control
) -> None:
    number = await returned(office, sandbox)
    office.write_plans(corrected())
    await office.file(until=Until.SAVED)
    (row,) = sandbox.plans(number=number)
    assert (row["status"], row["fields"]["计划实施截止日期"]) == ("已退回", "2020-11-30")
    assert (await office.file()).verdict == "done"
    assert (stands_as_written(office, sandbox), submits(sandbox, number)) == (True, 2)


async def test_a_returned_plan_that_a_clerk_corrected_and_submitted_is_not_touched(
    office: Office, sandbox: Control
) -> None:
    number = await returned(office, sandbox)
    hand = Hand(sandbox)
    hand.changes(number, office.filing("p1").plan, {"传真号码": "1234567"})
    hand.submits(number)
    office.write_plans(corrected())
    before = sandbox.plans(number=number)
    (held,) = (await office.file()).filings
    assert held.trouble is not None
    assert held.trouble.code == "submitted_differs"
    await office.poll()
    assert office.filing("p1").hold is Hold.NEEDS_HUMAN
    assert sandbox.plans(number=number) == before


@pytest.mark.thorough
async def test_what_is_under_review_cannot_be_changed_in_its_file_and_nothing_moves_to_another_account(
    office: Office, sandbox: Control
) -> None:
    def refused(intake: Intake) -> list[tuple[str, int | None, str]]:
        return [(problem.file, problem.line, problem.code) for problem in intake.problems]

    office.write_plans(provincial_plan("p1"))
    await office.file(until=Until.SAVED)
    office.write_plans(provincial_plan("p1", 账户=JIAOYU))
    assert refused(office.take_in()) == [("plans/office.yaml", 3, "moved_under_way")]
    office.write_plans(provincial_plan("p1"))
    await office.file()
    office.write_plans(corrected())
    assert refused(office.take_in()) == [("plans/office.yaml", 2, "changed_under_way")]
    sandbox.review(office.filing("p1").number or "", "资金科室", "return", OPINION)
    await office.poll()
    assert refused(office.take_in()) == []
    assert plan_of(office).fax is None
