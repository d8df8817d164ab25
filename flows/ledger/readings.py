"""Readings: what the review logs have said, line by line, and when each was last read."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa

from flows.ledger import schema
from flows.ledger.book import Ledger, now
from flows.ledger.database import replace
from flows.ledger.records import Filing, LogLine, Reading
from flows.stages import Stage

TEXTS = ("step", "who", "at", "result", "opinion", "raw")


def keep(ledger: Ledger, filing: Filing, lines: Sequence[LogLine], *, run_id: str) -> None:
    """Write down those lines of a log that are new."""
    known = lines_of(ledger, filing.id)
    seen = {"filing_id": filing.id, "seen_at": now(), "run_id": run_id}
    new: list[dict[str, Any]] = [
        {**seen, "place": place, **asdict(line), "stage": line.stage.value}
        for place, line in enumerate(_masked(ledger, each) for each in lines)
        if place >= len(known) or known[place].raw != line.raw
    ]
    if new:
        with ledger.engine.begin() as connection:
            connection.execute(schema.log_lines.insert(), new)


def was_read(ledger: Ledger, filing: Filing, *, row: str, run_id: str) -> None:
    """The log was read, and what it says taken over; `row`: how the list showed the plan just before, if it did."""
    reading = {"filing_id": filing.id, "row": row, "read_at": now(), "run_id": run_id}
    with ledger.engine.begin() as connection:
        replace(connection, schema.readings, reading)


def reading_of(ledger: Ledger, filing_id: int) -> Reading | None:
    """The last reading of a plan's log, or None."""
    table = schema.readings.c
    query = sa.select(table.row, table.read_at, table.run_id).where(table.filing_id == filing_id)
    with ledger.engine.connect() as connection:
        found = connection.execute(query).first()
    return Reading(*found) if found else None


def lines_of(ledger: Ledger, filing_id: int) -> list[LogLine]:
    """The log as it was last seen; where a portal has rewritten a line, its newest words."""
    table = schema.log_lines.c
    columns = (getattr(table, name) for name in (*TEXTS, "stage"))
    query = sa.select(table.place, *columns).where(table.filing_id == filing_id).order_by(table.id)
    newest: dict[int, LogLine] = {}
    with ledger.engine.connect() as connection:
        for place, step, who, at, result, opinion, raw, stage in connection.execute(query):
            newest[place] = LogLine(step, who, at, result, opinion, raw, Stage(stage))
    return [newest[place] for place in sorted(newest)]


def _masked(ledger: Ledger, line: LogLine) -> LogLine:
    step, who, at, result, opinion, raw = (str(ledger.masked(getattr(line, name))) for name in TEXTS)
    return LogLine(step, who, at, result, opinion, raw, line.stage)
