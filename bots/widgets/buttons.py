"""Buttons by their words: whatever can be pressed and says the word, exactly one of it."""

import asyncio
from collections.abc import Iterable
from typing import Any

from playwright.async_api import ElementHandle
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

from bots.browser.translate import kind_of, translate
from bots.errors import BotError, ButtonMissing, PortalTimeout
from bots.widgets import scripts
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen

PRESSED = "performing click action"  # in Playwright's log once the mouse has gone down
REACH_MS = 2500  # for something to move out of the way; then the page is looked at again
TRIES = 5


async def find(screen: Screen, word: str) -> ElementHandle:
    """The one button in scope that says the word or a synonym of it, and can be pressed; waits for it.

    Raises ButtonMissing with what is there, when there is none, or more than one.
    """
    words = list(screen.terms.words_for(word))
    seen: list[str] = []

    async def probe() -> ElementHandle | None:
        seen.clear()
        spots = await screen.spots()
        infos: list[dict[str, Any]] = await asyncio.gather(*(_info(spot, words) for spot in spots))
        seen.extend(text for info in infos for text in info["seen"])
        if sum(info["ready"] for info in infos) != 1:
            return None
        spot = next(spot for spot, info in zip(spots, infos, strict=True) if info["ready"])
        asked = {"words": words, "boxed": spot.boxed, "pick": True}
        return (await spot.frame.evaluate_handle(scripts.script("press"), asked)).as_element()

    return await screen.until(probe, lambda: ButtonMissing(where=screen.talk.during, words=words, candidates=seen))


async def _info(spot: Spot, words: list[str]) -> dict[str, Any]:
    info: dict[str, Any] = await scripts.ask(spot.frame, "press", {"words": words, "boxed": spot.boxed})
    return info


async def there(screen: Screen, word: str) -> bool:
    """Whether the button is in scope now; does not wait."""
    words = list(screen.terms.words_for(word))
    infos = await asyncio.gather(*(_info(spot, words) for spot in await screen.spots()))
    return [info["ready"] for info in infos if info["ready"]] == [1]


async def press_any(screen: Screen, words: Iterable[str]) -> bool:
    """Press the first of the words that is there, whichever of its buttons: ways to leave; False when there is none."""
    for word in words:
        for spot in await screen.spots():
            asked = {"words": list(screen.terms.words_for(word)), "boxed": spot.boxed, "pick": True, "lenient": True}
            target = (await spot.frame.evaluate_handle(scripts.script("press"), asked)).as_element()
            if target:
                return await click(screen, target)
    return False


async def press(screen: Screen, word: str, *, double: bool = False) -> None:
    """Find and click. A click that something covered is made again; a click that was made never is."""
    for _ in range(TRIES):
        target = await find(screen, word)
        if await click(screen, target, double=double):
            return
    raise PortalTimeout(waiting_for=f"{screen.talk.during}/{word}", seconds=TRIES * REACH_MS / 1000)


async def click(screen: Screen, target: ElementHandle, *, double: bool = False) -> bool:
    """Click an element as a hand would; False when it could not be reached, and was not clicked."""
    try:
        await (target.dblclick if double else target.click)(timeout=REACH_MS, no_wait_after=True)
    except PlaywrightTimeoutError as error:
        return PRESSED in str(error)
    except PlaywrightError as error:
        if screen.page.is_closed():
            raise _ours(screen, error) from error
        # what was pressed may take its own window away; the word in another window is another button
        return PRESSED in str(error) or kind_of(error) == "gone" or bool(screen.traffic.sent or screen.talk.said)
    return True


def _ours(screen: Screen, error: PlaywrightError) -> BotError:
    return translate(error, during=screen.talk.during, wrote=screen.traffic.posted > 0)
