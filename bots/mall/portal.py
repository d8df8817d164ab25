"""齐鲁云采聊城市网上商城, as the manual's part two walks through it."""

from playwright.async_api import Page

from bots.mall.login import MallLoginPage
from bots.mall.plan_sheets import PlanSheetsPage
from bots.terms import Terms
from bots.trail import Trail
from bots.widgets.screen import Screen


class MallPortal:
    """One account's window on the mall."""

    def __init__(self, page: Page, terms: Terms) -> None:
        self.screen = Screen.of(page, terms)
        self.login = MallLoginPage(self.screen)
        self.sheets = PlanSheetsPage(self.screen)

    @property
    def trail(self) -> Trail:
        """Where its moves are written; a flow sets it for each filing."""
        return self.screen.trail

    @trail.setter
    def trail(self, trail: Trail) -> None:
        self.screen.trail = trail
