"""A gate before each portal: while it is down its lanes wait here together, and one of them keeps knocking."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from flows.errors import SiteParked, Stopping

FIRST_KNOCK_SECONDS = 1.0
SLOWEST_KNOCK_SECONDS = 30.0


class Gate:
    """The gate of one portal."""

    def __init__(
        self, address: str, patience_seconds: float, knock: Callable[[], Awaitable[bool]], stopping: asyncio.Event
    ) -> None:
        self._address = address
        self._patience = patience_seconds
        self._knock = knock
        self._stopping = stopping
        self._one_knocker = asyncio.Lock()
        self._parked = False
        self._suspect = False

    def suspect(self) -> None:
        """Somebody found the portal down: the next to come knocks before going in."""
        self._suspect = True

    async def pass_through(self) -> None:
        """Wait until the portal answers. Raises SiteParked when its patience ends, Stopping when the run shall end."""
        async with self._one_knocker:
            if self._parked:
                raise self._parked_error()
            if self._suspect:
                await self._knock_until_open()
                self._suspect = False

    async def _knock_until_open(self) -> None:
        deadline = time.monotonic() + self._patience
        pause = FIRST_KNOCK_SECONDS
        while not await self._knock():
            if time.monotonic() + pause > deadline:
                self._parked = True
                raise self._parked_error()
            if await happens(self._stopping, within=pause):
                raise Stopping
            pause = min(pause * 2, SLOWEST_KNOCK_SECONDS)

    def _parked_error(self) -> SiteParked:
        return SiteParked(address=self._address, minutes=round(self._patience / 60, 1))


async def happens(event: asyncio.Event, *, within: float) -> bool:
    """Wait for an event for at most so many seconds; False when it did not happen."""
    try:
        async with asyncio.timeout(within):  # wait_for of Python 3.11 can lose a cancel
            await event.wait()
    except TimeoutError:
        return False
    return True
