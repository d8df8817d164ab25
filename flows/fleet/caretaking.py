"""Looking after the other workers: the work of one that is gone is taken over, one that hangs is fenced off first.

Whose work was taken over is noted when it has been, never before: whoever takes it over may die on the way. And the
engine is asked each time who has anything under way, so that nothing stays with the dead, whatever was noted.
"""

import asyncio
import logging
from dataclasses import dataclass
from typing import Protocol

import sqlalchemy as sa

from flows.fleet.membership import EXECUTOR, HUNG_SECONDS, WORKERS
from flows.ledger import Ledger, schema

EVERY_SECONDS = 2.0
log = logging.getLogger("yuncai.fleet")

SILENT_FOR = sa.text("EXTRACT(EPOCH FROM now() - beat_at)")
HOLDER = sa.text(  # itself: another one holds its lock for a moment when it takes over what it has left
    "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid) JOIN workers w ON w.id = :number"
    " WHERE l.locktype = 'advisory' AND l.granted AND l.classid = :class AND l.objid = :number"
    " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    " AND a.application_name = w.name"
)
END_SESSIONS = sa.text(
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
    " WHERE application_name = :name AND datname = current_database()"
)
FENCE = sa.text(  # waits for transactions that have asked already (FOR KEY SHARE), and only for them
    "WITH held AS (SELECT id FROM workers WHERE id = :number FOR UPDATE)"
    " UPDATE workers SET fenced_at = now() FROM held WHERE workers.id = held.id"
)


@dataclass(frozen=True)
class Adoption:
    """A worker whose work was taken over, and how long it had been silent."""

    number: int
    silent_seconds: float
    workflows: int


class Work(Protocol):
    """What all workers have under way, as the engine knows it."""

    def executors(self) -> set[str]:
        """The names of all that have begun what has not ended."""

    def adopt(self, executor: str) -> int:
        """Let others run what one of them has left unfinished; gives how many that were."""


class Caretaker:
    """Looks at all workers but this one."""

    def __init__(self, ledger: Ledger, number: int, work: Work) -> None:
        self._ledger, self._number, self._work = ledger, number, work
        self.adoptions: list[Adoption] = []

    async def watch(self) -> None:
        """Every few seconds, as long as this worker lives."""
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            await asyncio.to_thread(self.look)  # fencing may have to wait, and our own beat must not

    def look(self) -> None:
        """Once over all of them."""
        table = schema.workers.c
        at_work = table.adopted_at.is_(None) | (sa.literal(EXECUTOR) + sa.cast(table.id, sa.Text)).in_(
            self._work.executors()
        )
        others = sa.select(table.id, sa.type_coerce(SILENT_FOR, sa.Float)).where(at_work, table.id != self._number)
        with self._ledger.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as session:
            for number, silent in session.execute(others).all():
                self._look_at(session, number, float(silent))

    def _look_at(self, session: sa.Connection, number: int, silent: float) -> None:
        if session.scalar(sa.select(sa.func.pg_try_advisory_lock(WORKERS, number))):
            try:
                self._take_over(session, number, silent)
            finally:
                session.scalar(sa.select(sa.func.pg_advisory_unlock(WORKERS, number)))
        elif silent > HUNG_SECONDS:
            self._fence(session, number, silent)

    def _take_over(self, session: sa.Connection, number: int, silent: float) -> None:
        """Its lock is ours for the moment: nobody else takes it over. It is fenced, for it may have lost only that."""
        table = schema.workers
        session.execute(FENCE, {"number": number})
        workflows = self._work.adopt(f"{EXECUTOR}{number}")
        noted = session.execute(
            table.update().where(table.c.id == number, table.c.adopted_at.is_(None)).values(adopted_at=sa.func.now())
        )
        if workflows or noted.rowcount:
            self.adoptions.append(Adoption(number, silent, workflows))
            log.warning("worker %s is gone (silent for %.1f s): %s shifts taken over", number, silent, workflows)

    def _fence(self, session: sa.Connection, number: int, silent: float) -> None:
        """End its sessions, so that no transaction of it is left open; then no new one begins (see membership)."""
        name = session.scalar(HOLDER, {"class": WORKERS, "number": number})
        if name is None:
            return
        log.warning("worker %s has not moved for %.1f s: fenced off", number, silent)
        session.execute(END_SESSIONS, {"name": name})
        session.execute(FENCE, {"number": number})
