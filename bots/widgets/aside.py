"""What a button beside a field opens: a window, a dialog, a drawer. Open, its own button pressed, and gone again."""

from playwright.async_api import ElementHandle, Page

from bots.errors import PortalTimeout
from bots.widgets.buttons import press, there
from bots.widgets.hand import click
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen

CONFIRM = "确定"


class Aside:
    """One opening of it, for the field at `path`."""

    def __init__(self, screen: Screen, path: str) -> None:
        self._screen = screen
        self._path = path
        self._before: tuple[Page, tuple[Spot, ...]] | None = None

    async def open(self, opener: ElementHandle) -> None:
        """Click the button, and see that something else is in front. Raises PortalTimeout."""
        self._before = await self._place()
        if not await click(self._screen, opener):
            raise self.missing()
        await self._screen.until(self._opened, self.missing)

    async def confirm(self) -> None:
        """Press 确定, if it has not gone by itself, and see that it has gone."""
        if not await self._closed() and await there(self._screen, CONFIRM):
            await press(self._screen, CONFIRM)
        await self._screen.until(self._closed, self.missing)

    def missing(self) -> PortalTimeout:
        """It did not come, or not go."""
        return PortalTimeout(waiting_for=f"{self._path}/选择", seconds=self._screen.terms.wait_seconds)

    async def _place(self) -> tuple[Page, tuple[Spot, ...]]:
        """Which window is in front, and which dialog of which frame: every frame numbers its own."""
        spots = await self._screen.spots()
        return self._screen.top, tuple(spot for spot in spots if spot.boxed)

    async def _opened(self) -> bool | None:
        return await self._place() != self._before or None

    async def _closed(self) -> bool | None:
        return await self._place() == self._before or None
