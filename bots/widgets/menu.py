"""A menu path, wherever the menu is and however it opens: 计划备案 → 采购计划管理 → 采购计划维护."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bots.errors import MenuMissing
from bots.widgets.exploring import Explorer
from bots.widgets.hand import Target, click
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen

HOME = "功能导航"


@dataclass
class _View:
    """Which levels of the path can be seen, and where."""

    spots: list[Spot]
    counts: list[list[int]]  # by spot, by level
    texts: list[list[str]]  # of the entry that would be pressed
    seen: list[str]

    def deepest(self) -> int | None:
        levels = range(len(self.counts[0])) if self.counts else range(0)
        return max((level for level in levels if any(counts[level] for counts in self.counts)), default=None)

    def goes_below(self, level: int) -> bool:
        """Whether something below a level is in sight."""
        return (self.deepest() or 0) > level

    def spot_of(self, level: int) -> Spot | None:
        """Where a level is; the frame that shows most of the path, if several do."""
        pairs = zip(self.counts, self.spots, strict=True)
        fit = [(sum(map(bool, counts)), spot) for counts, spot in pairs if counts[level]]
        return max(fit, key=lambda pair: pair[0])[1] if fit else None


class Menu:
    """The menu of a back office."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._pressed: set[str] = set()
        self._learned: dict[tuple[str, ...], list[str]] = {}  # a path → what has led there instead

    async def open(self, path: Sequence[str]) -> None:
        """Open each level that is not open yet, and click the last one; MenuMissing tells what the menu shows."""
        path = self._learned.get(tuple(path), path)
        words = [list(self._screen.terms.words_for(word)) for word in path]
        for _ in path:
            start = await self._start(words, path)
            if await self._walk(words, start, path):
                return
        raise self._missing(path[-1], (await self._view(words)).seen)

    async def _start(self, words: list[list[str]], path: Sequence[str]) -> int:
        """The deepest level in sight: of a menu that is drawn on a page of its own, once that is there again."""
        try:
            return await self._screen.until(lambda: self._deepest(words), lambda: self._missing(path[0], []))
        except MenuMissing:
            if not await self.home():
                raise
        return await self._screen.until(lambda: self._deepest(words), lambda: self._missing(path[0], []))

    async def _walk(self, words: list[list[str]], level: int, path: Sequence[str]) -> bool:
        """From a level to the last one; False when one was just being folded away when it was seen."""
        while await self._press(words, level, path):
            if level == len(path) - 1:
                return True
            level = max(await self._deepest(words) or 0, level + 1)  # a menu may do without one of the levels
        return False

    async def explore(self, path: Sequence[str], arrived: Callable[[], Awaitable[bool | None]]) -> bool:
        """Look for what the path leads to behind entries of other words; what has led there is opened from then on."""
        words = [self._screen.terms.words_for(word) for word in path]
        explorer = Explorer(self._screen, words, self._pressed)
        found = await explorer.find(arrived)
        if found:
            self._learned[tuple(path)] = explorer.way
        return found

    async def home(self) -> bool:
        """Press what leads to where a menu that has left the page is drawn (功能导航, 首页); False without any."""
        words = [list(self._screen.terms.words_for(HOME)), []]
        view = await self._view(words)
        spot = view.spot_of(0)
        return spot is not None and await click(self._screen, self._entry(spot, words, 0, toggle=False))

    async def shows(self, word: str) -> bool:
        """Whether an entry is in sight, a tab or a trail of its words included; does not wait."""
        return (await self._view([list(self._screen.terms.words_for(word)), []])).deepest() is not None

    async def is_near(self, path: Sequence[str]) -> bool:
        """Whether what is in sight is likely the menu of this path, in other words; does not wait."""
        return await Explorer(self._screen, [self._screen.terms.words_for(word) for word in path], set()).is_inside()

    async def _deepest(self, words: list[list[str]]) -> int | None:
        return (await self._view(words)).deepest()

    async def _press(self, words: list[list[str]], level: int, path: Sequence[str]) -> bool:
        """Open a level, or choose the last one; False when its entry is out of sight again."""
        screen = self._screen
        ways: tuple[dict[str, bool], ...] = ({}, {"toggle": True}, {"double": True})
        for way in ways:
            view = await self._view(words)
            if level < len(path) - 1 and view.goes_below(level):
                return True  # it stood open already, out of sight: a press would fold it
            spot = view.spot_of(level)
            if spot is None and level > 0:
                return False
            entry = self._entry(spot, words, level, toggle=way.get("toggle", False)) if spot else None
            self._pressed |= {texts[level] for texts in view.texts}
            if entry and await click(screen, entry, double=way.get("double", False)) and level == len(path) - 1:
                return True
            if level < len(path) - 1 and await self._unfolded(words, level):
                return True
            if set((await self._view(words)).seen) - set(view.seen):
                break  # it has opened, and what is in it is called otherwise: a second press would fold it
        raise self._missing(path[min(level + 1, len(path) - 1)], (await self._view(words)).seen)

    async def _unfolded(self, words: list[list[str]], level: int) -> bool:
        async def probe() -> bool | None:
            return (await self._view(words)).goes_below(level) or None

        try:
            return await self._screen.until(probe, lambda: self._missing("", []))
        except MenuMissing:
            return False

    async def _view(self, words: list[list[str]]) -> _View:
        known = await self._screen.ask("menu", {"path": words})
        return _View(
            [spot for spot, _ in known],
            [info["levels"] for _, info in known],
            [info["first"] for _, info in known],
            [text for _, info in known for text in info["seen"]],
        )

    @staticmethod
    def _entry(spot: Spot, words: list[list[str]], level: int, *, toggle: bool) -> Target:
        return Target(spot.frame, "menu", {"path": words, "boxed": spot.boxed, "level": level, "toggle": toggle})

    @staticmethod
    def _missing(word: str, seen: list[str]) -> MenuMissing:
        return MenuMissing(words=word, candidates=seen)
