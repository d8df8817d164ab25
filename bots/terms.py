"""A deployment's terms as plain values: where it lives and which words and phrases it uses.

The flows build these from a site's YAML file; nothing in bots/ reads a settings object.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bots.lexicon import NO_LEXICON, Lexicon

MessageKind = Literal[
    "done",
    "refused",
    "session_over",
    "busy",
    "notice",
    "question",
    "wrong_password",
    "locked",
    "password_expired",
    "unknown",
]


@dataclass(frozen=True)
class PortalMessage:
    """What a portal said, from whichever kind of dialog, toast or page, and how its words are sorted."""

    kind: MessageKind
    text: str


@dataclass(frozen=True)
class Patterns:
    """Regular expressions that sort a portal's messages; the first kind that matches wins, in the order given."""

    messages: tuple[tuple[MessageKind, re.Pattern[str]], ...] = ()

    def sort(self, text: str) -> PortalMessage:
        """Sort a text; what no pattern knows is `unknown`."""
        for kind, pattern in self.messages:
            if pattern.search(text):
                return PortalMessage(kind, text)
        return PortalMessage("unknown", text)


@dataclass(frozen=True)
class WitnessTerms:
    """What is normal in the requests of a portal, where it is not what one would expect."""

    stops: bool = True  # a request that disagrees with the plan does not leave; False: it is only told
    unread_is_normal: bool = False  # it encrypts what it sends
    either_unit: bool = False  # it sends 元 where it shows 万元, or the other way
    in_steps: bool = False  # it sends one form in several requests
    unseen: tuple[str, ...] = ()  # fields that it encrypts by themselves, or does not send


_SITE_WORD, _LEXICON_WORD = 0.02, 0.04  # what a word loses against the manual's own where likenesses are compared


@dataclass(frozen=True)
class Terms:
    """One deployment of one portal."""

    base_url: str
    entry: str = "/"
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the manual's word → this portal's words
    patterns: Patterns = field(default_factory=Patterns)
    menu: tuple[str, ...] = ()  # the menu path to the list of plans
    ignore_tls: bool = False
    wait_seconds: float = 20.0  # the limit of every wait on a page
    pause_seconds: float = 0.0  # between two filings, where a portal asks for gentleness
    witness: WitnessTerms = field(default_factory=WitnessTerms)
    lexicon: Lexicon = NO_LEXICON  # what portals in general call the concepts of the manual

    def words_for(self, concept: str) -> tuple[str, ...]:
        """What may stand for a concept, in order of trust: the manual's word, this site's, those of other portals."""
        return tuple(dict.fromkeys((concept, *self.synonyms.get(concept, ()), *self.lexicon.words(concept))))

    def ranked(self, concept: str) -> tuple[tuple[str, float], ...]:
        """The same words, each with what it loses against the manual's own."""
        own = {concept: 0.0, **dict.fromkeys(self.synonyms.get(concept, ()), _SITE_WORD)}
        return tuple((word, own.get(word, _LEXICON_WORD)) for word in self.words_for(concept))

    def columns(self, screen: str, headers: tuple[str, ...] = ()) -> dict[str, list[str]]:
        """What the headers of a screen's list may say, by concept: those of the lexicon, the site's, and `headers`."""
        concepts = dict.fromkeys((*headers, *self.lexicon.on(screen), *self.synonyms))
        return {concept: list(self.words_for(concept)) for concept in concepts}


@dataclass(frozen=True)
class Credentials:
    """What a login form wants."""

    user: str
    password: str = field(repr=False)
    region: str  # 行政区划 / 地区 by its name: 临邑县
    role: str = "采购人"
    region_code: str = ""  # of six digits: 371424
    region_within: tuple[str, ...] = ()  # what it lies in, the widest first: 山东省, 德州市
