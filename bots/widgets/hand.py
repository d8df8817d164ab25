"""A hand on the mouse: presses what a script finds, and never what has slipped in between."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.async_api import ElementHandle, Frame
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

from bots.browser.translate import kind_of, translate
from bots.errors import BotError
from bots.widgets import scripts

if TYPE_CHECKING:
    from bots.widgets.screen import Screen

PRESSED = "performing click action"  # in Playwright's log once the mouse has gone down
MISSES = 3
REACH_MS = 2500  # for something to move out of the way; then the page is looked at again


@dataclass(frozen=True)
class Target:
    """An element, by the question that finds it: it never leaves its page."""

    frame: Frame
    script: str
    asked: dict[str, object]


async def click(screen: Screen, target: Target | ElementHandle, *, double: bool = False) -> bool:
    """Click as a hand would; False when it could not be reached, and was not clicked.

    A press that met something else (the page moved under the hand) was swallowed, and is made again.
    """
    if isinstance(target, ElementHandle):
        return await _click_element(screen, target, double=double)
    for _ in range(MISSES):
        hit = await _press(screen, target, double=double)
        if hit is not None:
            return hit
    return False


async def _press(screen: Screen, target: Target, *, double: bool) -> bool | None:
    """One press; None when it went beside its target, False when there was none."""
    point = await _reach(screen, target)
    if point is None:
        return False
    if "foreign" in point:  # inside a frame of another site, which cannot say where it stands
        element = await scripts.element(target.frame, target.script, target.asked)
        return element is not None and await _click_element(screen, element, double=double)
    mouse = target.frame.page.mouse
    try:
        await (mouse.dblclick if double else mouse.click)(point["x"], point["y"])
    except PlaywrightError as error:  # what was pressed may take its own window away
        if screen.page.is_closed():
            raise _ours(screen, error) from error
        return True
    return await scripts.landed(target.frame) or None


async def _reach(screen: Screen, target: Target) -> dict[str, float] | None:
    """Where it can be pressed; None when it is not there, or stays covered."""
    now = asyncio.get_running_loop().time
    deadline = now() + REACH_MS / 1000
    while True:
        point = await scripts.reach(target.frame, target.script, target.asked)
        if point is None or "covered" not in point:
            return point
        if now() > deadline:
            return None
        await screen.moved()


async def _click_element(screen: Screen, element: ElementHandle, *, double: bool) -> bool:
    try:
        await (element.dblclick if double else element.click)(timeout=REACH_MS, no_wait_after=True)
    except PlaywrightTimeoutError as error:
        return PRESSED in str(error)
    except PlaywrightError as error:
        if screen.page.is_closed():
            raise _ours(screen, error) from error
        # the word in another window is another button
        return PRESSED in str(error) or kind_of(error) == "gone" or bool(screen.traffic.sent or screen.talk.said)
    return True


def _ours(screen: Screen, error: PlaywrightError) -> BotError:
    return translate(error, during=screen.talk.during, wrote=screen.traffic.posted > 0)
