"""People are told what happened, once, by their rules, in their language; a channel that fails harms nothing."""

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from bots.errors import CaptchaShown
from configs.workspace import Workspace
from desk import under_way
from desk.notices import collecting, telling
from flows.ledger import Filing, Ledger, decisions
from flows.ledger.runs import begin_run
from flows.run import RunSummary, ledger_of
from flows.stages import Hold, Stage
from tests.desk.conftest import Run
from tests.desk.fabricated import NUMBER, OPINION, register

POLL = "20260102-080000-000-poll"
TOKEN = "s3cr3t-T0ken"


class Receiver:
    """A channel at the other end: keeps what arrives, or says no."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        self.status = 200
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                content = self.rfile.read(int(self.headers["Content-Length"]))
                if outer.status == 200:
                    outer.messages.append(json.loads(content))
                self.send_response(outer.status)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"json://127.0.0.1:{self.server.server_port}/{TOKEN}"

    @property
    def titles(self) -> list[str]:
        return [message["title"] for message in self.messages]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    Thread(target=receiver.server.serve_forever, daemon=True).start()
    yield receiver
    receiver.server.shutdown()
    receiver.server.server_close()


Office = Callable[..., Workspace]


@pytest.fixture
def office(workspace: Path, receiver: Receiver) -> Office:
    """A workspace with these rules, all for the address `office`."""

    def make(*rules: dict[str, Any], **settings: object) -> Workspace:
        path = workspace / "yuncai.yaml"
        known = yaml.safe_load(path.read_text("utf-8")) or {}
        known["notices"] = {"rules": [{"to": "office", **rule} for rule in rules], **settings}
        path.write_text(yaml.safe_dump(known, allow_unicode=True), "utf-8")
        secret = workspace / "secrets" / "notice_urls__office"
        secret.parent.mkdir(mode=0o700, exist_ok=True)
        secret.write_text(receiver.address, "utf-8")
        secret.chmod(0o600)
        return Workspace.open(workspace)

    return make


@contextmanager
def ledger_at(workspace: Workspace) -> Iterator[Ledger]:
    ledger = ledger_of(workspace)
    yield ledger
    ledger.close()


def run(workspace: Workspace, happens: Callable[[Ledger], None], verdict: str = "done") -> list[str]:
    """A run in which something happens, told as a run is; gives what was said to the operator."""
    said: list[str] = []

    async def go() -> None:
        async with telling.telling(workspace, said.append) as teller:
            with ledger_at(workspace) as ledger:
                happens(ledger)
                teller.summary = RunSummary(POLL, verdict, ledger.all_filings())  # type: ignore[arg-type]

    asyncio.run(go())
    return said


def returned(ledger: Ledger, ref: str = "p1") -> Filing:
    filing = ledger.own(ledger.filing(ref) or register(ledger, ref), NUMBER, "created")
    return ledger.advance(filing, Stage.RETURNED, before="submitted", opinion=OPINION, who="王五", when="08:00")


def test_a_returned_plan_is_told_once_in_the_reviewers_words(office: Office, receiver: Receiver) -> None:
    workspace = office({"about": ["returned"]})
    run(workspace, lambda ledger: (returned(ledger), None)[1])
    (message,) = receiver.messages
    assert message["title"] == "云采：1 份计划被退回"
    for words in ("p1", NUMBER, OPINION, "yuncai file"):
        assert words in message["message"]
    assert "王五" not in message["message"]  # who it was is in the ledger, where it is needed
    run(workspace, lambda _ledger: None)
    assert len(receiver.messages) == 1


def test_a_channel_that_fails_keeps_its_news_for_the_next_run(office: Office, receiver: Receiver) -> None:
    workspace = office({"about": ["returned"]})
    receiver.status = 500
    said = run(workspace, lambda ledger: (returned(ledger), None)[1])
    assert receiver.messages == []
    assert "office" in said[0]
    assert TOKEN not in said[0]
    receiver.status = 200
    assert run(workspace, lambda _ledger: None) == []
    assert receiver.titles == ["云采：1 份计划被退回"]


def test_what_a_killed_run_left_untold_is_told_by_the_next(office: Office, receiver: Receiver) -> None:
    workspace = office({"about": ["returned"]})
    run(workspace, lambda _ledger: None)
    with ledger_at(workspace) as ledger:
        returned(ledger)
    run(workspace, lambda _ledger: None)
    assert receiver.titles == ["云采：1 份计划被退回"]


def test_rules_choose_by_kind_account_and_unit(office: Office, receiver: Receiver) -> None:
    workspace = office(
        {"about": ["recorded"]},
        {"about": ["returned"], "accounts": ["linnan"], "locale": "en"},
        {"about": ["returned"], "units": ["no such unit*"]},
    )
    run(workspace, lambda ledger: (returned(ledger), None)[1])
    assert receiver.titles == ["yuncai: 1 returned"]


def test_one_cause_of_many_plans_is_one_message_and_told_once_a_day(office: Office, receiver: Receiver) -> None:
    workspace = office({"about": ["needs_human"]})

    def captcha(ledger: Ledger) -> None:
        for n in range(30):
            filing = ledger.filing(f"p{n}") or register(ledger, f"p{n}")
            ledger.hold(filing, Hold.NEEDS_HUMAN, CaptchaShown(address="http://portal/"))

    def again(ledger: Ledger) -> None:
        for filing in ledger.all_filings():
            decisions.release(ledger, filing)
        captcha(ledger)

    run(workspace, captcha)
    run(workspace, again)
    (message,) = receiver.messages
    assert message["title"] == "云采：30 份计划需要人工处理"
    assert message["message"].count("验证码") == 1
    assert "另有 10 份" in message["message"]


def test_a_run_ends_with_its_digest(office: Office, receiver: Receiver) -> None:
    workspace = office({"about": ["digest"]})
    run(workspace, lambda ledger: (returned(ledger), None)[1], verdict="attention")
    (message,) = receiver.messages
    for words in ("1 份计划", "被退回 1", "p1"):
        assert words in message["message"]


def test_a_long_review_is_told_once(office: Office, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = office({"about": ["stuck"]}, stuck_days=3)
    run(workspace, lambda ledger: (ledger.advance(register(ledger, "p1"), Stage.SUBMITTED), None)[1])
    assert receiver.messages == []
    monkeypatch.setattr(collecting, "working_days_between", lambda _first, _last: 4)
    for _ in range(2):
        run(workspace, lambda _ledger: None)
    (message,) = receiver.messages
    assert "待资金科室审核已 4 个工作日" in message["message"]


def test_the_commands_themselves_tell(
    office: Office, receiver: Receiver, workspace: Path, yuncai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    office({"about": ["returned", "digest"]})

    async def polled(opened: Workspace, **_options: object) -> RunSummary:
        await asyncio.sleep(0)
        with ledger_at(opened) as ledger:
            begin_run(ledger, POLL, "poll", "sandbox", ["p1"])
            return RunSummary(POLL, "attention", [returned(ledger)])

    monkeypatch.setattr(under_way, "poll_filings", polled)
    assert yuncai("poll", "-w", workspace).code == 3
    assert len(receiver.messages) == 2


def test_a_test_message_can_be_sent(office: Office, receiver: Receiver, workspace: Path, yuncai: Run) -> None:
    office({})
    assert yuncai("notify", "office", "-w", workspace).code == 0
    assert receiver.titles == ["云采：测试通知"]
    receiver.status = 403
    ran = yuncai("notify", "office", "-w", workspace)
    assert ran.code == 3
    assert TOKEN not in ran.out + ran.err


def test_addresses_are_refused_in_yaml_and_missing_ones_are_named_with_their_line(workspace: Path, yuncai: Run) -> None:
    path = workspace / "yuncai.yaml"
    path.write_text(path.read_text("utf-8") + f"\nnotice_urls:\n  boss: json://x/{TOKEN}\n", "utf-8")
    ran = yuncai("status", "-w", workspace)
    assert (ran.code, "notice_urls__" in ran.err, TOKEN in ran.err) == (2, True, False)
    path.write_text("site: sandbox\nnotices:\n  rules:\n    - {to: boss, accounts: [nobody]}\n", "utf-8")
    ran = yuncai("status", "-w", workspace)
    assert ran.code == 2
    assert "yuncai.yaml" in ran.err
    for words in ("secrets/notice_urls__boss", "nobody"):
        assert words in ran.err
