"""A history that a portal draws as items under each other instead of a table: a timeline, steps, a plain list."""

from dataclasses import dataclass

from bots.widgets.scope import Spot
from bots.widgets.screen import Screen


@dataclass(frozen=True)
class Item:
    """One of them: its time, and all that it says beside."""

    at: str
    text: str


class Timeline:
    """The items with a time each, which speak of a review."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    async def seen(self) -> tuple[Spot, list[Item]] | None:
        """Where it is, and its items in the portal's order; None while there is none. Does not wait."""
        found = await self._screen.ask("timeline", {})
        hits = [(spot, [Item(**item) for item in items]) for spot, items in found if items]
        return max(hits, key=lambda hit: len(hit[1])) if hits else None
