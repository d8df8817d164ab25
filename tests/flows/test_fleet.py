"""Workers on one database: one that dies is replaced in seconds, one that hangs is fenced off and writes no more."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from flows.fleet import caretaking, dispatching, membership
from flows.fleet.caretaking import Caretaker
from flows.fleet.limits import OfAllWorkers
from flows.fleet.membership import LOST, Member
from flows.fleet.presence import are_at_work, between_runs
from flows.ledger import Ledger, schema
from flows.ledger.runs import beat, begin_run, finish_run
from flows.lock import WorkspaceBusyError
from flows.stages import Hold
from flows.workshop import Sends
from tests.desk.fabricated import register
from tests.workspaces import Office
from tools.postgres import Server

WAIT_SECONDS = 30
MEMBER = """
import asyncio, sys
from flows.fleet.membership import Member
from flows.ledger import Ledger
from tests.desk.fabricated import register

async def main():
    ledger = Ledger(sys.argv[1])
    member = Member(ledger, 2)
    member.join()
    beating = asyncio.create_task(member.beat())
    print(member.number, flush=True)
    while True:
        await asyncio.sleep(0.1)
        member.must_be_fresh()
asyncio.run(main())
"""


@pytest.fixture
def ledger(postgres: Server) -> Iterator[Ledger]:
    ledger = Ledger(postgres.database())
    yield ledger
    ledger.close()


@contextmanager
def another(ledger: Ledger) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A worker in a process of its own, without a browser; its number."""
    command = [sys.executable, "-c", MEMBER, ledger.engine.url.render_as_string(hide_password=False)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as process:
        assert process.stdout is not None
        yield process, int(process.stdout.readline())
        process.kill()


class UnderWay:
    """Work that the engine would know of, by executor; whoever takes it over may die on the way."""

    def __init__(self) -> None:
        self.begun: set[str] = set()
        self.adopted: list[str] = []
        self.dies = False

    def executors(self) -> set[str]:
        return set(self.begun)

    def adopt(self, executor: str) -> int:
        if self.dies:
            raise ConnectionError
        self.adopted.append(executor)
        self.begun.discard(executor)
        return 1


def caretaker(ledger: Ledger) -> tuple[Caretaker, list[str]]:
    work = UnderWay()
    return Caretaker(ledger, 0, work), work.adopted


def look_until(keeper: Caretaker, condition: Callable[[], bool]) -> float:
    begun = time.monotonic()
    while not condition():
        assert time.monotonic() - begun < WAIT_SECONDS
        keeper.look()
        time.sleep(0.1)
    return time.monotonic() - begun


def test_the_work_of_a_worker_that_was_killed_is_taken_over_once(ledger: Ledger) -> None:
    first, adopted = caretaker(ledger)
    second, adopted_too = caretaker(ledger)
    with another(ledger) as (process, number):
        first.look()
        assert adopted == []
        assert are_at_work(ledger)
        process.kill()
        process.wait()
        look_until(first, lambda: bool(adopted))
    second.look()
    assert (adopted, adopted_too) == ([f"worker-{number}"], [])
    assert not are_at_work(ledger)


def test_the_work_of_the_dead_is_taken_over_although_whoever_did_it_first_died_on_the_way(ledger: Ledger) -> None:
    work = UnderWay()
    with another(ledger) as (process, number):
        work.begun = {f"worker-{number}"}
        process.kill()
        process.wait()
        dying, work.dies = Caretaker(ledger, 0, work), True
        with pytest.raises(ConnectionError):
            look_until(dying, lambda: False)
        work.dies = False
        look_until(Caretaker(ledger, 0, work), lambda: not work.begun)
    assert work.adopted == [f"worker-{number}"]


def test_whoever_takes_work_over_is_not_taken_for_the_one_that_hung(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caretaking, "HUNG_SECONDS", 0.0)
    beside, _ = caretaker(ledger)

    class Watched(UnderWay):
        """Another worker looks, just when this one takes over."""

        def adopt(self, executor: str) -> int:
            beside.look()
            return super().adopt(executor)

    work = Watched()
    with another(ledger) as (process, _):
        process.kill()
        process.wait()
        time.sleep(0.5)  # until its lock is free: nothing has to be fenced
        keeper = Caretaker(ledger, 0, work)
        keeper.look()
    assert len(work.adopted) == len(keeper.adoptions) == 1


def test_nothing_stays_with_the_dead_that_came_to_them_late(ledger: Ledger) -> None:
    work = UnderWay()
    keeper = Caretaker(ledger, 0, work)
    with another(ledger) as (process, number):
        process.kill()
        process.wait()
        look_until(keeper, lambda: bool(work.adopted))
        work.begun = {f"worker-{number}"}  # its last statement reached the database after its lock was free
        keeper.look()
    assert work.adopted == [f"worker-{number}"] * 2
    assert not work.begun


def test_a_worker_that_hangs_is_fenced_off_and_ends_when_it_wakes(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caretaking, "HUNG_SECONDS", 4.0)
    keeper, adopted = caretaker(ledger)
    with another(ledger) as (process, number):
        os.kill(process.pid, signal.SIGSTOP)
        look_until(keeper, lambda: bool(adopted))
        assert adopted == [f"worker-{number}"]
        os.kill(process.pid, signal.SIGCONT)
        assert process.wait(WAIT_SECONDS) == LOST


def test_beside_idle_workers_a_person_decides_and_looks_but_not_into_a_run(tmp_path: Path, postgres: Server) -> None:
    office = Office.open_at(tmp_path / "office", "http://127.0.0.1:9")
    office.share(postgres.database())
    with office.ledger() as ledger, another(ledger):
        with between_runs(office.workspace):
            pass
        begin_run(ledger, "r1", "file", "sandbox", [])
        beat(ledger, "r1")
        with pytest.raises(WorkspaceBusyError), between_runs(office.workspace):
            pytest.fail("in the middle of a run")
        finish_run(ledger, "r1", "done")
        with between_runs(office.workspace):
            pass


def test_a_fenced_worker_writes_nothing_into_the_ledger(ledger: Ledger) -> None:
    gone: list[int] = []

    def leave(code: int) -> None:
        gone.append(code)
        raise SystemExit(code)

    theirs = Ledger(ledger.engine.url.render_as_string(hide_password=False))
    member = Member(theirs, 2, leave=leave)
    member.join()
    register(theirs, "p1")
    with ledger.engine.begin() as connection:
        connection.execute(schema.workers.update().values(fenced_at=sa.func.now()))
    with pytest.raises(SystemExit):
        register(theirs, "p2")
    assert [filing.ref for filing in ledger.all_filings()] == ["p1"]
    assert gone == [LOST]
    theirs.close()


def test_a_worker_that_has_only_lost_its_lock_writes_nothing_once_its_work_is_taken_over(ledger: Ledger) -> None:
    gone: list[int] = []

    def leave(code: int) -> None:
        gone.append(code)
        raise SystemExit(code)

    theirs = Ledger(ledger.engine.url.render_as_string(hide_password=False))
    member = Member(theirs, 2, leave=leave)
    member.join()
    register(theirs, "p1")
    with ledger.engine.connect() as connection:  # the one connection that holds it, as a firewall would cut it
        connection.execute(
            sa.text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = :number"),
            {"number": member.number},
        )
    keeper, adopted = caretaker(ledger)
    look_until(keeper, lambda: bool(adopted))
    with pytest.raises(SystemExit):
        register(theirs, "p2")
    assert [filing.ref for filing in ledger.all_filings()] == ["p1"]
    theirs.close()


def test_a_worker_beats_on_while_it_writes(ledger: Ledger) -> None:
    member = Member(ledger, 2, leave=lambda code: pytest.fail(f"left with {code}"))
    member.join()
    with ledger.engine.begin() as writing:
        writing.execute(sa.select(schema.filings.c.id))
        beating = threading.Thread(target=member._beat, daemon=True)
        beating.start()
        beating.join(5)
        assert not beating.is_alive()


async def test_what_a_worker_could_not_go_on_with_waits_for_the_next_run(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        """Two shifts: one ends badly, one well."""

        def __init__(self, _database: object) -> None:
            pass

        async def queue(self, _shift: str, *, workflow_id: str, lane: str, args: tuple[str, ...]) -> str:
            assert args == (lane, "r1")
            return workflow_id

        async def end_of(self, workflow_id: str) -> bool:
            return "jiaoyu" in workflow_id

        def close(self) -> None:
            pass

    monkeypatch.setattr(dispatching, "Dispatcher", Broken)
    monkeypatch.setattr(dispatching, "LOOK_SECONDS", 0.01)
    heard: list[str] = []
    ledger.listeners.append(lambda filing: heard.append(filing.ref))
    begin_run(ledger, "r1", "file", "sandbox", ["p1", "p2"])
    first, second = register(ledger, "p1"), register(ledger, "p2")
    work = {"linnan@provincial": [first], "jiaoyu@provincial": [second]}
    await dispatching.dispatch(ledger, "r1", "file_shift", work, stopping=asyncio.Event())
    filings = ledger.all_filings()
    assert [filing.hold for filing in filings] == [Hold.WAITING, None]
    assert filings[0].trouble is not None
    assert filings[0].trouble.code == "shift_broken"
    assert set(heard) == {"p1"}


def test_a_worker_that_slept_lets_nothing_leave_for_a_portal(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[int] = []
    member = Member(ledger, 2, leave=gone.append)
    member.join()
    member.must_be_fresh()
    assert gone == []
    slept = membership.boot_clock() + membership.FRESH_SECONDS + 1
    monkeypatch.setattr(membership, "boot_clock", lambda: slept)
    member.must_be_fresh()
    assert gone == [LOST]
    assert membership.FRESH_SECONDS + membership.BEAT_SECONDS < membership.HUNG_SECONDS


def test_a_worker_that_leaves_waits_for_its_writes(ledger: Ledger) -> None:
    async def go() -> list[str]:
        told: list[str] = []
        sends = Sends()

        def leave(code: int) -> None:
            told.append(f"left {code}")

        member = Member(ledger, 2, leave=leave)
        member.join()

        async def write() -> None:
            async with sends.one():
                await asyncio.sleep(0.2)
                told.append("written")

        under_way = asyncio.create_task(write())
        await asyncio.sleep(0.05)
        leaving = asyncio.create_task(member.resign(sends.close))
        await asyncio.sleep(0.05)
        late = asyncio.create_task(write())
        await leaving
        await under_way
        late.cancel()
        return told

    assert asyncio.run(go()) == ["written", "left 0"]
    keeper, adopted = caretaker(ledger)
    keeper.look()
    assert adopted == []  # this process still holds the lock: it has not ended yet


def test_a_portals_places_are_shared_by_all_workers(ledger: Ledger) -> None:
    other = Ledger(ledger.engine.url.render_as_string(hide_password=False))
    here, there = OfAllWorkers(ledger, "real/provincial", 2), OfAllWorkers(other, "real/provincial", 2)
    elsewhere = OfAllWorkers(other, "real/mall", 2)

    async def go() -> None:
        async with here.place(), there.place():
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(1.2), there.place():
                    pass
            async with asyncio.timeout(5), elsewhere.place():
                pass
        async with asyncio.timeout(5), there.place(), here.place():
            pass

    asyncio.run(go())
    other.close()


def test_writes_of_all_workers_keep_their_distance(ledger: Ledger) -> None:
    other = Ledger(ledger.engine.url.render_as_string(hide_password=False))
    here, there = OfAllWorkers(ledger, "real/provincial", None), OfAllWorkers(other, "real/provincial", None)
    waits = [each.wait_for_write(10.0) for each in (here, there, here)]
    assert waits[0] == 0
    assert [round(wait / 10) for wait in waits[1:]] == [1, 2]
    other.close()
