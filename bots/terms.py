"""A deployment's terms as plain values: where it lives and which words and phrases it uses.

The flows build these from a site's YAML file; nothing in bots/ reads a settings object.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

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

    def words_for(self, word: str) -> tuple[str, ...]:
        """The manual's word and every synonym that this site gives it."""
        return (word, *self.synonyms.get(word, ()))


@dataclass(frozen=True)
class Credentials:
    """What a login form wants."""

    user: str
    password: str = field(repr=False)
    region: str  # 行政区划 / 地区, as the portal shows it: 临邑县
    role: str = "采购人"
