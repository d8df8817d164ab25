"""After a poll a person reads what has changed: from where to where, by whom and when, in whose words."""

from pathlib import Path

import pytest

from bots.errors import RowAmbiguous
from flows.ledger import Ledger
from flows.ledger.runs import begin_run
from flows.run import RunSummary
from flows.stages import Hold, Stage
from tests.desk.conftest import Run
from tests.desk.fabricated import OPINION, register
from tests.desk.test_endings import pretend

POLL = "20260102-080000-000-poll"


def test_changes_come_before_everything_else(workspace: Path, yuncai: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger(workspace / ".yuncai" / "yuncai.sqlite")
    filings = [ledger.advance(register(ledger, f"p{n}"), Stage.SUBMITTED) for n in range(4)]
    begin_run(ledger, POLL, "poll", "sandbox", [filing.ref for filing in filings])
    told = {"who": "经济建设科 王五", "when": "2026-01-02 07:59:00", "opinion": OPINION, "said": "资金科室审核 退回"}
    ledger.advance(filings[0], Stage.RETURNED, before="submitted", **told)
    ledger.follow_sheet(ledger.advance(filings[1], Stage.IN_MALL, before="submitted"), "采购中")
    ledger.hold(filings[2], Hold.NEEDS_HUMAN, RowAmbiguous(where="provincial/采购计划维护", key="1", count=2))
    pretend(monkeypatch, RunSummary(POLL, "attention", ledger.all_filings()))
    out = yuncai("poll", "-w", workspace).out
    ledger.close()
    assert "有变化的计划 4 条" in out
    for words in ("待资金科室审核 → 被退回", "经济建设科 王五 2026-01-02 07:59:00", OPINION, "采购中", "需要人工"):
        assert words in out
    assert "p3" not in out


def test_a_poll_without_news_says_so(workspace: Path, yuncai: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger(workspace / ".yuncai" / "yuncai.sqlite")
    filing = ledger.advance(register(ledger, "p1"), Stage.SUBMITTED)
    begin_run(ledger, POLL, "poll", "sandbox", [filing.ref])
    pretend(monkeypatch, RunSummary(POLL, "done", [filing]))
    ledger.close()
    out = yuncai("poll", "-w", workspace).out
    assert "没有变化" in out
    assert "p1" not in out
