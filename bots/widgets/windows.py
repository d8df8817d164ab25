"""What a field opens beside its form: a popup window, an iframe layer, a dialog, a drawer."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from playwright.async_api import ElementHandle

from bots.widgets.items import Item


class Windows(Protocol):
    """Whoever can look beyond the form's own frame."""

    async def choose(
        self,
        opener: ElementHandle,
        item: Item,
        *,
        label: str,
        seconds: float | None = None,
        instead: Callable[[], Awaitable[bool]] | None = None,
    ) -> bool:
        """Click `opener`, choose the item in what it opens (within `seconds`), confirm, and see that it has gone.

        False where `instead` came true: it opened no window, but something else that is left as it stands.
        """
