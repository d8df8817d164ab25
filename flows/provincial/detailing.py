"""Manual 一(三): 计划明细填写. Ensure that the plan has its one detail line, as written."""

from bots.errors import ValueNotKept
from bots.provincial.details import DetailsPage
from flows import workshop
from flows.clerk import Clerk
from flows.closing import closing
from flows.errors import DetailDiffers
from flows.ledger import Filing, intents
from flows.provincial.values import detail_as_kept, detail_values
from flows.sending import let_it_settle, nothing_was_kept, sending
from flows.stages import Stage


async def ensure_detailed(filing: Filing, clerk: Clerk) -> Filing:
    """Add the detail line, or find it there; one plan has exactly one, so a line that is there is never doubled."""
    ledger = workshop.current().ledger
    assert filing.number is not None
    intent = intents.open_intent(ledger, filing, "detail")
    if intent:
        await let_it_settle(intent, clerk.site.settle_seconds)
    await clerk.provincial.plans.open()
    async with closing(await clerk.provincial.plans.details(filing.number)) as details:
        rows = await details.rows()
        if intent and not rows:
            nothing_was_kept(filing, intent)
        if not rows:
            await _add(filing, details)
            rows = await details.rows()
        if len(rows) != 1:
            raise DetailDiffers(number=filing.number, different=[f"明细 × {len(rows)}"])
        await _verify(filing, details, rows[0]["ID"])
        if intent := intents.open_intent(ledger, filing, "detail"):
            intents.close(ledger, intent, "done")
    if filing.stage is Stage.SAVED:
        return ledger.advance(filing, Stage.DETAILED)
    return ledger.by_id(filing.id)


async def _add(filing: Filing, details: DetailsPage) -> None:
    plan = filing.plan
    async with closing(await details.add()) as form:
        await form.pick(plan.detail.item_name, plan.detail.item_code)
        await form.fill(detail_values(plan))
        await form.picture("填好的明细")
        async with sending(filing, "detail"):
            await form.save()


async def _verify(filing: Filing, details: DetailsPage, row_key: str) -> None:
    """Read the saved line back. Raises ValueNotKept for the first field that the portal changed."""
    async with closing(await details.view(row_key)) as form:
        await form.picture("保存后的明细")
        for difference in await form.differences(detail_as_kept(filing.plan)):
            raise ValueNotKept(
                number=filing.number or "", label=difference.label, wanted=difference.wanted, kept=difference.kept
            )
