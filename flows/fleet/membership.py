"""Being a worker: a row, a lock that dies with the process, a beat; whoever has lost them leaves at once.

The lock is PostgreSQL's own (advisory, held by one session), so it is free the moment the process is gone. The beat
says that the worker moves: a process that only hangs still holds its lock, and is fenced off by the others (see
caretaking). Before a write leaves for a portal the beat must be fresh, and no transaction begins for a worker that was
fenced: one that wakes up after all has nothing left that it could write.
"""

import asyncio
import logging
import os
import time
from collections.abc import Awaitable, Callable

import sqlalchemy as sa

from flows.ledger import Ledger, schema
from flows.ledger.database import whoami

EXECUTOR = "worker-"  # and the worker's number: its name in the engine
WORKERS = 0x79756E77  # the class of the advisory locks of workers; the other half of the key is the worker's number
BEAT_SECONDS = 2.0
FRESH_SECONDS = 10.0  # no write leaves for a portal from a worker whose last beat is older
HUNG_SECONDS = 20.0  # a worker that has not moved for so long is replaced: well after it has stopped sending
LOST = 70  # the exit code of a worker that was fenced, or has lost the database

log = logging.getLogger("yuncai.fleet")


def boot_clock() -> float:
    """Seconds that go on while the machine sleeps."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class Member:
    """This process as one of the workers."""

    def __init__(self, ledger: Ledger, lanes: int, *, leave: Callable[[int], object] = os._exit) -> None:
        self._ledger, self._lanes, self._leave = ledger, lanes, leave
        self._last_beat = boot_clock()
        self._session: sa.Connection | None = None
        self.number = 0

    @property
    def name(self) -> str:
        """The executor's name in the engine: no other worker, before or after, has it."""
        return f"{EXECUTOR}{self.number}"

    def join(self) -> None:
        """Put down who we are, and take our lock."""
        values = {"name": whoami(), "lanes": self._lanes, "started_at": sa.func.now(), "beat_at": sa.func.now()}
        session = self._ledger.engine.connect()
        with session.begin():  # nobody sees the row before its lock is held
            key = session.execute(schema.workers.insert().values(**values)).inserted_primary_key
            assert key is not None
            self.number = key[0]
            taken = session.scalar(sa.select(sa.func.pg_try_advisory_lock(WORKERS, self.number)))
            assert taken, "a new number is nobody else's"
        self._session = session.execution_options(isolation_level="AUTOCOMMIT")
        self._last_beat = boot_clock()
        sa.event.listen(self._ledger.engine, "begin", self._begins)

    async def beat(self) -> None:
        """Say every few seconds that we move; without the database there is no going on."""
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            self._beat()

    def _beat(self) -> None:
        table = schema.workers
        alive = table.c.id == self.number, table.c.fenced_at.is_(None)
        try:
            assert self._session is not None
            moved = self._session.execute(table.update().where(*alive).values(beat_at=sa.func.now()))
        except sa.exc.DBAPIError as error:
            self._lost(str(error.orig))
            return
        if moved.rowcount:
            self._last_beat = boot_clock()
        else:
            self._lost("fenced")

    def must_be_fresh(self) -> None:
        """Before a write leaves for a portal: we were alive a moment ago, so nobody has taken our work over."""
        if boot_clock() - self._last_beat > FRESH_SECONDS:
            self._lost("asleep too long")

    def _begins(self, connection: sa.Connection) -> None:
        """Every transaction begins with the question whether we may still write; fencing waits for those under way."""
        query = sa.text("SELECT fenced_at IS NOT NULL FROM workers WHERE id = :id FOR KEY SHARE")  # the beat goes on
        if connection.scalar(query, {"id": self.number}):
            self._lost("fenced")

    def _lost(self, why: str) -> None:
        log.error("worker %s leaves at once: %s", self.number, why)
        self._leave(LOST)

    async def resign(self, idle: Callable[[], Awaitable[None]]) -> None:
        """Leave in order: once no write is under way; whatever is left is taken over by the others at once."""
        await idle()
        assert self._session is not None
        table = schema.workers
        self._session.execute(table.update().where(table.c.id == self.number).values(left_at=sa.func.now()))
        log.info("worker %s leaves", self.number)
        self._leave(0)
