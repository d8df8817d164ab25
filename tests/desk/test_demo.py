"""The demo's story, without its browser: its plans are right but for what only a portal knows, and it harms nothing."""

import os
import subprocess
import sys
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from bots.errors import RefusedByPortal
from configs.problems import ConfigProblems
from configs.workspace import Workspace
from desk import sandbox_child
from desk.demo import place, promise, reviewers
from desk.messages.catalogue import text
from desk.sandbox_child import running_sandbox
from flows.intake import take_in
from flows.ledger import Filing, Ledger
from flows.stages import Hold, Stage, Until
from tests.control import Control

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return place.prepare(tmp_path / "demo")


def test_its_plans_pass_every_check_and_take_both_routes_from_two_accounts(folder: Path) -> None:
    intake = take_in(Workspace.open(folder))
    assert intake.problems == []
    lanes = Counter(order.lane for order in intake.orders)
    assert sum(lanes.values()) >= 8
    assert set(lanes) == {"linnan@provincial", "linnan@mall", "jyj@provincial", "jyj@mall"}
    refs = {order.plan.ref: order for order in intake.orders}
    assert {promise.MANUAL_REF, promise.REFUSED_REF, reviewers.RETURNED_REF} <= refs.keys()
    manual = refs[promise.MANUAL_REF].plan
    assert (manual.name, str(manual.purchase_date)) == ("台式计算机采购项目", "2020-09-18")
    assert manual.total == Decimal(350_000)


def test_a_second_demo_begins_anew_and_touches_nothing_else(folder: Path) -> None:
    (folder / "plans" / "left-over.yaml").write_text("x")
    (folder / ".yuncai").mkdir()
    place.prepare(folder)
    assert not (folder / ".yuncai").exists()
    assert sorted(path.name for path in (folder / "plans").iterdir()) == ["linnan.yaml", "shi-jiaotiju.yaml"]


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(ConfigProblems) as refused:
        place.prepare(tmp_path)
    assert refused.value.problems[0].code == "demo_folder_taken"
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_the_workspace_points_where_the_sandbox_is(folder: Path) -> None:
    place.point_at(folder, "http://127.0.0.1:4321/")
    assert Workspace.open(folder).portal("mall").base_url == "http://127.0.0.1:4321"


def filed(folder: Path) -> tuple[Ledger, list[Filing]]:
    """The demo's filings, each where the demo promises it to be."""
    ledger = Ledger(folder / "ledger.sqlite")
    filings = []
    for number, order in enumerate(take_in(Workspace.open(folder)).orders):
        filing = ledger.register(
            order.plan,
            source=order.source,
            lane=order.lane,
            route=order.route.value,
            why=order.why,
            site="sandbox",
            until=Until.SUBMITTED,
            run_id="r",
        )
        if filing.ref == promise.REFUSED_REF:
            filing = ledger.hold(filing, Hold.REFUSED, RefusedByPortal(during="detail", text="不符"))
        elif filing.ref == reviewers.RETURNED_REF:
            filing = ledger.advance(filing, Stage.RETURNED, number="1", opinion="请说明")
        else:
            its_number = promise.MANUAL_NUMBER if filing.ref == promise.MANUAL_REF else str(number + 10)
            filing = ledger.advance(filing, Stage.IN_MALL, number=its_number, sheet_number=f"J{number}")
        filings.append(filing)
    return ledger, filings


def test_the_promise_is_kept_only_when_every_filing_is_where_it_should_be(folder: Path) -> None:
    ledger, filings = filed(folder)
    assert promise.differences(filings) == []
    for place_in_list, filing in enumerate(filings):
        moved = ledger.advance(filing, Stage.SUBMITTED)
        found = promise.differences([*filings[:place_in_list], moved, *filings[place_in_list + 1 :]])
        assert [difference.ref for difference in found] == [filing.ref]
        assert found[0].wanted
        assert text("stage.submitted") in found[0].found
    ledger.close()


def test_the_sandbox_is_a_child_that_never_outlives_us(tmp_path: Path) -> None:
    children = []

    def work() -> None:
        with running_sandbox(database=tmp_path / "s.sqlite") as child:
            children.append(child)
            assert promise.standing(child) == 0, "nothing of the demo's accounts yet"
            assert Control(child.control, child.url).plans()
            raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError, match="on purpose"):
        work()
    assert children[0].process.poll() is not None


def test_the_sandbox_ends_when_its_parent_is_killed() -> None:
    script = (
        "import os, signal\n"
        "from desk.sandbox_child import running_sandbox\n"
        "with running_sandbox() as child:\n"
        "    print(child.process.pid, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)
    pid = int(ran.stdout)
    deadline = time.monotonic() + 10
    while alive(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(pid)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_sandbox_that_does_not_start_is_told_and_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    children: list[subprocess.Popen[str]] = []
    real = subprocess.Popen

    def silent(_command: list[str], **options: object) -> subprocess.Popen[str]:
        children.append(real([sys.executable, "-c", "import time; time.sleep(60)"], **options))  # type: ignore[call-overload]
        return children[0]

    monkeypatch.setattr("desk.sandbox_child.subprocess.Popen", silent)
    monkeypatch.setattr(sandbox_child, "START_SECONDS", 0.2)
    with pytest.raises(ConfigProblems) as refused, running_sandbox():
        pass
    assert refused.value.problems[0].code == "sandbox_not_started"
    assert children[0].poll() is not None


def test_a_taken_port_is_told() -> None:
    with running_sandbox() as child:
        port = int(child.url.rstrip("/").rpartition(":")[2])
        with pytest.raises(ConfigProblems) as refused, running_sandbox(port=port):
            pass
    assert refused.value.problems[0].code == "port_taken"
