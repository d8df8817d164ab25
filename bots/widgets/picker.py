"""A picker of items in a window of its own: its lazy tree is opened branch by branch; code and name must agree."""

import asyncio
from dataclasses import dataclass
from typing import Any

from playwright.async_api import ElementHandle

from bots.errors import OptionNotOffered, PortalTimeout
from bots.widgets import scripts
from bots.widgets.aside import Aside
from bots.widgets.buttons import press, there
from bots.widgets.hand import Target, click, press_on
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen

SEARCH = "查询"
DEEPEST = 12


@dataclass(frozen=True)
class _View:
    """The spot that shows the tree, and what it shows of the way to the item."""

    spot: Spot
    found: int
    branches: tuple[str, ...]  # the item's ancestors in sight, the nearest first
    search: int
    seen: tuple[str, ...]


class Picker:
    """Chooses one item by code and name; never the nearest."""

    def __init__(self, screen: Screen, path: str) -> None:
        self._screen = screen
        self._path = path
        self._aside = Aside(screen, path)
        self._code = self._name = ""

    async def choose(self, opener: ElementHandle, name: str, code: str) -> None:
        """Click `opener`, choose the item, confirm. Raises OptionNotOffered with the items in sight."""
        self._code, self._name = code, name
        await self._aside.open(opener)
        await press_on(self._screen, self._item, self._aside.missing)
        await self._aside.confirm()

    async def _item(self) -> Target:
        return self._target((await self._way_to_item()).spot, "node")

    async def _way_to_item(self) -> _View:
        """Open branch after branch until the item is in sight; else ask the picker's search."""
        opened: set[str] = set()
        view = await self._screen.until(self._view, self._aside.missing)
        for _ in range(DEEPEST):
            if view.found == 1:
                return view
            branch = next((code for code in view.branches if code not in opened), None)
            if branch is None:
                break
            opened.add(branch)
            view = await self._open(view, branch)
        if view.found != 1 and view.search == 1:
            view = await self._search(view)
        if view.found != 1:
            raise self._not_offered(view)
        return view

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

    async def _search(self, view: _View) -> _View:
        screen = self._screen
        field = await scripts.element(view.spot.frame, "tree", self._target(view.spot, "search").asked)
        if not field:
            return view
        await field.fill(self._code)
        screen.traffic.mark()
        if await there(screen, SEARCH):
            await press(screen, SEARCH)
        else:
            await field.press("Enter")
        await screen.settle()
        return await screen.until(self._view, self._aside.missing)

    async def _view(self) -> _View | None:
        spots = await self._screen.spots()
        asked = [scripts.ask(spot.frame, "tree", self._asked(spot)) for spot in spots]
        infos: list[dict[str, Any]] = await asyncio.gather(*asked)
        pairs = [pair for pair in zip(spots, infos, strict=True) if pair[1]["seen"] or pair[1]["found"]]
        if not pairs:  # its window has only just opened, or is between two documents
            return None
        spot, info = max(pairs, key=lambda pair: (pair[1]["found"], len(pair[1]["seen"])))
        return _View(spot, info["found"], tuple(info["branches"]), info["search"], tuple(info["seen"]))

    def _target(self, spot: Spot, what: str, branch: str = "") -> Target:
        return Target(spot.frame, "tree", self._asked(spot) | {"take": what, "branch": branch})

    def _asked(self, spot: Spot) -> dict[str, object]:
        return {"code": self._code, "name": self._name, "boxed": spot.boxed}

    def _not_offered(self, view: _View) -> OptionNotOffered:
        return OptionNotOffered(
            label=self._path.rsplit("/", 1)[-1], wanted=f"{self._code} {self._name}", offered=list(view.seen)
        )
