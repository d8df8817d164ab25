"""What portals call the concepts of the manual, as plain values: a concept is the manual's own word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

ConceptKind = Literal["text", "choice", "yes_no", "amount", "number", "date", "code", "header", "button", "menu"]


@dataclass(frozen=True)
class Concept:
    """The words of one concept, in order of trust, and the words that only sound like it."""

    kind: ConceptKind
    words: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """The concepts of one portal by screen (采购计划维护, 计划, 明细 …), each by the manual's word."""

    screens: Mapping[str, Mapping[str, Concept]] = field(default_factory=dict)
    qualifiers: tuple[str, ...] = ()  # what makes another thing out of a word: 上年度计划名称

    @cached_property
    def _all(self) -> Mapping[str, Concept]:
        """Every concept, wherever it stands; on two screens it keeps the words of both."""
        found: dict[str, Concept] = {}
        for screen in self.screens.values():
            for name, concept in screen.items():
                known = found.get(name, concept)
                words = tuple(dict.fromkeys((*known.words, *concept.words)))
                never = tuple(dict.fromkeys((*known.never, *concept.never)))
                found[name] = Concept(known.kind, words, never)
        return found

    def __contains__(self, concept: str) -> bool:
        """Whether this is a concept of the manual; what an operator names under 其他 is none."""
        return concept in self._all

    def words(self, concept: str) -> tuple[str, ...]:
        """What portals call a concept, wherever it stands; nothing where no portal is known to call it otherwise."""
        return self._all[concept].words if concept in self._all else ()

    def never(self, concept: str) -> tuple[str, ...]:
        """What only sounds like a concept."""
        return self._all[concept].never if concept in self._all else ()

    def kind(self, concept: str) -> ConceptKind | None:
        """What a concept takes; None for one that the lexicon does not know."""
        return self._all[concept].kind if concept in self._all else None

    def on(self, screen: str) -> Mapping[str, tuple[str, ...]]:
        """The concepts of one screen and their words, for the headers of its list."""
        return {name: concept.words for name, concept in self.screens.get(screen, {}).items()}


NO_LEXICON = Lexicon()
