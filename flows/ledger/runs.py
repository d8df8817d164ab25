"""Runs: one command's work, what it was asked to do, and the lanes that it had to shut."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bots.errors import BotError
from flows.ledger import schema
from flows.ledger.book import Ledger, now
from flows.ledger.database import insert_once
from flows.ledger.records import Trouble

WATCHED_SECONDS = 60.0  # a run that nobody has looked after for so long is over, or its workers go on by themselves


@dataclass(frozen=True)
class Run:
    """One run of `file` or `poll`."""

    id: str
    command: str
    site: str
    selection: list[str]
    started_at: str
    finished_at: str | None
    verdict: str | None


@dataclass(frozen=True)
class Wanted:
    """What a run wants, for a worker: the filings by their ids, what was allowed beyond the usual, whether to stop."""

    selection: frozenset[int]
    allowed: dict[str, bool]
    stopped: bool = False


def begin_run(
    ledger: Ledger, run_id: str, command: str, site: str, selection: list[str], allowed: dict[str, bool] | None = None
) -> None:
    """Put down what a run is going to do; what is written from here on is its."""
    ledger.run_id = run_id
    values: dict[str, Any] = {
        "id": run_id,
        "command": command,
        "site": site,
        "selection": selection,
        "started_at": now(),
        "allowed": allowed or {},
    }
    with ledger.engine.begin() as connection:
        connection.execute(schema.runs.insert().values(**values))


def wanted_of(ledger: Ledger, run_id: str) -> Wanted:
    """What a run wants; nothing, when nobody knows it."""
    table = schema.runs.c
    query = sa.select(table.selection, table.allowed, table.stop_at).where(table.id == run_id)
    with ledger.engine.connect() as connection:
        row = connection.execute(query).first()
    if row is None:
        return Wanted(frozenset(), {})
    selection = frozenset(filing.id for filing in ledger.all_filings(row.selection))
    return Wanted(selection, row.allowed or {}, row.stop_at is not None)


def ask_to_stop(ledger: Ledger, run_id: str) -> None:
    """Somebody wants the run to stop: its workers end the step under way."""
    with ledger.engine.begin() as connection:
        connection.execute(schema.runs.update().where(schema.runs.c.id == run_id).values(stop_at=now()))


def asked_to_stop(ledger: Ledger, ids: list[str]) -> list[str]:
    """Which of these runs somebody wants to stop."""
    table = schema.runs.c
    with ledger.engine.connect() as connection:
        return list(connection.scalars(sa.select(table.id).where(table.id.in_(ids), table.stop_at.is_not(None))))


def finish_run(ledger: Ledger, run_id: str, verdict: str) -> None:
    """Put down how a run ended: `done`, `attention`, `parked`, `stopped`."""
    with ledger.engine.begin() as connection:
        connection.execute(
            schema.runs.update().where(schema.runs.c.id == run_id).values(finished_at=now(), verdict=verdict)
        )


def beat(ledger: Ledger, run_id: str) -> None:
    """The run is alive, and its ledger can be written: raises sqlalchemy's errors when it cannot."""
    with ledger.engine.begin() as connection:
        connection.execute(schema.runs.update().where(schema.runs.c.id == run_id).values(beat_at=now()))


def all_runs(ledger: Ledger) -> list[Run]:
    """Every run, newest first."""
    table = schema.runs.c
    columns = (table.id, table.command, table.site, table.selection, table.started_at, table.finished_at, table.verdict)
    query = sa.select(*columns).order_by(table.started_at.desc())
    with ledger.engine.connect() as connection:
        return [Run(*row) for row in connection.execute(query)]


def under_way(ledger: Ledger) -> str | None:
    """A run that somebody still watches, or None."""
    table = schema.runs.c
    since = (datetime.now(UTC) - timedelta(seconds=WATCHED_SECONDS)).isoformat(timespec="milliseconds")
    query = sa.select(table.id).where(table.finished_at.is_(None), sa.func.coalesce(table.beat_at, "") > since)
    with ledger.engine.connect() as connection:
        return connection.scalar(query.limit(1))


def shut_lane(ledger: Ledger, run_id: str, lane: str, error: BotError) -> None:
    """No more logins on this lane in this run: a second try could lock the account."""
    values = {"run_id": run_id, "lane": lane, "at": now(), "code": error.code, "params": ledger.masked(error.params)}
    with ledger.engine.begin() as connection:
        insert_once(connection, schema.shut_lanes, values)


def why_shut(ledger: Ledger, run_id: str, lane: str) -> Trouble | None:
    """Why a lane is shut in this run, or None."""
    table = schema.shut_lanes
    query = sa.select(table.c.code, table.c.params).where(table.c.run_id == run_id, table.c.lane == lane)
    with ledger.engine.connect() as connection:
        row = connection.execute(query).first()
    return Trouble(row.code, row.params) if row else None
