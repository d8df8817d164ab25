"""A worker: takes shifts of all runs from the shared queue, until it is told to leave."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from bots.browser import single_shot
from configs.workspace import Workspace
from flows import workshop
from flows.engine import Engine
from flows.evidence_store import kept_for_all
from flows.fleet.caretaking import Caretaker
from flows.fleet.limits import OfAllWorkers
from flows.fleet.membership import Member
from flows.lanes import Gates, Lanes
from flows.ledger import Ledger, runs
from flows.lock import MOVING, WorkspaceBusyError, holder_of
from flows.route import Route
from flows.session import browser_of
from flows.workshop import Workshop

LOOK_SECONDS = 2.0
log = logging.getLogger("yuncai.fleet")


async def work(workspace: Workspace, ledger: Ledger, *, lanes: int, leaving: asyncio.Event) -> None:
    """Work until `leaving` is set; then no write begins, those under way end, and the process ends.

    Whatever else it was doing is taken over by the other workers. Raises WorkspaceBusyError while a command that does
    its work itself moves in this database.
    """
    with _no_command_alone(ledger):
        member = Member(ledger, lanes)
        member.join()
        engine = Engine(ledger.engine, executor=member.name, lanes=lanes, shared=True)
        caretaker = Caretaker(ledger, member.number, engine)
        stopping = asyncio.Event()  # of the whole worker: never set, it leaves instead
        async with kept_for_all(workspace) as keep_evidence, browser_of(workspace) as browser:
            gates = Gates(workspace, stopping)

            def limits(route: Route) -> OfAllWorkers:
                site = workspace.portal(route.value)
                return OfAllWorkers(ledger, f"{site.name}/{route}", site.lanes)

            shop = Workshop(
                workspace=workspace,
                ledger=ledger,
                run_id="",
                selection=frozenset(),
                gates=gates,
                lanes=Lanes(browser, workspace, gates, most=lanes, limits=limits, shared=True),
                stopping=stopping,
            )
            workshop.set_up(shop)
            single_shot.ASKED_FIRST.append(member.must_be_fresh)
            await engine.start()
            log.info("worker %s takes shifts, %s lanes", member.number, lanes)
            duties = {asyncio.create_task(each) for each in (member.beat(), caretaker.watch(), _heed(ledger))}
            called = asyncio.create_task(leaving.wait())
            done, _ = await asyncio.wait({called, *duties}, return_when=asyncio.FIRST_COMPLETED)
            for failed in done & duties:
                failed.result()  # raises: a worker that cannot see to its duties is none
            log.info("worker %s ends the writes under way", member.number)

            async def in_order() -> None:
                await shop.sends.close()
                await keep_evidence()

            await member.resign(in_order)


async def _heed(ledger: Ledger) -> None:
    """Somebody may ask a run to stop."""
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        under_way = workshop.runs_at_work()
        for run_id in runs.asked_to_stop(ledger, [*under_way]) if under_way else []:
            under_way[run_id].stopping.set()


@contextmanager
def _no_command_alone(ledger: Ledger) -> Iterator[None]:
    """Workers share the lock that a command takes for itself alone."""
    with ledger.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as session:
        if not session.scalar(sa.select(sa.func.pg_try_advisory_lock_shared(MOVING))):
            raise WorkspaceBusyError(holder_of(session))
        yield
