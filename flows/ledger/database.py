"""One database for the ledger and the engine: SQLite in the workspace's state folder, or a PostgreSQL of several."""

import os
import socket
import sqlite3
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.pool import ConnectionPoolEntry
from tenacity import retry, retry_if_exception_message, stop_after_delay, wait_random

from configs.workspace import Workspace

BUSY_MS = 30_000
CONNECT_SECONDS = 10
POOL = 40  # connections kept, and as many more at need: a lane may hold one for its place on a portal
DRIVER = "postgresql+psycopg"
TABLES = 0x79756E6D  # the advisory lock under which tables are made
Place = Path | str  # a file, or a URL


def place_of(workspace: Workspace) -> Place:
    """Where the workspace's ledger is."""
    address = workspace.settings.database_url
    return address.get_secret_value() if address else file_of(workspace)


def file_of(workspace: Workspace) -> Path:
    """Where it is, or was, while the workspace has it to itself."""
    return workspace.state_dir / "yuncai.sqlite"


def open_database(place: Place) -> sa.Engine:
    """Open a file (made when it is not there; WAL, writers serialised), or a PostgreSQL database that exists."""
    if isinstance(place, str):
        return sa.create_engine(
            sa.make_url(place).set(drivername=DRIVER),
            pool_pre_ping=True,
            pool_size=POOL,
            max_overflow=POOL,
            connect_args={"application_name": whoami(), "connect_timeout": CONNECT_SECONDS},
        )
    place.parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(f"sqlite:///{place}", connect_args={"check_same_thread": False})
    sa.event.listen(engine, "connect", _prepare)
    return engine


def password_in(address: str) -> str:
    """The password that a database's address holds, or nothing."""
    return sa.make_url(address).password or ""


def whoami() -> str:
    """This process, as others see it in the database: `yuncai host:pid`."""
    return f"yuncai {socket.gethostname()}:{os.getpid()}"


def make_tables(engine: sa.Engine, metadata: sa.MetaData) -> None:
    """Make what is not there yet: tables, and columns that a later version has added (they may be empty).

    One process at a time does: several may begin at the same moment on an empty database.
    """
    with engine.begin() as connection:
        _alone(connection)
        metadata.create_all(connection)
        for table in metadata.tables.values():
            known = {column["name"] for column in sa.inspect(connection).get_columns(table.name)}
            for column in table.columns:
                if column.name not in known:
                    kind = column.type.compile(engine.dialect)
                    connection.execute(sa.text(f'ALTER TABLE "{table.name}" ADD COLUMN "{column.name}" {kind}'))


def _alone(connection: sa.Connection) -> None:
    """Until this transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(TABLES)))
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # the driver itself begins one only before it writes rows


def insert_once(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> None:
    """Insert a row unless one with the same key stands there, whoever put it there, and however lately."""
    connection.execute(_insert(connection, table).values(**values).on_conflict_do_nothing())


def replace(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> None:
    """Insert a row, in the place of one with the same primary key."""
    made = _insert(connection, table)
    keys = [column.name for column in table.primary_key]
    rest = {name: value for name, value in values.items() if name not in keys}
    connection.execute(made.values(**values).on_conflict_do_update(index_elements=keys, set_=rest))


def _insert(connection: sa.Connection, table: sa.Table) -> postgresql.Insert | sqlite.Insert:
    """Both know ON CONFLICT, and in the same words."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def _prepare(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
    # A transaction takes the write lock when it begins: two writers wait for each other instead of failing half-way.
    connection.isolation_level = "IMMEDIATE"
    connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    connection.execute("PRAGMA foreign_keys=ON")
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous=FULL")  # what is recorded survives a power cut; WAL alone promises less
    if sqlite3.sqlite_version_info < (3, 42):
        # The engine's tables call unixepoch('subsec'), which older SQLites know only without 'subsec'.
        connection.create_function("unixepoch", -1, _unix_epoch)


@retry(
    retry=retry_if_exception_message(match=".*locked"),
    wait=wait_random(0.01, 0.1),
    stop=stop_after_delay(BUSY_MS / 1000),
    reraise=True,
)
def _write_ahead(connection: sqlite3.Connection) -> None:
    """The one statement for which SQLite does not wait itself: where several begin on a new file at once."""
    connection.execute("PRAGMA journal_mode=WAL")


def _unix_epoch(*_modifiers: str) -> float:
    return time.time()
