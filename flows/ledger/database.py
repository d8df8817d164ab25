"""One database for the ledger and the engine: SQLite in the workspace's state folder."""

import sqlite3
import time
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_MS = 30_000


def open_database(path: Path) -> sa.Engine:
    """Open (and create) the database file, in WAL mode, with writers serialised."""
    engine = sa.create_engine(f"sqlite:///{path}", connect_args={"check_same_thread": False})
    sa.event.listen(engine, "connect", _prepare)
    return engine


def make_tables(engine: sa.Engine, metadata: sa.MetaData) -> None:
    """Make what is not there yet: tables, and columns that a later version has added (they may be empty)."""
    metadata.create_all(engine)
    for table in metadata.tables.values():
        known = {column["name"] for column in sa.inspect(engine).get_columns(table.name)}
        for column in table.columns:
            if column.name not in known:
                kind = column.type.compile(engine.dialect)
                with engine.begin() as connection:
                    connection.execute(sa.text(f'ALTER TABLE "{table.name}" ADD COLUMN "{column.name}" {kind}'))


def _prepare(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
    # A transaction takes the write lock when it begins: two writers wait for each other instead of failing half-way.
    connection.isolation_level = "IMMEDIATE"
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")  # what is recorded survives a power cut; WAL alone promises less
    if sqlite3.sqlite_version_info < (3, 42):
        # The engine's tables call unixepoch('subsec'), which older SQLites know only without 'subsec'.
        connection.create_function("unixepoch", -1, _unix_epoch)


def _unix_epoch(*_modifiers: str) -> float:
    return time.time()
