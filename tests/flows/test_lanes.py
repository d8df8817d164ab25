"""A lane's window stays open as long as it is of use, and never meets the login of another worker."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bots.browser.shared import SharedBrowser
from flows import workshop
from flows.attempts import persist
from flows.lanes import Gates, Lanes
from flows.ledger import logins
from flows.ledger.runs import begin_run
from flows.workshop import Workshop
from sandbox.server import RunningSandbox
from tests.control import Control
from tests.workspaces import LINNAN, Office

LANE = f"{LINNAN}@provincial"
SITE = "tests"


@contextmanager
def set_up(office: Office, browser: SharedBrowser, *, elsewhere: Path) -> Iterator[tuple[Lanes, Lanes]]:
    """The lanes of two machines that have one ledger."""
    here, there = office.workspace, Office.open_at(elsewhere, office.url).workspace
    gates = Gates(here, asyncio.Event())
    first, second = (Lanes(browser, each, gates, most=2, shared=True) for each in (here, there))
    with office.ledger() as ledger:
        begin_run(ledger, "r1", "poll", SITE, [])
        shop = Workshop(
            workspace=here,
            ledger=ledger,
            run_id="r1",
            selection=frozenset(),
            gates=gates,
            lanes=first,
            stopping=gates.stopping,
        )
        workshop.set_up(shop)
        try:
            yield first, second
        finally:
            workshop.tear_down()


async def read_the_list(lanes: Lanes) -> None:
    """A turn in a shift of the lane's."""
    async with lanes.on_shift(LANE), lanes.turn(LANE) as clerk:

        async def look() -> None:
            await clerk.provincial.plans.open()
            await clerk.provincial.plans.find()

        await persist(clerk, look, what="poll")


async def test_workers_that_take_turns_at_an_account_do_not_throw_each_other_out(
    office: Office, sandbox: Control, running_sandbox: RunningSandbox, shared_browser: SharedBrowser, tmp_path: Path
) -> None:
    sandbox.fault("single_session", portal="provincial", times=99)
    with set_up(office, shared_browser, elsewhere=tmp_path / "there") as (first, second):
        for lanes in (first, second, first, second):
            await read_the_list(lanes)
        thrown, _ = logins.times_thrown_out(workshop.current().ledger, SITE, LANE, minutes=10)
        await first.close()
        await second.close()
    assert [play["kind"] for play in running_sandbox.store.faults.played] == ["single_session"] * 3
    assert thrown == 0


async def test_within_a_shift_the_window_stays_open(
    office: Office, shared_browser: SharedBrowser, tmp_path: Path
) -> None:
    with set_up(office, shared_browser, elsewhere=tmp_path / "there") as (lanes, _):
        async with lanes.on_shift(LANE):
            async with lanes.turn(LANE) as before:
                await before.go_inside()
            async with lanes.turn(LANE) as after:
                assert after is before
        async with lanes.turn(LANE) as anew:  # without a shift of its own: what a dead worker had begun
            assert anew is not before
