"""An item chosen in a window, a layer, a dialog or a drawer that a field opens; code and name must agree.

A tree whose nodes show their codes is gone down by them; whatever else the window holds is the catalogue's business.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.async_api import ElementHandle

from bots.errors import BotError, FieldNotAccepted, PortalTimeout
from bots.widgets import scripts
from bots.widgets.aside import Aside
from bots.widgets.catalogue import Catalogue
from bots.widgets.hand import Target, click, press_on
from bots.widgets.items import Item
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen

DEEPEST = 12
DRAWN = 0.3  # seconds, for a window without codes in it to stand as it is


@dataclass(frozen=True)
class _View:
    """The spot that shows the tree, and what it shows of the way to the item."""

    spot: Spot
    found: int
    branches: tuple[str, ...]  # the item's ancestors in sight, the nearest first
    seen: tuple[str, ...]


class Picker:
    """Chooses one item by code and name; never the nearest."""

    def __init__(self, screen: Screen, path: str) -> None:
        self._screen = screen
        self._path = path

    async def choose(
        self,
        opener: ElementHandle,
        item: Item,
        *,
        label: str,
        seconds: float | None = None,
        instead: Callable[[], Awaitable[bool]] | None = None,
    ) -> bool:
        """Click `opener`, choose the item, confirm; False where `instead` came true and no window.

        Raises OptionNotOffered with the items in sight, and FieldNotAccepted (`does_not_open`) where nothing comes
        within `seconds`.
        """
        aside = Aside(self._screen, f"{self._path}/{label}")
        try:
            if not await aside.open(opener, seconds=seconds, instead=instead):
                return False
        except PortalTimeout as error:
            if seconds is None:
                raise
            raise FieldNotAccepted(
                label=label, wanted=str(item), got="", where=self._path, reason="does_not_open"
            ) from error
        try:
            chosen = await _Choice(self._screen, aside, item, label=label, where=self._path).made()
        except BotError:
            await aside.leave()
            raise
        await aside.confirm(chosen)
        return True


class _Choice:
    """One item in one window that is open."""

    def __init__(self, screen: Screen, aside: Aside, item: Item, *, label: str, where: str) -> None:
        self._screen, self._aside, self._item = screen, aside, item
        self._label, self._where = label, where
        self._since = 0.0

    async def made(self) -> Target:
        """Press the item; gives what was pressed."""
        self._since = asyncio.get_running_loop().time()
        view = await self._screen.until(self._view, self._aside.missing)
        opened: set[str] = set()
        while view.found != 1 and len(opened) < DEEPEST:
            branch = next((code for code in view.branches if code not in opened), None)
            if branch is None:
                break
            opened.add(branch)
            view = await self._open(view, branch)
        catalogue = Catalogue(self._screen, self._aside, self._item, label=self._label, where=self._where)
        if view.found != 1 or not self._item.code or await catalogue.lists_beside_a_tree():
            return await catalogue.choose(view.seen)
        target = self._target(view.spot, "node")

        async def item() -> Target:
            return target

        await press_on(self._screen, item, self._aside.missing)
        return target

    async def _open(self, view: _View, branch: str) -> _View:
        """Open a branch by the sign before it, then by its words; gives what is in sight afterwards."""

        async def more() -> _View | None:
            now = await self._view()
            return now if now and (now.found or now.seen != view.seen) else None

        for way in ("sign", "branch"):
            if await click(self._screen, self._target(view.spot, way, branch)):
                try:
                    return await self._screen.until(more, self._aside.missing)
                except PortalTimeout:
                    continue
        return view

    async def _view(self) -> _View | None:
        spots = await self._aside.spots()
        asked = [scripts.ask(spot.frame, "tree", self._asked(spot)) for spot in spots]
        infos: list[dict[str, Any]] = await asyncio.gather(*asked)
        pairs = [pair for pair in zip(spots, infos, strict=True) if pair[1]["seen"] or pair[1]["found"]]
        if not pairs and self._stands(infos):
            pairs = [pair for pair in zip(spots, infos, strict=True) if pair[1]["lines"]]
        if not pairs:  # its window has only just opened, or is between two documents
            return None
        spot, info = max(pairs, key=lambda pair: (pair[1]["found"], len(pair[1]["seen"])))
        return _View(spot, info["found"], tuple(info["branches"]), tuple(info["seen"]))

    def _stands(self, infos: Sequence[Mapping[str, Any]]) -> bool:
        """Whether a window that shows no codes has had the time to show any."""
        now = asyncio.get_running_loop().time()
        drawn = any(info["lines"] for info in infos) and not any(info["unfilled"] for info in infos)
        if not drawn or not self._screen.traffic.quiet:
            self._since = now
        return now - self._since > DRAWN

    def _target(self, spot: Spot, what: str, branch: str = "") -> Target:
        return Target(spot.frame, "tree", self._asked(spot) | {"take": what, "branch": branch})

    def _asked(self, spot: Spot) -> dict[str, object]:
        return {"code": self._item.code, "name": self._item.name, "boxed": spot.boxed}
