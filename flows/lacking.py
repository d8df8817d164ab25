"""What a portal's forms and pages do not have of the manual's fields: it is told in a filing's history, once each."""

from typing import Protocol

from flows import workshop
from flows.ledger import Filing


class Lacking(Protocol):
    """A form or a page that was filled or compared."""

    lacking: list[str]


def note_lacking(filing: Filing, page: Lacking) -> None:
    """Fields of the plan for which the form has no place: they were not typed anywhere."""
    _note(filing, page, "not_placed")


def note_unseen(filing: Filing, page: Lacking) -> None:
    """Fields of the plan that the portal's own page of it does not show: they could not be read back."""
    _note(filing, page, "not_read_back")


def _note(filing: Filing, page: Lacking, what: str) -> None:
    ledger, fields = workshop.current().ledger, sorted(page.lacking)
    if fields and not any(
        line.what == what and line.params == {"fields": fields} for line in ledger.history(filing.id)
    ):
        ledger.note(filing, what, fields=fields)
