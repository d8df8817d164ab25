"""A ledger moves into a shared database once, with all it knows, and nothing is left in two places."""

from pathlib import Path

import pytest

from flows.ledger import Ledger
from flows.stages import Stage
from tests.desk.conftest import Run
from tests.desk.fabricated import a_plan, fabricate, register
from tools.postgres import Server


@pytest.fixture
def address(workspace: Path, postgres: Server) -> str:
    address = postgres.database()
    secret = workspace / "secrets" / "database_url"
    secret.write_text(address, "utf-8")
    secret.chmod(0o600)
    return address


def test_everything_is_moved_and_the_next_plan_gets_the_next_number(workspace: Path, yuncai: Run, address: str) -> None:
    filings = fabricate(workspace / ".yuncai")
    ran = yuncai("migrate", "-w", workspace)
    assert (ran.code, "4 份计划" in ran.out) == (0, True)
    assert not (workspace / ".yuncai" / "yuncai.sqlite").exists()
    assert (workspace / ".yuncai" / "yuncai.sqlite.moved").exists()
    assert "filed-001" in yuncai("status", "-w", workspace).out
    ledger = Ledger(address)
    assert ledger.all_filings() == filings
    assert [line.what for line in ledger.history(filings[0].id)][-1] == "in_mall"
    fifth = register(ledger, "filed-005")
    assert fifth.id == filings[-1].id + 1
    assert ledger.advance(fifth, Stage.SUBMITTED).plan == a_plan("filed-005")
    ledger.close()


def test_a_database_that_knows_plans_is_left_alone(workspace: Path, yuncai: Run, address: str) -> None:
    ledger = Ledger(address)
    register(ledger, "somebody-elses")
    fabricate(workspace / ".yuncai")
    ran = yuncai("migrate", "-w", workspace)
    assert (ran.code, "secrets/database_url" in ran.err) == (2, True)
    assert [filing.ref for filing in ledger.all_filings()] == ["somebody-elses"]
    assert (workspace / ".yuncai" / "yuncai.sqlite").exists()
    ledger.close()


def test_without_a_database_or_a_ledger_nothing_is_moved(workspace: Path, yuncai: Run, postgres: Server) -> None:
    fabricate(workspace / ".yuncai")
    assert yuncai("migrate", "-w", workspace).code == 2
    (workspace / ".yuncai" / "yuncai.sqlite").unlink()
    secret = workspace / "secrets" / "database_url"
    secret.write_text(postgres.database(), "utf-8")
    secret.chmod(0o600)
    assert yuncai("migrate", "-w", workspace).code == 2


def test_a_database_that_does_not_answer_is_named_without_its_password(workspace: Path, yuncai: Run) -> None:
    secret = workspace / "secrets" / "database_url"
    secret.write_text("postgresql://yuncai:S3cr3t-Pg@127.0.0.1:1/none", "utf-8")
    secret.chmod(0o600)
    ran = yuncai("status", "-w", workspace)
    assert ran.code == 4
    assert "S3cr3t-Pg" not in ran.out + ran.err
    assert "refused" in ran.err
