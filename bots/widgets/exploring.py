"""A list whose menu has words that nobody knows: the entries that come near are tried, and the list itself tells.

An entry of a menu leads to a page and sends nothing; what adds, sends or changes something is never tried.
"""

from __future__ import annotations

import asyncio
import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from bots.widgets import scripts
from bots.widgets.hand import Target, click

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bots.widgets.scope import Spot
    from bots.widgets.screen import Screen

MOST_ENTRIES = 10
SHARE = 0.4  # of the site's wait, for all of it: a person is asked soon
FOLLOWS = 1.5  # seconds, for what an entry opens to come into sight
HEAD = "计划"  # what all of these menus are about
_OTHERS = re.compile(
    "说明|指南|历史|手册|通知|公告|变更|调整|查询|统计|报表|审核|审批|合同|订单|首页|帮助|退出|注销|密码|返回|消息|待办"
    "|^(新增|增加|添加|新建|创建|删除|修改|提交|保存|导|打印|上报|送审|撤|复制|下载|查看|批量|自建|申请|发布)"
)
_NEW, _KNOWN, _ABOUT = 3.0, 2.0, 1.0  # what counts in the order of trying
_LEAST = 0.6


class Explorer:
    """Tries one entry after another; `path`: the words of each level, the list's own last."""

    def __init__(self, screen: Screen, path: Sequence[Sequence[str]], pressed: set[str]) -> None:
        """`pressed`: what has been tried already."""
        self._screen, self._path, self._pressed = screen, path, set(pressed)
        self.way: list[str] = []  # what was pressed, in order

    async def is_inside(self) -> bool:
        """Whether a menu that comes near is in sight, and a way out beside it; does not wait."""
        infos = [info for _, info in await self._infos()]
        entries = {text for info in infos for text in info["others"]}
        return any(info["out"] for info in infos) and any(self._score(entry) > _ABOUT for entry in entries)

    async def find(self, arrived: Callable[[], Awaitable[bool | None]]) -> bool:
        """Press until the list is there; False where no entry is left that may lead to it."""
        before: set[str] = set()
        now = asyncio.get_running_loop().time
        limit = now() + self._screen.terms.wait_seconds * SHARE
        for _ in range(MOST_ENTRIES):
            if now() > limit:
                return False
            spots, entries = await self._entries()
            entry = self._best(entries, before)
            if entry is None:
                return False
            before = set(entries)
            self._pressed.add(entry)
            self.way.append(entry)
            self._screen.trail.event(self._screen.talk.during, "likely", entry=entry)
            await self._press(spots, entry)
            if await self._follows(arrived, before):
                return True
        return False

    def _best(self, entries: Sequence[str], before: set[str]) -> str | None:
        fresh = {entry for entry in entries if before and entry not in before}
        scores = {entry: self._score(entry) + (_NEW if entry in fresh else 0) for entry in entries if self._fits(entry)}
        return max(scores, key=lambda entry: scores[entry], default=None)

    def _fits(self, entry: str) -> bool:
        return entry not in self._pressed and self._score(entry) >= _LEAST

    def _score(self, entry: str) -> float:
        known = next((level for level, words in enumerate(self._path) if entry in words), None)
        if known is not None:
            return _KNOWN + known
        if _OTHERS.search(entry):
            return 0.0
        near = max(SequenceMatcher(None, entry, word).ratio() for words in self._path for word in words)
        return near + (_ABOUT if HEAD in entry else 0.0)

    async def _entries(self) -> tuple[list[Spot], list[str]]:
        pairs = await self._infos()
        return [spot for spot, _ in pairs], list(dict.fromkeys(text for _, info in pairs for text in info["others"]))

    async def _infos(self) -> list[tuple[Spot, dict[str, Any]]]:
        spots = await self._screen.spots()
        asked = {"path": [list(words) for words in self._path], "all": True}
        infos = await asyncio.gather(
            *(scripts.ask(spot.frame, "menu", {**asked, "boxed": spot.boxed}) for spot in spots)
        )
        return list(zip(spots, infos, strict=True))

    async def _press(self, spots: Sequence[Spot], entry: str) -> None:
        for spot in spots:
            target = Target(spot.frame, "menu", {"path": [[entry], []], "boxed": spot.boxed, "level": 0})
            if await scripts.ask(spot.frame, "menu", target.asked) and await click(self._screen, target):
                return

    async def _follows(self, arrived: Callable[[], Awaitable[bool | None]], before: set[str]) -> bool:
        """Whether the list comes; over as soon as other entries have, or nothing has for a while."""
        now = asyncio.get_running_loop().time
        limit = now() + self._screen.terms.wait_seconds
        quiet_since = now()
        while now() < limit:
            if await arrived():
                return True
            if set((await self._screen.glance(self._entries))[1]) - before:
                break
            if not self._screen.traffic.quiet:
                quiet_since = now()
            elif now() - quiet_since > FOLLOWS:
                break
            await self._screen.moved()
        await self._screen.moved()
        return bool(await arrived())
