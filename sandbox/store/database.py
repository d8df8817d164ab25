"""One SQLite connection behind a lock: the sandbox is a small process, and a save is one transaction."""

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sandbox.store.schema import ADDED_LATER, EMPTY, TABLES

Row = dict[str, Any]


class Database:
    """Queries answer with plain dicts; writes happen inside `transaction()`, which may be nested."""

    def __init__(self, path: Path | None) -> None:
        self._lock = threading.RLock()
        self._depth = 0
        self._connection = sqlite3.connect(
            ":memory:" if path is None else path, check_same_thread=False, isolation_level=None
        )
        self._connection.row_factory = sqlite3.Row
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "busy_timeout = 5000"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.executescript(TABLES)
        for table, column, kind in ADDED_LATER:
            if column not in {row["name"] for row in self._connection.execute(f"PRAGMA table_info({table})")}:
                self._connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; the outermost block commits."""
        with self._lock:
            if self._depth == 0:
                self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
            except BaseException:
                self._depth -= 1
                if self._depth == 0:
                    self._connection.execute("ROLLBACK")
                raise
            self._depth -= 1
            if self._depth == 0:
                self._connection.execute("COMMIT")

    def all(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """Find every row."""
        with self._lock:
            return [dict(row) for row in self._connection.execute(sql, values)]

    def one(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> Row | None:
        """Find the first row, if there is any."""
        with self._lock:
            row = self._connection.execute(sql, values).fetchone()
        return None if row is None else dict(row)

    def run(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> int:
        """Run one statement; answers with the id of the row that it inserted."""
        with self._lock:
            return self._connection.execute(sql, values).lastrowid or 0

    def run_many(self, sql: str, rows: Sequence[Mapping[str, object]]) -> None:
        """Run the same statement for many rows."""
        with self._lock:
            self._connection.executemany(sql, rows)

    def insert(self, table: str, values: Mapping[str, object]) -> int:
        """Write a new row; answers with its id."""
        return self.run(insert_statement(table, values), values)

    def update(self, table: str, row_id: int, values: Mapping[str, object]) -> None:
        """Write new values into one row."""
        assignments = ", ".join(f"{column} = :{column}" for column in values)
        self.run(f"UPDATE {table} SET {assignments} WHERE id = :row_id", {**values, "row_id": row_id})

    def next_serial(self, prefix: str, last: int, gap: int) -> int:
        """Give the number after the last one, which stands on a row or did so once: none is given twice."""
        row = self.one("SELECT last FROM sequences WHERE prefix = ?", (prefix,))
        serial = max(last, row["last"] if row else 0) + 1 + gap
        self.run("REPLACE INTO sequences VALUES (?, ?)", (prefix, serial))
        return serial

    def empty(self) -> None:
        """Forget every row."""
        with self.transaction():
            for statement in EMPTY.split(";"):
                if statement.strip():
                    self._connection.execute(statement)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()


def insert_statement(table: str, values: Mapping[str, object]) -> str:
    """INSERT with named parameters for the columns of `values`."""
    return f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join(f':{column}' for column in values)})"
