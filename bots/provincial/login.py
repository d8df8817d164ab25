"""Manual 一(一): 用户登录 on the public home page, 采购人, account, password, 行政区划, 登录."""

from bots.provincial.plans import MENU
from bots.terms import Credentials
from bots.widgets.entrance import Entrance
from bots.widgets.menu import Menu
from bots.widgets.ours import ours
from bots.widgets.screen import Screen

LINK = "用户登录"


class LoginPage:
    """The way in; the work area is where the menu 计划备案 is."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._menu = Menu(screen)
        self._entrance = Entrance(screen, "provincial/登录", LINK, self._inside, user="账户", region="行政区划")

    @ours
    async def is_inside(self) -> bool:
        """Whether the session of an earlier login still opens the work area. Raises PortalDown."""
        return await self._entrance.is_open()

    @ours
    async def enter(self, credentials: Credentials) -> None:
        """Log in, once. Raises CaptchaShown, WrongPassword, AccountLocked, PasswordExpired, PortalDown."""
        await self._entrance.enter(credentials)
        await self._entrance.remember()

    @ours
    async def assist(self, credentials: Credentials) -> None:
        """Go to the login page for a person, and fill in what is known. Raises PortalDown."""
        await self._entrance.offer(credentials)

    @ours
    async def follow(self, seconds: float) -> None:
        """Wait until the person is inside. Raises LoginNotSeen, LoginGivenUp."""
        await self._entrance.be_let_in(seconds)
        await self._entrance.remember()

    async def _inside(self) -> bool:
        path = self.screen.terms.menu or MENU
        return await self._menu.shows(path[0]) or await self._menu.is_near(path)
