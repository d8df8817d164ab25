"""From the ledger's history to the outbox: who is to be told of what, and each thing once."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from configs.notices import NoticeKind
from configs.workspace import Workspace
from desk import words
from flows.changes import Change, changes_between
from flows.ledger import Filing, Ledger, outbox
from flows.ledger.milestones import last_times
from flows.run import RunSummary
from flows.stages import Hold, Stage
from flows.working_days import working_days_between

KINDS = {
    Stage.RETURNED.value: NoticeKind.RETURNED,
    Stage.RECORDED.value: NoticeKind.RECORDED,
    Stage.IN_MALL.value: NoticeKind.RECORDED,
    Stage.UNKNOWN.value: NoticeKind.NEEDS_HUMAN,
    Hold.REFUSED.value: NoticeKind.REFUSED,
    Hold.NEEDS_HUMAN.value: NoticeKind.NEEDS_HUMAN,
}
WITH_REVIEWERS = frozenset({Stage.SUBMITTED, Stage.OFFICE_REVIEW})


def collect(workspace: Workspace, ledger: Ledger) -> None:
    """Put into the outbox what has happened since the last time, whichever run it was."""
    after, until = outbox.read_so_far(ledger), outbox.newest_line(ledger)
    for change in changes_between(ledger, after, until):
        kind = KINDS.get(change.what)
        if kind is None or change.before == Stage.RECORDED:  # that it is in the mall now is no news after 备案
            continue
        facts = {
            "ref": change.ref, "name": change.name, "number": change.number, "what": change.what,
            "opinion": change.opinion, "code": change.params.get("code"), "params": change.params.get("params"),
            "said": change.params.get("said"),
        }  # fmt: skip
        _tell(workspace, ledger, kind, change.account, key=_key(kind, change), facts=facts)
    outbox.read_until(ledger, until)


def collect_stuck(workspace: Workspace, ledger: Ledger) -> None:
    """Put into the outbox which plans have been with a reviewer for too many working days."""
    limit, today = workspace.settings.notices.stuck_days, datetime.now().astimezone().date()
    times = last_times(ledger)
    for filing in ledger.all_filings():
        if filing.stage not in WITH_REVIEWERS or filing.hold is not None:
            continue
        since = times.get(filing.id, {}).get(filing.stage, filing.updated_at)
        days = working_days_between(datetime.fromisoformat(since).astimezone().date(), today)
        if days >= limit:
            facts = {"ref": filing.ref, "name": filing.name, "number": filing.number or "", "what": filing.stage.value,
                     "days": days}  # fmt: skip
            key = f"stuck:{filing.ref}:{filing.stage}:{since}"
            _tell(workspace, ledger, NoticeKind.STUCK, filing.account, key=key, facts=facts)


def collect_digest(workspace: Workspace, ledger: Ledger, summary: RunSummary) -> None:
    """Put into the outbox how a run has ended, for each receiver as far as it concerns them."""
    for place, rule in enumerate(workspace.settings.notices.rules):
        mine = [filing for filing in summary.filings if rule.concerns(NoticeKind.DIGEST, *_whose(workspace, filing))]
        if mine:
            states = Counter(words.state_code(filing) for filing in mine)
            troubled = [f"{filing.ref} {filing.name}" for filing in mine if words.needs_attention(filing)]
            facts = {"run": summary.run_id, "verdict": summary.verdict, "count": len(mine), "states": dict(states),
                     "troubled": troubled}  # fmt: skip
            key, kind = f"digest:{summary.run_id}:{place}", NoticeKind.DIGEST.value
            outbox.put(ledger, rule.to, kind, key=key, locale=rule.locale, facts=facts)


def _tell(
    workspace: Workspace, ledger: Ledger, kind: NoticeKind, account: str, *, key: str, facts: dict[str, Any]
) -> None:
    known = workspace.accounts.get(account)
    for rule in workspace.settings.notices.rules:
        if rule.concerns(kind, account, known.unit if known else ""):
            outbox.put(ledger, rule.to, kind.value, key=key, locale=rule.locale, facts=facts)


def _whose(workspace: Workspace, filing: Filing) -> tuple[str, str]:
    account = workspace.accounts.get(filing.account)
    return filing.account, account.unit if account else ""


def _key(kind: NoticeKind, change: Change) -> str:
    """What makes two news the same: a decision by its time on the portal, a trouble by its cause and the day."""
    if kind is NoticeKind.RECORDED:
        return f"recorded:{change.ref}"
    cause: Iterable[object] = (change.params.get("code"), change.params.get("params"), change.params.get("said"))
    day = words.clock(change.at, "%Y-%m-%d")
    about = (change.when or change.at, change.opinion) if kind is NoticeKind.RETURNED else (*cause, day)
    digest = hashlib.sha256(json.dumps(about, ensure_ascii=False, default=str).encode()).hexdigest()[:16]
    return f"{kind}:{change.ref}:{digest}"
