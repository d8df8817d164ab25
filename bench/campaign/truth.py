"""Is a reason true? What a filing says why it waits, against the portal's database and the faults that were played."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bench.campaign.plans import ACCOUNTS, Written
from bench.campaign.trouble import QUESTION
from bench.written import detail_fields, provincial_fields, sheet_fields
from configs.plans.model import Plan
from flows.ledger import Filing, HistoryLine

Params = Mapping[str, Any]
MADE_BY_PORTAL = {"计划编号", "计划单编号", "基准采购品目名称"}
GONE = "不存在或已被删除"
SUMS = ("sums_disagree", "sums_ten_thousandfold")
CONTESTED = "account_contested"
CONTESTED_MINUTES, KICKS = 10.0, 2
ENDS_SESSIONS = {"session_over", "kicked", "session_limit", "single_session"}
LOGINS = {"captcha_shown": "captcha", "password_expired": "password_expired", "account_locked": "locked"}


@dataclass(frozen=True)
class Facts:
    """What there is to compare with."""

    rows: Mapping[str, dict[str, Any]]  # everything on the portals
    spells: list[dict[str, Any]]
    owned: frozenset[str]
    deleted: frozenset[str] = frozenset()  # by hand
    deleted_names: frozenset[str] = frozenset()
    played: Sequence[Mapping[str, Any]] = ()

    def cast(self, kind: str, account: str) -> bool:
        """Whether such a spell lay over the account."""
        return any(s["kind"] == kind and s.get("account") in {None, ACCOUNTS[account][0]} for s in self.spells)

    def played_before(self, kind: str, account: str, said_at: str, text: str) -> bool:
        """Whether a portal had said this to the account before it was told."""
        until = datetime.fromisoformat(said_at) + timedelta(seconds=1)
        return any(
            (play["kind"], play["account"], play.get("text")) == (kind, ACCOUNTS[account][0], text)
            and datetime.fromisoformat(play["at"]).astimezone() <= until
            for play in self.played
        )

    def sessions_ended(self, account: str, said_at: str, minutes: float) -> int:
        """How many sessions of the account the portals ended in so many minutes before something was said."""
        until = datetime.fromisoformat(said_at) + timedelta(seconds=1)  # what was played is noted by the second
        since = until - timedelta(minutes=minutes, seconds=2)
        return sum(
            play["kind"] in ENDS_SESSIONS
            and play["account"] == ACCOUNTS[account][0]
            and since <= datetime.fromisoformat(play["at"]).astimezone() <= until
            for play in self.played
        )


def differing(plan: Plan, row: Mapping[str, Any]) -> set[str]:
    """The labels in which the portal's row is not the plan's."""
    pairs = [(row["fields"], provincial_fields(plan) if "计划名称" in row["fields"] else sheet_fields(plan))]
    if row.get("detail"):
        pairs.append((row["detail"], detail_fields(plan)))
    return {
        label
        for kept, wanted in pairs
        for label in kept.keys() | wanted.keys()
        if label not in MADE_BY_PORTAL and kept.get(label, "") != wanted.get(label, "")
    }


def true_at_the_end(written: Written, filing: Filing, facts: Facts) -> bool:
    """Whether the reason for which a filing waits still holds, in fine weather."""
    trouble = filing.trouble
    if trouble is None:
        return False
    return _true_of_the_plan(written, trouble.code) or _true_of_the_portal(filing, trouble.code, trouble.params, facts)


def _true_of_the_plan(written: Written, code: str) -> bool:
    """A plan that no portal can take waits for this reason, and for no other on that account."""
    return written.invalid and code == "option_not_offered"


def _true_of_the_portal(filing: Filing, code: str, params: Params, facts: Facts) -> bool:
    row = facts.rows.get(str(params.get("number", filing.number)))
    numbers = [str(number) for number in params.get("numbers", [])]
    tests: dict[str, Callable[[], bool]] = {
        "value_not_kept": lambda: bool(row) and _names(params["label"], differing(filing.plan, row or {})),
        "similar_plan_exists": lambda: all(
            number in facts.rows and differing(filing.plan, facts.rows[number]) for number in numbers
        ),
        "several_candidates": lambda: sum(number in facts.rows for number in numbers) > 1,
        **dict.fromkeys(SUMS, lambda: bool(row) and bool(differing(filing.plan, row or {}))),
        "plan_vanished": lambda: row is None,
        "detail_differs": lambda: bool(row) and bool(differing(filing.plan, row or {})),
        "saved_but_not_found": lambda: not _standing(filing, facts),
        "submitted_differs": lambda: (
            row is not None
            and row["status"] not in {"草稿", "已退回"}
            and set(params["different"]) <= differing(filing.plan, row)
        ),
    }
    return code in tests and tests[code]()


def _names(label: str, labels: set[str]) -> bool:
    return any(label.startswith(differs) for differs in labels)


def _standing(filing: Filing, facts: Facts) -> bool:
    """Whether a row that nobody owns bears the plan's name."""
    names = {row["fields"].get("计划名称", row["fields"].get("计划单名称")) for number, row in facts.rows.items()
             if number not in facts.owned}  # fmt: skip
    return filing.name in names


def true_on_the_way(written: Written, filing: Filing, line: HistoryLine, facts: Facts) -> bool:
    """Whether a reason that was given in bad weather was true; what the portal itself shows is judged at the end."""
    code, params = line.params.get("code", ""), line.params.get("params", {})
    text = str(params.get("text", ""))
    demanded = facts.cast("require_field", filing.account)
    tests: dict[str, Callable[[], bool]] = {
        "refused_by_portal": lambda: (
            facts.played_before("refusal", filing.account, line.at, text)
            or (demanded and "不能为空" in text)
            or (filing.number in facts.deleted and GONE in text)
        ),
        "unknown_dialog": lambda: text == QUESTION,
        "option_not_offered": lambda: facts.cast("drop_option", filing.account),
        "required_field_empty": lambda: demanded,
        "saved_but_not_found": lambda: filing.name in facts.deleted_names,
        "lane_shut": lambda: (
            params.get("reason") in LOGINS
            or (
                params.get("reason") == CONTESTED
                and facts.sessions_ended(filing.account, line.at, CONTESTED_MINUTES) >= KICKS
            )
        ),
        CONTESTED: lambda: facts.sessions_ended(filing.account, line.at, params["minutes"]) >= params["times"],
        **dict.fromkeys(LOGINS, lambda: facts.cast(LOGINS[code], filing.account)),
        **dict.fromkeys(("value_not_kept", "similar_plan_exists", "several_candidates", "made_by_hand"), lambda: True),
        **dict.fromkeys(("plan_vanished", "detail_differs", "submitted_differs", *SUMS), lambda: True),
    }
    return _true_of_the_plan(written, code) or (code in tests and tests[code]())
