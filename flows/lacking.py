"""What a portal's forms and pages do not have of the manual's fields: it is told in a filing's history, once each."""

from bots.widgets.form_page import FormPage
from flows import workshop
from flows.ledger import Filing


def note_lacking(filing: Filing, form: FormPage) -> None:
    """Fields of the plan for which the form has no place: they were not typed anywhere."""
    _note(filing, form, "not_placed")


def note_unseen(filing: Filing, form: FormPage) -> None:
    """Fields of the plan that the portal's own page of it does not show: they could not be read back."""
    _note(filing, form, "not_read_back")


def _note(filing: Filing, form: FormPage, what: str) -> None:
    if form.lacking:
        workshop.current().ledger.note(filing, what, fields=sorted(form.lacking))
