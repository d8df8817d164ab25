"""What filled fields set off: requests to the portal, whose answers may still change the form."""

import asyncio
import contextlib
from types import TracebackType
from typing import Self

from playwright.async_api import Page, Request

from bots.widgets.traffic import Traffic, page_of


class Aftermath:
    """Listens to a page's requests while fields are filled: `async with Aftermath(page) as a: …; await a.over(20)`."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._traffic = Traffic()
        self._changed = asyncio.Event()

    @property
    def asked(self) -> bool:
        """Whether the page asked its server anything."""
        return self._traffic.sent > 0

    async def over(self, seconds: float) -> None:
        """Wait until all that was asked is answered, or the limit is over: some pages never stop asking."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not self._traffic.quiet:
                    self._changed.clear()
                    await self._changed.wait()

    def _began(self, request: Request) -> None:
        if page_of(request) is self._page:
            self._traffic.began(request, self._page)

    def _ended(self, request: Request) -> None:
        self._traffic.ended(request)
        self._changed.set()

    async def __aenter__(self) -> Self:
        context = self._page.context  # where somebody listens already: a page's own listeners cost messages each time
        context.on("request", self._began)
        context.on("requestfinished", self._ended)
        context.on("requestfailed", self._ended)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        context = self._page.context
        context.remove_listener("request", self._began)
        context.remove_listener("requestfinished", self._ended)
        context.remove_listener("requestfailed", self._ended)
