"""Manual 二(一): 采购人登录 on the mall's front page, 地区, 用户名, 密码, 登录."""

from bots.mall.back_office import BackOffice
from bots.terms import Credentials
from bots.widgets.entrance import Entrance
from bots.widgets.ours import ours
from bots.widgets.screen import Screen

LINK = "采购人登录"


class MallLoginPage:
    """The way in; somebody is inside once 后台管理 is offered."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._office = BackOffice(screen)
        self._entrance = Entrance(screen, "mall/登录", LINK, self._inside, user="用户名", region="地区")

    @ours
    async def is_inside(self) -> bool:
        """Whether the session of an earlier login still opens the back office. Raises PortalDown."""
        return await self._entrance.is_open()

    @ours
    async def enter(self, credentials: Credentials) -> None:
        """Log in, once, and go to 后台管理. Raises CaptchaShown, WrongPassword, AccountLocked, PasswordExpired."""
        await self._entrance.enter(credentials)
        async with self._entrance.understood():
            await self._office.enter()
        await self._entrance.remember()

    @ours
    async def assist(self, credentials: Credentials) -> None:
        """Go to the login page for a person, and fill in what is known. Raises PortalDown."""
        await self._entrance.offer(credentials)

    @ours
    async def follow(self, seconds: float) -> None:
        """Wait until the person is inside. Raises LoginNotSeen, LoginGivenUp."""
        await self._entrance.be_let_in(seconds)
        await self._office.enter()
        await self._entrance.remember()

    async def _inside(self) -> bool:
        return await self._office.is_here() or await self._office.is_offered()
