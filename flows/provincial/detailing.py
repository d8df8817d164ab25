"""Manual 一(三): 计划明细填写. Ensure that the plan has its one detail line, as written."""

from collections.abc import Iterable
from dataclasses import replace

from bots.errors import OutcomeUnknown
from bots.provincial.details import PATH, DetailsPage
from bots.widgets.figures import Figure
from bots.widgets.grid import Row
from bots.widgets.values import Difference
from configs.plans.model import Plan
from flows import workshop
from flows.clerk import Clerk
from flows.closing import closing
from flows.errors import DetailDiffers
from flows.lacking import note_lacking, note_unseen
from flows.ledger import Filing, intents
from flows.provincial.amending import amend_detail, conclude, open_to_change, reconcile, settle
from flows.provincial.values import detail_gaps, detail_sums, detail_values, no_longer_in_detail
from flows.read_back import refuse_differences
from flows.sending import nothing_was_kept, sending
from flows.stages import Stage
from flows.sums import agree


async def ensure_detailed(filing: Filing, clerk: Clerk) -> Filing:
    """Add the detail line, or find it there; one plan has exactly one, so a line that is there is never doubled."""
    ledger, plans = workshop.current().ledger, clerk.provincial.plans
    assert filing.number is not None
    await settle(filing, clerk, "detail")
    await settle(filing, clerk, "amend_detail")
    await plans.open()
    async with closing(await plans.details(filing.number)) as details:
        added, row = await _the_one_line(filing, details)
        differences = await _read_back(filing, details, row)
        figures = await details.figures()
    if intent := intents.open_intent(ledger, filing, "detail"):
        intents.close(ledger, intent, "done")
    reconcile(filing, "amend_detail", differences)
    if added:
        refuse_differences(filing.number, differences)
    elif differences and await open_to_change(filing, clerk, differences):
        async with closing(await plans.details(filing.number)) as details:
            await amend_detail(filing, details, row, differences)
            conclude(filing, "amend_detail", differences, await _read_back(filing, details, row))
            figures = await details.figures()
    await _sums_agree(filing, clerk, figures)
    filing = ledger.by_id(filing.id)
    return ledger.advance(filing, Stage.DETAILED) if filing.stage is Stage.SAVED else filing


async def _sums_agree(filing: Filing, clerk: Clerk, figures: list[Figure]) -> None:
    """The line as the list shows it, and 合计 and 本页小计 under it, which one line is equal to."""

    async def look(again: bool) -> list[Figure]:  # noqa: FBT001 - the one argument of a callback
        if not again:
            return figures
        async with closing(await clerk.provincial.plans.details(filing.number or "")) as details:
            return await details.figures()

    await agree(filing, clerk, detail_sums(filing.plan), look, where=PATH, trail=clerk.provincial.trail)


async def _the_one_line(filing: Filing, details: DetailsPage) -> tuple[bool, Row]:
    """The plan's line, and whether it was added just now."""
    rows = await details.rows()
    added = not rows
    if added:
        if intent := intents.open_intent(workshop.current().ledger, filing, "detail"):
            nothing_was_kept(filing, intent)
        await _add(filing, details)
        rows = await details.rows()
    if added and not rows:  # a list that failed to load again, maybe; whoever looks anew will see
        raise OutcomeUnknown(during="detail", reason="the list does not show it")
    if len(rows) != 1:
        raise DetailDiffers(number=filing.number or "", different=[f"明细 × {len(rows)}"])
    return added, rows[0]


async def _add(filing: Filing, details: DetailsPage) -> None:
    plan = filing.plan
    async with closing(await details.add()) as form:
        await form.fill(detail_values(plan), gaps=detail_gaps(plan))
        note_lacking(filing, form)
        await form.picture("填好的明细")
        async with sending(filing, "detail"):
            await form.save()


async def _read_back(filing: Filing, details: DetailsPage, row: Row) -> list[Difference]:
    """Read the saved line, picture it, and tell where it differs from the plan."""
    async with closing(await details.view(row)) as form:
        await form.picture("保存后的明细")
        blank = no_longer_in_detail(filing.plan, filing.amends)
        gaps = detail_gaps(filing.plan, read=True)
        found = await form.differences(detail_values(filing.plan), blank=blank, gaps=gaps)
        note_unseen(filing, form)
        return found


async def detail_differences(plan: Plan, details: DetailsPage) -> list[Difference]:
    """Where the lines of somebody else's draft differ from the plan's one; a draft without any is only unfinished."""
    rows = await details.rows()
    if len(rows) > 1:
        return [Difference("明细", "1", str(len(rows)))]
    found: list[Difference] = []
    for row in rows:
        async with closing(await details.view(row)) as form:
            found += await form.differences(detail_values(plan), gaps=detail_gaps(plan, read=True))
    return list(_of_detail(found))


def _of_detail(differences: Iterable[Difference]) -> Iterable[Difference]:
    return (replace(each, label=f"明细.{each.label}") for each in differences)
