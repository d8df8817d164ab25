"""Two lists with buttons between them (穿梭框): who is wanted stands in the right one afterwards, and nobody else."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from playwright.async_api import ElementHandle

from bots.errors import BotError
from bots.widgets import scripts
from bots.widgets.aside import Aside
from bots.widgets.hand import Target, press_on
from bots.widgets.options import choose
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen

Side = Literal["left", "right"]
Button = Literal["add", "remove"]


@dataclass(frozen=True)
class _View:
    """Both lists as they stand: text → whether it is ticked; and which buttons would move anything."""

    spot: Spot
    left: dict[str, bool]
    right: dict[str, bool]
    live: tuple[Button, ...]


class Transfer:
    """Chooses from the left list, for the field at `path`."""

    def __init__(self, screen: Screen, path: str) -> None:
        self._screen = screen
        self._path = path
        self._aside = Aside(screen, path)

    async def choose(self, opener: ElementHandle, names: Sequence[str]) -> None:
        """Click `opener`, make the right list hold these names, confirm.

        Raises OptionNotOffered with all who stand in the lists, FieldAmbiguous where two bear the name.
        """
        await self._aside.open(opener)
        try:
            await self._set(names)
        except BotError:
            await self._aside.leave()
            raise
        await self._aside.confirm()

    async def _set(self, names: Sequence[str]) -> None:
        view = await self._seen()
        everybody = [*view.left, *view.right]
        wanted = {everybody[choose(name, everybody, label=self._label, where=self._path)] for name in names}
        await self._move("left", wanted & set(view.left), "add")
        await self._move("right", set(view.right) - wanted, "remove")

    @property
    def _label(self) -> str:
        return self._path.rsplit("/", 1)[-1]

    async def _move(self, side: Side, texts: set[str], button: Button) -> None:
        """Tick these of a list and no others, press the button between the lists, and see that they have gone over."""
        if not texts:
            return
        for text, on in getattr(await self._seen(), side).items():
            if on != (text in texts):
                await self._tick(side, text, on=not on)

        async def ready() -> _View | None:
            now = await self._view()
            if not now or button not in now.live:  # a page may wake its buttons up a moment after the tick
                return None
            return now if {text for text, on in getattr(now, side).items() if on} == texts else None

        async def gone() -> bool | None:
            now = await self._view()
            return (now and not texts & set(getattr(now, side))) or None

        async def between() -> Target:
            return self._target((await self._screen.until(ready, self._aside.missing)).spot, button)

        await press_on(self._screen, between, self._aside.missing)
        await self._screen.until(gone, self._aside.missing)

    async def _tick(self, side: Side, text: str, *, on: bool) -> None:
        async def box() -> Target | None:
            view = await self._seen()
            if getattr(view, side).get(text) is on:  # the options of a long list: their script ticks, and no mouse
                return None
            return self._target(view.spot, side, text=text)

        await press_on(self._screen, box, self._aside.missing)

    async def _seen(self) -> _View:
        return await self._screen.until(self._view, self._aside.missing)

    async def _view(self) -> _View | None:
        spots = await self._screen.spots()
        asked = [scripts.ask(spot.frame, "transfer", {"boxed": spot.boxed}) for spot in spots]
        infos: list[dict[str, Any] | None] = await asyncio.gather(*asked)
        found = [(spot, info) for spot, info in zip(spots, infos, strict=True) if info]
        if not found:
            return None
        spot, info = found[0]
        left, right = ({item["text"]: item["on"] for item in info[side]} for side in ("left", "right"))
        return _View(spot, left, right, tuple(info["live"]))

    def _target(self, spot: Spot, take: Side | Button, text: str = "") -> Target:
        return Target(spot.frame, "transfer", {"boxed": spot.boxed, "take": take, "text": text})
