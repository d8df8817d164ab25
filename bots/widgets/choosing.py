"""Choosing from the list, the columns or the tree that a field opens: opened, looked through, pressed, closed.

What is not offered is refused; nothing is ever typed as a value, only to search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bots.errors import BotError, FieldNotAccepted, OptionNotOffered
from bots.widgets.aftermath import Aftermath
from bots.widgets.hand import touch
from bots.widgets.options import choose_row, is_no_choice, path_of, search_terms
from bots.widgets.panels import NOWHERE, Item, Panel, met_item, panel_from
from bots.widgets.place_ways import walk_columns, walk_tree
from bots.widgets.places import Place
from bots.widgets.tree_ways import Ways, code_of, leaves_of, next_branch, remember, ways_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bots.widgets.fill import Move
    from bots.widgets.hand import Target
    from bots.widgets.inventory import Probe

PATIENCE = 0.25  # of the site's wait: for a list to open, or to bring what it loads
ANSWERS = 2  # times as long: for the answer to a search
OPENS_MS = 3000  # a list that shows nothing at all by then stays shut
MOST_BRANCHES = 80
MOST_PAGES = 30
SELECT_ALL = "ControlOrMeta+A"


class Chooser:
    """One choice in one control."""

    def __init__(self, probe: Probe, move: Move, *, seconds: float, where: str) -> None:
        self.probe, self.move, self.where = probe, move, where
        self.control = move.control
        self._ms = seconds * 1000 * PATIENCE
        self._read = False  # whether its list was seen, or it said that it has nothing of the kind
        self._typed = False
        self.code = ""  # what the entry that is meant may show besides, or instead

    async def choose(self) -> None:
        """Open, choose, and see that it is closed.

        Raises OptionNotOffered with all that was offered, FieldAmbiguous, or FieldNotAccepted: `does_not_open`, or
        `nothing_offered` where its list stayed empty.
        """
        panel = await self.opened()
        try:
            if self.control.kind == "cascader" and isinstance(self.move.text, Place):
                await walk_columns(self, panel, self.move.text)
            elif self.control.kind == "cascader":
                await self.walk_columns(panel)
            else:
                await self.press(await self.find(panel, self.move.text))
        except BotError:
            await self._forget_search()
            raise
        finally:
            await self.close()

    async def opened(self) -> Panel:
        """The list as it stands open; one that opens only when its field is typed in is still shut."""
        panel = await self.panel()
        if not panel.open:
            panel = await self._open()
        if panel.idle:
            panel = await self._settled(unlike=panel.print)
            if not panel.open:  # drawn anew with what came
                panel = await self._open()
        if not panel.open and not panel.search:
            raise self.refusal("does_not_open")
        return panel

    def refusal(self, reason: str) -> FieldNotAccepted:
        """Why nothing was chosen."""
        move = self.move
        return FieldNotAccepted(
            label=move.label, wanted=move.text, got=self.control.reading, where=self.where, reason=reason
        )

    async def _open(self) -> Panel:
        await touch(self.probe.target(self.control, "opener"))
        return await self._settled(opens=OPENS_MS)

    async def find(self, panel: Panel, wanted: str) -> Item:
        """The entry that is meant; raises what `choose` says."""
        if self.control.kind != "tree":
            return await self._found(panel, wanted)
        return await (walk_tree(self, wanted) if isinstance(wanted, Place) else self.walk_tree(wanted))

    def fits(self, wanted: str, items: Sequence[Item]) -> bool:
        """Whether one of the entries is meant."""
        try:
            self.pick(wanted, items)
        except OptionNotOffered:
            return False
        return True

    # ---- a list ----

    async def _found(self, panel: Panel, wanted: str) -> Item:
        """A long list is gone through, one of several pages is turned over, a searchable one is asked."""
        items = panel.usable
        self._read = bool(panel.items) and not panel.idle
        exact = any(item.text == wanted for item in items)
        if panel.open and not exact and (panel.more or panel.search):
            items = await self._look_through(wanted)
        if not self.fits(wanted, items) and panel.turns:
            items = await self._turned_over(panel, wanted)
        if not self.fits(wanted, items) and panel.search:
            items = await self._searched(panel, wanted) or items
        if not items and not self._read:
            raise self.refusal("nothing_offered")
        return self.pick(wanted, items)

    async def _look_through(self, wanted: str) -> list[Item]:
        """All that was met on the way to it, or what stands in sight once it is: twice if it stands there twice."""
        asked = {"text": wanted, "code": self.code, "ms": 4 * self._ms}
        met = [met_item(raw) for raw in await self.probe.panel("panelSearch", self.control, **asked)]
        in_sight = any(item.text == wanted or (self.code and self.code in item.text) for item in met)
        return (await self.panel()).usable if in_sight else met

    async def _turned_over(self, panel: Panel, wanted: str) -> list[Item]:
        """What the pages of a list offer, up to the one that holds what is wanted."""
        met = panel.usable
        for _ in range(MOST_PAGES):
            if not panel.turns or not await touch(self.probe.target(self.control, "turner")):
                break
            panel = await self._settled(unlike=panel.print)
            if self.fits(wanted, panel.usable):
                return panel.usable
            met += [Item(NOWHERE, item.text, item.columns) for item in panel.usable]
        return met

    async def _searched(self, panel: Panel, wanted: str) -> list[Item]:
        """What it offers for a part of the wanted text: for the whole, a list may merely repeat what was typed."""
        offered: list[Item] = []
        for term in self.terms(wanted):
            if not await self._listens("search"):
                break
            self._typed = True
            panel = await self._answered(term, panel)
            items = await self._look_through(wanted) if panel.more else panel.usable
            self._read |= panel.none or bool(items)
            if self.fits(wanted, items):
                return items
            offered += items
        return offered

    def terms(self, wanted: str) -> list[str]:
        """What to type into a list that is searched."""
        return search_terms(wanted)

    async def _answered(self, term: str, panel: Panel) -> Panel:
        """The list once the page's server has answered to what was typed: until then it may say that it has nothing."""
        keyboard = self.probe.frame.page.keyboard
        async with Aftermath(self.probe.frame.page) as aftermath:
            await keyboard.press(SELECT_ALL)
            await keyboard.type(term)
            found = await self._settled(unlike=panel.print, believes=True)
            if found.items or not aftermath.asked:
                return found
            await aftermath.over(ANSWERS * self._ms / 1000)
        return await self._settled(unlike=panel.print, believes=True)

    async def _listens(self, take: str) -> bool:
        """Whether key strokes reach the field to search in; it is pressed only where they don't yet."""
        listens: bool = await self.probe.panel("panelListens", self.control, take=take)
        return listens or await touch(self.probe.target(self.control, take))

    async def _forget_search(self) -> None:
        """Put back what stood in a field that was typed in to search."""
        if not self._typed:
            return
        keyboard = self.probe.frame.page.keyboard
        if await self._listens("searched"):
            await keyboard.press(SELECT_ALL)
            await keyboard.press("Delete")
            if await self.probe.panel("panelWrites", self.control):
                await keyboard.type(self.control.value)

    def pick(self, wanted: str, items: Sequence[Item]) -> Item:
        """The one of the entries that is meant; raises OptionNotOffered, FieldAmbiguous."""
        if is_no_choice(wanted) and (idle := next((item for item in items if is_no_choice(item.text)), None)):
            return idle
        return items[choose_row(wanted, [item.row for item in items], label=self.move.label, where=self.where)]

    # ---- columns: 山东省 / 聊城市 / 临清市 ----

    async def walk_columns(self, panel: Panel) -> None:
        """Press one level after another."""
        path = path_of(self.move.text)
        for level, wanted in enumerate(path):
            column = [item for item in panel.usable if item.level == level]
            if not column:
                raise self.refusal("nothing_offered")
            item = self.pick(wanted, column)
            last = level == len(path) - 1
            if last:
                await self.press(item)
            elif not item.open:
                await self.press(item, take="item")
            if not last:
                panel = await self.column(level + 1, item.text)

    async def column(self, level: int, opened: str) -> Panel:
        """The columns, once the one beside `opened` is there; till then that of an earlier choice may stand there."""
        panel = await self.panel()
        while not (_is_open(panel, level - 1, opened) and any(item.level == level for item in panel.items)):
            changed = await self._settled(unlike=panel.print)
            if changed.print == panel.print:
                break
            panel = changed
        return panel

    # ---- a tree ----

    async def walk_tree(self, wanted: str) -> Item:
        """Open the branches whose code begins the wanted one's; all of them for a mere name, which may come twice."""
        met: Ways = {}
        opened: set[tuple[str, ...]] = set()
        panel = await self.further(top=True)
        for _ in range(MOST_BRANCHES):
            ways = ways_in(panel.items)
            remember(ways, met)
            if code_of(wanted) and self.fits(wanted, leaves_of(ways)):
                met = ways
                break
            way = next_branch(wanted, ways, opened)
            if way is not None:
                opened.add(way)
                panel = await self.unfolded(panel, ways[way])
            elif panel.more:
                panel = await self.further(top=False)
            else:
                break
        if not met:
            raise self.refusal("nothing_offered")
        found = self.pick(wanted, leaves_of(met))
        return next((item for item in panel.items if item.row == found.row and not item.disabled), found)

    async def unfolded(self, panel: Panel, branch: Item) -> Panel:
        """The tree once a branch of it stands open."""
        if branch.open:
            return panel
        await touch(self._target("sign", branch))
        return await self._settled(unlike=panel.print)

    async def further(self, *, top: bool) -> Panel:
        """One view further down, or back at its top."""
        return panel_from(await self.probe.panel("panelFurther", self.control, top=top))

    # ---- the hand ----

    async def press(self, item: Item, *, take: str = "mark") -> None:
        """Press an entry; its own mark (a radio button), where it has one."""
        if await touch(self._target(take, item)):
            return
        await self.probe.panel("panelSearch", self.control, text=item.text, ms=4 * self._ms)  # back to where it is
        if not await touch(self._target(take, item)):
            await self.probe.panel("panelPress", self.control, text=item.text, place=item.place, take=take)

    def _target(self, take: str, item: Item) -> Target:
        return self.probe.target(self.control, take, text=item.text, place=item.place)

    async def close(self) -> None:
        """See that its list is closed: by itself, by Escape, or by what opened it."""
        if not await self._is_closed(self._ms / 4):
            await self.probe.frame.page.keyboard.press("Escape")
            if not await self._is_closed(self._ms / 4):
                await touch(self.probe.target(self.control, "opener"))
                await self._is_closed(self._ms / 4)

    async def _is_closed(self, ms: float) -> bool:
        closed: bool = await self.probe.panel("panelClosed", self.control, ms=ms)
        return closed

    async def panel(self) -> Panel:
        """The list as it stands."""
        return panel_from(await self.probe.panel("panel", self.control))

    async def _settled(self, unlike: str = "", opens: float | None = None, *, believes: bool = False) -> Panel:
        """The list once it stands still; `believes`: it may say that it has nothing, which ends the wait."""
        asked: dict[str, Any] = {"unlike": unlike, "ms": self._ms, "believes": believes}
        if opens is not None:
            asked["opens"] = min(opens, self._ms)
        return panel_from(await self.probe.panel("panelSettled", self.control, **asked))


async def choose_in_panel(probe: Probe, move: Move, *, seconds: float, where: str) -> None:
    """Choose what a move says in the list, the columns or the tree that its control opens."""
    await Chooser(probe, move, seconds=seconds, where=where).choose()


def _is_open(panel: Panel, level: int, text: str) -> bool:
    return any(item.open for item in panel.items if item.level == level and item.text == text)
