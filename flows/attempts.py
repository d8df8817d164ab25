"""Persistence with limits: what passes by itself is tried again, what was sent is looked up, no more."""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from bots.errors import BotError, Fate, PortalDown, PortalTimeout, SessionExpired
from flows import workshop
from flows.clerk import Clerk
from flows.errors import QuietHours, SiteParked, Stopping
from flows.gate import happens
from flows.ledger import Filing

T = TypeVar("T")
MOST_ATTEMPTS = 5
FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 20.0
log = logging.getLogger("yuncai.attempts")


async def persist(clerk: Clerk, move: Callable[[], Awaitable[T]], *, what: str, filing: Filing | None = None) -> T:
    """Make a move on a portal, logged in, as often as it takes within the limits.

    The move must look before it acts: after a lost answer (OutcomeUnknown) it is called again and has to find out
    for itself what became of its last try. Raises whatever is left when the limits are reached.
    """
    shop = workshop.current()

    async def before_sleep(state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        pause = round(state.next_action.sleep, 1) if state.next_action else 0
        log.warning("%s: attempt %s failed (%s), again in %s s", what, state.attempt_number, error, pause)
        if filing is not None and isinstance(error, BotError):
            shop.ledger.note(
                filing, "retried", step=what, attempt=state.attempt_number, code=error.code, params=error.params
            )

    async def pause(seconds: float) -> None:
        if await happens(shop.stopping, within=seconds):
            raise Stopping

    retrying = AsyncRetrying(
        stop=stop_after_attempt(MOST_ATTEMPTS),
        wait=wait_exponential_jitter(multiplier=FIRST_WAIT_SECONDS, max=LONGEST_WAIT_SECONDS),
        retry=retry_if_exception(passes_by_itself),
        before_sleep=before_sleep,
        sleep=pause,
        reraise=True,
    )
    async for attempt in retrying:
        with attempt:
            return await _once(clerk, move)
    raise AssertionError("unreachable: tenacity returns or raises")


async def _once(clerk: Clerk, move: Callable[[], Awaitable[T]]) -> T:
    workshop.current().raise_if_stopping()
    await clerk.gate.pass_through()
    try:
        await clerk.go_inside()
        return await move()
    except SessionExpired as error:
        await clerk.session_is_over(error)
        raise
    except (PortalDown, PortalTimeout):
        clerk.gate.suspect()
        await clerk.start_afresh()
        raise
    except BotError as error:
        if error.fate is Fate.UNKNOWN:
            clerk.gate.suspect()
            await clerk.start_afresh()
        raise


def passes_by_itself(error: BaseException) -> bool:
    """True for failures of the system, and for writes whose outcome has to be looked up."""
    if isinstance(error, Stopping | SiteParked | QuietHours):
        return False
    return isinstance(error, BotError) and error.fate in {Fate.SYSTEM, Fate.UNKNOWN}
