"""The ledger keeps the same promises in a file and in a PostgreSQL that several share."""

import multiprocessing
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from bots.errors import CaptchaShown
from configs.workspace import Workspace
from flows.changes import changes_of
from flows.ledger import Ledger, LogLine, intents, logins, outbox, readings, refusals, turns
from flows.ledger.database import Place
from flows.ledger.milestones import first_times
from flows.ledger.runs import all_runs, beat, begin_run, finish_run, shut_lane, why_shut
from flows.lock import WorkspaceBusyError, workspace_lock
from flows.stages import Hold, Stage
from tests.control import Control
from tests.desk.fabricated import a_plan, register
from tests.workspaces import Office, mall_plan, provincial_plan
from tools.postgres import Server

BEGINNERS = 4
LINE = LogLine("提交", "张建国", "2026-01-01 08:00", "提交成功", "", "提交 张建国 提交成功", Stage.SUBMITTED)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path, postgres: Server) -> Place:
    return tmp_path / "yuncai.sqlite" if request.param == "sqlite" else postgres.database()


@pytest.fixture
def ledger(place: Place) -> Iterator[Ledger]:
    ledger = Ledger(place)
    yield ledger
    ledger.close()


def test_several_may_begin_at_once_on_an_empty_database(place: Place) -> None:
    together = threading.Barrier(BEGINNERS)

    def begin(_number: int) -> list[str]:
        together.wait()
        ledger = Ledger(place)
        try:
            return sa.inspect(ledger.engine).get_table_names()
        finally:
            ledger.close()

    with ThreadPoolExecutor(BEGINNERS) as threads:
        for tables in threads.map(begin, range(BEGINNERS)):
            assert "filings" in tables


def test_a_new_file_is_waited_for_while_another_begins_in_it(tmp_path: Path) -> None:
    file = tmp_path / "yuncai.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as another:
        another.execute("CREATE TABLE its (x)")
        another.execute("BEGIN IMMEDIATE")
        threading.Timer(0.3, another.execute, ["COMMIT"]).start()
        Ledger(file).close()
        assert not another.in_transaction


def test_refusals_in_a_row_are_counted_for_each_run_whoever_meets_them(ledger: Ledger, place: Place) -> None:
    another = Ledger(place)  # of another worker
    for who in (ledger, another, ledger):
        refusals.count(who, "r1", "provincial", "业务科室已停用")
    assert refusals.alike(another, "r1", "provincial") == (3, "业务科室已停用")
    assert refusals.alike(another, "r2", "provincial") == (0, "")
    assert refusals.alike(another, "r1", "mall") == (0, "")
    refusals.count(another, "r1", "provincial", "代理机构不存在")
    assert refusals.alike(ledger, "r1", "provincial") == (1, "代理机构不存在")
    refusals.begin_anew(another, "r1", "provincial")
    assert refusals.alike(ledger, "r1", "provincial") == (0, "")
    another.close()


def test_a_filing_is_told_as_it_was_written(ledger: Ledger, place: Place) -> None:
    begin_run(ledger, "r1", "file", "sandbox", ["p1"])
    filing = register(ledger, "p1", "台式计算机\N{SNOWMAN}采购")
    intent = intents.begin(ledger, filing, "save", ["1", "2"])
    intents.accept(ledger, intent, "保存成功！")
    filing = ledger.own(filing, "37142461200120200015", "created")
    intents.close(ledger, intent, "37142461200120200015")
    filing = ledger.advance(filing, Stage.RETURNED, before="submitted", opinion="请补充")
    ledger.hold(filing, Hold.NEEDS_HUMAN, CaptchaShown(address="http://portal/"))
    beat(ledger, "r1")
    finish_run(ledger, "r1", "attention")
    again = Ledger(place)
    (known,) = again.all_filings()
    assert known.plan == a_plan("p1", "台式计算机\N{SNOWMAN}采购")
    assert (known.stage, known.hold, known.opinion) == (Stage.RETURNED, Hold.NEEDS_HUMAN, "请补充")
    assert [line.what for line in again.history(known.id)] == ["registered", "created", "returned", "needs_human"]
    assert [change.what for change in changes_of(again, "r1")] == ["returned", "needs_human"]
    assert set(first_times(again)[known.id]) == {Stage.RETURNED}
    assert not intents.any_open(again, known)
    assert [run.verdict for run in all_runs(again)] == ["attention"]
    again.close()


def test_two_filings_never_own_one_number(ledger: Ledger) -> None:
    first, second = register(ledger, "p1"), register(ledger, "p2")
    ledger.own(first, "1", "created")
    with pytest.raises(Exception, match=r"(?i)unique"):
        ledger.own(second, "1", "created")


def test_what_is_kept_once_is_kept_once(ledger: Ledger) -> None:
    filing = register(ledger, "p1")
    for _ in range(2):
        readings.keep(ledger, filing, [LINE], run_id="r1")
        readings.was_read(ledger, filing, row="{}", run_id="r1")
        outbox.put(ledger, "office", "returned", key="k", locale="zh", facts={"ref": "p1"})
        shut_lane(ledger, "r1", "linnan@provincial", CaptchaShown(address="http://portal/"))
        logins.refuse(ledger, "sandbox", "linnan@provincial", ["typed"], "密码错误")
    assert readings.lines_of(ledger, filing.id) == [LINE]
    assert readings.reading_of(ledger, filing.id) is not None
    assert len(outbox.waiting(ledger)) == 1
    assert why_shut(ledger, "r1", "linnan@provincial") is not None
    assert logins.refusal_of(ledger, "sandbox", "linnan@provincial", ["typed"]) is not None
    assert turns.turn_of(ledger, "night") is None


def hold(folder: Path, ready: "multiprocessing.synchronize.Event", over: "multiprocessing.synchronize.Event") -> None:
    with workspace_lock(Workspace.open(folder)):
        ready.set()
        over.wait(30)


def test_one_command_at_a_time_moves_in_a_database_from_whichever_folder(tmp_path: Path, postgres: Server) -> None:
    address = postgres.database()
    folders = [tmp_path / name for name in ("here", "there")]
    for folder in folders:
        Office.open_at(folder, "http://127.0.0.1:1/").share(address)
    context = multiprocessing.get_context("spawn")
    ready, over = context.Event(), context.Event()
    other = context.Process(target=hold, args=(folders[0], ready, over))
    other.start()
    assert ready.wait(30)
    with pytest.raises(WorkspaceBusyError) as caught, workspace_lock(Workspace.open(folders[1])):
        pass
    assert caught.value.pid.endswith(f":{other.pid}")
    other.kill()
    other.join()
    with workspace_lock(Workspace.open(folders[1])):  # a killed one holds nothing
        pass


async def test_plans_are_filed_and_followed_on_a_shared_database(
    office: Office, sandbox: Control, postgres: Server
) -> None:
    office.share(postgres.database())
    office.write_plans(provincial_plan("p1"), mall_plan("m1"))
    await office.file()
    sandbox.review(office.filing("p1").number or "", "资金科室")
    await office.file()
    await office.poll()
    assert (office.filing("p1").stage, office.filing("m1").stage) == (Stage.OFFICE_REVIEW, Stage.IN_MALL)
    assert len(sandbox.plans(number=office.filing("p1").number or "")) == 1
    assert not (office.root / ".yuncai" / "yuncai.sqlite").exists()
