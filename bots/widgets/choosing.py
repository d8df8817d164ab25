"""Choosing from the list, the columns or the tree that a field opens: opened, looked through, pressed, closed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bots.errors import FieldNotAccepted, OptionNotOffered
from bots.widgets.hand import touch
from bots.widgets.options import choose, is_no_choice, path_of

if TYPE_CHECKING:
    from bots.widgets.fill import Move
    from bots.widgets.inventory import Probe

PATIENCE = 0.25  # of the site's wait: for a list to open, or to bring what it loads
MOST_BRANCHES = 80
CODE_MIN = 1


@dataclass(frozen=True)
class Item:
    """One entry of an open list."""

    place: int
    text: str
    level: int
    branch: bool
    open: bool
    disabled: bool


@dataclass(frozen=True)
class Panel:
    """An open list as it stands."""

    open: bool
    items: tuple[Item, ...]
    more: bool  # it scrolls on
    search: bool  # it has a field to search in
    print: str  # to tell whether it has changed

    @property
    def idle(self) -> bool:
        """Whether it holds nothing but 请选择: what it offers may still be under way."""
        return bool(self.items) and all(is_no_choice(item.text) for item in self.items)


Ways = dict[tuple[str, ...], Item]


class Chooser:
    """One choice in one control."""

    def __init__(self, probe: Probe, move: Move, *, seconds: float, where: str) -> None:
        self._probe, self._move, self._where = probe, move, where
        self._control = move.control
        self._ms = seconds * 1000 * PATIENCE

    async def choose(self) -> None:
        """Open, choose, and see that it is closed. Raises OptionNotOffered with all that was offered."""
        panel = await self._opened()
        try:
            if self._control.kind == "cascader":
                await self._walk_columns(panel)
            elif self._control.kind == "tree":
                await self._walk_tree()
            else:
                await self._choose_one(panel)
        finally:
            await self._close()

    async def _opened(self) -> Panel:
        panel = await self._panel()
        if not panel.open:
            panel = await self._open()
        if panel.idle:
            panel = await self._settled(unlike=panel.print)
            if not panel.open:  # drawn anew with what came
                panel = await self._open()
        if not panel.open:
            move = self._move
            raise FieldNotAccepted(
                label=move.label, wanted=move.text, got=self._control.reading, where=self._where, reason="does_not_open"
            )
        return panel

    async def _open(self) -> Panel:
        await touch(self._probe.target(self._control, "opener"))
        return await self._settled()

    # ---- a list ----

    async def _choose_one(self, panel: Panel) -> None:
        text = await self._found(panel, self._move.text)
        await self._press(text)

    async def _found(self, panel: Panel, wanted: str) -> str:
        """The text of the option that is meant; a long list is gone through, a searchable one is asked."""
        offered = [item.text for item in panel.items if not item.disabled]
        if wanted not in offered and (panel.more or panel.search):
            offered = await self._look_through(wanted)
        if wanted not in offered and panel.search and not self._fits(wanted, offered):
            offered = [item.text for item in (await self._search(panel, wanted)).items] or offered
        return self._pick(wanted, offered)

    async def _look_through(self, wanted: str) -> list[str]:
        """All that was met on the way to it, or what stands in sight once it is: twice if it stands there twice."""
        met: list[str] = await self._probe.panel("panelSearch", self._control, text=wanted, ms=4 * self._ms)
        return [item.text for item in (await self._panel()).items] if wanted in met else met

    async def _search(self, panel: Panel, wanted: str) -> Panel:
        await touch(self._probe.target(self._control, "search"))
        await self._probe.frame.page.keyboard.type(wanted)
        return await self._settled(unlike=panel.print)

    def _fits(self, wanted: str, offered: list[str]) -> bool:
        try:
            self._pick(wanted, offered)
        except OptionNotOffered:
            return False
        return True

    def _pick(self, wanted: str, offered: list[str]) -> str:
        if is_no_choice(wanted) and (idle := next((text for text in offered if is_no_choice(text)), None)) is not None:
            return idle
        return offered[choose(wanted, offered, label=self._move.label, where=self._where)]

    # ---- columns: 山东省 / 聊城市 / 临清市 ----

    async def _walk_columns(self, panel: Panel) -> None:
        path = path_of(self._move.text)
        for level, wanted in enumerate(path):
            column = [item for item in panel.items if item.level == level]
            text = self._pick(wanted, [item.text for item in column if not item.disabled])
            item = next(item for item in column if item.text == text)
            last = level == len(path) - 1
            if not item.open or last:
                await self._press(text, item)
            if not last:
                panel = await self._column(level + 1, text)

    async def _column(self, level: int, opened: str) -> Panel:
        """The columns, once the one beside `opened` is there; till then that of an earlier choice may stand there."""
        panel = await self._panel()
        while not (_is_open(panel, level - 1, opened) and any(item.level == level for item in panel.items)):
            changed = await self._settled(unlike=panel.print)
            if changed.print == panel.print:
                break
            panel = changed
        return panel

    # ---- a tree ----

    async def _walk_tree(self) -> None:
        """Open the branches whose code begins the wanted one's; all of them for a mere name, which may come twice."""
        wanted = self._move.text
        met: Ways = {}
        opened: set[tuple[str, ...]] = set()
        panel = await self._further(top=True)
        for _ in range(MOST_BRANCHES):
            ways = _ways(panel)
            _remember(ways, met)
            if _code(wanted) and self._fits(wanted, _leaves(ways)):
                met = ways
                break
            way = self._next_branch(ways, opened)
            if way is not None:
                opened.add(way)
                panel = await self._unfolded(panel, ways[way])
            elif panel.more:
                panel = await self._further(top=False)
            else:
                break
        text = self._pick(wanted, _leaves(met))
        await self._press(text, next((item for item in panel.items if item.text == text), None))

    async def _unfolded(self, panel: Panel, branch: Item) -> Panel:
        if branch.open:
            return panel
        await touch(self._target("sign", branch.text, branch))
        return await self._settled(unlike=panel.print)

    async def _further(self, *, top: bool) -> Panel:
        return _panel(await self._probe.panel("panelFurther", self._control, top=top))

    def _next_branch(self, ways: Ways, opened: set[tuple[str, ...]]) -> tuple[str, ...] | None:
        code = _code(self._move.text)
        closed = [way for way, item in ways.items() if item.branch and way not in opened]
        if not code:
            return next(iter(closed), None)
        leading = [way for way in closed if (own := _code(way[-1])) and code.startswith(own)]
        return max(leading, key=lambda way: len(_code(way[-1])), default=None)

    # ---- the hand ----

    async def _press(self, text: str, item: Item | None = None) -> None:
        if await touch(self._target("item", text, item)):
            return
        await self._probe.panel("panelSearch", self._control, text=text, ms=4 * self._ms)  # back to where it is
        if not await touch(self._target("item", text, item)):
            await self._probe.panel("panelPress", self._control, text=text, place=item.place if item else -1)

    def _target(self, take: str, text: str, item: Item | None) -> Any:  # noqa: ANN401 - a Target
        return self._probe.target(self._control, take, text=text, place=item.place if item else -1)

    async def _close(self) -> None:
        keyboard = self._probe.frame.page.keyboard
        if not await self._is_closed(self._ms / 4):
            await keyboard.press("Escape")
            if not await self._is_closed(self._ms / 4):
                await touch(self._probe.target(self._control, "opener"))
                await self._is_closed(self._ms / 4)

    async def _is_closed(self, ms: float) -> bool:
        closed: bool = await self._probe.panel("panelClosed", self._control, ms=ms)
        return closed

    async def _panel(self) -> Panel:
        return _panel(await self._probe.panel("panel", self._control))

    async def _settled(self, unlike: str = "") -> Panel:
        return _panel(await self._probe.panel("panelSettled", self._control, unlike=unlike, ms=self._ms))


async def choose_in_panel(probe: Probe, move: Move, *, seconds: float, where: str) -> None:
    """Choose what a move says in the list, the columns or the tree that its control opens."""
    await Chooser(probe, move, seconds=seconds, where=where).choose()


def _panel(raw: dict[str, Any]) -> Panel:
    items = tuple(
        Item(place, one["text"], one["level"], one["branch"], one["open"], one["disabled"])
        for place, one in enumerate(raw["items"])
    )
    shown = json.dumps(raw["items"], ensure_ascii=False, separators=(",", ":"))  # as the page's own JSON writes it
    return Panel(raw["open"], items, raw["more"], raw["search"], shown)


def _ways(panel: Panel) -> Ways:
    """The nodes of a tree by the way to each; "" where what stands above it is not drawn."""
    ways: Ways = {}
    above: list[str] = []
    for item in panel.items:
        known = above[: item.level]
        above = [*known, *[""] * (item.level - len(known)), item.text]
        way = tuple(above)
        while way in ways:  # two of one name in one branch stay two
            way = (*way[:-1], f"{way[-1]}'")
        ways[way] = item
    return ways


def _remember(ways: Ways, met: Ways) -> None:
    """Add what is new; two of one name in different branches are two, as far as their ways are known."""
    for way, item in ways.items():
        same = [known for known in met if _is_same(known, way)]
        if not any(all(known) for known in same):
            for known in same:
                del met[known]
            met[way] = item


def _is_same(known: tuple[str, ...], way: tuple[str, ...]) -> bool:
    return len(known) == len(way) and all(a == b or not (a and b) for a, b in zip(known, way, strict=True))


def _leaves(ways: Ways) -> list[str]:
    return [item.text for item in ways.values() if not item.branch and not item.disabled]


def _is_open(panel: Panel, level: int, text: str) -> bool:
    return any(item.open for item in panel.items if item.level == level and item.text == text)


def _code(text: str) -> str:
    """The code at the head of `A05010201 办公桌`."""
    head = text.split(maxsplit=1)[0] if text.split() else ""
    return head if head.isascii() and head[:1].isalnum() and (len(head) > CODE_MIN or head.isalpha()) else ""
