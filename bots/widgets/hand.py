"""A hand on the mouse: presses what a script finds, and never what has slipped in between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from playwright.async_api import ElementHandle, Frame
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

from bots.browser.translate import kind_of, translate
from bots.widgets import scripts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bots.errors import BotError
    from bots.widgets.screen import Screen

Button = Literal["left", "right"]
PRESSED = "performing click action"  # in Playwright's log once the mouse has gone down
MISSES = 3
TRIES = 5
REACH_MS = 2500  # for something to move out of the way; then the page is looked at again


@dataclass(frozen=True)
class Target:
    """An element, by the question that finds it: it never leaves its page."""

    frame: Frame
    script: str
    asked: dict[str, object]


async def hover(target: Target) -> bool:
    """Lay the pointer on it without a press; False when it could not be reached."""
    point = await scripts.reach(target.frame, target.script, target.asked, ms=REACH_MS)
    if point is None or "x" not in point:
        return False
    await target.frame.page.mouse.move(point["x"], point["y"])
    await scripts.landed(target.frame)
    return True


async def click(
    screen: Screen, target: Target | ElementHandle, *, double: bool = False, button: Button = "left"
) -> bool:
    """Click as a hand would; False when it could not be reached, and was not clicked.

    A press that met something else (the page moved under the hand) was swallowed, and is made again.
    """
    try:
        if isinstance(target, ElementHandle):
            return await _click_element(target, double=double)
        return await _press(target, double=double, button=button)
    except _Interrupted as interrupted:  # what was pressed may take its own window away
        error = interrupted.error
        if screen.page.is_closed():
            raise translate(error, during=screen.talk.during, wrote=screen.traffic.posted > 0) from error
        # the word in another window is another button
        return interrupted.pressed or kind_of(error) == "gone" or bool(screen.traffic.sent or screen.talk.said)


async def press_on(
    screen: Screen,
    aim: Callable[[], Awaitable[Target | None]],
    missing: Callable[[], BotError],
    *,
    double: bool = False,
) -> None:
    """Click what `aim` finds; what something covered is pressed again, what was pressed never is.

    Nothing is pressed where `aim` gives None: it is so already. Raises `missing()` when it stays covered.
    """
    for _ in range(TRIES):
        target = await aim()
        if target is None or await click(screen, target, double=double):
            return
    raise missing()


async def touch(target: Target, *, double: bool = False) -> bool:
    """The same inside a form, which belongs to no window of an account; Playwright's errors pass through."""
    try:
        return await _press(target, double=double)
    except _Interrupted as interrupted:
        raise interrupted.error from None


async def _press(target: Target, *, double: bool, button: Button = "left") -> bool:
    for _ in range(MISSES):
        try:
            point = await scripts.reach(target.frame, target.script, target.asked, ms=REACH_MS)
        except PlaywrightError:
            if not target.frame.is_detached():
                raise
            return False  # its window has just closed by itself, before any press
        if point is None or "covered" in point:
            return False
        if "foreign" in point:  # inside a frame of another site, which cannot say where it stands
            element = await scripts.element(target.frame, target.script, target.asked)
            return element is not None and await _click_element(element, double=double)
        mouse = target.frame.page.mouse
        try:
            await (mouse.dblclick if double else mouse.click)(point["x"], point["y"], button=button)
        except PlaywrightError as error:
            raise _Interrupted(error, pressed=True) from error
        if await scripts.landed(target.frame):
            return True
    return False


class _Interrupted(Exception):
    """A press that the browser broke off; it may have been made."""

    def __init__(self, error: PlaywrightError, *, pressed: bool) -> None:
        super().__init__(str(error))
        self.error, self.pressed = error, pressed


async def _click_element(element: ElementHandle, *, double: bool) -> bool:
    try:
        await (element.dblclick if double else element.click)(timeout=REACH_MS, no_wait_after=True)
    except PlaywrightTimeoutError as error:
        return PRESSED in str(error)
    except PlaywrightError as error:
        raise _Interrupted(error, pressed=PRESSED in str(error)) from error
    return True
