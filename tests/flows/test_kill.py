"""A process may die anywhere, between the portal's yes and our own record too: nothing is lost, nothing is twice."""

import asyncio
import signal
import sys

import pytest

from flows.stages import Stage
from tests.control import Control
from tests.flows.test_returned import corrected, returned
from tests.flows.written import detail_fields, provincial_fields, sheet_fields, without
from tests.workspaces import Office, mall_plan, provincial_plan

pytestmark = pytest.mark.thorough

PROVINCIAL = [
    "before-save",
    "after-save",
    "recorded-save",
    "before-detail",
    "after-detail",
    "before-submit",
    "after-submit",
]
AMENDING = [
    "before-amend",
    "after-amend",
    "before-amend_detail",
    "after-amend_detail",
    "before-submit",
    "after-submit",
]
MALL = ["before-confirm", "after-confirm", "recorded-confirm"]


async def die_at(office: Office, point: str) -> int | None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.flows.dying", str(office.root), point, stderr=asyncio.subprocess.PIPE
    )
    _, errors = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode in {0, -signal.SIGKILL}, errors.decode()[-2000:]
    return process.returncode


async def test_a_process_that_dies_at_every_point_in_turn_files_a_plan_once(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    died = [point for point in PROVINCIAL if await die_at(office, point) == -signal.SIGKILL]
    assert died == PROVINCIAL
    summary = await office.file()
    filing = office.filing("p1")
    assert (summary.verdict, filing.stage) == ("done", Stage.SUBMITTED)
    (row,) = [p for p in sandbox.plans() if p["fields"]["计划名称"] == filing.name]
    assert row["number"] == filing.number
    assert without(row["fields"], "计划编号") == provincial_fields(filing.plan)
    assert without(row["detail"], "基准采购品目名称") == detail_fields(filing.plan)
    assert [line["操作环节"] for line in row["log"]].count("提交") == 1


async def test_a_process_that_dies_at_every_point_in_turn_changes_and_submits_a_returned_plan_once(
    office: Office, sandbox: Control
) -> None:
    await returned(office, sandbox)
    office.write_plans(corrected())
    died = [point for point in AMENDING if await die_at(office, point) == -signal.SIGKILL]
    assert died == AMENDING
    summary = await office.file()
    filing = office.filing("p1")
    assert (summary.verdict, filing.stage) == ("done", Stage.SUBMITTED)
    (row,) = [p for p in sandbox.plans() if p["fields"]["计划名称"] == filing.name]
    assert (row["number"], row["version"]) == (filing.number, 2)
    assert without(row["fields"], "计划编号") == provincial_fields(filing.plan)
    assert without(row["detail"], "基准采购品目名称") == detail_fields(filing.plan)
    assert [line["操作环节"] for line in row["log"]].count("提交") == 2


async def test_a_process_that_dies_at_every_point_in_turn_builds_a_sheet_once(office: Office, sandbox: Control) -> None:
    office.write_plans(mall_plan("m1"))
    died = [point for point in MALL if await die_at(office, point) == -signal.SIGKILL]
    assert died == MALL
    summary = await office.file()
    filing = office.filing("m1")
    assert (summary.verdict, filing.stage) == ("done", Stage.IN_MALL)
    (row,) = [s for s in sandbox.sheets() if s["fields"]["计划单名称"] == filing.name]
    assert row["number"] == filing.number
    assert without(row["fields"], "计划单编号") == sheet_fields(filing.plan)
