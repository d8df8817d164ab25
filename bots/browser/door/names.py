"""Under which names a portal takes each field: learned from filings that were read back, kept by whoever files."""

from collections.abc import Mapping
from typing import Protocol

from bots.browser.door.expected import Known, Posted
from bots.browser.door.witness import Sent


class Names(Protocol):
    """What is known of a portal's forms, by their paths (`provincial/计划`)."""

    def known(self, form: str) -> Known:
        """The names that were learned for a form."""

    def heard(self, form: str, sent: Sent, names: Mapping[str, Posted]) -> None:
        """A write of the form has left: what was seen in it, and what may be learned once it was read back."""


class NoNames:
    """Nothing is known, and nothing is learned: for tests, and for looking around."""

    def known(self, form: str) -> Known:  # noqa: ARG002 - as the protocol has it
        """Nothing."""
        return {}

    def heard(self, form: str, sent: Sent, names: Mapping[str, Posted]) -> None:
        """Forget it."""
