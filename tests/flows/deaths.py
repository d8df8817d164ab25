"""Killing a process at a point, and what must stand on the portals afterwards."""

import asyncio
import signal
import sys
from collections.abc import Sequence

from flows import fault_points
from flows.stages import Stage
from tests.control import Control
from tests.flows.written import detail_fields, provincial_fields, sheet_fields, without
from tests.workspaces import Office, mall_plan, provincial_plan


async def die_at(office: Office, point: str, *command: str) -> bool:
    """Run `file`, or another command, until it comes to the point; False when it never did."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.flows.dying", str(office.root), point, *command, stderr=asyncio.subprocess.PIPE
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


async def all_stand_there_once(office: Office, sandbox: Control, *, submits: int = 1) -> None:
    """One more run files them all: each is there once, with every field."""
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
        assert [line["操作环节"] for line in row["log"]].count("提交") == submits
