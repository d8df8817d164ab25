"""`yuncai worker` as it is run: several processes, each with its browser, file what one command asks for."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from bench.campaign.killing import kill_tree
from flows.stages import Stage
from tests.control import Control
from tests.workspaces import JIAOYU, Office, provincial_plan
from tools.postgres import Server

FILED_SECONDS = 240  # three browsers may start on a machine that is busy with others
EARLIER = "import sys, desk.cli, flows.engine as e; e.FLOW_VERSION = 'before'; desk.cli.main(sys.argv[1:])"


def start(office: Office, *command: str, earlier: bool = False) -> subprocess.Popen[str]:
    """`yuncai` in a process of its own; `earlier`: of a release whose flows were others."""
    how = ["-c", EARLIER] if earlier else ["-m", "desk"]
    return subprocess.Popen([sys.executable, *how, *command, "-w", str(office.root)], stderr=subprocess.PIPE, text=True)


@contextmanager
def workers(
    office: Office, count: int, *, lanes: int = 2, earlier: bool = False
) -> Iterator[list[subprocess.Popen[str]]]:
    """So many `yuncai worker`, each with its own browser; killed at the end."""
    started = [start(office, "worker", "--lanes", str(lanes), earlier=earlier) for _ in range(count)]
    try:
        for process in started:
            assert process.stderr is not None
            assert "takes shifts" in process.stderr.readline()
        yield started
    finally:
        for process in started:
            kill_tree(process.pid)
            process.wait()
            assert process.stderr is not None
            process.stderr.close()


async def one_more_is_saved(sandbox: Control) -> None:
    """Wait until the workers have saved another plan."""
    before = len(sandbox.plans())
    async with asyncio.timeout(FILED_SECONDS):
        while len(sandbox.plans()) == before:  # noqa: ASYNC110 - what it asks of is another process
            await asyncio.sleep(0.1)


@pytest.mark.thorough
@pytest.mark.takes_turns
async def test_plans_are_filed_once_each_by_workers_that_die(
    office: Office, sandbox: Control, postgres: Server
) -> None:
    office.share(postgres.database())
    plans = [provincial_plan(f"p{n}") for n in (1, 2, 3)]
    plans += [provincial_plan(f"q{n}", 账户=JIAOYU, 代理机构="聊城市采购中心") for n in (1, 2, 3)]
    office.write_plans(*plans)
    with workers(office, 3) as running:
        filing = asyncio.create_task(office.file())
        for victim in running[:2]:
            await one_more_is_saved(sandbox)
            kill_tree(victim.pid)
        async with asyncio.timeout(FILED_SECONDS):
            summary = await filing
    assert summary.verdict == "done"
    names = [plan["fields"]["计划名称"] for plan in sandbox.plans()]
    assert [names.count(str(plan["计划名称"])) for plan in plans] == [1] * 6
    assert {office.filing(str(plan["ref"])).stage for plan in plans} == {Stage.SUBMITTED}


@pytest.mark.thorough
@pytest.mark.takes_turns
async def test_what_an_earlier_release_left_under_way_closes_no_lane(
    office: Office, sandbox: Control, postgres: Server
) -> None:
    office.share(postgres.database())
    plans = [provincial_plan("p1"), provincial_plan("p2"), provincial_plan("q1", 账户=JIAOYU)]
    office.write_plans(*plans)
    with workers(office, 1, lanes=1, earlier=True), start(office, "file", earlier=True) as command:
        await one_more_is_saved(sandbox)
        kill_tree(command.pid)
    with office.ledger() as ledger, ledger.engine.connect() as connection:
        under_way = sa.text("SELECT count(*) FROM dbos.workflow_status WHERE status = 'PENDING'")
        assert connection.scalar(under_way), "there is nothing that could close a lane"
    with workers(office, 1):
        async with asyncio.timeout(FILED_SECONDS):
            summary = await office.file()
    assert summary.verdict == "done"
    names = [plan["fields"]["计划名称"] for plan in sandbox.plans()]
    assert [names.count(str(plan["计划名称"])) for plan in plans] == [1] * 3
