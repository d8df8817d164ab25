"""Portals that stand still: what `store.drift` is until somebody sets a seed; `sandbox.drift` bends the same things."""

from collections.abc import Mapping, Sequence
from typing import Any

from sandbox.store.logins import Portal

Json = dict[str, Any]
NATIVE = "native"


class Still:
    """Everything stays as it was described, and what is posted is meant."""

    seed: int | None = None

    def __init__(self) -> None:
        self.touched: list[str] = []  # decoys that were not left alone
        self.pressed: list[str] = []  # buttons that no act stands behind
        self.skin = NATIVE

    def way_of(self, _portal: Portal, _feature: str) -> str:
        """Name the way in which a portal does something; nothing: as it always did."""
        return ""

    def shown(self, _portal: Portal) -> dict[str, str]:
        """Name the drawn way of every feature that somebody meets who files there."""
        return {}

    def word(self, _portal: Portal, text: str) -> str:
        """Say a word of the manual as this portal does."""
        return text

    def screens(self, _portal: Portal, screens: Json) -> Json:
        """Bend the description of a whole portal."""
        return screens

    def home(self, _portal: Portal, home: Json) -> Json:
        """Bend a front page."""
        return home

    def form(self, _portal: Portal, _name: str, form: Json) -> Json:
        """Bend a form."""
        return form

    def grid(self, _portal: Portal, _name: str, screen: Json) -> Json:
        """Bend a list."""
        return screen

    def menu(self, _portal: Portal, menu: list[Json]) -> list[Json]:
        """Bend a menu."""
        return menu

    def rows(self, rows: list[Json]) -> list[Json]:
        """Fill the columns that a list has got."""
        return rows

    def day(self, text: str) -> str:
        """Write a day of a list as this portal does."""
        return text

    def headed_log(self, screen: Json) -> Json:
        """Give a log the columns that it has on this portal."""
        return screen

    def log(self, lines: list[Json]) -> list[Json]:
        """List a log, which comes with its oldest line first, the way round that this portal does."""
        return lines

    def undo(self, data: Mapping[str, str]) -> dict[str, str]:
        """Translate what was posted."""
        return dict(data)

    def touch(self, around: Sequence[Sequence[str]]) -> None:
        """Notice that somebody changed a control."""

    def meaning(self, posted: str) -> str:
        """Tell which column is meant by the name of a control; nothing, if none is."""
        return posted
