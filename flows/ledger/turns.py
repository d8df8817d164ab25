"""Turns: when each schedule was last seen to, so that what a machine slept through is made up once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from flows.ledger import schema
from flows.ledger.book import Ledger, now
from flows.ledger.database import replace


@dataclass(frozen=True)
class Turn:
    """The due time that was seen to last, and how its command ended; None: it was only noted as the beginning."""

    due_at: datetime
    ended_at: str | None
    exit_code: int | None


def turn_of(ledger: Ledger, schedule: str) -> Turn | None:
    """The last turn of a schedule, or None for one that is new."""
    table = schema.turns.c
    query = sa.select(table.due_at, table.ended_at, table.exit_code).where(table.schedule == schedule)
    with ledger.engine.connect() as connection:
        row = connection.execute(query).first()
    return Turn(datetime.fromisoformat(row.due_at), row.ended_at, row.exit_code) if row else None


def seen_to(ledger: Ledger, schedule: str, due_at: datetime, exit_code: int | None = None) -> None:
    """The turn that was due then has ended so; without a code it is where the schedule begins."""
    values: dict[str, Any] = {"schedule": schedule, "due_at": due_at.isoformat(), "exit_code": exit_code}
    values["ended_at"] = None if exit_code is None else now()
    with ledger.engine.begin() as connection:
        replace(connection, schema.turns, values)
