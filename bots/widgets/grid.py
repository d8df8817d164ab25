"""Grids by their headers: rows of {header: text}, all pages, the one row that is meant; never a row by its position."""

import asyncio
import functools
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from bots.errors import GridMissing, PortalTimeout, RowAmbiguous, RowMissing
from bots.terms import Terms
from bots.widgets import scripts
from bots.widgets.hand import Target, click, press_on
from bots.widgets.scope import Spot, answers
from bots.widgets.screen import Screen

Row = dict[str, str]  # header → text; a header is called as the manual calls it, by whichever of its words it stands
Key = Mapping[str, str]  # cells that tell one row from the others: {"计划编号": "3714…"}

NEXT = ("下一页", "下页", "后一页", "后页", "›", "»")
MORE = "更多"  # opens further buttons of a row
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
    def is_headless(self) -> bool:
        """It is empty, and shows not even its headers: what tells it is what stands around it."""
        return not self.heads

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


@dataclass(frozen=True)
class Acts:
    """What can be pressed for one row: buttons of its `own`, those that open `more` of them, those in its `bar`.

    The bar is whatever says the word in the grid's frame or dialog, and stands in no grid.
    """

    own: int = 0
    more: int = 0
    bar: int = 0


class Grid:
    """The grid that has all `headers` and `least` of the `others`, wherever it is, or one that is `alike`.

    Its other columns are called as the manual calls them where they are among the `others`. `adds`: the button above it
    that adds a row, by which a list is known that is empty and has lost its headers; `queried`: together with a field
    to search by one of them.
    """

    def __init__(
        self,
        screen: Screen,
        headers: Sequence[str],
        path: str,
        *,
        others: Sequence[str] = (),
        least: int = 0,
        alike: Likeness | None = None,
        adds: str = "",
        queried: bool = True,
    ) -> None:
        self._screen = screen
        self._adds, self._queried = adds, queried
        self.headers = tuple(headers)
        self._others = tuple(others)
        self._least = least
        self.path = path
        self._alike = alike
        self._last: Spot | None = None
        self._words: tuple[Terms, dict[str, object]] | None = None  # made once for each terms

    async def seen(self) -> Sheet | None:
        """The page in view, or None while there is no such grid; does not wait."""
        return await self._screen.glance(self._seen)

    async def _seen(self, **more: object) -> Sheet | None:
        screen = self._screen
        along = scripts.Along("grid", {**self._meant(), **more}, only=self._last.frame if self._last else None)
        spots = await screen.spots(along)
        if self._last in spots:  # where it was, it mostly still is
            [raw] = await answers(screen.sights, [self._last], along)
            if raw and not raw.get("hollow"):
                return _sheet(self._last, raw)
        found: list[dict[str, Any] | None] = await answers(screen.sights, spots, along)
        hits = [(spot, raw) for spot, raw in zip(spots, found, strict=True) if raw]
        if not hits:
            return None
        spot, raw = max(hits, key=lambda hit: (not hit[1].get("hollow"), len(hit[1]["rows"])))
        if raw.get("hollow") and not screen.traffic.quiet:  # it may say so only until its rows have come
            return None
        self._last = spot
        return _sheet(spot, raw)

    async def is_at(self, spot: Spot) -> bool:
        """Whether the grid is at this very place, also while it is being loaded; does not wait."""
        return await scripts.ask(spot.frame, "grid", self._asked(spot, there=True)) is not None

    async def stands(self) -> bool:
        """Whether the grid is in view, also while it is being loaded; does not wait."""
        spots = await self._screen.glance(self._screen.spots)
        return any(await asyncio.gather(*(self.is_at(spot) for spot in spots)))

    async def page(self, *, seconds: float | None = None) -> Sheet:
        """The page in view, once there is one (within `seconds`); raises GridMissing with the headers in sight."""
        return await self._wait(seconds=seconds)

    async def with_units(self) -> Sheet:
        """The page in view, and what it says of its columns' units; raises GridMissing."""
        return await self._wait(units=True)

    async def _wait(self, *, seconds: float | None = None, **more: object) -> Sheet:
        probe = functools.partial(self._seen, **more)
        try:
            return await self._screen.until(lambda: self._screen.glance(probe), self.missing, seconds=seconds)
        except GridMissing as error:
            error.params["candidates"] = await self._screen.glance(self._heads_in_sight)
            raise

    async def _heads_in_sight(self) -> list[str]:
        spots = await self._screen.spots()
        asked = [scripts.ask(spot.frame, "seen", {"boxed": spot.boxed, "indexes": []}) for spot in spots]
        return [" ".join(heads) for found in await asyncio.gather(*asked) for heads in found["grids"]]

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

    async def turn_to(self, key: Key) -> None:
        """Turn pages until the row with `key` is in view; stays on the last page when there is none."""
        async for sheet in self.pages():
            if any(is_row(row, key) for row in sheet.rows):
                return

    async def change(self, move: Callable[[], Awaitable[None]]) -> Sheet:
        """Make a move that loads the grid anew (a search), and give the page that comes."""
        self._screen.traffic.mark()
        await move()
        await self._screen.settle()
        return await self.page()

    async def tick(self, key: Key) -> None:
        """Tick the one row with `key`, and no other.

        Raises RowMissing, RowAmbiguous, and PortalTimeout where the tick does not hold.
        """

        async def box() -> Target | None:
            sheet = await self._one(key)
            ticked = [row for row, tick in zip(sheet.rows, sheet.ticked, strict=True) if tick]
            done = len(ticked) == 1 and is_row(ticked[0], key)
            return None if done else self._target(sheet.spot, "tick", key)

        async def only_this() -> bool | None:
            now = await self.seen()
            if not now:
                return None
            wanted = [is_row(row, key) for row in now.rows]
            held = all(tick is None or tick == want for tick, want in zip(now.ticked, wanted, strict=True))
            return (held and any(wanted)) or None

        late = PortalTimeout(waiting_for=f"{self.path}: ✓ {told(key)}", seconds=self._screen.terms.wait_seconds)
        await press_on(self._screen, box, lambda: late)
        await self._screen.until(only_this, lambda: late)

    async def untick(self, sheet: Sheet) -> None:
        """Let go of what is ticked before other rows come into view: a grid may keep it, and act on those, too."""
        if any(sheet.ticked):
            await scripts.ask(sheet.spot.frame, "grid", self._asked(sheet.spot, take="untick"))

    async def acts(self, key: Key, word: str) -> Acts:
        """Where something that says `word` can be pressed for that row; does not wait."""
        sheet = await self.seen()
        if sheet is None:
            return Acts()
        link = self._link(sheet.spot, key, word, acts=True)
        found: dict[str, int] | None = await scripts.ask(link.frame, link.script, link.asked)
        return Acts(**found) if found else Acts()

    async def press(self, key: Key, word: str) -> None:
        """Click the link or button `word` in the one row with `key`. Raises RowMissing."""
        await press_on(self._screen, lambda: self.link(key, word), lambda: self._no_row(f"/{word}", key))

    async def link(self, key: Key, *words: str) -> Target:
        """What says one of the words in the one row with `key`. Raises RowMissing, RowAmbiguous."""
        return self._link((await self._one(key)).spot, key, *words)

    async def row(self, key: Key) -> Target:
        """A cell of the one row with `key` that does nothing by itself. Raises RowMissing, RowAmbiguous."""
        return self._target((await self._one(key)).spot, "cell", key)

    async def has(self, key: Key) -> bool:
        """Whether exactly one row of the page in view has the key; does not wait."""
        sheet = await self.seen()
        return sheet is not None and len([row for row in sheet.rows if is_row(row, key)]) == 1

    async def show(self, key: Key) -> None:
        """Bring the row into view, for a picture."""
        sheet = await self._one(key)
        await scripts.show(sheet.spot.frame, "grid", self._target(sheet.spot, "row", key).asked)

    async def _one(self, key: Key) -> Sheet:
        sheet = await self.page()
        count = len([row for row in sheet.rows if is_row(row, key)])
        if count > 1:
            raise RowAmbiguous(where=self.path, key=told(key), count=count)
        if not count:
            raise self._no_row("", key)
        return sheet

    def _no_row(self, what: str, key: Key) -> RowMissing:
        return RowMissing(where=f"{self.path}{what}", key=told(key))

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

    def missing(self) -> GridMissing:
        """That no such grid is in sight."""
        return GridMissing(where=self.path, headers=list(self.headers), candidates=[])

    def _asked(self, spot: Spot, **more: object) -> dict[str, object]:
        return {**self._meant(), "boxed": spot.boxed, **more}

    def _meant(self) -> dict[str, object]:
        """What tells this grid and its parts, in the words of the site."""
        terms = self._screen.terms
        if self._words is None or self._words[0] is not terms:
            self._words = (terms, self._worded(terms))
        return self._words[1]

    def _worded(self, terms: Terms) -> dict[str, object]:
        return {
            "headers": [list(terms.words_for(word)) for word in self.headers],
            "others": [list(terms.words_for(word)) for word in self._others],
            "least": self._least,
            "names": terms.columns(self.path.rpartition("/")[2], (*self.headers, *self._others)),
            "next": [word for name in NEXT for word in terms.words_for(name)],
            "adds": list(terms.words_for(self._adds)) if self._adds else [],
            "queried": self._queried,
            "alike": self._alike and {**asdict(self._alike), "never": list(terms.words_for(self._alike.never))},
        }

    def _link(self, spot: Spot, key: Key, *words: str, acts: bool = False) -> Target:
        said = [each for word in words for each in self._screen.terms.words_for(word)]
        more = list(self._screen.terms.words_for(MORE))
        return self._target(spot, "acts" if acts else "link", key, words=said, more=more)

    def _target(self, spot: Spot, what: str, key: Key | None = None, **more: object) -> Target:
        return Target(spot.frame, "grid", self._asked(spot, take=what, key=dict(key or {}), **more))


def is_row(row: Row, key: Key) -> bool:
    """Whether a row has these cells."""
    return all(row.get(header) == text for header, text in key.items())


def told(key: Key) -> str:
    """A row's key for people: its texts."""
    return " ".join(key.values())


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
