"""A page that still asks its server: its fields may be drawn anew, its buttons may do nothing yet."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bots.widgets.screen import Screen

REST_SECONDS = 5.0  # what is asked for longer is waited for by the page, too: news that come some day


async def at_rest(screen: Screen) -> None:
    """Wait until what the page asks its server for has come; a page that is at rest costs nothing.

    Raises nothing: what fails is told by whoever looks for what it should have brought.
    """
    until = asyncio.get_running_loop().time() + screen.terms.wait_seconds
    while screen.traffic.asks_for_less_than(REST_SECONDS) and asyncio.get_running_loop().time() < until:
        await screen.moved()
        await screen.glance(screen.spots)
