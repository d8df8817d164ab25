"""A plan of ours that the portal's list does not show: the list lags behind, or somebody has deleted the plan."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bots.errors import RowMissing
from flows import workshop
from flows.errors import PlanVanished
from flows.ledger import Filing, intents
from flows.sending import let_it_settle

T = TypeVar("T")


async def once_it_is_listed(filing: Filing, settle_seconds: float, move: Callable[[], Awaitable[T]]) -> T:
    """Make a move; where the list does not show the plan, again when its last write has had the time to be seen.

    Raises PlanVanished when it is not there even then.
    """
    try:
        return await _or_vanished(filing, move)
    except PlanVanished:
        if last := intents.last(workshop.current().ledger, filing):
            await let_it_settle(last, settle_seconds)
    return await _or_vanished(filing, move)


async def _or_vanished(filing: Filing, move: Callable[[], Awaitable[T]]) -> T:
    try:
        return await move()
    except RowMissing as error:
        number = workshop.current().ledger.by_id(filing.id).number
        if number is None or error.params["key"] != number:
            raise
        raise PlanVanished(number=number) from error
