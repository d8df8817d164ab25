"""A Playwright trace of one filing: recorded always, kept only when the filing failed, cleaned of secrets.

Each filing has a recording of its own (12 ms; chunks of one long recording cost the same, and every chunk
would carry the network traffic of all filings before it).
"""

import asyncio
import tempfile
from collections.abc import Collection
from pathlib import Path

from playwright.async_api import BrowserContext
from playwright.async_api import Error as PlaywrightError

from bots.browser.kept import tokens_on
from bots.browser.redact import SHORTEST_TOKEN, clean_trace
from bots.browser.scratch import scratch


class FilingTrace:
    """The recording of one context; every method may be called in any state."""

    def __init__(self, context: BrowserContext, *, full: bool = False) -> None:
        """`full`: with snapshots of the pages, which take a third of a filing's time."""
        self._context = context
        self._full = full
        self._running = False

    async def start(self) -> None:
        """Record from now on: actions and traffic (the pictures are ours already)."""
        if self._running:
            return
        try:
            await self._context.tracing.start(snapshots=self._full, screenshots=False, sources=False)
        except PlaywrightError:
            return  # the browser is gone, and whoever uses it next says so
        self._running = True

    async def drop(self) -> None:
        """Stop, and forget what was recorded."""
        if self._running:
            self._running = False
            await self._stop(None)

    async def keep(self, path: Path, secrets: Collection[str]) -> bool:
        """Stop, and keep the recording without its secrets; False when nothing could be saved. Raises OSError."""
        if not self._running:
            return False
        self._running = False
        tokens = await self._tokens()
        with tempfile.TemporaryDirectory(dir=scratch()) as folder:  # what is not clean yet lies only there
            raw = Path(folder) / "trace.zip"
            if not await self._stop(raw):
                return False
            await asyncio.to_thread(clean_trace, raw, path, {*secrets, *tokens})
        return True

    async def _tokens(self) -> set[str]:
        try:
            cookies = {cookie.get("value", "") for cookie in await self._context.cookies()}
        except PlaywrightError:
            return set()
        return {value for value in cookies if len(value) >= SHORTEST_TOKEN} | await tokens_on(self._context)

    async def _stop(self, path: Path | None) -> bool:
        try:
            await self._context.tracing.stop(path=path)
        except PlaywrightError:
            return False  # a browser that crashed takes its recording with it
        return True
