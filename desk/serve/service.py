"""The service: sees to each schedule when it is due, one command at a time, and makes up once what was missed.

A workspace is worked on by one command at a time, so what comes due meanwhile waits; several due times of one schedule
that passed are one turn. A command that died, or found the portal down, is tried again: it goes on where it was.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from configs.schedules import Schedule
from configs.sites.quiet_hours import CHINA, quiet_until
from configs.workspace import Workspace
from desk.exit_codes import ExitCode
from desk.serve.child import Child
from desk.serve.due import last_due, next_due
from flows.ledger import Ledger, turns

LONGEST_NAP = 30.0  # seconds: a clock that jumps, or a machine that slept, is noticed
AGAIN_AFTER = (5.0, 60.0, 300.0, 600.0)  # seconds, after a command died or found the portal down
log = logging.getLogger("yuncai.serve")


@dataclass
class State:
    """A schedule as the service sees it: the due time that comes next, and how its last turn ended."""

    schedule: Schedule
    due: datetime
    begins: datetime  # the due time, or later: when it is tried again, when quiet hours are over
    tries: int = 0
    exit_code: int | None = None
    runs: int = 0
    child: Child | None = None


class Service:
    """See the module; `run` returns when `stopping` is set and the command under way has ended."""

    def __init__(
        self,
        workspace: Workspace,
        ledger: Ledger,
        command: Callable[[Schedule], Sequence[str]],
        stopping: asyncio.Event,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        again_after: Sequence[float] = AGAIN_AFTER,
    ) -> None:
        self._settings = workspace.settings.serve
        self._zone = ZoneInfo(self._settings.timezone)
        self._logs = workspace.state_dir / "serve"
        self._ledger, self._command, self._stopping, self._clock = ledger, command, stopping, clock
        self._again_after = again_after
        self.states = [self._state(schedule) for schedule in workspace.settings.schedules]

    async def run(self) -> None:
        """See to everything that comes due, until the service is stopped."""
        while not self._stopping.is_set():
            now = self._clock()
            ready = [state for state in self.states if state.begins <= now]
            if not ready:
                await self._nap(min((state.begins for state in self.states), default=now + timedelta(days=1)) - now)
            elif end := quiet_until(self._settings.quiet_hours, now):
                for state in ready:
                    state.begins = _at(end, now.astimezone(CHINA))
            else:
                await self._turn(min(ready, key=lambda state: state.begins))

    async def _turn(self, state: State) -> None:
        schedule, log_file = state.schedule, self._log_of(state.schedule)
        log.info("%s: %s, due %s", schedule.name, schedule.run, state.due.isoformat(timespec="minutes"))
        try:
            state.child = await Child.start(self._command(schedule), log_file)
            state.exit_code = await state.child.ended(self._stopping)
        except OSError as error:  # no process can be made now, or nothing be written
            log.warning("%s: %s", schedule.name, error)
            state.exit_code = ExitCode.DISK
        state.child = None
        state.runs += 1
        log.info("%s: ended with %s", schedule.name, state.exit_code)
        if self._stopping.is_set() and state.exit_code not in {ExitCode.DONE, ExitCode.NEEDS_PERSON}:
            return  # its turn is not over: the next start makes it up
        if _died_or_too_early(state.exit_code) and state.tries < len(self._again_after):
            state.begins = self._clock() + timedelta(seconds=self._again_after[state.tries])
            state.tries += 1
            return
        self._seen_to(state)

    def _seen_to(self, state: State) -> None:
        """The turn is over; what came due while it lasted is one more turn, now."""
        turns.seen_to(self._ledger, state.schedule.name, state.due, state.exit_code)
        missed = last_due(state.schedule, self._clock(), self._zone)
        state.due = missed if missed and missed > state.due else next_due(state.schedule, self._clock(), self._zone)
        state.begins, state.tries = state.due, 0

    def _state(self, schedule: Schedule) -> State:
        now = self._clock()
        turn = turns.turn_of(self._ledger, schedule.name)
        if turn is None:  # new: it begins with what comes
            turns.seen_to(self._ledger, schedule.name, now)
        missed = last_due(schedule, now, self._zone) if turn else None
        due = missed if turn and missed and missed > turn.due_at else next_due(schedule, now, self._zone)
        return State(schedule, due, due, exit_code=turn.exit_code if turn else None)

    def _log_of(self, schedule: Schedule) -> Path:
        return self._logs / f"{schedule.name}.log"

    async def _nap(self, long: timedelta) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), min(max(long.total_seconds(), 0.01), LONGEST_NAP))


def _died_or_too_early(exit_code: int) -> bool:
    return exit_code < 0 or exit_code in {ExitCode.TRY_LATER, ExitCode.DEFECT, ExitCode.DISK, ExitCode.INTERRUPTED}


def _at(clock: str, now: datetime) -> datetime:
    """The next moment at which the clock shows this."""
    hour, minute = map(int, clock.split(":"))
    moment = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return moment if moment > now else moment + timedelta(days=1)
