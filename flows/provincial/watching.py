"""Manual 一(四)2, for all plans of an account at once: its list is read once, and only the logs that may be new."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from bots.errors import BotError, Fate
from flows import workshop
from flows.clerk import Clerk
from flows.evidence import file_evidence
from flows.filing import hold_for
from flows.ledger import Filing, Reading, readings
from flows.review import read_log, take_over

STATUS = "状态"  # the column, by any of its names, that tells of the review; not every portal's list has one
PASSING = frozenset({"序号", "选择"})  # cells that say nothing of the plan


async def watch(clerk: Clerk, filings: list[Filing]) -> None:
    """Read the list page by page until every filing was seen, and the logs that may have changed.

    One whose log cannot be understood is held and the others go on. Raises what concerns the whole portal. Safe to
    call again: what this run has read already is not read twice.
    """
    left = {filing.number or "": filing for filing in filings}
    plans = clerk.provincial.plans
    await plans.open()
    page = await plans.first_page()
    while page and left and not workshop.current().stopping.is_set():
        for row in page:
            if filing := left.pop(row.get("计划编号", ""), None):
                await _look(filing, clerk, row)
        page = await plans.next_page() or [] if left else []
    for filing in left.values():  # not in the list: searched for by its number before anything is said of it
        await _look(filing, clerk, {})


async def _look(filing: Filing, clerk: Clerk, row: Mapping[str, str]) -> None:
    shop = workshop.current()
    reading = readings.reading_of(shop.ledger, filing.id)
    if shop.stopping.is_set() or not may_be_new(filing, row, reading, shop.run_id, clerk.site.reread_hours):
        return
    async with file_evidence(filing, clerk):
        try:
            take_over(filing, await read_log(filing, clerk))
            readings.was_read(shop.ledger, filing, row=in_short(row), run_id=shop.run_id)
        except BotError as error:
            if error.fate in {Fate.SYSTEM, Fate.UNKNOWN} or error.closes_lane:
                raise
            shop.ledger.hold(filing, hold_for(error), error)


def may_be_new(
    filing: Filing, row: Mapping[str, str], reading: Reading | None, run_id: str, reread_hours: float
) -> bool:
    """Whether the log may say more than it did when it was last read.

    Where the list has no 状态 it may; where it has one, when the row has changed since, or that was long ago.
    """
    if reading is not None and reading.run_id == run_id:
        return False
    if reading is None or filing.hold is not None or not row.get(STATUS):
        return True
    return reading.row != in_short(row) or _age(reading) > timedelta(hours=reread_hours)


def in_short(row: Mapping[str, str]) -> str:
    """A plan's row as one text, to be compared with what it was."""
    return json.dumps({head: text for head, text in row.items() if head not in PASSING}, ensure_ascii=False)


def _age(reading: Reading) -> timedelta:
    return datetime.now(UTC) - datetime.fromisoformat(reading.read_at)
