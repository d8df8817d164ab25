"""When each filing came to each stage."""

from typing import Any

import sqlalchemy as sa

from flows.ledger import schema
from flows.ledger.book import Ledger
from flows.stages import Stage

Times = dict[int, dict[Stage, str]]  # by filing, by stage: the ledger's time (UTC, ISO 8601)


def first_times(ledger: Ledger) -> Times:
    """By the first line of the history that tells of it."""
    return _times(ledger, sa.func.min)


def last_times(ledger: Ledger) -> Times:
    """By the last line of the history that tells of it."""
    return _times(ledger, sa.func.max)


def _times(ledger: Ledger, which: Any) -> Times:  # noqa: ANN401 - SQLAlchemy's min or max
    table = schema.history.c
    query = sa.select(table.filing_id, table.what, which(table.at)).where(table.what.in_([*map(str, Stage)]))
    times: Times = {}
    with ledger.engine.connect() as connection:
        for filing_id, what, at in connection.execute(query.group_by(table.filing_id, table.what)):
            times.setdefault(filing_id, {})[Stage(what)] = at
    return times
