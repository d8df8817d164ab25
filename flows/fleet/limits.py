"""A portal's limits, kept by all workers together: its places are locks in the database, its pace a row."""

import asyncio
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import sqlalchemy as sa

from flows.ledger import Ledger
from flows.pace import ALL_LANES

PLACES = 0x79756E70  # the class of the advisory locks of places
LOOK_SECONDS = 0.5
NEXT = sa.text(
    "INSERT INTO paces (portal, next_at) VALUES (:portal, clock_timestamp() + make_interval(secs => :seconds))"
    " ON CONFLICT (portal) DO UPDATE SET"
    " next_at = GREATEST(paces.next_at, clock_timestamp()) + make_interval(secs => :seconds)"
    " RETURNING EXTRACT(EPOCH FROM next_at - clock_timestamp()) - :seconds"
)


class OfAllWorkers:
    """The limits of one portal (`portal`: its site and route) with at most `lanes` places."""

    def __init__(self, ledger: Ledger, portal: str, lanes: int | None) -> None:
        self._ledger, self._portal = ledger, portal
        first = zlib.crc32(portal.encode()) & 0x7FFFFFC0  # 64 numbers of its own
        self._places = [first + place for place in range(min(lanes or ALL_LANES, ALL_LANES))]
        self._limited = lanes is not None

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """A lock that is free again when its holder dies."""
        if not self._limited:
            yield
            return
        with self._ledger.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as session:
            while (taken := self._take(session)) is None:  # noqa: ASYNC110 - who holds it is another machine
                await asyncio.sleep(LOOK_SECONDS)
            try:
                yield
            finally:
                session.scalar(sa.select(sa.func.pg_advisory_unlock(PLACES, taken)))

    def _take(self, session: sa.Connection) -> int | None:
        return next(
            (each for each in self._places if session.scalar(sa.select(sa.func.pg_try_advisory_lock(PLACES, each)))),
            None,
        )

    def wait_for_write(self, seconds: float) -> float:
        """By the database's clock."""
        with self._ledger.engine.begin() as connection:
            return max(float(connection.scalar(NEXT, {"portal": self._portal, "seconds": seconds}) or 0), 0.0)
