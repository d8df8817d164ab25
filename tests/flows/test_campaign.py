"""The campaign itself: a short one comes out well, and its judge sees what it is there to see."""

import asyncio
import dataclasses
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from bench.campaign.office import is_worth_another_run, ledger_at, open_office
from bench.campaign.plans import ACCOUNTS, Written, write_plans
from bench.campaign.trouble import REFUSAL, Troublemaker
from bench.campaign.verdict import Verdict, judge
from bench.written import detail_fields, provincial_fields, sheet_fields
from bots.errors import FieldMissing, OptionNotOffered, RefusedByPortal, ValueNotKept
from flows.errors import AccountContested, SavedButNotFound, SeveralCandidates, SubmittedDiffers
from flows.intake import take_in
from flows.ledger import Ledger, decisions, intents
from flows.stages import Hold, Stage, Until

Rows = dict[str, dict[str, Any]]


@pytest.mark.thorough
async def test_a_short_campaign_misses_doubles_and_spoils_nothing(tmp_path: Path) -> None:
    campaign = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.chaos", "--filings", "4", "--minutes", "0.3", "--seed", "5", "--chance", "0.02",
        "--kill-after", "5", "12", "--keep", str(tmp_path), stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, _ = await asyncio.wait_for(campaign.communicate(), 180)
    assert campaign.returncode == 0, out.decode()
    assert "a false reason" in out.decode()


@dataclass
class Hands:
    """What a troublemaker would know."""

    rows: Rows
    spells: list[dict[str, Any]] = field(default_factory=list)
    touched: dict[str, set[str]] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    deleted_names: set[str] = field(default_factory=set)
    twice: int = 0
    plays: list[dict[str, Any]] = field(default_factory=list)

    def played(self) -> list[dict[str, Any]]:
        return self.plays

    def doubled(self) -> int:
        return self.twice

    def ours(self) -> Rows:
        return self.rows


@dataclass
class Night:
    """Filings that have all arrived, until a test spoils something."""

    ledger: Ledger
    plans: list[Written]
    rows: Rows

    def judged(
        self, *, twice: int = 0, plays: list[dict[str, Any]] | None = None, deleted_names: set[str] | None = None
    ) -> Verdict:
        hands = Hands(self.rows, twice=twice, plays=plays or [], deleted_names=deleted_names or set())
        return judge(self.ledger, self.plans, cast("Troublemaker", hands), self.rows)

    def hold(self, ref: str, hold: Hold, error: Any) -> None:  # noqa: ANN401 - any of our errors
        filing = self.ledger.filing(ref)
        assert filing is not None
        self.ledger.hold(filing, hold, error)


@pytest.fixture
def night(tmp_path: Path) -> Night:
    plans = write_plans(6, 1)
    workspace = open_office(tmp_path / "office", "http://127.0.0.1:9/", plans)
    intake = take_in(workspace)
    assert not intake.problems
    night = Night(ledger_at(workspace.root), plans, {})
    for number, order in enumerate(sorted(intake.orders, key=lambda order: order.plan.ref)):
        plan, mall = order.plan, order.route.value == "mall"
        filing = night.ledger.register(
            plan, source=order.source, lane=order.lane, route=order.route.value, why=order.why, site="campaign",
            until=Until.SUBMITTED, run_id="r",
        )  # fmt: skip
        filing = night.ledger.own(filing, f"N{number}", "created")
        night.ledger.advance(filing, Stage.IN_MALL if mall else Stage.SUBMITTED)
        row = {"status": "待采购", "fields": sheet_fields(plan)} if mall else {
            "status": "待资金科室审核", "fields": provincial_fields(plan), "detail": detail_fields(plan),
            "log": [{"操作环节": "提交"}],
        }  # fmt: skip
        night.rows[f"N{number}"] = {"number": f"N{number}", **row}
    return night


def test_a_night_on_which_all_arrived_is_good(night: Night) -> None:
    verdict = night.judged()
    assert (verdict.good, verdict.done) == (True, 6)


def test_a_plan_that_does_not_stand_there_is_missing(night: Night) -> None:
    del night.rows["N0"]
    assert night.judged().missing
    night.plans.append(Written("c9999", {}))
    assert len(night.judged().missing) == 2


def test_what_belongs_to_nobody_is_double_unless_the_portal_doubled_it_and_a_waiting_filing_shows_it(
    night: Night,
) -> None:
    night.rows["N9"] = night.rows["N0"] | {"number": "N9"}
    assert night.judged(twice=1).double
    night.hold("c0000", Hold.NEEDS_HUMAN, SeveralCandidates(numbers=["N0", "N9"]))
    assert night.judged().double
    verdict = night.judged(twice=1)
    assert (verdict.good, len(verdict.waiting)) == (True, 1)


def test_what_was_begun_before_its_filing_was_stopped_may_stand_there_once(night: Night) -> None:
    filing = night.ledger.filing("c0000")
    assert filing is not None
    filing = decisions.forget_number(night.ledger, filing)
    error = AccountContested(account=filing.account, portal="provincial", times=2, minutes=10.0)
    night.hold("c0000", Hold.NEEDS_HUMAN, error)
    assert night.judged().double  # it had begun nothing that is still open
    intents.begin(night.ledger, filing, "save", [])
    assert not night.judged().double
    night.rows["N9"] = night.rows["N0"] | {"number": "N9"}
    assert len(night.judged().double) == 1


def test_what_the_portal_had_said_yes_to_is_gone_only_where_somebody_deleted_it(night: Night) -> None:
    filing = night.ledger.filing("c0000")
    assert filing is not None
    night.hold("c0000", Hold.NEEDS_HUMAN, SavedButNotFound(text="保存成功！"))
    night.ledger.advance(filing, filing.stage)  # and it went on
    assert night.judged().false
    assert night.judged(deleted_names={filing.name}).good


def test_a_plan_that_no_portal_takes_may_wait_for_no_other_reason(night: Night) -> None:
    night.plans[0] = dataclasses.replace(night.plans[0], invalid=True)
    night.hold("c0000", Hold.REFUSED, OptionNotOffered(label="采购方式", wanted="x", where="y", offered=[]))
    assert not night.judged().false
    night.hold("c0000", Hold.NEEDS_HUMAN, FieldMissing(where="provincial/计划", label="计划名称", candidates=[]))
    assert night.judged().false


def test_a_fight_over_an_account_is_believed_when_its_sessions_were_ended_that_often(night: Night) -> None:
    filing = night.ledger.filing("c0000")
    assert filing is not None
    error = AccountContested(account=filing.account, portal="provincial", times=2, minutes=10.0)
    night.hold("c0000", Hold.NEEDS_HUMAN, error)
    night.ledger.advance(filing, filing.stage)  # and it went on
    now = time.strftime("%Y-%m-%d %H:%M:%S")
    kick = {"kind": "kicked", "at": now, "account": ACCOUNTS[filing.account][0]}
    other = kick | {"account": ACCOUNTS[next(name for name in ACCOUNTS if name != filing.account)][0]}
    assert night.judged(plays=[kick, kick]).good
    for plays in ([kick], [kick, other], [kick, kick | {"at": "2020-01-01 00:00:00"}], [kick, kick | {"kind": "slow"}]):
        assert night.judged(plays=plays).false


def test_what_somebody_submitted_with_another_value_waits_truly(night: Night) -> None:
    row = next(row for row in night.rows.values() if "detail" in row)
    filing = next(filing for filing in night.ledger.all_filings() if filing.number == row["number"])
    row["fields"] = {**row["fields"], "联系人": "张三"}
    about = {
        "number": row["number"],
        "stage": "submitted",
        "different": ["联系人"],
        "differences": ["联系人: 王敏 ≠ 张三"],
    }
    night.hold(filing.ref, Hold.NEEDS_HUMAN, SubmittedDiffers(**about))
    assert night.judged().good
    row["status"] = "草稿"
    assert night.judged().false


def test_a_refusal_is_believed_when_the_portal_had_spoken_so_to_that_account(night: Night) -> None:
    filing = night.ledger.filing("c0000")
    assert filing is not None
    night.hold("c0000", Hold.REFUSED, RefusedByPortal(during="save", text=REFUSAL))
    assert is_worth_another_run(night.ledger.by_id(filing.id))
    night.ledger.advance(filing, filing.stage)  # and it went on
    assert not is_worth_another_run(night.ledger.by_id(filing.id))
    said = {"kind": "refusal", "at": time.strftime("%Y-%m-%d %H:%M:%S"), "text": REFUSAL}
    mine, another = (
        ACCOUNTS[filing.account][0],
        next(user for name, (user, *_) in ACCOUNTS.items() if name != filing.account),
    )
    assert night.judged(plays=[said | {"account": mine}]).good
    assert night.judged(plays=[said | {"account": another}]).false
    assert night.judged(plays=[said | {"account": mine, "text": "另一句话"}]).false


@pytest.mark.parametrize("where", ["fields", "detail"])
def test_a_field_that_is_not_the_plans_is_wrong(night: Night, where: str) -> None:
    row = next(row for row in night.rows.values() if row.get(where) and "detail" in row)
    row[where] = {**row[where], "金额" if where == "detail" else "备注": "1.00"}
    assert night.judged().wrong


def test_a_plan_that_was_submitted_twice_is_wrong(night: Night) -> None:
    next(row for row in night.rows.values() if "log" in row)["log"].append({"操作环节": "提交"})
    assert night.judged().wrong


@pytest.mark.parametrize(
    "error",
    [
        FieldMissing(where="provincial/计划", label="计划名称", candidates=[]),
        RefusedByPortal(during="save", text="没有人说过的话"),
        ValueNotKept(number="N0", label="备注", wanted="有", kept="无"),
        SeveralCandidates(numbers=["N0"]),
    ],
    ids=lambda error: error.code,
)
def test_a_reason_that_is_not_true_is_found_out(night: Night, error: Any) -> None:  # noqa: ANN401 - any of our errors
    night.hold("c0000", Hold.NEEDS_HUMAN, error)
    assert night.judged().false
