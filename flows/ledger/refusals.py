"""Refusals in a row: how often a run has met the same words on a portal, whichever worker met them."""

import sqlalchemy as sa

from flows.ledger import schema
from flows.ledger.book import Ledger
from flows.ledger.database import insert_once


def count(ledger: Ledger, run_id: str, route: str, words: str) -> None:
    """One more of these words; other words than those before begin anew."""
    table = schema.refusals
    with ledger.engine.begin() as connection:
        insert_once(connection, table, {"run_id": run_id, "route": route, "words": words, "alike": 0})
        alike = sa.case((table.c.words == words, table.c.alike + 1), else_=1)
        connection.execute(table.update().where(*_row(run_id, route)).values(alike=alike, words=words))


def begin_anew(ledger: Ledger, run_id: str, route: str) -> None:
    """A plan went well."""
    table = schema.refusals
    with ledger.engine.begin() as connection:
        connection.execute(table.delete().where(*_row(run_id, route)))


def alike(ledger: Ledger, run_id: str, route: str) -> tuple[int, str]:
    """How many in a row, and their words."""
    table = schema.refusals
    query = sa.select(table.c.alike, table.c.words).where(*_row(run_id, route))
    with ledger.engine.connect() as connection:
        row = connection.execute(query).first()
    return (row.alike, row.words) if row else (0, "")


def _row(run_id: str, route: str) -> tuple[sa.ColumnElement[bool], ...]:
    table = schema.refusals.c
    return table.run_id == run_id, table.route == route
