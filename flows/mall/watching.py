"""Manual 二(二)2, for all 计划单 of an account at once: what the mall made of recorded plans, and how they fare."""

import re

from flows import workshop
from flows.clerk import Clerk
from flows.ledger import Filing
from flows.stages import Stage

STATUS = "状态"
Row = dict[str, str]


async def watch(clerk: Clerk, filings: list[Filing]) -> None:
    """Read the mall's list once, link the 计划单 of recorded plans, and follow the status of all that are known."""
    sheets = clerk.mall.sheets
    await sheets.open()
    asked = filings[0].number or "" if len(filings) == 1 and filings[0].awaits_sheet else ""
    rows = await sheets.find(plan_number=asked)
    by_plan = {row["采购计划编号"]: row for row in rows if row.get("采购计划编号")}
    by_number = {row["计划单编号"]: row for row in rows}
    for filing in filings:
        known = filing.sheet_number or (filing.number if filing.route == "mall" else None)
        row = by_number.get(known) if known else by_plan.get(filing.number or "")
        if row:
            _take_over(filing, row)


def _take_over(filing: Filing, row: Row) -> None:
    ledger = workshop.current().ledger
    status = row.get(STATUS, "")
    if filing.awaits_sheet:
        ledger.advance(
            filing, Stage.IN_MALL, before=filing.stage.value, sheet_number=row["计划单编号"], sheet_status=status
        )
    elif status and status != filing.sheet_status:
        ledger.follow_sheet(filing, status)


def is_finished(filing: Filing, pattern: str) -> bool:
    """Whether the mall has said the last word on the filing's 计划单."""
    return bool(filing.sheet_status and re.search(pattern, filing.sheet_status))
