"""Manual 二(二): 自建计划单创建. Ensure that the 计划单 stands in 计划单管理, once, with every field as written."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bots.mall.plan_sheets import PATH
from bots.mall.portal import MallPortal
from bots.widgets.grid import Row
from bots.widgets.values import Difference
from flows import workshop
from flows.clerk import Clerk
from flows.closing import closing
from flows.converge import Creation, Send, ensure_created
from flows.errors import PlanVanished
from flows.lacking import note_lacking, note_unseen
from flows.ledger import Filing
from flows.mall.linking import is_imported
from flows.mall.values import sheet_gaps, sheet_sums, sheet_values
from flows.natural_key import as_listed, candidates, never_cut, search_words
from flows.read_back import refuse_differences
from flows.stages import Stage
from flows.sums import agree


async def ensure_built(filing: Filing, clerk: Clerk) -> Filing:
    """Build the 计划单, or find it built; its number is owned and its fields have been compared when this returns."""
    sheets = clerk.mall.sheets
    await sheets.open()
    if (number := filing.number) is None:
        created = await ensure_created(_creation(filing, clerk))
        number, differences = created.number, created.differences
    elif not any(row["计划单编号"] == number for row in await sheets.find(name=search_words(filing.name))):
        raise PlanVanished(number=number)
    else:
        differences = await _read_back(filing, clerk.mall, number)
    refuse_differences(number, differences)  # the mall lets nobody change a sheet
    await sheets.picture_row("计划单管理", number)
    await agree(
        filing,
        clerk,
        sheet_sums(filing.plan),
        lambda again: sheets.figures(number, again=again),
        where=PATH,
        trail=clerk.mall.trail,
    )
    if filing.stage is Stage.PLANNED:
        return workshop.current().ledger.advance(filing, Stage.IN_MALL, number=number, sheet_number=number)
    return workshop.current().ledger.by_id(filing.id)


def _creation(filing: Filing, clerk: Clerk) -> Creation:
    plan, sheets = filing.plan, clerk.mall.sheets
    owned = workshop.current().ledger.owned_numbers(filing.site, filing.route, but=filing.id)

    rows: list[Row] = []

    async def look(name: str = search_words(plan.name)) -> set[str]:
        rows[:] = [row for row in await sheets.find(name=name) if not is_imported(row)]
        return candidates(rows, name=("计划单名称", plan.name), number="计划单编号") - owned

    def listed(number: str) -> str:
        return as_listed(rows, number=("计划单编号", number), name="计划单名称")

    async def differences(number: str) -> list[Difference]:
        async with closing(await sheets.view(number)) as form:
            return await form.differences(sheet_values(plan), gaps=sheet_gaps(plan, read=True))

    @asynccontextmanager
    async def filled() -> AsyncIterator[Send]:
        async with closing(await sheets.add()) as form:
            await form.fill(sheet_values(plan), gaps=sheet_gaps(plan))
            note_lacking(filing, form)
            await form.picture("填好的计划单")

            async def confirm() -> str:
                return (await form.confirm()).text

            yield confirm

    return Creation(
        step="confirm",
        filing=filing,
        settle_seconds=clerk.site.settle_seconds,
        look=look,
        look_everywhere=lambda: look(""),
        another_name=lambda: never_cut(rows, name=("计划单名称", plan.name), number="计划单编号"),
        listed=listed,
        differences=differences,
        read_back=lambda number: _read_back(filing, clerk.mall, number),
        key_labels=frozenset({"业务年度", "需求日期", "采购方式", "预算品目"}),
        filled=filled,
    )


async def _read_back(filing: Filing, portal: MallPortal, number: str) -> list[Difference]:
    """Read the sheet, picture it, and tell where it differs from the plan."""
    async with closing(await portal.sheets.view(number)) as form:
        await form.picture("创建后的计划单")
        found = await form.differences(sheet_values(filing.plan), gaps=sheet_gaps(filing.plan, read=True))
        note_unseen(filing, form)
        return found
