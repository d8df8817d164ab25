"""Grids by their headers: rows of {header: text}, all pages, the one row that is meant; never a row by its position."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from bots.errors import GridMissing, PortalTimeout, RowAmbiguous, RowMissing
from bots.widgets import scripts
from bots.widgets.hand import Target, click, press_on
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen

Row = dict[str, str]  # header → text; a header is called as the manual calls it, where the site's synonyms say so

NEXT = ("下一页", "下页", "后一页", "后页", "›", "»")
MOST_PAGES = 500


@dataclass(frozen=True)
class Sheet:
    """One page of a grid as it is in view."""

    spot: Spot
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    summary: tuple[Row, ...]  # 合计, 总计, 本页小计
    ticked: tuple[bool | None, ...]  # by row; None where there is nothing to tick
    at: int | None
    pages: int | None
    total: int | None
    next: bool
    captions: Mapping[str, Sequence[str]] = field(default_factory=dict)  # what stands over a column, the nearest first
    stated: str = ""  # the unit that a text beside the grid gives for all of it: 万元

    @property
    def is_counted(self) -> bool:
        """The grid says which page of how many this is."""
        return self.at is not None and self.pages is not None

    @property
    def is_last(self) -> bool:
        """Nothing comes after it, by its own words or, where it has none, as far as one can see."""
        if self.at is not None and self.pages is not None:
            return self.at >= self.pages
        return not self.next


@dataclass(frozen=True)
class Likeness:
    """What grids are alike in whose headers nobody can know: one column for the time, `least` that tell of something.

    `time` and `telling` are patterns of a header. One with a header `never` is another grid.
    """

    time: str
    telling: str
    least: int
    never: str


class Grid:
    """The grid whose headers are `headers`, wherever in the window it is, or one that is `alike`."""

    def __init__(self, screen: Screen, headers: Sequence[str], path: str, *, alike: Likeness | None = None) -> None:
        self._screen = screen
        self._headers = list(headers)
        self.path = path
        self._alike = alike
        self._last: Spot | None = None

    async def seen(self) -> Sheet | None:
        """The page in view, or None while there is no such grid; does not wait."""
        return await self._screen.glance(self._seen)

    async def _seen(self, **more: object) -> Sheet | None:
        spots = await self._screen.spots()
        if self._last in spots and (raw := await self._run(self._last, **more)):  # where it was, it mostly still is
            return _sheet(self._last, raw)
        found: list[dict[str, Any] | None] = await asyncio.gather(*(self._run(spot, **more) for spot in spots))
        hits = [(spot, raw) for spot, raw in zip(spots, found, strict=True) if raw]
        if not hits:
            return None
        self._last, raw = max(hits, key=lambda hit: len(hit[1]["rows"]))
        return _sheet(self._last, raw)

    async def is_at(self, spot: Spot) -> bool:
        """Whether the grid is at this very place, also while it is being loaded; does not wait."""
        return await scripts.ask(spot.frame, "grid", self._asked(spot, there=True)) is not None

    async def page(self) -> Sheet:
        """The page in view, once there is one; raises GridMissing."""
        return await self._screen.until(self.seen, self._missing)

    async def with_units(self) -> Sheet:
        """The page in view, and what it says of its columns' units; raises GridMissing."""
        return await self._screen.until(lambda: self._screen.glance(lambda: self._seen(units=True)), self._missing)

    async def pages(self) -> AsyncIterator[Sheet]:
        """This page and all that follow, each in view while it is given.

        Whoever gets one may leave it (for the log of a row): it is turned to again before the next one.
        """
        sheet = await self.page()
        known = {_print(sheet)}
        yield sheet
        for _ in range(MOST_PAGES):
            sheet = await self._back_to(sheet)
            following = None if sheet.is_last else await self._turn(sheet)
            if not following or _print(following) in known:
                return
            sheet = following
            known.add(_print(sheet))
            yield sheet

    async def all_rows(self) -> list[Row]:
        """The rows of this page and of all that follow, in the portal's order, without its sums."""
        return [row async for sheet in self.pages() for row in sheet.rows]

    async def turn_to(self, header: str, key: str) -> None:
        """Turn pages until the row with `key` is in view; stays on the last page when there is none."""
        async for sheet in self.pages():
            if any(row.get(header) == key for row in sheet.rows):
                return

    async def change(self, move: Callable[[], Awaitable[None]]) -> Sheet:
        """Make a move that loads the grid anew (a search), and give the page that comes."""
        self._screen.traffic.mark()
        await move()
        await self._screen.settle()
        return await self.page()

    async def tick(self, header: str, key: str) -> None:
        """Tick the one row whose cell under `header` is `key`, and no other.

        Raises RowMissing, RowAmbiguous, and PortalTimeout where the tick does not hold.
        """

        async def box() -> Target | None:
            sheet = await self._one(header, key)
            ticked = [row.get(header) for row, tick in zip(sheet.rows, sheet.ticked, strict=True) if tick]
            return None if ticked == [key] else self._target(sheet.spot, "tick", header, key)

        async def only_this() -> bool | None:
            now = await self.seen()
            if not now:
                return None
            wanted = [row.get(header) == key for row in now.rows]
            held = all(tick is None or tick == want for tick, want in zip(now.ticked, wanted, strict=True))
            return (held and any(wanted)) or None

        late = PortalTimeout(waiting_for=f"{self.path}: ✓ {key}", seconds=self._screen.terms.wait_seconds)
        await press_on(self._screen, box, lambda: late)
        await self._screen.until(only_this, lambda: late)

    async def untick(self, sheet: Sheet) -> None:
        """Let go of what is ticked before other rows come into view: a grid may keep it, and act on those, too."""
        if any(sheet.ticked):
            await scripts.ask(sheet.spot.frame, "grid", self._asked(sheet.spot, take="untick"))

    async def offers(self, header: str, key: str, word: str) -> bool:
        """Whether that row has a link or button `word` of its own; does not wait."""
        sheet = await self.seen()
        if sheet is None:
            return False
        link = self._link(sheet.spot, header, key, word)
        return bool(await scripts.ask(link.frame, link.script, link.asked))

    async def press(self, header: str, key: str, word: str) -> None:
        """Click the link or button `word` in the one row whose cell under `header` is `key`. Raises RowMissing."""

        async def link() -> Target:
            return self._link((await self._one(header, key)).spot, header, key, word)

        await press_on(self._screen, link, lambda: RowMissing(where=f"{self.path}/{word}", key=key))

    async def has(self, header: str, key: str) -> bool:
        """Whether exactly one row of the page in view has the key; does not wait."""
        sheet = await self.seen()
        return sheet is not None and len([row for row in sheet.rows if row.get(header) == key]) == 1

    async def show(self, header: str, key: str) -> None:
        """Bring the row into view, for a picture."""
        sheet = await self._one(header, key)
        await scripts.show(sheet.spot.frame, "grid", self._target(sheet.spot, "row", header, key).asked)

    async def _one(self, header: str, key: str) -> Sheet:
        sheet = await self.page()
        count = len([row for row in sheet.rows if row.get(header) == key])
        if count > 1:
            raise RowAmbiguous(where=self.path, key=key, count=count)
        if not count:
            raise RowMissing(where=self.path, key=key)
        return sheet

    async def _back_to(self, sheet: Sheet) -> Sheet:
        """The page that was in view; a list may begin again at its first one when it was left."""
        now = await self.page()
        for _ in range(MOST_PAGES):
            if _print(now) == _print(sheet):
                return now
            following = await self._turn(now)
            if following is None:
                break
            now = following
        raise PortalTimeout(waiting_for=f"{self.path}/{sheet.at or ''}", seconds=self._screen.terms.wait_seconds)

    async def _turn(self, sheet: Sheet) -> Sheet | None:
        """Turn the page; None when the button does not lead anywhere and the grid does not say that it should."""
        await self._screen.begin(f"{self.path}/下一页", "click")
        if not sheet.next:  # it says that there are more: what is not in sight is not taken for not being there
            sheet = await self._screen.until(self._turnable, self._stuck)
        await self.untick(sheet)
        if not await click(self._screen, self._target(sheet.spot, "next")):
            return None
        before = _print(sheet)

        async def other() -> Sheet | None:
            now = await self.seen()
            if now and _print(now) == before and now.at != sheet.at:  # its number often comes before its rows
                await self._screen.settle()
                return await self.seen()
            return now if now and _print(now) != before else None

        try:
            return await self._screen.until(other, self._stuck)
        except PortalTimeout:
            if sheet.is_counted or self._screen.traffic.unanswered:
                raise
            return None

    async def _turnable(self) -> Sheet | None:
        sheet = await self.seen()
        return sheet if sheet and sheet.next else None

    def _stuck(self) -> PortalTimeout:
        return PortalTimeout(waiting_for=f"{self.path}/下一页", seconds=self._screen.terms.wait_seconds)

    def _missing(self) -> GridMissing:
        return GridMissing(where=self.path, headers=self._headers)

    def _asked(self, spot: Spot, **more: object) -> dict[str, object]:
        terms = self._screen.terms
        return {
            "headers": [list(terms.words_for(word)) for word in self._headers],
            "boxed": spot.boxed,
            "names": terms.columns(self.path.rpartition("/")[2], tuple(self._headers)),
            "next": [word for name in NEXT for word in terms.words_for(name)],
            "alike": self._alike and {**asdict(self._alike), "never": list(terms.words_for(self._alike.never))},
            **more,
        }

    async def _run(self, spot: Spot, **more: object) -> dict[str, Any] | None:
        raw: dict[str, Any] | None = await scripts.ask(spot.frame, "grid", self._asked(spot, **more))
        return raw

    def _link(self, spot: Spot, header: str, key: str, word: str) -> Target:
        return self._target(spot, "link", header, key, words=list(self._screen.terms.words_for(word)))

    def _target(self, spot: Spot, what: str, header: str = "", key: str = "", **more: object) -> Target:
        asked = self._asked(spot, take=what, key={header: key} if header else {}, **more)
        return Target(spot.frame, "grid", asked)


def _sheet(spot: Spot, raw: Mapping[str, Any]) -> Sheet:
    rows = raw["rows"]
    data = [row for row in rows if not row["summary"]]
    return Sheet(
        spot,
        tuple(raw["heads"]),
        tuple(row["cells"] for row in data),
        tuple(row["cells"] for row in rows if row["summary"]),
        tuple(row["ticked"] for row in data),
        raw["at"],
        raw["pages"],
        raw["total"],
        raw["next"],
        raw.get("captions", {}),
        raw.get("stated", ""),
    )


def _print(sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.values()) for row in sheet.rows)
