"""Giving work to the workers: a command queues its shifts, watches the ledger, and waits until all have ended."""

import asyncio
import logging
from collections.abc import Callable, Sequence

import sqlalchemy as sa

from flows.engine import Dispatcher
from flows.gate import happens
from flows.ledger import Filing, Ledger, runs, schema

LOOK_SECONDS = 1.0
log = logging.getLogger("yuncai.fleet")


async def dispatch(ledger: Ledger, run_id: str, shift: str, places: Sequence[str], *, stopping: asyncio.Event) -> None:
    """Queue a shift for each place, and wait until all are over; the ledger's listeners hear what the workers do."""
    dispatcher = Dispatcher(ledger.engine)
    try:
        open_shifts = [
            await dispatcher.queue(shift, workflow_id=f"{shift}:{place}:{run_id}", lane=place, args=(place, run_id))
            for place in dict.fromkeys(places)
        ]
        news = _news(ledger, run_id)
        while open_shifts:
            if await happens(stopping, within=LOOK_SECONDS):
                runs.ask_to_stop(ledger, run_id)
                stopping = asyncio.Event()
            runs.beat(ledger, run_id)
            for filing in news():
                for listener in ledger.listeners:
                    listener(filing)
            open_shifts = [each for each in open_shifts if not await dispatcher.has_ended(each)]
        for filing in news():
            for listener in ledger.listeners:
                listener(filing)
    finally:
        dispatcher.close()


def _news(ledger: Ledger, run_id: str) -> Callable[[], list[Filing]]:
    """Tells, each time, which filings of the run have got a line of history since the last time."""
    table = schema.history.c
    seen = 0

    def news() -> list[Filing]:
        nonlocal seen
        query = sa.select(table.id, table.filing_id).where(table.run_id == run_id, table.id > seen).order_by(table.id)
        with ledger.engine.connect() as connection:
            lines = connection.execute(query).all()
        seen = lines[-1].id if lines else seen
        return [ledger.by_id(filing_id) for filing_id in dict.fromkeys(line.filing_id for line in lines)]

    return news
