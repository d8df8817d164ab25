"""The review is followed to its end: returned with an opinion, or recorded and found again in the mall."""

from flows.stages import Stage
from tests.control import Control
from tests.workspaces import Office, provincial_plan


async def test_a_recorded_plan_is_found_in_the_mall(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    await office.file()
    number = office.filing("p1").number or ""
    sandbox.review(number, "资金科室")
    await office.poll()
    assert office.filing("p1").stage is Stage.OFFICE_REVIEW
    sandbox.review(number, "采购办")
    summary = await office.poll()
    filing = office.filing("p1")
    (sheet,) = sandbox.sheets(plan_number=number)
    assert (filing.stage, filing.sheet_number) == (Stage.IN_MALL, sheet["number"])
    assert summary.verdict == "done"


async def test_a_returned_plan_calls_for_attention_with_the_reviewers_words(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    await office.file()
    sandbox.review(office.filing("p1").number or "", "资金科室", "return", "资金来源填写有误，请核实后重新上报")
    summary = await office.poll()
    filing = office.filing("p1")
    assert (filing.stage, filing.opinion) == (Stage.RETURNED, "资金来源填写有误，请核实后重新上报")
    assert summary.verdict == "attention"
