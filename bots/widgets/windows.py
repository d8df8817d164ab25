"""What a field opens beside its form: a popup window, an iframe layer, a dialog, a drawer."""

from typing import Protocol

from playwright.async_api import ElementHandle

from bots.widgets.items import Item


class Windows(Protocol):
    """Whoever can look beyond the form's own frame."""

    async def choose(self, opener: ElementHandle, item: Item, *, label: str, seconds: float | None = None) -> None:
        """Click `opener`, choose the item in what it opens (within `seconds`), confirm, and see that it has gone."""
