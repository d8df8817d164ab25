"""Manual 一(四)1: 提交. Ensure that the plan is with 资金科室, and prove it by the portal's own log."""

from flows import workshop
from flows.clerk import Clerk
from flows.errors import SavedButNotFound
from flows.ledger import Filing, intents
from flows.review import ReviewLog, read_log, take_over
from flows.sending import let_it_settle, nothing_was_kept, sending


async def ensure_submitted(filing: Filing, clerk: Clerk) -> Filing:
    """Submit the plan unless its log shows that it was submitted; the log must show it afterwards."""
    ledger, plans = workshop.current().ledger, clerk.provincial.plans
    assert filing.number is not None
    await plans.open()
    intent = intents.open_intent(ledger, filing, "submit")
    if filing.is_fresh and intent is None:
        log = await _submit(filing, clerk)  # created in this attempt: nobody can have submitted it
    else:
        if intent:
            await let_it_settle(intent, clerk.site.settle_seconds)
        log = await read_log(filing, clerk)
        if intent and not log.was_submitted:
            nothing_was_kept(filing, intent)
        if not log.was_submitted:
            log = await _submit(filing, clerk)
    if intent := intents.open_intent(ledger, filing, "submit"):
        intents.close(ledger, intent, "done")
    await plans.picture_row("提交后的计划", filing.number)
    return take_over(filing, log)


async def _submit(filing: Filing, clerk: Clerk) -> ReviewLog:
    async with sending(filing, "submit"):
        said = await clerk.provincial.plans.submit(filing.number or "")
    log = await read_log(filing, clerk)
    if not log.was_submitted:
        raise SavedButNotFound(text=said.text)
    return log
