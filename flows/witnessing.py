"""What the requests of a clerk's saves have said: noted with each filing, and learned from once it was read back.

The names under which a portal takes each field make the check of later filings exact. They are believed only after the
portal has shown what it kept: what left under a wrong name would be kept as something else.
"""

from collections.abc import Mapping

from bots.browser.door.expected import Known, Posted
from bots.browser.door.witness import Sent
from configs.sites.model import PortalSite
from flows import workshop
from flows.ledger import Filing, posted_names


class LearnedNames:
    """The names of one portal's fields, for one clerk; what its newest writes have shown waits for their read-back."""

    def __init__(self, site: PortalSite) -> None:
        self._site = site
        self._waiting: dict[str, Mapping[str, Posted]] = {}
        self._sent: Sent | None = None

    def known(self, form: str) -> Known:
        """What the ledger knows of a form."""
        return posted_names.known(workshop.current().ledger, self._site.name, form)

    def heard(self, form: str, sent: Sent, names: Mapping[str, Posted]) -> None:
        """A write of the form is over."""
        self._sent = sent
        self._waiting[form] = names

    def forget(self) -> None:
        """Another filing begins: what was not read back teaches nothing."""
        self._waiting.clear()
        self._sent = None

    def begin(self) -> None:
        """A write begins: what left before has been noted."""
        self._sent = None

    def note(self, filing: Filing, step: str) -> None:
        """Write down what has left for a filing since the last note."""
        sent, self._sent = self._sent, None
        if sent is None or sent.verdict == "stopped" or self._is_normal(sent):
            return
        differences = sent.told()["differences"]
        workshop.current().ledger.note(
            filing, f"left_{sent.verdict}", step=step, found=len(sent.found), fields=sent.found, differences=differences
        )

    def verified(self, filing: Filing) -> None:
        """What was sent for a filing was read back, and the portal keeps it as written."""
        for form, names in self._waiting.items():
            posted_names.learn(workshop.current().ledger, self._site.name, form, names, ref=filing.ref)
        self._waiting.clear()

    def _is_normal(self, sent: Sent) -> bool:
        return sent.verdict in ("unread", "silent") and self._site.witness.unread == "normal"
