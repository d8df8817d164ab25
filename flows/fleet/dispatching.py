"""Giving work to the workers: a command queues its shifts, watches the ledger, and waits until all have ended."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence

import sqlalchemy as sa

from flows.engine import Dispatcher
from flows.errors import ShiftBroken
from flows.gate import happens
from flows.ledger import Filing, Ledger, runs, schema
from flows.stages import Hold

LOOK_SECONDS = 1.0
Work = Mapping[str, Sequence[Filing]]  # by place: a lane, or an account
log = logging.getLogger("yuncai.fleet")


async def dispatch(ledger: Ledger, run_id: str, shift: str, work: Work, *, stopping: asyncio.Event) -> None:
    """Queue a shift for each place, and wait until all are over; the ledger's listeners hear what the workers do.

    What a shift that ended badly has left undone waits for the next run.
    """
    dispatcher, news = Dispatcher(ledger.engine), _news(ledger, run_id)
    try:
        under_way = {
            await dispatcher.queue(shift, workflow_id=f"{shift}:{place}:{run_id}", lane=place, args=(place, run_id)): of
            for place, of in work.items()
        }
        while under_way:
            if await happens(stopping, within=LOOK_SECONDS):
                runs.ask_to_stop(ledger, run_id)
                stopping = asyncio.Event()
            runs.beat(ledger, run_id)
            _tell(ledger, news())
            for workflow_id in list(under_way):
                well = await dispatcher.end_of(workflow_id)
                if well is not None:
                    filings = under_way.pop(workflow_id)
                    if not well:
                        _left_undone(ledger, filings, workflow_id)
        _tell(ledger, news())
    finally:
        dispatcher.close()


def _tell(ledger: Ledger, filings: Sequence[Filing]) -> None:
    for filing in filings:
        for listener in ledger.listeners:
            listener(filing)


def _left_undone(ledger: Ledger, filings: Sequence[Filing], workflow_id: str) -> None:
    """A worker could not go on: its disk is full, or it has a defect. Its log says more."""
    for before in filings:
        filing = ledger.by_id(before.id)
        if filing.hold is None and filing.stage is before.stage:
            ledger.hold(filing, Hold.WAITING, ShiftBroken(shift=workflow_id))


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
