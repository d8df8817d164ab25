"""The judgement: the portals' own database against the plans. Each stands there once, or waits truly."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.campaign.plans import Written
from bench.campaign.trouble import Troublemaker
from bench.campaign.truth import Facts, differing, true_at_the_end, true_on_the_way
from flows.ledger import Filing, Ledger, intents
from flows.stages import SUBMITTED_OR_LATER


@dataclass
class Verdict:
    """What came of all plans; each list has one line a finding."""

    done: int = 0
    waiting: list[str] = field(default_factory=list)  # with a true reason
    missing: list[str] = field(default_factory=list)
    double: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)  # waiting, or having waited, for a reason that was not true
    failed: set[str] = field(default_factory=set)  # the refs behind the last four

    @property
    def good(self) -> bool:
        """Whether nothing is missing, double, wrong or told falsely."""
        return not (self.missing or self.double or self.wrong or self.false)


def judge(ledger: Ledger, plans: Sequence[Written], maker: Troublemaker, rows: Mapping[str, dict[str, Any]]) -> Verdict:
    """Compare."""
    verdict, filings = Verdict(), {filing.ref: filing for filing in ledger.all_filings()}
    owned = frozenset(str(filing.number) for filing in filings.values() if filing.number)
    gone = frozenset(maker.deleted), frozenset(maker.deleted_names)
    facts = Facts(rows, maker.spells, owned, *gone, maker.played())
    for written in plans:
        filing = filings.get(written.ref)
        if filing is None:
            _add(verdict, verdict.missing, written.ref, "was never taken up")
            continue
        _judge_one(verdict, written, filing, facts, maker)
        for line in ledger.history(filing.id):
            if line.what in {"refused", "needs_human"} and not true_on_the_way(written, filing, line, facts):
                told = f"{line.params.get('code')} {line.params.get('params')}"
                _add(verdict, verdict.false, filing.ref, f"said at {line.at}: {told}")
    _find_doubles(verdict, list(filings.values()), maker, owned, _unsettled(ledger, filings.values()))
    return verdict


def _judge_one(verdict: Verdict, written: Written, filing: Filing, facts: Facts, maker: Troublemaker) -> None:
    reason = f"{filing.trouble.code} {filing.trouble.params}" if filing.trouble else "no reason at all"
    if filing.hold is not None or filing.stage not in SUBMITTED_OR_LATER:
        if true_at_the_end(written, filing, facts):
            verdict.waiting.append(f"{filing.ref}: {reason}")
        elif filing.hold is None:
            _add(verdict, verdict.missing, filing.ref, f"not at rest: {filing.stage}")
        else:
            _add(verdict, verdict.false, filing.ref, f"waits for {reason}")
        return
    row = facts.rows.get(str(filing.number))
    if row is None:
        if filing.number not in maker.deleted:
            _add(verdict, verdict.missing, filing.ref, f"{filing.number} does not stand there")
            return
    else:
        touched = maker.touched.get(str(filing.number), set())
        labels = differing(filing.plan, row) - touched
        submits = [line["操作环节"] for line in row.get("log", [])].count("提交")
        if labels or written.invalid or submits > 1 + ("提交" in touched) or row["status"] == "草稿":
            _add(verdict, verdict.wrong, filing.ref, f"{filing.number}: {labels or row['status']}, {submits} submits")
            return
    verdict.done += 1


def _unsettled(ledger: Ledger, filings: Iterable[Filing]) -> Counter[str]:
    """The names of waiting filings that had begun to create something when they were stopped: each may stand once."""
    waiting = [filing for filing in filings if filing.hold is not None and filing.number is None]
    return Counter(filing.name for filing in waiting if intents.any_open(ledger, filing))


def _find_doubles(
    verdict: Verdict, filings: list[Filing], maker: Troublemaker, owned: frozenset[str], unsettled: Counter[str]
) -> None:
    """Whatever stands there, was not made by hand, and belongs to no filing.

    A waiting filing that shows it accounts for it: one of them is its own, the others must be the portal's doing. One
    that waits for something else (an account), and had begun to create it, accounts for one.
    """
    shown = {
        str(number): filing.ref
        for filing in filings
        if filing.trouble and filing.hold is not None
        for number in _list(filing.trouble.params.get("numbers"))
    }
    strangers = {number: row for number, row in maker.ours().items() if number not in owned}
    told = Counter(shown[number] for number in strangers if number in shown)
    own = sum(filing.number is None for filing in filings if filing.ref in told)
    if (extra := told.total() - own) > maker.doubled():
        _add(verdict, verdict.double, min(told), f"{extra} too many are shown, the portal doubled {maker.doubled()}")
    for number, row in strangers.items():
        if number not in shown:
            name = row["fields"].get("计划名称", row["fields"].get("计划单名称"))
            if unsettled[name] > 0:
                unsettled[name] -= 1
                continue
            refs = [filing.ref for filing in filings if filing.name.startswith(str(name)[:6])] or ["?"]
            _add(verdict, verdict.double, refs[0], f"{number} {name} belongs to nobody")


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _add(verdict: Verdict, where: list[str], ref: str, what: str) -> None:
    where.append(f"{ref}: {what}")
    verdict.failed.add(ref)


def keep_histories(ledger: Ledger, refs: set[str], folder: Path, rows: Mapping[str, dict[str, Any]]) -> None:
    """Write down what the ledger and the portal know of filings that failed."""
    folder.mkdir(exist_ok=True)
    for filing in ledger.all_filings(sorted(refs)):
        history = [{"at": line.at, "run": line.run_id, "what": line.what, **line.params}
                   for line in ledger.history(filing.id)]  # fmt: skip
        kept = {"history": history, "portal": [row for row in rows.values() if filing.name in str(row["fields"])]}
        text = json.dumps(kept, ensure_ascii=False, indent=1, default=str)
        (folder / f"{filing.ref}.json").write_text(text, encoding="utf-8")
