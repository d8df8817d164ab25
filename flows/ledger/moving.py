"""Moving a ledger: everything that a workspace's own file knows goes into a database that several share."""

import sqlalchemy as sa

from flows.ledger import schema
from flows.ledger.book import Ledger

AT_ONCE = 500


class NotEmptyError(Exception):
    """The database knows plans already: two ledgers cannot be made one."""


def move(source: Ledger, target: Ledger) -> dict[str, int]:
    """Copy every table, whole or not at all; gives how many rows of each. Raises NotEmptyError."""
    with source.engine.connect() as old, target.engine.begin() as new:
        if new.scalar(sa.select(sa.func.count()).select_from(schema.filings)):
            raise NotEmptyError
        return {table.name: _copied(table, old, new) for table in schema.metadata.sorted_tables}


def _copied(table: sa.Table, old: sa.Connection, new: sa.Connection) -> int:
    new.execute(table.delete())  # marks and turns may have been made by whoever looked at it first
    count = 0
    for rows in old.execute(sa.select(table)).mappings().partitions(AT_ONCE):
        new.execute(table.insert(), [dict(row) for row in rows])
        count += len(rows)
    if new.dialect.name == "postgresql" and "id" in table.c and isinstance(table.c.id.type, sa.Integer):
        _count_on(table, new)
    return count


def _count_on(table: sa.Table, new: sa.Connection) -> None:
    """The next row's number comes after the last one's."""
    last = new.scalar(sa.select(sa.func.max(table.c.id)))
    if last:
        new.execute(sa.select(sa.func.setval(sa.func.pg_get_serial_sequence(table.name, "id"), last)))
