"""The outbox: what somebody is to be told, once. It stays until it was sent, over any number of runs."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from flows.ledger import schema
from flows.ledger.book import Ledger, now
from flows.ledger.database import insert_once

GIVEN_UP_AFTER = timedelta(days=3)  # old news is no news
HISTORY = "notices"


@dataclass(frozen=True)
class Notice:
    """One thing that a receiver is to be told; `facts` are its plain values."""

    id: int
    receiver: str
    kind: str
    locale: str
    facts: dict[str, Any]


def put(ledger: Ledger, receiver: str, kind: str, *, key: str, locale: str, facts: dict[str, Any]) -> None:
    """Put something in, unless the receiver was told it already, or is about to be."""
    values = {
        "receiver": receiver,
        "kind": kind,
        "key": key,
        "locale": locale,
        "facts": ledger.masked(facts),
        "made_at": now(),
        "tries": 0,
    }
    with ledger.engine.begin() as connection:
        insert_once(connection, schema.notices, values)


def waiting(ledger: Ledger) -> list[Notice]:
    """What has not been sent yet, oldest first; what is too old to be news is left out."""
    table = schema.notices.c
    since = (datetime.now(UTC) - GIVEN_UP_AFTER).isoformat(timespec="milliseconds")
    query = sa.select(table.id, table.receiver, table.kind, table.locale, table.facts).where(
        table.sent_at.is_(None), table.made_at >= since
    )
    with ledger.engine.connect() as connection:
        return [Notice(*row) for row in connection.execute(query.order_by(table.id))]


def sent(ledger: Ledger, ids: list[int]) -> None:
    """These were sent."""
    table = schema.notices
    with ledger.engine.begin() as connection:
        connection.execute(table.update().where(table.c.id.in_(ids)).values(sent_at=now(), trouble=None))


def failed(ledger: Ledger, ids: list[int], why: str) -> None:
    """These could not be sent; they stay."""
    table = schema.notices
    values = {"tries": table.c.tries + 1, "trouble": ledger.masked(why)}
    with ledger.engine.begin() as connection:
        connection.execute(table.update().where(table.c.id.in_(ids)).values(**values))


def read_so_far(ledger: Ledger) -> int:
    """The last line of the history that was gone through for notices; where nothing ever was, its newest line."""
    with ledger.engine.begin() as connection:
        place = connection.scalar(sa.select(schema.marks.c.place).where(schema.marks.c.name == HISTORY))
        if place is None:
            place = connection.scalar(sa.select(sa.func.max(schema.history.c.id))) or 0
            connection.execute(schema.marks.insert().values(name=HISTORY, place=place))
    return int(place)


def newest_line(ledger: Ledger) -> int:
    """The number of the history's newest line."""
    with ledger.engine.connect() as connection:
        return int(connection.scalar(sa.select(sa.func.max(schema.history.c.id))) or 0)


def read_until(ledger: Ledger, place: int) -> None:
    """The history was gone through up to this line."""
    mark = schema.marks
    with ledger.engine.begin() as connection:
        connection.execute(mark.update().where(mark.c.name == HISTORY).values(place=place))
