"""The service runs what is due, one command at a time, makes up once what was missed, and outlives what dies."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import pytest
import yaml

from configs.schedules import Schedule
from configs.workspace import Workspace
from desk.serve.due import last_due, next_due
from desk.serve.service import Service
from flows.ledger import Ledger, turns
from tests.desk.conftest import Run

CHINA = ZoneInfo("Asia/Shanghai")
PYTHON = sys.executable
WAIT_SECONDS = 20


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def schedule(cron: str, days: str = "all", name: str = "night", run: str = "file") -> Schedule:
    return Schedule.model_validate({"name": name, "run": run, "cron": cron, "days": days})


def with_schedules(workspace: Path, *schedules: dict[str, object], **serve: object) -> Workspace:
    known = yaml.safe_load((workspace / "yuncai.yaml").read_text("utf-8")) or {}
    known |= {"schedules": list(schedules), "serve": {"port": 0, **serve}}
    (workspace / "yuncai.yaml").write_text(yaml.safe_dump(known, allow_unicode=True), "utf-8")
    return Workspace.open(workspace)


NIGHT: dict[str, object] = {"name": "night", "run": "file", "cron": "0 1 * * *"}
WATCH: dict[str, object] = {"name": "watch", "run": "poll", "cron": "*/30 * * * *"}


def test_a_schedule_goes_by_the_clock_of_its_zone() -> None:
    moment = at("2026-11-26 18:00").astimezone(UTC)
    assert next_due(schedule("0 1 * * *"), moment, CHINA) == at("2026-11-27 01:00")
    assert last_due(schedule("0 1 * * *"), moment, CHINA) == at("2026-11-26 01:00")
    assert last_due(schedule("0 18 * * *"), moment, CHINA) == moment


def test_working_days_are_those_of_china_with_the_shifted_ones() -> None:
    watch = schedule("0 9 * * *", "working")
    assert next_due(watch, at("2026-02-13 12:00"), CHINA) == at("2026-02-14 09:00")  # a Saturday that is worked
    assert next_due(watch, at("2026-02-14 12:00"), CHINA) == at("2026-02-24 09:00")  # after 春节
    assert next_due(watch, at("2026-11-27 12:00"), CHINA) == at("2026-11-30 09:00")


class Clock:
    """A clock that is set by hand."""

    def __init__(self, text: str) -> None:
        self.now = at(text)

    def __call__(self) -> datetime:
        return self.now


Served = Callable[..., list[str]]


@pytest.fixture
def ran(workspace: Path) -> Callable[[], list[str]]:
    """What the commands have written: each its schedule's name."""
    return lambda: (workspace / "ran").read_text("utf-8").split() if (workspace / "ran").exists() else []


def service_for(workspace: Workspace, clock: Clock, script: str = "") -> tuple[Service, asyncio.Event, Ledger]:
    def command(schedule: Schedule) -> Sequence[str]:
        told = f"open('ran', 'a').write('{schedule.name} ')"
        return [PYTHON, "-c", f"import os, sys, time; os.chdir({str(workspace.root)!r}); {told}; {script or 'pass'}"]

    ledger, stopping = Ledger(workspace.state_dir / "yuncai.sqlite"), asyncio.Event()
    service = Service(workspace, ledger, command, stopping, clock=clock, again_after=(0.0, 0.0))
    return service, stopping, ledger


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(WAIT_SECONDS):
        while not condition():  # noqa: ASYNC110 - what it asks of is another process
            await asyncio.sleep(0.02)


def serve(
    workspace: Workspace, clock: Clock, done: Callable[[Service], bool], *, script: str = "", linger: float = 0.0
) -> Service:
    """Serve until that holds, and so long after."""

    async def go() -> Service:
        service, stopping, ledger = service_for(workspace, clock, script)
        task = asyncio.create_task(service.run())
        await until(lambda: done(service))
        await asyncio.sleep(linger)
        stopping.set()
        async with asyncio.timeout(WAIT_SECONDS):
            await task
        ledger.close()
        return service

    return asyncio.run(go())


def test_a_new_schedule_begins_with_what_comes_and_what_was_slept_through_is_made_up_once(
    workspace: Path, ran: Callable[[], list[str]]
) -> None:
    opened = with_schedules(workspace, NIGHT)
    serve(opened, Clock("2026-11-26 18:00"), lambda _service: True, linger=0.2)
    assert ran() == []
    service = serve(opened, Clock("2026-12-03 18:00"), lambda _service: ran() == ["night"], linger=0.3)
    assert ran() == ["night"]
    assert service.states[0].due == at("2026-12-04 01:00")
    serve(opened, Clock("2026-12-03 18:05"), lambda _service: True, linger=0.2)
    assert ran() == ["night"]


def test_what_comes_due_while_another_is_at_work_waits_for_its_end(
    workspace: Path, ran: Callable[[], list[str]]
) -> None:
    opened = with_schedules(workspace, NIGHT, WATCH)
    clock = Clock("2026-11-26 00:40")
    serve(opened, clock, lambda _service: True)
    clock.now = at("2026-11-26 01:00")
    script = "open('inside', 'x').close(); time.sleep(0.3); os.remove('inside')"  # fails where two are at work
    service = serve(opened, clock, lambda service: all(s.exit_code == 0 for s in service.states), script=script)
    assert sorted(ran()) == ["night", "watch"]
    assert [state.exit_code for state in service.states] == [0, 0]


def test_a_command_that_was_killed_is_started_again(workspace: Path, ran: Callable[[], list[str]]) -> None:
    opened = with_schedules(workspace, NIGHT)
    clock = Clock("2026-11-26 00:40")
    serve(opened, clock, lambda _service: True)
    clock.now = at("2026-11-26 01:00")
    script = "open('first', 'a').write('x'); len(open('first').read()) > 1 or os.kill(os.getpid(), 9)"
    service = serve(opened, clock, lambda service: service.states[0].exit_code == 0, script=script)
    assert ran() == ["night", "night"]
    assert service.states[0].due == at("2026-11-27 01:00")


def test_a_turn_that_was_stopped_is_not_over(workspace: Path, ran: Callable[[], list[str]]) -> None:
    opened = with_schedules(workspace, NIGHT)
    clock = Clock("2026-11-26 00:40")
    serve(opened, clock, lambda _service: True)
    clock.now = at("2026-11-26 01:00")
    started = time.monotonic()
    serve(opened, clock, lambda _service: ran() == ["night"], script="time.sleep(60)")
    assert time.monotonic() - started < WAIT_SECONDS
    serve(opened, clock, lambda _service: ran() == ["night", "night"])


def test_quiet_hours_put_off_what_comes_due(workspace: Path, ran: Callable[[], list[str]]) -> None:
    opened = with_schedules(workspace, NIGHT, quiet_hours=["00:30-05:00"])
    clock = Clock("2026-11-26 00:20")
    serve(opened, clock, lambda _service: True)
    clock.now = at("2026-11-26 01:10")
    service = serve(opened, clock, lambda service: service.states[0].begins == at("2026-11-26 05:00"))
    assert ran() == []
    clock.now = at("2026-11-26 05:00")
    serve(opened, clock, lambda _service: ran() == ["night"])
    assert service.states[0].schedule.name == "night"


def test_the_turns_survive_a_service_that_dies(workspace: Path) -> None:
    ledger = Ledger(workspace / ".yuncai" / "yuncai.sqlite")
    assert turns.turn_of(ledger, "night") is None
    turns.seen_to(ledger, "night", at("2026-11-26 01:00"), 3)
    turn = turns.turn_of(ledger, "night")
    assert turn is not None
    assert (turn.due_at, turn.exit_code) == (at("2026-11-26 01:00"), 3)
    ledger.close()


def test_served_from_the_command_line_it_tells_how_it_is_and_stops_when_asked(workspace: Path) -> None:
    with_schedules(workspace, {**WATCH, "cron": "0 0 1 1 *"})
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = [PYTHON, "-m", "desk", "serve", "-w", str(workspace)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        address = said.split(" /metrics", maxsplit=1)[0].split()[-1]
        with urlopen(address, timeout=5) as reply:  # noqa: S310 - loopback
            health = json.load(reply)
        with urlopen(address.replace("healthz", "metrics"), timeout=5) as reply:  # noqa: S310 - loopback
            metrics = reply.read().decode()
        second = subprocess.run(command, capture_output=True, text=True, check=False, timeout=WAIT_SECONDS)
        process.send_signal(signal.SIGTERM)
        assert process.wait(WAIT_SECONDS) == 0
    assert health["ok"] is True
    assert set(health["due"]) == {"watch"}
    for line in ('yuncai_schedule_running{run="poll",schedule="watch"} 0.0', "yuncai_notices_waiting 0.0"):
        assert line in metrics
    assert second.returncode == 4  # two would run every schedule twice


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"schedules": [{**NIGHT, "cron": "61 * * * *"}]}, "61 * * * *"),
        ({"schedules": [NIGHT, NIGHT]}, "night"),
        ({"schedules": [NIGHT], "serve": {"timezone": "China/Liaocheng"}}, "China/Liaocheng"),
        ({"schedules": []}, "schedules"),
    ],
)
def test_a_schedule_that_cannot_be_is_refused(
    workspace: Path, yuncai: Run, changes: dict[str, object], words: str
) -> None:
    (workspace / "yuncai.yaml").write_text(yaml.safe_dump({"site": "sandbox", **changes}), "utf-8")
    ran = yuncai("serve", "-w", workspace)
    assert (ran.code, words in ran.err) == (2, True)
