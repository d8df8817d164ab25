"""Manual 一(二): 采购计划信息填写. Ensure that the plan stands in 采购计划维护, once, with every field as written."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bots.errors import ValueNotKept
from bots.provincial.portal import ProvincialPortal
from bots.widgets.grid import Row
from flows import workshop
from flows.clerk import Clerk
from flows.closing import closing
from flows.converge import Creation, Send, ensure_created
from flows.errors import PlanVanished
from flows.ledger import Filing
from flows.natural_key import candidates, never_cut, search_words
from flows.provincial.values import plan_values
from flows.stages import Stage


async def ensure_saved(filing: Filing, clerk: Clerk) -> Filing:
    """Save the plan, or find it saved; its number is owned and its fields have been compared when this returns."""
    ledger, plans = workshop.current().ledger, clerk.provincial.plans
    await plans.open()
    number = filing.number
    if number is None:
        number = await ensure_created(_creation(filing, clerk))
    elif not await plans.find(number=number):
        raise PlanVanished(number=number)
    await verify_saved(filing, clerk.provincial, number)
    if filing.stage is Stage.PLANNED:
        return ledger.advance(filing, Stage.SAVED, number=number)
    return ledger.by_id(filing.id)


def _creation(filing: Filing, clerk: Clerk) -> Creation:
    plan, plans = filing.plan, clerk.provincial.plans
    owned = workshop.current().ledger.owned_numbers(filing.site, filing.route, but=filing.id)

    rows: list[Row] = []

    async def look(name: str = search_words(plan.name)) -> set[str]:
        rows[:] = await plans.find(name=name)
        same = candidates(rows, name=("计划名称", plan.name), number="计划编号", day=("采购日期", plan.purchase_date))
        return same - owned

    async def differences(number: str) -> list[str]:
        async with closing(await plans.view(number)) as form:
            return [difference.label for difference in await form.differences(plan_values(plan))]

    @asynccontextmanager
    async def filled() -> AsyncIterator[Send]:
        async with closing(await plans.add()) as form:
            await form.fill(plan_values(plan))
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
        differences=differences,
        key_labels=frozenset({"业务年度", "计划采购日期", "采购方式"}),
        filled=filled,
    )


async def verify_saved(filing: Filing, portal: ProvincialPortal, number: str) -> None:
    """Read the saved form back and picture it. Raises ValueNotKept for the first field that the portal changed."""
    async with closing(await portal.plans.view(number)) as form:
        await form.picture("保存后的计划表")
        for difference in await form.differences(plan_values(filing.plan)):
            raise ValueNotKept(number=number, label=difference.label, wanted=difference.wanted, kept=difference.kept)
