"""What the portal's lists show after saving is held against the plan before anything is submitted."""

from decimal import Decimal

import pytest

from bots.widgets.figures import Figure
from bots.widgets.values import Money
from bots.widgets.words import Unit
from flows.stages import Hold, Stage, Until
from flows.sums import read
from tests.control import Control
from tests.workspaces import Office, mall_plan, provincial_plan

PLAN = Money(Decimal(350_000))


@pytest.mark.parametrize(
    ("text", "unit", "verdict"),
    [
        ("35.000000", "万元", "agrees"),
        ("350,000.00", "元", "agrees"),
        ("¥350,000.00", "元", "agrees"),
        ("35万元", "元", "agrees"),  # the cell's own unit is nearer than its header's
        ("35 万", None, "agrees"),
        ("35", None, "agrees"),
        ("350000", None, "agrees"),
        ("0.000000", "万元", "not_shown"),
        ("350000", "万元", "ten_thousandfold"),
        ("35", "元", "ten_thousandfold"),
        ("350000万元", None, "ten_thousandfold"),
        ("3,500,000,000.00", None, "ten_thousandfold"),
        ("0.0035", None, "ten_thousandfold"),
        ("35.01", "万元", "differs"),
        ("36", None, "differs"),
        ("3.5", None, "differs"),
        ("-350000", "元", "differs"),
        ("—", "元", "unread"),
        ("350千元", "元", "unread"),
        ("350", "other", "unread"),
    ],
)
def test_a_figure_is_read_in_the_nearest_unit_and_compared(text: str, unit: Unit | None, verdict: str) -> None:
    assert read(Figure("计划金额", "计划金额", text, unit), PLAN).verdict == verdict


@pytest.mark.parametrize(
    ("yuan", "text", "unit", "verdict"),
    [
        ("350001", "35.00", "万元", "agrees"),
        ("350001", "35.0001", "万元", "agrees"),
        ("350050", "35.01", "万元", "agrees"),  # 35.005 rounded, or
        ("350050", "35.00", "万元", "agrees"),  # cut
        ("350001", "35.0002", "万元", "differs"),
        ("350200", "35.00", "万元", "differs"),
        ("354000", "35", "万元", "differs"),  # no list shows amounts in whole 万元
        ("350000.50", "350001", "元", "agrees"),
        ("350000.50", "350002", "元", "differs"),
        ("350001", "35.00", None, "agrees"),
        ("0", "35", "万元", "differs"),
    ],
)
def test_fewer_decimals_are_a_disagreement_only_where_no_rounding_leads_there(
    yuan: str, text: str, unit: Unit | None, verdict: str
) -> None:
    assert read(Figure("金额", "金额", text, unit), Money(Decimal(yuan))).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("50.00", "agrees"), ("50台", "agrees"), ("5", "differs"), ("0.00", "not_shown"), ("", "unread")],
)
def test_a_quantity_is_a_number_whatever_it_is_counted_in(text: str, verdict: str) -> None:
    assert read(Figure("数量", "数量", text, None), Decimal(50)).verdict == verdict


@pytest.mark.thorough
async def test_the_sums_that_were_seen_and_agreed_stand_in_the_history(office: Office) -> None:
    office.write_plans(provincial_plan("p1"), mall_plan("m1"))
    assert (await office.file()).verdict == "done"
    with office.ledger() as ledger:
        seen = {
            line.params["where"]: line.params["sums"]
            for ref in ("p1", "m1")
            for line in ledger.history(office.filing(ref).id)
            if line.what == "sums_agreed"
        }
    assert seen["provincial/采购计划维护"] == ["计划金额: 35.000000 万元"]
    assert "合计/金额(万元): 35.000000" in seen["provincial/明细管理"]
    assert "单价(万元): 0.700000" in seen["provincial/明细管理"]
    assert "数量: 50.00" in seen["provincial/明细管理"]
    assert seen["mall/计划单管理"] == ["预算金额(元): 9600.00"]


async def stopped(office: Office, sandbox: Control, **fault: str) -> tuple[str, object, Stage]:
    """File a plan on a portal whose list shows other amounts: its error, what that says is shown, where it stands."""
    sandbox.fault("list_amount", times=50, **fault)
    (filing,) = (await office.file()).filings
    assert filing.hold is Hold.NEEDS_HUMAN
    assert filing.trouble is not None
    sandbox.clear_faults()
    return filing.trouble.code, filing.trouble.params["shown"], filing.stage


async def test_a_list_that_shows_another_amount_stops_the_plan_before_its_submit(
    office: Office, sandbox: Control
) -> None:
    office.write_plans(provincial_plan("p1"))
    assert await stopped(office, sandbox, on="plans", factor="2") == ("sums_disagree", "70.000000", Stage.DETAILED)
    assert sandbox.plans(number=office.filing("p1").number or "")[0]["status"] == "草稿"


@pytest.mark.thorough
async def test_it_is_submitted_once_the_list_shows_the_plans_amount(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    told = await stopped(office, sandbox, on="details", factor="10000")
    assert told == ("sums_ten_thousandfold", "350000.000000万元", Stage.SAVED)
    assert sandbox.plans(number=office.filing("p1").number or "")[0]["status"] == "草稿"
    (filing,) = (await office.file()).filings
    assert (filing.hold, filing.stage) == (None, Stage.SUBMITTED)


@pytest.mark.thorough
async def test_a_list_that_lags_behind_is_read_anew(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    await office.file(until=Until.SAVED)
    sandbox.fault("list_amount", times=2, on="plans", factor="2")
    (filing,) = (await office.file()).filings
    assert (filing.hold, filing.stage) == (None, Stage.SUBMITTED)


@pytest.mark.thorough
async def test_a_mall_that_lists_another_amount_is_told(office: Office, sandbox: Control) -> None:
    office.write_plans(mall_plan("m1"))
    told = await stopped(office, sandbox, on="sheets", factor="1/10000")
    assert told == ("sums_ten_thousandfold", "0.96元", Stage.PLANNED)
