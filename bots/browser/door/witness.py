"""The witness of one write: each of its requests is read and judged before it leaves.

A page may send several requests on one click: a heartbeat, a check of a name, then the form. Those that carry the form
must say every value of it; others pass. Once one was stopped nothing else leaves: the click is over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bots.browser.door.bodies import Outgoing, read
from bots.browser.door.expected import PART, Expected, Known, Posted
from bots.browser.door.judging import Finding, Judge
from bots.errors import RequestDisagrees
from bots.terms import WitnessTerms

Verdict = Literal["agreed", "differs", "stopped", "unread", "silent"]
READS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True)
class Sent:
    """What left: `agreed` all of the plan's values, `differs` (told, not stopped), `unread` nothing that could be read.

    `stopped`: what was to leave did not.

    `silent`: no request left that could have carried them. `found`: the fields that were seen in the request;
    `unseen`: those that were not: blank ones, and choices whose code nobody knows.
    """

    verdict: Verdict
    found: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    lacking: tuple[Finding, ...] = ()

    def after(self, earlier: "Sent | None") -> "Sent":
        """The same of a form in steps: what left by this one, and by the steps before it."""
        if earlier is None:
            return self
        mine = self.verdict != "silent" or bool(self.unseen)  # else nothing was left to be said
        worse = earlier.verdict if earlier.lacking or not mine else self.verdict
        return Sent(worse, earlier.found + self.found, self.unseen, earlier.lacking + self.lacking)

    def told(self) -> dict[str, object]:
        """For a trail: the verdict, the fields by their labels, and what differs."""
        differences = [told(finding) for finding in self.lacking]
        return {"verdict": self.verdict, "found": self.found, "unseen": self.unseen, "differences": differences}


class Witness:
    """Reads the requests of one write of one form; see the module."""

    def __init__(self, expected: Sequence[Expected], known: Known, terms: WitnessTerms) -> None:
        self._expected = [each for each in expected if each.label.partition(PART)[0] not in terms.unseen]
        self._known, self._terms = known, terms
        self._found: dict[str, str] = {}
        self._lacking: tuple[Finding, ...] = ()
        self._agreed = False
        self._passed = 0  # that may write
        self._touched = 0  # of these, with values of the plan, or not to be read
        self._stopped_at = ""
        self.stopped: tuple[Finding, ...] = ()
        self.names: dict[str, Posted] = {}

    def lets_out(self, request: Outgoing) -> bool:
        """Judge a request; False: it must not leave."""
        writes = request.method not in READS
        if not self._expected:
            return True
        place = request.url.partition("?")[0]
        if self.stopped:
            return not writes and place != self._stopped_at
        body = read(request)
        judge = Judge(body, self._expected, self._known, either_unit=self._terms.either_unit)
        judgement = judge.judgement(first=not self._agreed)
        if judgement.carries:
            lacking = judgement.lacking
            if self._terms.in_steps:  # the rest of it is in another request
                lacking = tuple(finding for finding in lacking if finding.key)
            if lacking and self._terms.stops:
                self.stopped, self._stopped_at = lacking, place
                return False
            self._agreed = self._agreed or not lacking
            self._lacking = lacking
        if judgement.carries or judgement.touches:
            self._found |= judgement.found
            self.names |= judgement.names if judgement.carries else {}
        self._passed += writes
        self._touched += writes and (judgement.touches or body.opaque)
        return True

    def error(self, during: str) -> RequestDisagrees:
        """Why the write was stopped; `left`: requests of it that had left before, and may have written something."""
        first = self.stopped[0]
        return RequestDisagrees(
            during=during,
            label=first.label,
            wanted=first.wanted,
            got=first.got,
            reason=first.reason,
            differences=[told(finding) for finding in self.stopped],
            left=self._touched,
        )

    @property
    def sent(self) -> Sent:
        """What left, once the write is over."""
        found = tuple(each.label for each in self._expected if each.label in self._found)
        unseen = tuple(each.label for each in self._expected if each.label not in self._found)
        return Sent(self._verdict(), found, unseen, self.stopped or self._lacking)

    def _verdict(self) -> Verdict:
        if self.stopped:
            return "stopped"
        if self._lacking:
            return "differs"
        if self._agreed:
            return "agreed"
        if (
            self._terms.in_steps
            and self._found
            and not any(each.demanded and each.label not in self._found for each in self._expected)
        ):
            return "agreed"
        return "unread" if self._passed else "silent"


def told(finding: Finding) -> str:
    """A finding as people read it: `预算金额: 35万元 ≠ 350000`."""
    return f"{finding.label}: {finding.wanted} ≠ {finding.got or '—'}"
