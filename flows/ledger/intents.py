"""Intents: what is about to be written to a portal, put down before the hand moves."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from flows import fault_points
from flows.ledger import schema
from flows.ledger.book import Ledger, now
from flows.ledger.records import Filing, Intent


def open_intent(ledger: Ledger, filing: Filing, step: str) -> Intent | None:
    """The write of this step that was begun and whose outcome nobody recorded, or None."""
    table = schema.intents.c
    return _newest(ledger, filing, table.step == step, table.closed_at.is_(None))


def last(ledger: Ledger, filing: Filing) -> Intent | None:
    """The filing's newest write, whatever became of it, or None."""
    return _newest(ledger, filing)


def _newest(ledger: Ledger, filing: Filing, *which: sa.ColumnElement[bool]) -> Intent | None:
    table = schema.intents
    query = sa.select(table).where(table.c.filing_id == filing.id, *which).order_by(table.c.id.desc())
    with ledger.engine.connect() as connection:
        row = connection.execute(query).first()
    if row is None:
        return None
    before, refused = tuple(row.before), bool(row.refused)
    return Intent(row.id, row.step, before, row.opened_at, row.outcome, row.answer, refused, filing.ref)


def begin(ledger: Ledger, filing: Filing, step: str, before: Collection[str]) -> Intent:
    """Write down that the step is about to be sent, and which numbers stood there before it."""
    values: dict[str, Any] = {"filing_id": filing.id, "step": step, "before": sorted(before), "opened_at": now()}
    with fault_points.around(f"begin-{step}", filing.ref), ledger.engine.begin() as connection:
        key = connection.execute(schema.intents.insert().values(**values)).inserted_primary_key
        assert key is not None
    return Intent(key[0], step, tuple(sorted(before)), values["opened_at"], None, None, refused=False, ref=filing.ref)


def answer(ledger: Ledger, intent: Intent, said: str, *, refused: bool = False) -> None:
    """The portal said no, or something that no pattern knows; what it meant, the portal's list will show."""
    table = schema.intents
    with fault_points.around(f"answer-{intent.step}", intent.ref), ledger.engine.begin() as connection:
        connection.execute(
            table.update().where(table.c.id == intent.id).values(answer=ledger.masked(said), refused=refused)
        )


def any_open(ledger: Ledger, filing: Filing) -> bool:
    """True when a write was begun whose outcome nobody recorded."""
    table = schema.intents.c
    query = sa.select(table.id).where(table.filing_id == filing.id, table.closed_at.is_(None)).limit(1)
    with ledger.engine.connect() as connection:
        return connection.scalar(query) is not None


def any_refused(ledger: Ledger, filing: Filing) -> bool:
    """True when a write was refused and nobody has looked since what stands there."""
    table = schema.intents.c
    query = sa.select(table.id).where(table.filing_id == filing.id, table.closed_at.is_(None), table.refused)
    with ledger.engine.connect() as connection:
        return connection.scalar(query.limit(1)) is not None


def accept(ledger: Ledger, intent: Intent, said: str) -> None:
    """The portal said yes in these words; the write stays open until its result has been seen in the list."""
    table = schema.intents
    with fault_points.around(f"accept-{intent.step}", intent.ref), ledger.engine.begin() as connection:
        connection.execute(table.update().where(table.c.id == intent.id).values(outcome=ledger.masked(said)))


def drop_all(ledger: Ledger, filing: Filing) -> None:
    """A person has looked at what became of this filing's writes: none of them is open any more."""
    table = schema.intents
    with fault_points.around("drop", filing.ref), ledger.engine.begin() as connection:
        connection.execute(
            table.update()
            .where(table.c.filing_id == filing.id, table.c.closed_at.is_(None))
            .values(closed_at=now(), outcome="released")
        )


def close(ledger: Ledger, intent: Intent, outcome: str) -> None:
    """The outcome is known: a number, `done`, `refused` or `not_sent`."""
    table = schema.intents
    with fault_points.around(f"close-{intent.step}", intent.ref), ledger.engine.begin() as connection:
        connection.execute(table.update().where(table.c.id == intent.id).values(closed_at=now(), outcome=outcome))
