"""From a portal's front page to the form that asks for a password, by whatever leads there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bots.errors import BotError, ButtonMissing, PortalTimeout
from bots.widgets.hand import Target, hover, press_on

if TYPE_CHECKING:
    from playwright.async_api import Frame

    from bots.widgets.scope import Spot
    from bots.widgets.screen import Screen

DRAWN_SECONDS = 0.5
MOST_STEPS = 4  # a menu that opens under the hand, the link in it, who is logging in, by which means
LIKELY = -1  # in the place of a word's
USUAL_LOGIN = "账号登录"  # of several ways to log in the one that this program can go


@dataclass(frozen=True)
class _Way:
    """What to press next (`hovers`: only to move the mouse over it), and which of the words it answers to."""

    target: Target
    at: int
    hovers: bool = False


class WayIn:
    """`link`: the concept on the front page; `role`: who is logging in, where a page of its own asks for that."""

    def __init__(self, screen: Screen, link: str, *, where: str) -> None:
        self._screen, self._link, self._where = screen, link, where
        self._pressed: list[tuple[str, int]] = []  # the page's address, and the word that was pressed there
        self._hovered: set[int] = set()
        self._seen: list[str] = []
        self._words = list(
            dict.fromkeys((*screen.terms.words_for(link), *screen.terms.words_for(USUAL_LOGIN)))
        )  # only ever added to

    async def to_form(self, role: str) -> Frame:
        """Press what leads there. Raises ButtonMissing with what is there instead, PortalDown, PortalTimeout."""
        screen = self._screen
        for step in range(MOST_STEPS):
            if step:
                self._words += [word for word in screen.terms.words_for(role) if word not in self._words]
            found: Frame | _Way = await screen.until(self._form_or_way, self._missing)
            if not isinstance(found, _Way):
                return found
            await self._go(found)
        return await screen.until(self.form, self._missing)

    async def form(self) -> Frame | None:
        """The frame that asks for a password."""
        await self._screen.spots()
        return next((sight.frame for sight in self._screen.sights if sight.login), None)

    async def is_offered(self) -> bool:
        """Whether the page shows a way to log in: nobody is."""
        infos = await self._screen.glance(self._infos)
        return any(info["at"] >= 0 for _, info in infos)

    async def _form_or_way(self) -> Frame | _Way | None:
        if form := await self.form():
            return form
        if self._pressed and not self._screen.traffic.quiet_for(DRAWN_SECONDS):
            return None  # the form may still be drawn: its button may stand there before its fields
        return await self._way()

    async def _way(self) -> _Way | None:
        infos = await self._infos()
        self._seen[:] = [text for _, info in infos for text in info["seen"]]
        ready = [(info["at"], spot) for spot, info in infos if info["at"] >= 0 and not info["several"]]
        if ready:
            at, spot = min(ready, key=lambda pair: pair[0])
            return _Way(self._target(spot, "way"), at)
        hidden = [(info["hidden"], spot) for spot, info in infos if info["hidden"] >= 0]
        if hidden and self._screen.traffic.quiet:
            at, spot = min(hidden, key=lambda pair: pair[0])
            if at not in self._hovered:
                return _Way(self._target(spot, "holder"), at, hovers=True)
        return self._likely([spot for spot, info in infos if info["likely"]])

    def _likely(self, spots: list[Spot]) -> _Way | None:
        """The one entry that speaks of logging in, in words that nobody knows, once the page stands still."""
        if len(spots) != 1 or LIKELY in self._here() or not self._screen.traffic.quiet_for(DRAWN_SECONDS):
            return None
        return _Way(self._target(spots[0], "likely"), LIKELY)

    async def _go(self, way: _Way) -> None:
        screen = self._screen
        if way.hovers:
            self._hovered.add(way.at)
            await hover(way.target)
            await screen.moved()
            return
        self._pressed.append((screen.top.url, way.at))

        async def aim() -> Target | None:
            return way.target

        late = PortalTimeout(waiting_for=self._where, seconds=screen.terms.wait_seconds)
        await press_on(screen, aim, lambda: late)

    async def _infos(self) -> list[tuple[Spot, dict[str, Any]]]:
        asked = {"take": "ways", "words": self._words, "pressed": self._here()}
        return await self._screen.ask("signin", asked)

    def _target(self, spot: Spot, take: str) -> Target:
        return Target(spot.frame, "signin", {"take": take, "words": list(self._words), "pressed": self._here()})

    def _here(self) -> list[int]:
        """The words that were pressed on this very page already: once is enough."""
        return [at for url, at in self._pressed if url == self._screen.top.url]

    def _missing(self) -> BotError:
        screen = self._screen
        if not self._seen:  # a page without anything to press is none yet
            return PortalTimeout(waiting_for=self._where, seconds=screen.terms.wait_seconds)
        return ButtonMissing(where=self._where, words=self._words, candidates=self._seen)
