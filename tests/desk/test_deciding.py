"""retry, release and cancel: what they do to the ledger, what they say, and what they refuse."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from configs.workspace import Workspace
from desk import under_way
from flows.errors import PlanVanished, SavedButNotFound, SeveralCandidates
from flows.intake import Order
from flows.ledger import Filing, Ledger, decisions, intents
from flows.lock import workspace_lock
from flows.run import RunSummary
from flows.stages import Hold, Stage
from tests.desk.conftest import Run
from tests.desk.fabricated import NUMBER, RUN, fabricate, register

DONE, RETURNED, REFUSED, SHUT = (f"filed-00{n}" for n in range(1, 5))
COMMANDS = ("cancel", "release", "retry")


@contextmanager
def ledger_of(workspace: Path) -> Iterator[Ledger]:
    ledger = Ledger(workspace / ".yuncai" / "yuncai.sqlite")
    try:
        yield ledger
    finally:
        ledger.close()


def filing(workspace: Path, ref: str) -> Filing:
    with ledger_of(workspace) as ledger:
        (found,) = ledger.all_filings([ref])
        return found


@pytest.fixture
def office(workspace: Path) -> Path:
    fabricate(workspace / ".yuncai")
    return workspace


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unknown_ref_is_told_and_nothing_is_done(office: Path, yuncai: Run, command: str) -> None:
    ran = yuncai(command, REFUSED, "nobody", "-w", office)
    assert (ran.code, "nobody" in ran.err, filing(office, REFUSED).hold) == (2, True, Hold.REFUSED)


@pytest.mark.parametrize("command", ["cancel", "release"])
def test_what_decides_about_nothing_named_refuses(office: Path, yuncai: Run, command: str) -> None:
    assert yuncai(command, "-w", office).code == 2


@pytest.mark.parametrize("command", ["cancel", "release"])
def test_nobody_decides_while_a_run_is_at_work(office: Path, yuncai: Run, command: str) -> None:
    with workspace_lock(Workspace.open(office)):
        ran = yuncai(command, SHUT, "-w", office)
    assert (ran.code, filing(office, SHUT).hold) == (4, Hold.NEEDS_HUMAN)


def test_cancel_says_what_still_stands_and_deletes_nothing(office: Path, yuncai: Run) -> None:
    ran = yuncai("cancel", RETURNED, SHUT, "-w", office)
    assert ran.code == 0
    assert "省平台37142461200120200016：被退回" in "".join(ran.out.split())
    assert [filing(office, ref).hold for ref in (RETURNED, SHUT)] == [Hold.CANCELLED] * 2
    assert filing(office, RETURNED).number == "37142461200120200016"
    document = json.loads(yuncai("cancel", RETURNED, "-w", office, "--json").out)
    assert [each["done"] for each in document["decided"]] == ["already_cancelled"]


def test_a_filter_picks_among_all(office: Path, yuncai: Run) -> None:
    document = json.loads(yuncai("release", "--hold", "needs_human", "--account", "linnan", "-w", office, "--json").out)
    assert [(each["ref"], each["done"]) for each in document["decided"]] == [(SHUT, "released")]
    assert (filing(office, SHUT).hold, filing(office, REFUSED).hold) == (None, Hold.REFUSED)


def test_release_leaves_alone_what_is_not_held_and_what_was_given_up(office: Path, yuncai: Run) -> None:
    yuncai("cancel", SHUT, "-w", office)
    document = json.loads(yuncai("release", DONE, SHUT, "-w", office, "--json").out)
    assert [each["done"] for each in document["decided"]] == ["not_held", "needs_retry"]
    assert filing(office, SHUT).hold is Hold.CANCELLED


def test_only_what_vanished_is_filed_again(office: Path, yuncai: Run) -> None:
    assert yuncai("release", SHUT, "--file-again", "-w", office).code == 2
    with ledger_of(office) as ledger:
        gone = ledger.own(register(ledger, "gone"), "37142461200120200099", "created")
        ledger.hold(gone, Hold.NEEDS_HUMAN, PlanVanished(number="37142461200120200099"))
    assert yuncai("release", "gone", "-w", office, "--file-again").code == 0
    again = filing(office, "gone")
    assert (again.number, again.stage, again.hold) == (None, Stage.PLANNED, None)
    with ledger_of(office) as ledger:
        assert {"number": "37142461200120200099"} in [line.params for line in ledger.history(again.id)]


def test_only_a_candidate_that_nobody_owns_is_chosen(office: Path, yuncai: Run) -> None:
    with ledger_of(office) as ledger:
        unclear = register(ledger, "unclear")
        intents.begin(ledger, unclear, "save", [])
        ledger.hold(unclear, Hold.NEEDS_HUMAN, SeveralCandidates(numbers=[NUMBER, "37142461200120200098"]))
    for wrong in ("37142461200120200097", NUMBER):
        assert yuncai("release", "unclear", "--number", wrong, "-w", office).code == 2
    assert filing(office, "unclear").hold is Hold.NEEDS_HUMAN
    assert yuncai("release", "unclear", "--number", "37142461200120200098", "-w", office).code == 0
    chosen = filing(office, "unclear")
    assert (chosen.number, chosen.hold) == ("37142461200120200098", None)
    with ledger_of(office) as ledger:
        assert not intents.any_open(ledger, chosen)


def test_a_save_that_left_no_trace_is_made_again_only_after_a_person_has_looked(office: Path, yuncai: Run) -> None:
    with ledger_of(office) as ledger:
        lost = register(ledger, "lost")
        intents.accept(ledger, intents.begin(ledger, lost, "save", []), "保存成功！")
        ledger.hold(lost, Hold.NEEDS_HUMAN, SavedButNotFound(text="保存成功！"))
        assert intents.any_open(ledger, lost)
    assert yuncai("release", "lost", "-w", office).code == 0
    with ledger_of(office) as ledger:
        assert not intents.any_open(ledger, lost)


def test_retry_files_what_is_held_and_in_the_files_and_nothing_else(
    office: Path, yuncai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[list[str], bool]] = []

    def instead(_workspace: object, orders: list[Order], *, retrying: bool, **_more: object) -> RunSummary:
        asked.append(([order.plan.ref for order in orders], retrying))
        return RunSummary(RUN, "done", [])

    monkeypatch.setattr(under_way, "file_orders", instead)
    assert yuncai("retry", "-w", office).code == 0  # the held ones stand in no file
    ran = yuncai("retry", REFUSED, "-w", office)
    assert (ran.code, REFUSED in ran.err, asked) == (2, True, [])
    (plan,) = list(json.loads(yuncai("check", "-w", office, "--json").out)["plans"])[:1]
    with ledger_of(office) as ledger:
        example = decisions.cancel(ledger, register(ledger, plan["ref"]))
    assert yuncai("retry", "-w", office).code == 0  # what was given up is not retried unless it is named
    assert asked == []
    assert yuncai("retry", example.ref, "-w", office).code == 0
    assert yuncai("retry", "--hold", "cancelled", "-w", office).code == 0
    assert asked == [([example.ref], True)] * 2
