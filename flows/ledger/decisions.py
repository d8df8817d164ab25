"""What a person decides about a filing: give it up, take it up again, go on from what the portal shows, start anew."""

from typing import Any

from flows.ledger.book import Ledger
from flows.ledger.records import Filing
from flows.stages import Hold, Stage


def cancel(ledger: Ledger, filing: Filing) -> Filing:
    """A person gives it up; nothing is deleted on the portal."""
    params = {"number": filing.number or ""}
    return ledger.change(filing.id, "cancelled", params, hold=Hold.CANCELLED.value, trouble=None)


def resume(ledger: Ledger, filing: Filing) -> Filing:
    """A person takes up again what was given up."""
    return ledger.change(filing.id, "resumed", {}, hold=None)


def release(ledger: Ledger, filing: Filing, *, stage: Stage | None = None) -> Filing:
    """A person has looked at what held it: it goes on from what the portal shows (`stage`, where that is known)."""
    trouble = filing.trouble
    params = {"code": trouble.code, "params": trouble.params} if trouble else {}
    moved: dict[str, Any] = {"stage": stage.value, "amends": None} if stage else {}
    return ledger.change(filing.id, "released", params, hold=None, trouble=None, **moved)


def forget_number(ledger: Ledger, filing: Filing) -> Filing:
    """What the portal had saved is gone, a person says: it is planned again; the history keeps its number."""
    return ledger.change(
        filing.id,
        "forgotten",
        {"number": filing.number or ""},
        number=None,
        sheet_number=None,
        sheet_status=None,
        opinion=None,
        amends=None,
        created_attempt=None,
        stage=Stage.PLANNED.value,
        hold=None,
        trouble=None,
    )
