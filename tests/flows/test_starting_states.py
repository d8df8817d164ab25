"""Whatever stands on the portal when a run begins, it converges on the plan, or stops for a person and says why."""

import pytest

from configs.plans.model import Plan
from flows import fault_points
from flows.deciding import release
from flows.stages import Hold, Stage, Until
from sandbox.server import RunningSandbox
from tests.control import Control
from tests.flows.by_hand import Hand
from tests.flows.written import detail_fields, provincial_fields, without
from tests.sandbox.mall_buyer import Buyer
from tests.workspaces import Office, mall_plan, provincial_plan


def plan_of(office: Office) -> Plan:
    (order,) = office.take_in().orders
    return order.plan


def stands_as_written(office: Office, sandbox: Control, ref: str = "p1") -> bool:
    """Once, with every field and the detail as the plan has them."""
    filing = office.filing(ref)
    rows = [row for row in sandbox.plans() if row["fields"]["计划名称"] == filing.name]
    assert [row["number"] for row in rows] == [filing.number]
    assert without(rows[0]["fields"], "计划编号") == provincial_fields(filing.plan)
    assert without(rows[0]["detail"], "基准采购品目名称") == detail_fields(filing.plan)
    return True


def submits(sandbox: Control, number: str | None) -> int:
    (row,) = sandbox.plans(number=number or "")
    return [line["操作环节"] for line in row["log"]].count("提交")


async def test_a_draft_that_was_made_by_hand_is_shown_first_and_adopted_only_when_asked_for(
    office: Office, sandbox: Control
) -> None:
    office.write_plans(provincial_plan("p1"))
    number = Hand(sandbox).types(plan_of(office), detail=False)
    (held,) = (await office.file()).filings
    assert held.trouble is not None
    assert (held.hold, held.trouble.code, held.number) == (Hold.NEEDS_HUMAN, "made_by_hand", None)
    assert held.trouble.params["candidates"] == [
        f"{number} 台式计算机采购项目p1 (版本号 1, 计划金额 0.000000, 采购日期 2020-09-18)"
    ]
    (filing,) = (await office.file(adopting=True)).filings
    assert (filing.number, filing.stage, filing.trouble) == (number, Stage.SUBMITTED, None)
    assert stands_as_written(office, sandbox)
    assert "adopted" in office.history("p1")


async def test_a_draft_by_hand_with_other_values_is_never_adopted_and_the_difference_is_shown(
    office: Office, sandbox: Control
) -> None:
    office.write_plans(provincial_plan("p1", 传真号码=None))
    plan = plan_of(office)
    hand = Hand(sandbox)
    number = hand.types(plan, detail=False, changes={"传真号码": "7518008"})
    hand.adds_detail(number, plan, {"数量": "70.00", "单价": "5000.00"})
    before = sandbox.plans()
    for adopting in (False, True):
        (held,) = (await office.file(adopting=adopting)).filings
        assert held.trouble is not None
        assert (held.trouble.code, held.number) == ("similar_plan_exists", None)
        told = held.trouble.params["differences"]
        assert told == ["传真号码: — ≠ 7518008", "明细.单价(万元): 0.7 ≠ 0.5", "明细.数量: 50 ≠ 70.00"]
    assert sandbox.plans() == before


async def test_a_sheet_that_was_made_by_hand_is_adopted_only_when_asked_for(
    office: Office, sandbox: Control, running_sandbox: RunningSandbox
) -> None:
    office.write_plans(mall_plan("m1"))
    buyer = Buyer(running_sandbox)
    buyer.login("371424612001002")
    typed = buyer.create(
        name="办公桌采购m1", year="2020", needDate="2020-09-18", quantity="12", price="800", amount="9600.00",
        contact="王敏", phone="", remark="",
    )  # fmt: skip
    (held,) = (await office.file()).filings
    assert held.trouble is not None
    assert (held.trouble.code, held.trouble.params["numbers"]) == ("made_by_hand", [typed["number"]])
    (filing,) = (await office.file(adopting=True)).filings
    assert (filing.number, filing.stage, filing.trouble) == (typed["number"], Stage.IN_MALL, None)
    assert len([sheet for sheet in sandbox.sheets() if sheet["fields"]["计划单名称"] == filing.name]) == 1


async def test_an_own_draft_that_somebody_changed_is_filled_anew_before_the_submit(
    office: Office, sandbox: Control
) -> None:
    office.write_plans(provincial_plan("p1"))
    plan = plan_of(office)
    with sandbox.plain():
        await office.file(until=Until.SAVED)
    number = office.filing("p1").number or ""
    hand = Hand(sandbox)
    hand.changes(number, plan, {"传真号码": "0", "计划实施截止日期": "2020-12-31", "自筹资金金额": "60000.00"})
    hand.adds_detail(number, plan, {"采购名称": "便携式计算机", "基准采购品目编码": "A02010108", "数量": "49.00",
                                    "金额": "343000.00"}, op="modify")  # fmt: skip
    summary = await office.file()
    assert (summary.verdict, office.filing("p1").stage) == ("done", Stage.SUBMITTED), office.filing("p1").trouble
    assert stands_as_written(office, sandbox)
    assert office.history("p1").count("amended") == 2


async def test_an_own_draft_without_its_detail_gets_it_again(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    with sandbox.plain():
        await office.file(until=Until.SAVED)
    Hand(sandbox).deletes_detail(office.filing("p1").number or "")
    assert (await office.file()).verdict == "done"
    assert stands_as_written(office, sandbox)


@pytest.mark.thorough
async def test_an_own_draft_follows_its_edited_file(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    with sandbox.plain():
        await office.file(until=Until.SAVED)
    number = office.filing("p1").number
    office.write_plans(provincial_plan("p1", 计划名称="台式计算机采购项目（二次）", 传真号码=None))
    assert (await office.file()).verdict == "done"
    assert office.filing("p1").number == number
    assert stands_as_written(office, sandbox)


async def test_a_draft_that_a_clerk_submitted_is_not_submitted_again(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    with sandbox.plain():
        await office.file(until=Until.SAVED)
    number = office.filing("p1").number or ""
    Hand(sandbox).submits(number)
    assert (await office.file()).verdict == "done"
    assert (office.filing("p1").stage, submits(sandbox, number)) == (Stage.SUBMITTED, 1)


@pytest.mark.thorough
async def test_what_a_clerk_submitted_with_other_values_is_left_to_a_person(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    plan = plan_of(office)
    with sandbox.plain():
        await office.file(until=Until.SAVED)
    number = office.filing("p1").number or ""
    hand = Hand(sandbox)
    hand.changes(number, plan, {"传真号码": "1234567"})
    hand.submits(number)
    before = sandbox.plans(number=number)
    (held,) = (await office.file()).filings
    assert held.trouble is not None
    assert (held.hold, held.trouble.code) == (Hold.NEEDS_HUMAN, "submitted_differs")
    assert held.trouble.params["differences"] == ["传真号码: 7518008 ≠ 1234567"]
    assert sandbox.plans(number=number) == before
    with office.ledger() as ledger:
        release(ledger, [held])
    assert (await office.poll()).verdict == "done"
    assert (office.filing("p1").stage, office.filing("p1").hold) == (Stage.SUBMITTED, None)


async def test_a_recorded_plan_is_left_alone(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    with sandbox.plain():
        await office.file()
    for reviewer in ("资金科室", "采购办"):
        sandbox.review(office.filing("p1").number or "", reviewer)
    await office.poll()
    before = sandbox.plans(), sandbox.sheets()
    assert (await office.file()).verdict == "done"
    assert (sandbox.plans(), sandbox.sheets()) == before


@pytest.mark.thorough
async def test_a_plan_that_somebody_deleted_is_filed_anew_only_when_a_person_says_so(
    office: Office, sandbox: Control
) -> None:
    office.write_plans(provincial_plan("p1"))
    with sandbox.plain():
        await office.file(until=Until.SAVED)
    number = office.filing("p1").number or ""
    Hand(sandbox).deletes(number)
    for _ in range(2):
        (held,) = (await office.file()).filings
        assert held.trouble is not None
        assert (held.hold, held.trouble.code, held.number) == (Hold.NEEDS_HUMAN, "plan_vanished", number)
    assert not [row for row in sandbox.plans() if row["fields"]["计划名称"] == held.name]
    with office.ledger() as ledger:
        release(ledger, [held], file_again=True)
    assert (await office.file()).verdict == "done"
    assert stands_as_written(office, sandbox)
    assert "forgotten" in office.history("p1")


@pytest.mark.thorough
async def test_of_several_candidates_a_person_chooses_one_after_seeing_them(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    plan = plan_of(office)
    hand = Hand(sandbox)

    def somebody_types_the_same(point: str, _ref: str) -> None:
        if point == "after-save":
            hand.types(plan, detail=False)

    fault_points.install(somebody_types_the_same)
    try:
        (held,) = (await office.file()).filings
    finally:
        fault_points.clear()
    assert held.trouble is not None
    assert (held.hold, held.trouble.code) == (Hold.NEEDS_HUMAN, "several_candidates")
    ours, theirs = sorted(row["number"] for row in sandbox.plans() if row["fields"]["计划名称"] == held.name)
    assert held.trouble.params["candidates"] == [
        f"{number} 台式计算机采购项目p1 (版本号 1, 计划金额 0.000000, 采购日期 2020-09-18)" for number in (ours, theirs)
    ]
    with office.ledger() as ledger:
        release(ledger, [held], number=ours)
    assert (await office.file()).verdict == "done"
    assert [(row["number"], row["status"]) for row in sandbox.plans() if row["fields"]["计划名称"] == held.name] == [
        (ours, "待资金科室审核"),
        (theirs, "草稿"),
    ]
