"""Polling: what has become of the plans that were submitted. Reads lists and logs; writes to no portal.

An account's list is read once for all of its plans, and so is its list in the mall.
"""

from collections.abc import Awaitable, Callable

from bots.errors import BotError
from flows import engine, workshop
from flows.attempts import persist
from flows.clerk import Clerk
from flows.filing import hold_for
from flows.intake import lane_key
from flows.ledger import Filing, readings
from flows.mall import watching as sheets
from flows.provincial import watching as reviews
from flows.route import Route

Watch = Callable[[Clerk, list[Filing]], Awaitable[None]]


@engine.workflow("poll_shift")
async def poll_shift(account: str, run_id: str) -> int:
    """Poll everything that a run wants of an account; returns how many filings that were."""
    with workshop.of_run(run_id), workshop.telling_failures():
        wanted = len(_wanted(account))
        async with workshop.current().lanes.on_shift(*(lane_key(account, route) for route in Route)):
            await poll_reviews(account)
            await poll_sheets(account)
    return wanted


def _wanted(account: str) -> list[Filing]:
    shop = workshop.current()
    return shop.ledger.of(shop.selection, account=account)


@engine.step("poll_reviews")
async def poll_reviews(account: str) -> None:
    """The list of plans, and the logs that may have changed; what could not be read is held with the reason."""
    shop = workshop.current()
    filings = [filing for filing in _wanted(account) if filing.route == Route.PROVINCIAL and not filing.is_in_mall]
    if not filings or shop.stopping.is_set():
        return
    if error := await _watched(lane_key(account, Route.PROVINCIAL), reviews.watch, filings):
        for filing in filings:
            if not _was_read(filing):
                shop.ledger.hold(shop.ledger.by_id(filing.id), hold_for(error), error)


@engine.step("poll_sheets")
async def poll_sheets(account: str) -> None:
    """The mall's list: 计划单 of recorded plans, and the status of all that are known."""
    shop = workshop.current()
    filings = [filing for filing in _wanted(account) if filing.is_in_mall and filing.hold is None]
    if not filings or shop.stopping.is_set():
        return
    if Route.MALL.value not in shop.workspace.accounts[account].portals:
        return
    if error := await _watched(lane_key(account, Route.MALL), sheets.watch, filings):
        for filing in filings:
            shop.ledger.note(filing, "mall_not_read", code=error.code, params=error.params)


async def _watched(lane: str, watch: Watch, filings: list[Filing]) -> BotError | None:
    """Watch with persistence; gives what could not be overcome."""
    async with workshop.current().lanes.turn(lane) as clerk:
        try:
            await persist(clerk, lambda: watch(clerk, filings), what="poll")
        except BotError as error:
            return error
    return None


def _was_read(filing: Filing) -> bool:
    shop = workshop.current()
    reading = readings.reading_of(shop.ledger, filing.id)
    return reading is not None and reading.run_id == shop.run_id
