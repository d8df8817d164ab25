"""Manual 一(二): 采购计划信息填写. Ensure that the plan stands in 采购计划维护, once, with every field as written.

A draft of ours whose fields differ, and a returned plan that was corrected since, are filled anew (`amending.py`).
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bots.widgets.grid import Row
from bots.widgets.values import Difference
from flows import workshop
from flows.clerk import Clerk
from flows.closing import closing
from flows.converge import Creation, Send, ensure_created
from flows.errors import PlanVanished
from flows.lacking import note_lacking, note_unseen
from flows.ledger import Filing
from flows.natural_key import as_listed, candidates, never_cut, search_words
from flows.provincial.amending import amend_plan, conclude, open_to_change, reconcile, settle
from flows.provincial.detailing import detail_differences
from flows.provincial.values import left_open, no_longer_given, plan_gaps, plan_gaps_read, plan_values
from flows.read_back import labels, refuse_differences
from flows.stages import Stage

KEY_LABELS = frozenset({"业务年度", "计划采购日期", "采购方式"})  # a difference in one of these makes it another plan


async def ensure_saved(filing: Filing, clerk: Clerk) -> Filing:
    """Save the plan, or find it saved; its number is owned and its fields have been compared when this returns."""
    ledger, plans = workshop.current().ledger, clerk.provincial.plans
    await plans.open()
    if filing.number is None:
        created = await ensure_created(_creation(filing, clerk))
        refuse_differences(created.number, created.differences)
    elif not any(row["计划编号"] == filing.number for row in await plans.find(number=filing.number)):
        raise PlanVanished(number=filing.number)
    else:
        await _ensure_as_written(filing, clerk, filing.number)
    filing = ledger.by_id(filing.id)
    if filing.stage is Stage.PLANNED:
        return ledger.advance(filing, Stage.SAVED, number=filing.number)
    return filing


async def _ensure_as_written(filing: Filing, clerk: Clerk, number: str) -> None:
    """What stands there already and is ours: fill anew what differs, unless its reviewers have it."""
    await settle(filing, clerk, "amend")
    differences = await _read_back(filing, clerk, number)
    reconcile(filing, "amend", differences)
    if differences and await open_to_change(filing, clerk, differences):
        await amend_plan(filing, clerk, differences)
        conclude(filing, "amend", differences, await _read_back(filing, clerk, number))


async def _read_back(filing: Filing, clerk: Clerk, number: str) -> list[Difference]:
    """Read the saved form, picture it, and tell where it differs from the plan."""
    async with closing(await clerk.provincial.plans.view(number)) as form:
        await form.picture("保存后的计划表")
        blank = no_longer_given(filing.plan, filing.amends)
        found = await form.differences(plan_values(filing.plan), blank=blank, gaps=plan_gaps_read(filing.plan))
        note_unseen(filing, form)
        return found


def _creation(filing: Filing, clerk: Clerk) -> Creation:
    plan, plans = filing.plan, clerk.provincial.plans
    owned = workshop.current().ledger.owned_numbers(filing.site, filing.route, but=filing.id)

    rows: list[Row] = []

    async def look(name: str = search_words(plan.name)) -> set[str]:
        rows[:] = await plans.find(name=name)
        same = candidates(rows, name=("计划名称", plan.name), number="计划编号", day=("采购日期", plan.purchase_date))
        return same - owned

    def listed(number: str) -> str:
        return as_listed(rows, number=("计划编号", number), name="计划名称")

    async def differences(number: str) -> list[Difference]:
        async with closing(await plans.view(number)) as form:
            found = await form.differences(plan_values(plan), blank=left_open(plan), gaps=plan_gaps_read(plan))
        if KEY_LABELS.intersection(labels(found)):
            return found
        async with closing(await plans.details(number)) as details:
            return [*found, *await detail_differences(plan, details)]

    @asynccontextmanager
    async def filled() -> AsyncIterator[Send]:
        async with closing(await plans.add()) as form:
            await form.fill(plan_values(plan), gaps=plan_gaps(plan))
            note_lacking(filing, form)
            await form.picture("填好的计划表")

            async def save() -> str:
                return (await form.save()).text

            yield save

    return Creation(
        step="save",
        filing=filing,
        settle_seconds=clerk.site.settle_seconds,
        look=look,
        look_everywhere=lambda: look(""),
        another_name=lambda: never_cut(rows, name=("计划名称", plan.name), number="计划编号"),
        listed=listed,
        differences=differences,
        read_back=lambda number: _read_back(filing, clerk, number),
        key_labels=KEY_LABELS,
        filled=filled,
    )
