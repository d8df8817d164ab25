"""Where widgets and page objects leave their trail: events and pictures. Evidence implements it."""

from typing import Protocol

from playwright.async_api import Page


class Trail(Protocol):
    """A filing's record of what was done on the pages."""

    def event(self, path: str, action: str, **data: object) -> None:
        """One move: `[provincial/计划/采购方式] fill`, with its values. Never called with a secret."""

    async def picture(self, name: str, page: Page) -> None:
        """A picture of the page as a clerk sees it, under a name that may be Chinese."""

    async def drawing(self, name: str, content: bytes) -> None:
        """A picture that was drawn already (PNG): a page with its fields numbered."""


class NoTrail:
    """A trail that keeps nothing: for logins, and for tests."""

    def event(self, path: str, action: str, **data: object) -> None:
        """Keep nothing."""

    async def picture(self, name: str, page: Page) -> None:
        """Keep nothing."""

    async def drawing(self, name: str, content: bytes) -> None:
        """Keep nothing."""
