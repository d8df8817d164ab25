"""When each filing first came to each stage."""

import sqlalchemy as sa

from flows.ledger import schema
from flows.ledger.book import Ledger
from flows.stages import Stage


def first_times(ledger: Ledger) -> dict[int, dict[Stage, str]]:
    """By filing, by stage: the ledger's time (UTC, ISO 8601) of the first line that tells of it."""
    table = schema.history.c
    query = sa.select(table.filing_id, table.what, sa.func.min(table.at)).where(table.what.in_([*map(str, Stage)]))
    times: dict[int, dict[Stage, str]] = {}
    with ledger.engine.connect() as connection:
        for filing_id, what, at in connection.execute(query.group_by(table.filing_id, table.what)):
            times.setdefault(filing_id, {})[Stage(what)] = at
    return times
