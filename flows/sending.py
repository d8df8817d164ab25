"""A write leaves: its intent is put down first, and whatever the portal answers is kept with the intent.

Words that no pattern knows are an answer too. If the portal shows afterwards that it kept nothing, they were a refusal,
and the same write is not sent again. And a refusal is looked into like them: a form that was sent twice, by a double
click or by something on the way, is kept at first and refused at second (「该计划已提交，不能重复提交」).
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TypeVar

from bots.errors import OutcomeUnknown, RefusedByPortal, RequestDisagrees
from flows import fault_points, workshop
from flows.errors import Stopping
from flows.gate import happens
from flows.ledger import Filing, Intent, intents

T = TypeVar("T")


@asynccontextmanager
async def sending(filing: Filing, step: str, before: Collection[str] = ()) -> AsyncIterator[Intent]:
    """Around the one click that writes; `before`: the numbers that stand on the portal now.

    An intent that is still open has been looked into before, and closed (`nothing_was_kept`).
    Whatever the error, the intent stays open: none makes it certain that nothing was written, but that of a request
    which was stopped before it left, with nothing before it.
    """
    shop = workshop.current()
    shop.raise_if_stopping()
    clerk = shop.lanes.at_work(filing.lane)
    await clerk.pace.before_write()
    async with shop.sends.one():
        intent = intents.begin(shop.ledger, filing, step, before)
        fault_points.reached(f"before-{step}", filing.ref)
        clerk.names.begin()
        try:
            yield intent
        except RefusedByPortal as refusal:
            intents.answer(shop.ledger, intent, str(refusal.params.get("text", "")), refused=True)
            raise
        except OutcomeUnknown as error:
            clerk.names.note(filing, step)
            if error.said:
                intents.answer(shop.ledger, intent, error.said)
            raise
        except RequestDisagrees as stopped:
            if stopped.nothing_left:
                intents.close(shop.ledger, intent, "not_sent")
            raise
        clerk.names.note(filing, step)
        fault_points.reached(f"after-{step}", filing.ref)


def nothing_was_kept(filing: Filing, intent: Intent) -> None:
    """The portal has been looked at: the write left no trace there. Raises RefusedByPortal when words explain it."""
    ledger = workshop.current().ledger
    if intent.answer is not None:
        intents.close(ledger, intent, "refused")
        raise RefusedByPortal(during=intent.step, text=intent.answer)
    intents.close(ledger, intent, "not_sent")
    ledger.note(filing, "reconciled_not_sent", step=intent.step)


async def looking_after_refusal(filing: Filing, move: Callable[[], Awaitable[T]]) -> T:
    """Make a move; when its write is refused, make it once more: it looks first, and tells what stands there."""
    try:
        return await move()
    except RefusedByPortal as refusal:
        if not intents.any_refused(workshop.current().ledger, filing):
            raise
        try:
            return await move()
        except RefusedByPortal:
            raise refusal from None


async def let_it_settle(intent: Intent, seconds: float) -> None:
    """A portal that timed out may still be saving: not to be mistaken for one that never got the request."""
    if intent.refused:
        return  # it has answered
    age = (datetime.now(UTC) - datetime.fromisoformat(intent.opened_at)).total_seconds()
    if age < seconds and await happens(workshop.current().stopping, within=seconds - age):
        raise Stopping
