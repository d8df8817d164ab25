"""Manual 二(二)1: 后台管理, the way from the shop into the management pages."""

from bots.errors import ButtonMissing, PortalTimeout
from bots.widgets.arriving import Arrived
from bots.widgets.buttons import offered, press, there
from bots.widgets.menu import Menu
from bots.widgets.screen import Screen

LINK = "后台管理"
MENU = ("平台管理", "计划单管理")
PATH = "mall/后台管理"


class BackOffice:
    """The frame of menu and work area around everything a buyer manages."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._menu = Menu(screen)

    @property
    def path(self) -> tuple[str, ...]:
        """The menu path to 计划单管理."""
        return self._screen.terms.menu or MENU

    async def is_here(self) -> bool:
        """Whether its menu is in sight."""
        return await self._menu.shows(self.path[0]) or await self._menu.is_near(self.path)

    async def is_offered(self) -> bool:
        """Whether the shop shows the way in: somebody is logged in."""
        return await there(self._screen, LINK)

    async def enter(self) -> None:
        """Click 后台管理, unless we are there; a window of its own becomes the one we work in."""
        screen = self._screen

        words = list(screen.terms.words_for(LINK))
        seen: list[str] = []

        async def either() -> str | None:  # the page may still be drawing itself: one of the two comes into sight
            seen[:] = await offered(screen)
            if not await self._menu.shows(self.path[0]) and await self.is_offered():
                return "offered"
            return "here" if await self.is_here() else None

        if await screen.until(either, lambda: ButtonMissing(where=PATH, words=words, candidates=seen)) == "here":
            return
        await screen.begin(PATH, "click")
        await press(screen, LINK)

        async def arrived() -> bool | None:
            return await self.is_here() or None

        await screen.until(arrived, lambda: PortalTimeout(waiting_for=PATH, seconds=screen.terms.wait_seconds))
        screen.work_in(screen.top)

    async def open_sheets(self) -> None:
        """平台管理 → 计划单管理."""
        await self.enter()
        await self._menu.open(self.path)

    async def explore(self, arrived: Arrived) -> bool:
        """Look for 计划单管理 behind entries of other words."""
        return await self._menu.explore(self.path, arrived)
