"""What stands on the portal and differs from the plan is filled anew with 修改, as long as no reviewer has it.

That is a draft of ours that was left half filled or changed by hand, and a returned plan that was corrected in its file
since. A change is a write like any other, but it says the same however often it is made: after a lost reply the fields
themselves tell whether it was kept.
"""

from collections.abc import Sequence

from bots.provincial.details import DetailsPage
from bots.widgets.grid import Row
from bots.widgets.values import Difference
from flows import workshop
from flows.clerk import Clerk
from flows.closing import closing
from flows.errors import SubmittedDiffers
from flows.ledger import Filing, intents
from flows.provincial.values import (
    detail_gaps,
    detail_values,
    emptied,
    no_longer_given,
    no_longer_in_detail,
    plan_gaps,
    plan_values,
)
from flows.read_back import labels, refuse_differences, told
from flows.review import read_log, take_over
from flows.sending import let_it_settle, nothing_was_kept, sending
from flows.stages import Stage


async def open_to_change(filing: Filing, clerk: Clerk, differences: Sequence[Difference]) -> bool:
    """Ask the log whether the plan may be changed; False when it was returned meanwhile, which the ledger then knows.

    Raises SubmittedDiffers when it is with its reviewers, or recorded, with values that are not the plan's.
    """
    log = await read_log(filing, clerk)
    if not log.was_submitted:
        return True
    if log.stage is Stage.RETURNED:
        if not filing.is_amending:
            take_over(filing, log)
        return filing.is_amending
    raise SubmittedDiffers(
        number=filing.number or "", stage=log.stage.value, different=labels(differences), differences=told(differences)
    )


async def settle(filing: Filing, clerk: Clerk, step: str) -> None:
    """Before the fields are read: a change whose reply was lost may still be under way."""
    if intent := intents.open_intent(workshop.current().ledger, filing, step):
        await let_it_settle(intent, clerk.site.settle_seconds)


def reconcile(filing: Filing, step: str, differences: Sequence[Difference]) -> None:
    """Close the change whose reply was lost, now that the fields were read. Raises RefusedByPortal for its words."""
    ledger = workshop.current().ledger
    intent = intents.open_intent(ledger, filing, step)
    if intent is None:
        return
    if differences:
        nothing_was_kept(filing, intent)
    else:
        intents.close(ledger, intent, "done")
        ledger.note(filing, "reconciled_kept", step=step)


async def amend_plan(filing: Filing, clerk: Clerk, differences: Sequence[Difference]) -> None:
    """修改 of the plan's form."""
    assert filing.number is not None
    values = plan_values(filing.plan)
    async with closing(await clerk.provincial.plans.modify(filing.number)) as form:
        blank = emptied(differences, no_longer_given(filing.plan, filing.amends))
        await form.fill({**values, **blank}, gaps=plan_gaps(filing.plan))
        await form.picture("修改好的计划表")
        async with sending(filing, "amend", told(differences)):
            await form.save()


async def amend_detail(filing: Filing, details: DetailsPage, row: Row, differences: Sequence[Difference]) -> None:
    """修改 of the one detail line."""
    blank = no_longer_in_detail(filing.plan, filing.amends)
    async with closing(await details.modify(row)) as form:
        values = {**detail_values(filing.plan), **emptied(differences, blank)}
        await form.fill(values, gaps=detail_gaps(filing.plan))
        await form.picture("修改好的明细")
        async with sending(filing, "amend_detail", told(differences)):
            await form.save()


def conclude(filing: Filing, step: str, before: Sequence[Difference], after: Sequence[Difference]) -> None:
    """The change was made and the fields were read again: tell what was changed. Raises ValueNotKept."""
    ledger = workshop.current().ledger
    if intent := intents.open_intent(ledger, filing, step):
        intents.close(ledger, intent, "done")
    ledger.note(filing, "amended", step=step, differences=told(before))
    refuse_differences(filing.number or "", after)
