"""Polling: what has become of the plans that were submitted. Reads logs and the mall's list; writes to no portal."""

from bots.errors import BotError
from flows import engine, workshop
from flows.attempts import persist
from flows.evidence import file_evidence
from flows.filing import hold_for
from flows.intake import lane_key
from flows.ledger import Filing
from flows.review import read_log, take_over
from flows.route import Route
from flows.stages import Stage


@engine.workflow("poll_shift")
async def poll_shift(lane: str) -> int:
    """Poll everything that this run wants of a lane; returns how many filings were looked at."""
    with workshop.telling_failures():
        wanted = await filings_to_poll(lane)
        for filing_id in wanted:
            await poll_review(filing_id)
        await poll_mall(lane)
    return len(wanted)


@engine.step("filings_to_poll")
async def filings_to_poll(lane: str) -> list[int]:
    """The lane's filings that this run asks for."""
    return [filing.id for filing in _wanted(lane)]


def _wanted(lane: str) -> list[Filing]:
    shop = workshop.current()
    return [filing for filing in shop.ledger.all_filings() if filing.lane == lane and filing.id in shop.selection]


@engine.step("poll_review")
async def poll_review(filing_id: int) -> None:
    """Read one plan's log, picture it when it tells something new, and take its stage over."""
    shop = workshop.current()
    filing = shop.ledger.by_id(filing_id)
    if shop.stopping.is_set() or filing.awaits_sheet:
        return
    async with shop.lanes.turn(filing.lane) as clerk, file_evidence(filing, clerk):

        async def look() -> None:
            await clerk.provincial.plans.open()
            take_over(filing, await read_log(filing, clerk))

        try:
            await persist(clerk, look, what="poll", filing=filing)
        except BotError as error:
            shop.ledger.hold(filing, hold_for(error), error)


@engine.step("poll_mall")
async def poll_mall(lane: str) -> None:
    """Find the 计划单 that the mall made of recorded plans; its list is read once for all of them."""
    shop = workshop.current()
    recorded = [filing for filing in _wanted(lane) if filing.awaits_sheet and filing.hold is None]
    if not recorded or shop.stopping.is_set():
        return
    account = recorded[0].account
    if Route.MALL.value not in shop.workspace.accounts[account].portals:
        return
    async with shop.lanes.turn(lane_key(account, Route.MALL)) as clerk:

        async def look() -> dict[str, str]:
            await clerk.mall.sheets.open()
            rows = await clerk.mall.sheets.find(plan_number=recorded[0].number or "" if len(recorded) == 1 else "")
            return {row["采购计划编号"]: row["计划单编号"] for row in rows if row.get("采购计划编号")}

        try:
            sheets = await persist(clerk, look, what="poll_mall")
        except BotError as error:
            for filing in recorded:
                shop.ledger.note(filing, "mall_not_read", code=error.code, params=error.params)
            return
        for filing in recorded:
            if filing.number in sheets:
                shop.ledger.advance(filing, Stage.IN_MALL, sheet_number=sheets[filing.number])
