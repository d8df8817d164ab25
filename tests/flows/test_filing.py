"""Plans written once stand on the portals once, with every field as written."""

import pytest

from flows.stages import Hold, Stage, Until
from tests.control import Control
from tests.flows.written import detail_fields, provincial_fields, sheet_fields, without
from tests.workspaces import JIAOYU, Office, mall_plan, provincial_plan


async def test_every_field_of_both_routes_stands_in_the_portals_database_as_written(
    office: Office, sandbox: Control
) -> None:
    office.write_plans(
        provincial_plan("p1"),
        mall_plan("m1"),
        provincial_plan("p2", 账户=JIAOYU, 代理机构="聊城市采购中心"),
        mall_plan("m2", 账户=JIAOYU),
    )
    summary = await office.file(lanes=3)
    assert summary.verdict == "done", [(f.ref, f.trouble) for f in summary.filings]
    for filing in summary.filings:
        plan = filing.plan
        if filing.route == "provincial":
            assert filing.stage is Stage.SUBMITTED
            (row,) = sandbox.plans(number=filing.number or "")
            assert without(row["fields"], "计划编号") == provincial_fields(plan)
            assert without(row["detail"], "基准采购品目名称") == detail_fields(plan)
        else:
            assert filing.stage is Stage.IN_MALL
            (row,) = sandbox.sheets(number=filing.number or "")
            assert without(row["fields"], "计划单编号") == sheet_fields(plan)


@pytest.mark.every_skin
async def test_a_plan_of_each_route_is_filed_on_every_skin(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"), mall_plan("m1"))
    summary = await office.file()
    assert summary.verdict == "done", [(f.ref, f.trouble) for f in summary.filings]
    (province,) = sandbox.plans(number=office.filing("p1").number or "")
    assert without(province["fields"], "计划编号") == provincial_fields(office.filing("p1").plan)
    assert without(province["detail"], "基准采购品目名称") == detail_fields(office.filing("p1").plan)
    (sheet,) = sandbox.sheets(number=office.filing("m1").number or "")
    assert without(sheet["fields"], "计划单编号") == sheet_fields(office.filing("m1").plan)


async def test_a_second_run_files_nothing_twice(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"), mall_plan("m1"))
    await office.file()
    plans, sheets = sandbox.plans(), sandbox.sheets()
    assert (await office.file()).verdict == "done"
    assert (sandbox.plans(), sandbox.sheets()) == (plans, sheets)


async def test_until_saved_stops_before_the_submit_and_a_later_run_submits(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    await office.file(until=Until.SAVED)
    number = office.filing("p1").number or ""
    (row,) = sandbox.plans(number=number)
    assert office.filing("p1").stage is Stage.DETAILED
    assert row["status"] == "草稿"
    await office.file()
    (row,) = sandbox.plans(number=number)
    assert (row["status"], office.filing("p1").stage) == ("待资金科室审核", Stage.SUBMITTED)


@pytest.mark.parametrize("words", ["该资金科室本年度预算指标不足", "E1027：指标库返回2"])
async def test_a_plan_that_the_portal_refuses_does_not_stop_the_others(
    office: Office, sandbox: Control, words: str
) -> None:
    sandbox.fault("refusal", on="save", text=words)
    office.write_plans(provincial_plan("p1"), provincial_plan("p2"))
    summary = await office.file(lanes=1)
    refused, filed = summary.filings
    assert summary.verdict == "attention"
    assert refused.hold is Hold.REFUSED
    assert refused.trouble is not None
    assert refused.trouble.code == "refused_by_portal"
    assert words in str(refused.trouble.params["text"])
    assert (filed.hold, filed.stage) == (None, Stage.SUBMITTED)
    assert not [p for p in sandbox.plans() if p["fields"]["计划名称"] == refused.name]


@pytest.mark.parametrize("step", ["detail", "submit"])
@pytest.mark.thorough
async def test_words_that_nobody_knows_are_a_refusal_when_nothing_was_kept(
    office: Office, sandbox: Control, step: str
) -> None:
    sandbox.fault("refusal", on=step, text="E1027：指标库返回2")
    office.write_plans(provincial_plan("p1"))
    (refused,) = (await office.file()).filings
    assert refused.trouble is not None
    assert (refused.hold, refused.trouble.code) == (Hold.REFUSED, "refused_by_portal")
    assert refused.trouble.params["text"] == "E1027：指标库返回2"


async def test_an_option_that_the_portal_does_not_offer_is_refused_with_what_it_offers(
    office: Office, sandbox: Control
) -> None:
    office.write_plans(provincial_plan("p1", **{"业务科室(资金科室)": "文旅科"}))
    (filing,) = (await office.file()).filings
    assert filing.trouble is not None
    assert filing.trouble.code == "option_not_offered"
    assert "工业贸易科" in str(filing.trouble.params["offered"])
    assert filing.hold is Hold.REFUSED


async def test_a_field_that_the_portal_demands_and_the_plan_lacks_is_named(office: Office, sandbox: Control) -> None:
    sandbox.fault("require_field", portal="provincial", label="项目负责人", times=50)
    office.write_plans(provincial_plan("p1"))
    (filing,) = (await office.file()).filings
    assert filing.trouble is not None
    assert filing.trouble.code == "required_field_empty"
    assert "项目负责人" in str(filing.trouble.params["labels"])
    assert [path.name for path in office.root.glob(".yuncai/evidence/p1/*看不明白的页面.png")]


async def test_what_the_form_demands_of_every_plan_is_asked_for_once(office: Office, sandbox: Control) -> None:
    sandbox.fault("require_field", portal="provincial", label="项目负责人", times=50)
    given = provincial_plan("p3", 其他={"项目负责人": "赵强"})
    office.write_plans(provincial_plan("p1"), provincial_plan("p2"), given)
    filings = (await office.file()).filings
    assert [filing.trouble and filing.trouble.code for filing in filings] == [*["required_field_empty"] * 2, None]
    opened = [ref for ref in ("p1", "p2") if list(office.root.glob(f".yuncai/evidence/{ref}/*看不明白的页面.png"))]
    assert opened == ["p1"]  # the form was opened for one of them only


async def test_a_demanded_field_is_filled_from_the_plans_other_fields(office: Office, sandbox: Control) -> None:
    sandbox.fault("require_field", portal="provincial", label="项目负责人", times=50)
    office.write_plans(provincial_plan("p1", 其他={"项目负责人": "赵强"}))
    (filing,) = (await office.file()).filings
    assert filing.trouble is None
    (row,) = sandbox.plans(number=filing.number or "")
    assert row["fields"]["项目负责人"] == "赵强"
