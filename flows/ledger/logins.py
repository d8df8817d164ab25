"""Logins that went wrong, beyond the run: what was refused is not typed again, and who throws us out is noticed.

Of what was typed only a salted digest is kept (scrypt): enough to know it again, useless to whoever reads the ledger.
"""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from flows.ledger import schema
from flows.ledger.book import Ledger, now
from flows.ledger.database import replace


@dataclass(frozen=True)
class Refusal:
    """When the portal refused, and in which words."""

    at: str
    text: str


def refuse(ledger: Ledger, site: str, lane: str, typed: Sequence[str], text: str) -> None:
    """The portal refused a login with what was typed."""
    salt = secrets.token_hex(16)
    values = {
        "site": site,
        "lane": lane,
        "at": now(),
        "text": ledger.masked(text),
        "salt": salt,
        "digest": _digest(typed, salt),
    }
    with ledger.engine.begin() as connection:
        replace(connection, schema.refused_logins, values)


def refusal_of(ledger: Ledger, site: str, lane: str, typed: Sequence[str]) -> Refusal | None:
    """The refusal of a login with just this; None when it was never tried, or something of it has changed."""
    table = schema.refused_logins
    query = sa.select(table).where(table.c.site == site, table.c.lane == lane)
    with ledger.engine.connect() as connection:
        row = connection.execute(query).first()
    if row is None or not hmac.compare_digest(row.digest, _digest(typed, row.salt)):
        return None
    return Refusal(row.at, row.text)


def throw_out(ledger: Ledger, site: str, lane: str, *, kicked: bool) -> None:
    """The portal has ended a session of this lane; `kicked`: because of another login, as it says."""
    values = {"site": site, "lane": lane, "at": now(), "kicked": kicked}
    with ledger.engine.begin() as connection:
        connection.execute(schema.thrown_out.insert().values(**values))


def times_thrown_out(ledger: Ledger, site: str, lane: str, *, minutes: float) -> tuple[int, int]:
    """How often the lane was thrown out in the last minutes, and how often of that by another login."""
    table = schema.thrown_out.c
    since = (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat(timespec="milliseconds")
    query = sa.select(table.kicked).where(table.site == site, table.lane == lane, table.at > since, table.at <= now())
    with ledger.engine.connect() as connection:
        kicked = list(connection.scalars(query))
    return len(kicked), sum(kicked)


def start_over(ledger: Ledger, site: str, lane: str) -> None:
    """A person has seen to this login: whatever was wrong with it is history."""
    with ledger.engine.begin() as connection:
        for table in (schema.refused_logins, schema.thrown_out):
            connection.execute(table.delete().where(table.c.site == site, table.c.lane == lane))


def _digest(typed: Sequence[str], salt: str) -> str:
    joined = "\0".join(typed).encode()
    return hashlib.scrypt(joined, salt=bytes.fromhex(salt), n=2**14, r=8, p=1).hex()
