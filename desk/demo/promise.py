"""What the demo promises, and the comparison with what happened."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.demo.reviewers import RETURNED_REF
from desk.messages.catalogue import text
from desk.sandbox_child import ACCOUNTS, Sandbox
from desk.words import state_text
from flows.ledger import Filing
from flows.stages import Hold, Stage

REFUSED_REF = "ln-03"
MANUAL_REF, MANUAL_NUMBER = "ln-01", "37142461200120200015"


@dataclass(frozen=True)
class Difference:
    """A filing that is not where the demo promised it would be."""

    ref: str
    wanted: str
    found: str


def differences(filings: Iterable[Filing]) -> list[Difference]:
    """Compare the end of every filing with the promise."""
    found = []
    for filing in filings:
        is_so, wanted = _promised(filing)
        if not is_so:
            parts = (state_text(filing), filing.number, filing.sheet_number or text("demo.no_sheet"))
            found.append(Difference(filing.ref, wanted, " ".join(part for part in parts if part)))
    return found


def _promised(filing: Filing) -> tuple[bool, str]:
    if filing.ref == REFUSED_REF:
        return filing.hold is Hold.REFUSED, text(f"hold.{Hold.REFUSED}")
    if filing.ref == RETURNED_REF:
        return filing.stage is Stage.RETURNED and bool(filing.opinion), text(f"stage.{Stage.RETURNED}")
    arrived = filing.stage is Stage.IN_MALL and filing.hold is None and bool(filing.sheet_number)
    if filing.ref == MANUAL_REF:
        return arrived and filing.number == MANUAL_NUMBER, f"{text(f'stage.{Stage.IN_MALL}')} {MANUAL_NUMBER}"
    return arrived, text(f"stage.{Stage.IN_MALL}")


def standing(sandbox: Sandbox) -> int:
    """How many plans and self-built sheets of the demo's accounts stand on the portals, by the portals' own count."""
    users = ACCOUNTS.values()
    kinds = ("plans", "sheets")
    return sum(len(sandbox.get(f"{kind}?account={user}")) for kind in kinds for user in users)
