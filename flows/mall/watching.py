"""Manual 二(二)2, for all 计划单 of an account at once: what the mall made of recorded plans, and how they fare."""

import re

from bots.mall.plan_sheets import PlanSheetsPage
from bots.widgets.grid import Row
from flows import workshop
from flows.clerk import Clerk
from flows.ledger import Filing
from flows.mall.linking import Link, by_look, by_plan_number
from flows.stages import Stage

STATUS = "状态"


async def watch(clerk: Clerk, filings: list[Filing]) -> None:
    """Read the mall's list once, link the 计划单 of recorded plans, and follow the status of all that are known."""
    sheets = clerk.mall.sheets
    await sheets.open()
    asked = filings[0].number or "" if len(filings) == 1 and filings[0].awaits_sheet else ""
    rows = await sheets.find(plan_number=asked)
    by_number = {row["计划单编号"]: row for row in rows}
    found = await _found(sheets, [filing for filing in filings if filing.awaits_sheet], rows)
    for filing in filings:
        known = filing.sheet_number or (filing.number if filing.route == "mall" else None)
        if known and (row := by_number.get(known)):
            _follow(filing, row.get(STATUS, ""))
        elif link := found.get(filing.id):
            _take_over(filing, link)


async def _found(sheets: PlanSheetsPage, waiting: list[Filing], rows: list[Row]) -> dict[int, Link]:
    """The rows that are the waiting filings' 计划单, by the filings' ids."""
    if not waiting:
        return {}
    if (numbered := by_plan_number(waiting, rows)) is not None:
        return numbered
    taken = workshop.current().ledger.sheet_numbers(waiting[0].site)
    free = [row for row in rows if row["计划单编号"] not in taken]
    return by_look(waiting, free, await sheets.figures_of(free))


def _take_over(filing: Filing, link: Link) -> None:
    ledger, row = workshop.current().ledger, link.row
    if link.agreed:  # no number told it: what did is put down
        ledger.note(filing, "sheet_by_name", sheet_number=row["计划单编号"], agreed=list(link.agreed))
    ledger.advance(
        filing,
        Stage.IN_MALL,
        before=filing.stage.value,
        sheet_number=row["计划单编号"],
        sheet_status=row.get(STATUS, ""),
    )


def _follow(filing: Filing, status: str) -> None:
    if status and status != filing.sheet_status:
        workshop.current().ledger.follow_sheet(filing, status)


def is_finished(filing: Filing, pattern: str) -> bool:
    """Whether the mall has said the last word on the filing's 计划单."""
    return bool(filing.sheet_status and re.search(pattern, filing.sheet_status))
