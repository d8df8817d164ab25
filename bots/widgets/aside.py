"""What a button beside a field opens: a window, a dialog, a drawer. Open, its own button pressed, and gone again."""

import asyncio
from collections.abc import Awaitable, Callable

from playwright.async_api import ElementHandle, Page

from bots.browser.windows import close_window
from bots.errors import PortalTimeout
from bots.widgets import scripts
from bots.widgets.buttons import press_any
from bots.widgets.hand import Target, click
from bots.widgets.leaving import LEAVING
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen

CONFIRMS = ("确定", "确认", "选定", "选择", "完成")
CLOSES = 0.5  # seconds, for what was chosen to close its window by itself


class Aside:
    """One opening of it, for the field at `path`."""

    def __init__(self, screen: Screen, path: str) -> None:
        self._screen = screen
        self._path = path
        self._before: tuple[Page, frozenset[Spot]] | None = None
        self._spots: frozenset[Spot] = frozenset()  # where one looked before it was opened

    async def open(
        self,
        opener: ElementHandle,
        *,
        seconds: float | None = None,
        instead: Callable[[], Awaitable[bool]] | None = None,
    ) -> bool:
        """Click the button, and see within `seconds` that something else is in front. Raises PortalTimeout.

        False where `instead` came true, and nothing is in front.
        """
        self._spots = frozenset(await self._screen.spots())
        self._before = self._place(self._spots)
        if not await click(self._screen, opener):
            raise self.missing()

        async def opened() -> bool | None:
            if await self._opened():
                return True
            return False if instead and self._screen.traffic.quiet and await instead() else None

        return await self._screen.until(opened, self.missing, seconds=seconds)

    async def confirm(self, chosen: Target | None = None) -> None:
        """Press 确定, if it has not gone by itself, and see that it has gone.

        `chosen`: what was pressed in it; it is pressed twice at once where it stays and has nothing to confirm by.
        """
        if not await self._closed():
            if target := await self._confirms():
                await click(self._screen, target)
            elif chosen is not None and not await self._closes():
                await click(self._screen, chosen, double=True)
        await self._screen.until(self._closed, self.missing)

    async def leave(self) -> None:
        """Give it up: close its window, or press 取消 or 关闭 in it."""
        if await self._closed():
            return
        if self._before and self._screen.top is not self._before[0]:
            await close_window(self._screen.top)
        else:
            spots = await self.spots()
            if not await press_any(self._screen, LEAVING, spots):
                crosses = [{"boxed": spot.boxed, "words": [], "cross": True, "pick": True} for spot in spots]
                for spot, cross in zip(spots, crosses, strict=True):
                    if spot.boxed and await click(self._screen, Target(spot.frame, "press", cross)):
                        break
            await self._screen.settle(0.0)

    async def spots(self) -> list[Spot]:
        """Where to look in it: what was not in view before."""
        return [spot for spot in await self._screen.spots() if spot not in self._spots]

    def missing(self) -> PortalTimeout:
        """It did not come, or not go."""
        return PortalTimeout(waiting_for=f"{self._path}/选择", seconds=self._screen.terms.wait_seconds)

    async def _confirms(self) -> Target | None:
        """Its own button: one of the same words may stand in the form below it, or in the pager of its list."""
        spots = await self.spots()
        words = list(dict.fromkeys(word for concept in CONFIRMS for word in self._screen.terms.words_for(concept)))
        asked = [{"words": words, "boxed": spot.boxed} for spot in spots]
        infos = await asyncio.gather(
            *(scripts.ask(spot.frame, "confirm", one) for spot, one in zip(spots, asked, strict=True))
        )
        for place in range(len(words)):
            ready = [at for at, info in enumerate(infos) if info["ready"][place] == 1]
            if len(ready) == 1:
                spot, one = spots[ready[0]], asked[ready[0]]
                return Target(spot.frame, "confirm", {**one, "pick": True, "place": place})
        return None

    def _place(self, spots: frozenset[Spot]) -> tuple[Page, frozenset[Spot]]:
        """Which window is in front, and which dialog of which frame: every frame numbers its own."""
        return self._screen.top, frozenset(spot for spot in spots if spot.boxed)

    async def _opened(self) -> bool | None:
        return not await self._closed() or None

    async def _closed(self) -> bool | None:
        return self._place(frozenset(await self._screen.spots())) == self._before or None

    async def _closes(self) -> bool:
        """Whether it goes by itself within a moment."""
        deadline = asyncio.get_running_loop().time() + CLOSES
        while not await self._closed():
            if asyncio.get_running_loop().time() > deadline:
                return False
            await self._screen.moved()
        return True
