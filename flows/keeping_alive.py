"""While a lane is idle in a long run, somebody looks in from time to time, where the site's file allows it.

A portal ends the session of a window in which nothing happens; a person would have to log in again.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress

from flows.clerk import Clerk
from flows.gate import happens


class Awake:
    """Looks after idle clerks; a turn of the lane ends it, and never meets it in the middle of a look."""

    def __init__(self, locks: Mapping[str, asyncio.Lock], stopping: asyncio.Event) -> None:
        self._locks, self._stopping = locks, stopping
        self._looking: dict[str, asyncio.Task[None]] = {}

    def look_after(self, key: str, clerk: Clerk) -> None:
        """The lane is idle from now on."""
        if minutes := clerk.site.keep_alive_minutes:
            self._looking[key] = asyncio.create_task(self._look(key, clerk, minutes * 60))

    def disturb_no_more(self, key: str) -> None:
        """Somebody works there again, and holds the lane's lock: no look is under way."""
        if task := self._looking.pop(key, None):
            task.cancel()

    async def rest(self) -> None:
        """The run is over."""
        tasks = list(self._looking.values())
        self._looking.clear()
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _look(self, key: str, clerk: Clerk, seconds: float) -> None:
        while not await happens(self._stopping, within=seconds):
            async with self._locks[key]:
                await clerk.look_in()
