"""Manual 一(四)1: 提交. Ensure that the plan is with 资金科室, and prove it by the portal's own log."""

from bots.errors import RefusedByPortal
from flows import fault_points, workshop
from flows.clerk import Clerk
from flows.errors import SavedButNotFound
from flows.ledger import Filing, intents
from flows.review import ReviewLog, read_log, take_over


async def ensure_submitted(filing: Filing, clerk: Clerk) -> Filing:
    """Submit the plan unless its log shows that it was submitted; the log must show it afterwards."""
    ledger, plans = workshop.current().ledger, clerk.provincial.plans
    assert filing.number is not None
    await plans.open()
    intent = intents.open_intent(ledger, filing, "submit")
    if filing.is_fresh and intent is None:
        log = await _submit(filing, clerk)  # created in this attempt: nobody can have submitted it
    else:
        log = await read_log(filing, clerk)
        if not log.was_submitted:
            log = await _submit(filing, clerk)
    if intent := intents.open_intent(ledger, filing, "submit"):
        intents.close(ledger, intent, "done")
    await plans.picture_row("提交后的计划", filing.number)
    return take_over(filing, log)


async def _submit(filing: Filing, clerk: Clerk) -> ReviewLog:
    ledger, number = workshop.current().ledger, filing.number or ""
    workshop.current().raise_if_stopping()
    intent = intents.open_intent(ledger, filing, "submit") or intents.begin(ledger, filing, "submit", set())
    fault_points.reached("before-submit", filing.ref)
    try:
        said = await clerk.provincial.plans.submit(number)
    except RefusedByPortal:
        intents.close(ledger, intent, "refused")
        raise
    fault_points.reached("after-submit", filing.ref)
    log = await read_log(filing, clerk)
    if not log.was_submitted:
        raise SavedButNotFound(text=said.text)
    return log
