"""Manners: how many work on a portal at once, how soon after each other they write, when nobody begins.

One pace for each portal; all its lanes keep it together, and where workers share a database, all of theirs.
"""

import asyncio
import random
import time
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from typing import Protocol

from configs.sites.model import PortalSite
from configs.sites.quiet_hours import quiet_until
from flows.errors import QuietHours, Stopping
from flows.gate import happens

ALL_LANES = 64  # as many as a run may have


def clock() -> datetime:
    """The time of day; tests put another one here."""
    return datetime.now(UTC)


class Limits(Protocol):
    """How many work on a portal at once, and when the next write may leave."""

    def place(self) -> AbstractAsyncContextManager[object]:
        """Hold one of the portal's places; wait for it."""

    def wait_for_write(self, seconds: float) -> float:
        """Take the next moment for a write, `seconds` after the one before it; gives how long it is until then."""


class InThisProcess:
    """The limits of a command that does its work alone."""

    def __init__(self, site: PortalSite) -> None:
        self._places = asyncio.Semaphore(site.lanes or ALL_LANES)
        self._next_write = 0.0

    def place(self) -> AbstractAsyncContextManager[object]:
        """One of as many places as the portal wants."""
        return self._places

    def wait_for_write(self, seconds: float) -> float:
        """By this process's clock."""
        now = time.monotonic()
        at = max(now, self._next_write)
        self._next_write = at + seconds
        return at - now


class Pace:
    """The pace of one portal."""

    def __init__(self, site: PortalSite, stopping: asyncio.Event, limits: Limits | None = None) -> None:
        self._site = site
        self._stopping = stopping
        self._limits = limits or InThisProcess(site)

    def raise_if_none_may_begin(self) -> None:
        """Before a step of a filing. Raises QuietHours."""
        if until := quiet_until(self._site.quiet_hours, clock()):
            raise QuietHours(address=self._site.base_url, until=until)

    async def before_write(self) -> None:
        """Wait until the last write, whoever made it, lies long enough back. Raises Stopping."""
        if self._site.write_seconds:
            await self._rest(self._limits.wait_for_write(self._lengthened(self._site.write_seconds)))

    def place(self) -> AbstractAsyncContextManager[object]:
        """Hold one of the portal's places while a lane works on it."""
        return self._limits.place()

    async def between_filings(self) -> None:
        """A clerk takes a breath before the next plan. Raises Stopping."""
        await self._rest(self._lengthened(self._site.pause_seconds))

    def _lengthened(self, seconds: float) -> float:
        return seconds * (1 + random.random() * self._site.jitter)  # noqa: S311 - manners, not cryptography

    async def _rest(self, seconds: float) -> None:
        if seconds > 0 and await happens(self._stopping, within=seconds):
            raise Stopping
