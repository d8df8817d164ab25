"""山东省政府采购信息平台, as the manual's part one walks through it."""

from playwright.async_api import Page

from bots.provincial.login import LoginPage
from bots.provincial.plans import PlansPage
from bots.terms import Terms
from bots.trail import Trail
from bots.widgets.screen import Screen


class ProvincialPortal:
    """One account's window on the portal."""

    def __init__(self, page: Page, terms: Terms) -> None:
        self.screen = Screen.of(page, terms)
        self.login = LoginPage(self.screen)
        self.plans = PlansPage(self.screen)

    @property
    def trail(self) -> Trail:
        """Where its moves are written; a flow sets it for each filing."""
        return self.screen.trail

    @trail.setter
    def trail(self, trail: Trail) -> None:
        self.screen.trail = trail
