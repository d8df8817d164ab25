"""What an open window offers: the nodes of a tree, the rows of a grid with pages and a search, the lines of a list."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bots.errors import OptionNotOffered
from bots.trail import NoTrail
from bots.widgets import scripts
from bots.widgets.aside import Aside
from bots.widgets.choosing_items import Way, is_certain, leaf_of, likeliest
from bots.widgets.control import Control
from bots.widgets.form import Form
from bots.widgets.hand import Target, click, press_on
from bots.widgets.items import Item
from bots.widgets.panels import Item as Entry
from bots.widgets.panels import entry_from
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen
from bots.widgets.tree_ways import Ways, remember, ways_in

SEARCHES = ("查询", "搜索", "检索", "查找")
CODES, NAMES = ("编码", "代码", "编号"), ("名称", "关键字", "关键词", "品目", "搜索", "查询", "检索", "过滤")
MOST_BRANCHES, MOST_PAGES = 80, 40
UNFOLDS, ANSWERS = 0.15, 0.1  # of the site's wait: for a branch to bring its nodes; for a list to follow what is typed


@dataclass(frozen=True)
class _Page:
    """What one spot of the window shows now."""

    spot: Spot
    entries: tuple[Entry, ...]
    narrowing: tuple[Entry, ...]  # the nodes of a tree beside a list, which they narrow
    more: bool  # it has a next page

    def shows(self, other: "_Page") -> bool:
        """Whether it shows the same as another look."""
        return (self.entries, self.narrowing) == (other.entries, other.narrowing)


class Catalogue:
    """Finds one item in the window that `aside` has opened, and presses it."""

    def __init__(self, screen: Screen, aside: Aside, item: Item, *, label: str, where: str) -> None:
        self._screen, self._aside, self._item = screen, aside, item
        self._label, self._where = label, where
        self._offered: list[str] = []

    async def choose(self, seen: Sequence[str] = ()) -> Target:
        """Press the item, and give what was pressed.

        Raises OptionNotOffered with what was `seen` before and since, FieldAmbiguous.
        """
        self._offered = list(seen)
        page = await self._screen.until(self._page, self._aside.missing)
        entry = await self._found(page)
        spot = (await self._now()).spot

        async def aim() -> Target:
            return self._target(spot, entry, "mark")

        await press_on(self._screen, aim, self._aside.missing)
        return await aim()

    async def lists_beside_a_tree(self) -> bool:
        """Whether what is chosen stands in a list, and a tree only narrows it."""
        page = await self._screen.glance(self._page)
        return page is not None and bool(page.narrowing)

    async def _found(self, page: _Page) -> Entry:
        """In what is in sight or under its branches, else by its search, else on its further pages."""
        if entry := await self._within(page):
            return entry
        for term in (self._item.name, self._item.code):
            searched = await self._searched(term) if term else None
            if searched and (entry := await self._within(searched)):
                return entry
        page = await self._searched("") or page
        if (entry := await self._paged(page)) or (entry := await self._narrowed(page)):
            return entry
        raise OptionNotOffered(
            label=self._label,
            wanted=str(self._item),
            where=self._where,
            offered=list(dict.fromkeys(self._offered))[:60],
        )

    async def _paged(self, page: _Page) -> Entry | None:
        """On its further pages."""
        for _ in range(MOST_PAGES):
            if not page.more:
                break
            page = await self._changed(
                page, Target(page.spot.frame, "catalogue", {"boxed": page.spot.boxed, "take": "next"})
            )
            if entry := await self._within(page):
                return entry
        return None

    async def _narrowed(self, page: _Page) -> Entry | None:
        """In what the list shows once a node of the tree beside it is pressed; the likeliest nodes first."""
        pressed: set[Way] = set()
        for _ in range(MOST_BRANCHES):
            page = await self._now()
            nodes = {way: replace(node, branch=True) for way, node in ways_in(page.narrowing).items()}
            way = likeliest(self._item, nodes, pressed)
            if way is None:
                break
            pressed.add(way)
            page = await self._changed(page, self._target(page.spot, nodes[way], "el", narrows=True))
            if (entry := await self._within(page)) or (entry := await self._paged(page)):
                return entry
            if not nodes[way].open:
                await self._changed(page, self._target(page.spot, nodes[way], "sign", narrows=True))
        return None

    async def _within(self, page: _Page) -> Entry | None:
        """Open the likeliest branches until the item is certain, or none is left."""
        met: Ways = {}
        opened: set[Way] = set()
        for _ in range(MOST_BRANCHES):
            ways = ways_in(page.entries)
            remember(ways, met)
            way = None if is_certain(self._item, met) else likeliest(self._item, ways, opened)
            if way is None:
                break
            opened.add(way)
            page = await self._unfolded(page, ways[way])
        self._offered += [entry.text for entry in met.values() if not entry.branch]
        try:
            way = leaf_of(self._item, met, label=self._label, where=self._where)
        except OptionNotOffered:
            return None
        return await self._brought_out(way, met, page)

    async def _brought_out(self, way: Way, met: Ways, page: _Page) -> Entry:
        """A tree may close one branch when another is opened."""
        for depth in range(1, len(way)):
            ways = ways_in(page.entries)
            if way in ways:
                break
            branch = ways.get(way[:depth])
            if branch is not None and branch.branch:
                page = await self._unfolded(page, branch)
        return ways_in(page.entries).get(way, met[way])

    async def _unfolded(self, page: _Page, branch: Entry) -> _Page:
        """By the sign before it, then by its words."""
        if branch.open:
            return page
        for take in ("sign", "el"):
            after = await self._changed(page, self._target(page.spot, branch, take))
            if after.entries != page.entries:
                return after
        return page

    async def _changed(self, page: _Page, target: Target) -> _Page:
        """Press something, and give what is in sight once that is something else; the same where nothing follows."""
        await click(self._screen, target)
        return await self._follows(page, UNFOLDS)

    async def _follows(self, page: _Page, patience: float) -> _Page:
        async def other() -> _Page | None:
            now = await self._page()
            return now if now and not now.shows(page) else None

        deadline = asyncio.get_running_loop().time() + self._screen.terms.wait_seconds * patience
        while (now := await self._screen.glance(other)) is None:
            quiet = self._screen.traffic.quiet
            if asyncio.get_running_loop().time() > deadline and quiet:
                return page
            await self._screen.moved()
        return await self._still(now)

    async def _still(self, page: _Page) -> _Page:
        """Once nothing is added any more: a tree unfolds line by line."""
        while True:
            await self._screen.moved(0.12)
            now = await self._screen.glance(self._page)
            if now is None or now.shows(page):
                return now or page
            page = now

    # ---- the window's own search ----

    async def _searched(self, term: str) -> _Page | None:
        """What it shows for a term ("" for all of it again); None where it has no field to search in."""
        page = await self._now()
        form = Form(page.spot.frame, self._screen.terms, path=self._where, trail=NoTrail(), boxed=page.spot.boxed)
        fields = [one for one in await form.inventory() if one.kind == "text" and one.fillable]
        field = _field_for(fields, by_code=term == self._item.code)
        if field is None or (not term and not any(one.value for one in fields)):
            return None
        for other in fields:
            if other.value and other.index != field.index:
                await (await form.handle(other)).fill("")
        await (await (await form.handle(field)).evaluate_handle(INNER)).as_element().fill(term)  # type: ignore[union-attr]
        after = await self._follows(page, ANSWERS)
        if after.entries != page.entries:
            return after
        for word in SEARCHES:
            words = list(self._screen.terms.words_for(word))
            asked = {"words": words, "boxed": page.spot.boxed}
            if (await scripts.ask(page.spot.frame, "press", asked))["ready"] == 1:
                return await self._changed(page, Target(page.spot.frame, "press", {**asked, "pick": True}))
        await page.spot.frame.page.keyboard.press("Enter")
        return await self._follows(page, UNFOLDS)

    # ---- the page's side ----

    async def _now(self) -> _Page:
        return await self._screen.until(self._page, self._aside.missing)

    async def _page(self) -> _Page | None:
        """The spot of the window that offers most; None as long as none offers anything."""
        spots = await self._aside.spots()
        infos: list[dict[str, Any]] = await asyncio.gather(
            *(scripts.ask(spot.frame, "catalogue", {"boxed": spot.boxed}) for spot in spots)
        )
        pairs = [(spot, info) for spot, info in zip(spots, infos, strict=True) if info["items"] or info["narrowing"]]
        if not pairs or any(info["busy"] for info in infos):
            return None
        spot, info = max(pairs, key=lambda pair: (bool(pair[1]["narrowing"]), len(pair[1]["items"])))
        return _Page(spot, _entries(info["items"]), _entries(info["narrowing"]), info["next"])

    def _target(self, spot: Spot, entry: Entry, take: str, *, narrows: bool = False) -> Target:
        asked = {"boxed": spot.boxed, "take": take, "place": entry.place, "text": entry.text, "narrows": narrows}
        return Target(spot.frame, "catalogue", asked)


def _entries(raw: list[dict[str, Any]]) -> tuple[Entry, ...]:
    return tuple(entry_from(at, one) for at, one in enumerate(raw))


INNER = "el => el.matches('input, textarea') ? el : el.querySelector('input, textarea')"


def _field_for(fields: Sequence[Control], *, by_code: bool) -> Control | None:
    """The field that takes a code, or a name; the only one there is takes either."""
    if len(fields) < 2:  # noqa: PLR2004
        return fields[0] if fields else None
    for wanted in (CODES,) if by_code else (NAMES,):
        named = [one for one in fields if any(word.name.base.endswith(wanted) for word in one.words)]
        if len(named) == 1:
            return named[0]
    return None
