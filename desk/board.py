"""What is known about a run while it runs: per lane what is under way, and how many plans stand where."""

import time
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from desk import words
from desk.messages.catalogue import text
from flows.ledger import Filing
from flows.stages import SUBMITTED_OR_LATER, Stage, Until

NEWS_KEPT = 5


@dataclass(frozen=True)
class Expected:
    """A filing that the run is going to touch."""

    ref: str
    name: str
    lane: str


@dataclass(frozen=True)
class News:
    """Something that happened."""

    at: float
    filing: Filing

    @property
    def text(self) -> str:
        """One line: `office-001 台式计算机采购项目  已保存  3714…`."""
        parts = [self.filing.ref, self.filing.name, words.state_text(self.filing), self.filing.number or ""]
        return "  ".join(part for part in parts if part)


@dataclass
class Board:
    """The state behind a progress display; `changed` feeds it."""

    title: str
    expected: list[Expected]
    counting: bool = True  # False: nobody knows beforehand what will change (polling)
    started: float = field(default_factory=time.monotonic)
    known: dict[str, Filing] = field(default_factory=dict)
    news: deque[News] = field(default_factory=lambda: deque(maxlen=NEWS_KEPT))
    _seen: set[str] = field(default_factory=set)
    _shown: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, title: str, filings: Iterable[Expected], *, counting: bool = True) -> "Board":
        """A board for these filings."""
        return cls(title, list(filings), counting)

    def changed(self, filing: Filing) -> News | None:
        """Take a change in; returns it as news when a person would call it so."""
        self.known[filing.ref] = filing
        state = f"{filing.stage} {filing.hold} {filing.number}"
        before, self._shown[filing.ref] = self._shown.get(filing.ref), state
        if before == state or (filing.stage is Stage.PLANNED and not filing.hold):
            return None
        self._seen.add(filing.ref)
        fresh = News(time.time(), filing)
        self.news.append(fresh)
        return fresh

    @property
    def elapsed(self) -> str:
        """Minutes and seconds since the start."""
        seconds = int(time.monotonic() - self.started)
        return f"{seconds // 60}:{seconds % 60:02}"

    @property
    def total(self) -> int:
        """How many filings the run has."""
        return len(self.expected)

    @property
    def settled(self) -> int:
        """How many have come to rest."""
        return sum(1 for expected in self.expected if self._is_settled(expected.ref))

    def counts(self) -> list[tuple[str, str, int]]:
        """(word, colour, how many) for every state that occurs, the good ones first."""
        found: Counter[tuple[str, str]] = Counter()
        for expected in self.expected:
            filing = self.known.get(expected.ref)
            if filing is not None and self._is_settled(expected.ref):
                found[words.state_text(filing), words.state_colour(filing)] += 1
        order = {"good": 0, "busy": 1, "wait": 2, "bad": 3}
        return [(word, colour, n) for (word, colour), n in sorted(found.items(), key=lambda item: order[item[0][1]])]

    def lanes(self) -> list[tuple[str, str, int, int]]:
        """(lane, what it does, settled, total) for every lane, in the order of the plans."""
        lanes: dict[str, list[Expected]] = {}
        for expected in self.expected:
            lanes.setdefault(expected.lane, []).append(expected)
        return [
            (lane, self._doing(mine), sum(self._is_settled(e.ref) for e in mine), len(mine))
            for lane, mine in lanes.items()
        ]

    def _doing(self, mine: list[Expected]) -> str:
        open_ones = [expected for expected in mine if not self._is_settled(expected.ref)]
        if not open_ones:
            return text("progress.lane_done")
        if not any(expected.ref in self.known for expected in mine):
            return text("progress.lane_waiting")
        current = next((e for e in open_ones if e.ref in self._seen), open_ones[0])
        filing = self.known.get(current.ref)
        doing = text(f"doing.{filing.stage if filing else Stage.PLANNED}")
        return f"{current.ref} {current.name}  {doing}"

    def _is_settled(self, ref: str) -> bool:
        filing = self.known.get(ref)
        return filing is not None and has_come_to_rest(filing)


def has_come_to_rest(filing: Filing) -> bool:
    """True when this run has nothing left to file for it: it is held, submitted, or saved where that was all."""
    far_enough = {Stage.DETAILED} if filing.until is Until.SAVED else set()
    if filing.is_amending and filing.until is Until.SUBMITTED:
        return filing.hold is not None
    return filing.hold is not None or filing.stage in SUBMITTED_OR_LATER | far_enough
