"""The ledger outlives the version that made it."""

import sqlite3
from pathlib import Path

from flows.ledger import Ledger
from flows.ledger.runs import all_runs, beat, begin_run


def test_a_ledger_of_an_older_version_is_taken_over_with_all_it_knows(tmp_path: Path) -> None:
    path = tmp_path / "yuncai.sqlite"
    ledger = Ledger(path)
    begin_run(ledger, "r1", "file", "sandbox", ["p1"])
    ledger.close()
    with sqlite3.connect(path) as old:
        old.execute("ALTER TABLE runs DROP COLUMN beat_at")
    old.close()
    ledger = Ledger(path)
    beat(ledger, "r1")
    assert [run.id for run in all_runs(ledger)] == ["r1"]
    ledger.close()
