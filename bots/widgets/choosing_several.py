"""Setting a list of several values exactly: what is missing is added, what is too much removed; or left as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import Error

from bots.errors import BotError
from bots.widgets.choosing import Chooser
from bots.widgets.hand import touch
from bots.widgets.several import parts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bots.widgets.fill import Move
    from bots.widgets.inventory import Probe
    from bots.widgets.panels import Item

CHANGES_MS = 2000  # for a pressed entry to show that it is chosen, or no more
SECOND_THOUGHT_MS = 250  # for a page to take back what goes beyond its limit


class SeveralChooser(Chooser):
    """Several choices in one control."""

    async def choose(self) -> None:
        """Choose exactly the values of the move; raises what Chooser.choose does, before anything was changed.

        FieldNotAccepted with `takes_several`: several paths of columns; with `does_not_hold`: the page did not take one
        of them, and what stood there was put back.
        """
        if self.control.kind == "cascader":
            raise self.refusal("takes_several")
        panel = await self.opened()
        try:
            parts = parts_of(self.move.text, lambda text: self.fits(text, panel.usable))
            wanted = [await self.find(panel, part) for part in parts]
            before = await self._chosen()
            if not await self._was_set(before, wanted):
                await self._put_back(before)
                raise self.refusal("does_not_hold")
        finally:
            await self._forget_search()
            await self.close()

    async def _was_set(self, before: Sequence[str], wanted: Sequence[Item]) -> bool:
        try:
            return await self._set(before, wanted)
        except BotError:  # what was offered a moment ago is not any more: a limit is reached
            return False

    async def _set(self, before: Sequence[str], wanted: Sequence[Item]) -> bool:
        for text in before:
            if not _among(text, wanted) and not await self._drop(text):
                return False
        for item in wanted:
            if not any(text in item.row for text in before) and not await self._toggle(item.text):
                return False
        now = await self._chosen()
        if await self._changed(now, ms=SECOND_THOUGHT_MS):
            now = await self._chosen()
        return len(now) == len(wanted) and all(_among(text, wanted) for text in now)

    async def _drop(self, text: str) -> bool:
        """Take one value away: by the cross of its tag, or by pressing its entry again."""
        before = await self._chosen()
        if await touch(self.probe.target(self.control, "tag", text=text)):
            return await self._changed(before)
        return await self._toggle(text)

    async def _toggle(self, text: str) -> bool:
        before = await self._chosen()
        await self.press(await self.find(await self.opened(), text))
        return await self._changed(before)

    async def _put_back(self, before: Sequence[str]) -> None:
        """As far as that goes: the page has just shown that it does not do what is pressed."""
        try:
            for text in await self._chosen():
                if text not in before:
                    await self._drop(text)
            now = await self._chosen()
            for text in before:
                if text not in now:
                    await self._toggle(text)
        except (BotError, Error):
            return

    async def _chosen(self) -> list[str]:
        chosen: list[str] = await self.probe.panel("panelChosen", self.control)
        return chosen

    async def _changed(self, before: Sequence[str], ms: float = CHANGES_MS) -> bool:
        changed: bool = await self.probe.panel("panelChanged", self.control, before=before, ms=ms)
        return changed


def _among(text: str, items: Sequence[Item]) -> bool:
    return any(text in item.row for item in items)


async def choose_several(probe: Probe, move: Move, *, seconds: float, where: str) -> None:
    """Choose exactly what a move says in a list of several."""
    await SeveralChooser(probe, move, seconds=seconds, where=where).choose()
