"""What a person decides about filings without any portal: give them up, or let them go on after having looked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from configs.problems import ConfigProblems, Param, Problem
from flows.ledger import Filing, Ledger, decisions, intents
from flows.stages import Hold, Stage


@dataclass(frozen=True)
class Decided:
    """A filing after the decision, and what became of it: `decided.<done>` of the message catalogue."""

    filing: Filing
    done: str


def waits_for_release(filing: Filing) -> bool:
    """True for a hold that looking at the portal cannot end: its reviewers have other values than the plan."""
    return filing.hold is Hold.NEEDS_HUMAN and _code(filing) == "submitted_differs"


def cancel(ledger: Ledger, filings: Sequence[Filing]) -> list[Decided]:
    """Give filings up: no run touches them again until `retry`. Nothing is deleted on a portal."""
    return [
        Decided(filing, "already_cancelled")
        if filing.hold is Hold.CANCELLED
        else Decided(decisions.cancel(ledger, filing), "cancelled")
        for filing in filings
    ]


def release(ledger: Ledger, filings: Sequence[Filing], *, file_again: bool = False, number: str = "") -> list[Decided]:
    """Clear what holds filings: a person has looked, and the next run goes on from what the portal shows.

    `file_again`: what vanished is to be filed anew. `number`: which of several candidates is the plan. All or nothing:
    raises ConfigProblems when one of the filings cannot be meant.
    """
    problems = [problem for filing in filings for problem in _misplaced(ledger, filing, file_again, number)]
    if number and len(filings) != 1:
        problems.append(Problem("", None, "", "one_ref_for_number", {"number": number}))
    if problems:
        raise ConfigProblems(problems)
    return [_release(ledger, filing, file_again=file_again, number=number) for filing in filings]


def _misplaced(ledger: Ledger, filing: Filing, file_again: bool, number: str) -> Iterator[Problem]:  # noqa: FBT001
    if file_again and _code(filing) != "plan_vanished":
        yield Problem("", None, filing.ref, "not_vanished", {"ref": filing.ref})
    if number and number not in _candidates(ledger, filing):
        params: dict[str, Param] = {"ref": filing.ref, "number": number, "candidates": _candidates(ledger, filing)}
        yield Problem("", None, filing.ref, "not_a_candidate", params)


def _candidates(ledger: Ledger, filing: Filing) -> list[str]:
    """What the filing was held for because each could be its plan, less what belongs to others by now."""
    if filing.trouble is None or filing.trouble.code != "several_candidates" or filing.number is not None:
        return []
    numbers = filing.trouble.params.get("numbers")
    owned = ledger.owned_numbers(filing.site, filing.route, but=filing.id)
    return [number for number in numbers if number not in owned] if isinstance(numbers, list) else []


def _release(ledger: Ledger, filing: Filing, *, file_again: bool, number: str) -> Decided:
    if filing.hold is None:
        return Decided(filing, "not_held")
    if filing.hold is Hold.CANCELLED:
        return Decided(filing, "needs_retry")
    if file_again:
        intents.drop_all(ledger, filing)
        return Decided(decisions.forget_number(ledger, filing), "forgotten")
    if number:
        filing = ledger.own(filing, number, "chosen")
        intents.drop_all(ledger, filing)
        return Decided(decisions.release(ledger, filing), "chosen")
    if _code(filing) == "saved_but_not_found":
        intents.drop_all(ledger, filing)
    return Decided(decisions.release(ledger, filing, stage=_accepted_stage(filing)), "released")


def _accepted_stage(filing: Filing) -> Stage | None:
    """What was submitted by hand with other values counts as submitted from now on."""
    if filing.trouble is None or not waits_for_release(filing):
        return None
    return Stage(str(filing.trouble.params.get("stage", Stage.SUBMITTED.value)))


def _code(filing: Filing) -> str:
    return filing.trouble.code if filing.trouble else ""
