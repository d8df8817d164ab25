"""Manual 一(四)1: 提交. Ensure that the plan is with 资金科室, and prove it by the portal's own log.

A returned plan that was corrected is submitted again; the portal counts it as its next version.
"""

from bots.provincial.plans import PATH
from flows import workshop
from flows.clerk import Clerk
from flows.errors import SavedButNotFound
from flows.ledger import Filing, corrections, intents
from flows.provincial.values import listed_sums
from flows.review import ReviewLog, read_log, take_over
from flows.sending import let_it_settle, nothing_was_kept, sending
from flows.stages import Stage
from flows.sums import agree


async def ensure_submitted(filing: Filing, clerk: Clerk) -> Filing:
    """Submit the plan unless its log shows that it was submitted; the log must show it afterwards."""
    ledger, plans = workshop.current().ledger, clerk.provincial.plans
    assert filing.number is not None
    await plans.open()
    intent = intents.open_intent(ledger, filing, "submit")
    if filing.is_fresh and intent is None:
        log = await _submit(filing, clerk, 0)  # created in this attempt: nobody can have submitted it
    else:
        if intent:
            await let_it_settle(intent, clerk.site.settle_seconds)
        log = await read_log(filing, clerk)
        done = log.telling > int(intent.before[0]) if intent and intent.before else not _to_be_submitted(filing, log)
        if intent and not done:
            nothing_was_kept(filing, intent)
        if not done:
            log = await _submit(filing, clerk, log.telling)
    await plans.picture_row("提交后的计划", filing.number)
    if filing.is_amending:
        version = await _version(filing, clerk)
        return corrections.resubmitted(ledger, filing, version, log.stage, said=log.last, opinion=log.opinion or None)
    if intent := intents.open_intent(ledger, filing, "submit"):
        intents.close(ledger, intent, "done")
    return take_over(filing, log)


def _to_be_submitted(filing: Filing, log: ReviewLog) -> bool:
    """A draft is, and what was returned and corrected since."""
    return not log.was_submitted or (filing.is_amending and log.stage is Stage.RETURNED)


async def _submit(filing: Filing, clerk: Clerk, telling: int) -> ReviewLog:
    """Send it; `telling`: how many lines of its log told something before. Raises SumsDisagree instead."""
    plans, number = clerk.provincial.plans, filing.number or ""
    await agree(
        filing,
        clerk,
        listed_sums(filing.plan),
        lambda again: plans.figures(number, again=again),
        where=PATH,
        trail=clerk.provincial.trail,
    )
    async with sending(filing, "submit", [str(telling)]) as intent:
        said = await plans.submit(number)
    log = await read_log(filing, clerk)
    if log.telling <= telling:  # a log may be slower than the portal's yes
        await let_it_settle(intent, clerk.site.settle_seconds)
        log = await read_log(filing, clerk)
    if log.telling <= telling:
        raise SavedButNotFound(text=said.text)
    return log


async def _version(filing: Filing, clerk: Clerk) -> str:
    """版本号, as the list shows it."""
    rows = await clerk.provincial.plans.find(number=filing.number or "")
    return next((row.get("版本号", "") for row in rows if row["计划编号"] == filing.number), "")
