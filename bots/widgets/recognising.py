"""Screens are recognised by the concepts that they answer to, however a portal calls and draws them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bots.errors import ScreenNotRecognised
from bots.terms import Terms
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen

TELLING_NEEDED = 2
BESIDE_A_LIST = 0.65  # of all concepts, where the list that has some of the same words is still in sight
PLAINLY = 0.6  # of all concepts: no need to wait for more of them


@dataclass(frozen=True)
class Purpose:
    """What a screen is for: its `concepts`, and those of them (`shared`) that the list it came from may show, too."""

    concepts: tuple[str, ...]
    shared: frozenset[str] = frozenset()

    def is_met(self, found: frozenset[str], *, beside_list: bool) -> bool:
        """Whether what answers to the concepts `found` is this screen."""
        if len(found - self.shared) < TELLING_NEEDED:
            return False
        return not beside_list or len(found) >= BESIDE_A_LIST * len(self.concepts)


@dataclass(frozen=True)
class Seen:
    """What one place shows of a screen's concepts."""

    spot: Spot
    found: frozenset[str] = frozenset()
    beside_list: bool = False
    busy: bool = False  # a mask lies over it: what it shows is not its own yet
    words: tuple[str, ...] = field(default=(), compare=False)


async def look(screen: Screen, purpose: Purpose, unlike: Sequence[str] = ()) -> list[Seen]:
    """What each place in view shows of the concepts; `unlike`: the headers of the list that it is not."""
    known = await screen.ask("labels", _asked(screen.terms, purpose, unlike))
    return [_seen(spot, purpose, info) for spot, info in known]


class Arrival:
    """Waits until a screen is there: `screen.until(arrival.probe, arrival.missing)`."""

    def __init__(self, screen: Screen, purpose: Purpose, path: str, unlike: Sequence[str] = ()) -> None:
        self._screen, self._purpose, self._path, self._unlike = screen, purpose, path, unlike
        self._best: Seen | None = None
        self._words: list[str] = []

    async def probe(self) -> Spot | None:
        """Where the screen is; one that shows only a part of its concepts is taken when it stays so."""
        seen = await look(self._screen, self._purpose, self._unlike)
        self._words = [word for each in seen for word in each.words]
        met = [one for one in seen if self._purpose.is_met(one.found, beside_list=one.beside_list)]
        best = max(met, key=lambda one: len(one.found), default=None)
        before, self._best = self._best, best or max(seen, key=lambda one: len(one.found), default=None)
        if best is None or best.busy:
            return None
        plain = len(best.found) >= PLAINLY * len(self._purpose.concepts)
        return best.spot if plain or (best == before and self._screen.traffic.quiet) else None

    def missing(self) -> ScreenNotRecognised:
        """What was found of the concepts in the place that shows most of them, and what was not."""
        found = self._best.found if self._best else frozenset()
        return ScreenNotRecognised(
            where=self._path,
            found=[concept for concept in self._purpose.concepts if concept in found],
            missing=[concept for concept in self._purpose.concepts if concept not in found],
            candidates=list(dict.fromkeys(self._words)),
        )


def _asked(terms: Terms, purpose: Purpose, unlike: Sequence[str]) -> dict[str, object]:
    return {
        "concepts": [list(terms.words_for(concept)) for concept in purpose.concepts],
        "unlike": [list(terms.words_for(header)) for header in unlike],
    }


def _seen(spot: Spot, purpose: Purpose, info: dict[str, Any]) -> Seen:
    found = frozenset(purpose.concepts[at] for at in info["found"])
    return Seen(spot, found, info["list"], info["busy"], tuple(info["seen"]))
