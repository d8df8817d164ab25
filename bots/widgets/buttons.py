"""Buttons by their words: whatever can be pressed and says the word, exactly one of it."""

from collections.abc import Iterable, Sequence
from typing import Any

from playwright.async_api import Error as PlaywrightError

from bots.errors import ButtonMissing, PortalTimeout
from bots.widgets import scripts
from bots.widgets.hand import REACH_MS, TRIES, Target, click, press_on
from bots.widgets.resting import at_rest
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen


async def find(screen: Screen, word: str) -> Target:
    """The one button in scope that says the word or a synonym of it, and can be pressed; waits for it.

    Raises ButtonMissing with what is there, when there is none, or more than one.
    """
    words = list(screen.terms.words_for(word))
    seen: list[str] = []

    async def probe() -> Target | None:
        seen.clear()
        known = await screen.ask("press", {"words": words})
        infos: list[dict[str, Any]] = [info for _, info in known]
        seen.extend(text for info in infos for text in info["seen"])
        ready = _most_trusted(infos)
        if sum(info["ready"] for info in ready) != 1:
            return None
        spot = next(spot for spot, info in known if info is ready[0])
        return Target(spot.frame, "press", {"words": words, "boxed": spot.boxed, "pick": True})

    return await screen.until(probe, lambda: ButtonMissing(where=screen.talk.during, words=words, candidates=seen))


async def _info(spot: Spot, words: list[str]) -> dict[str, Any]:
    info: dict[str, Any] = await scripts.ask(spot.frame, "press", {"words": words, "boxed": spot.boxed})
    return info


async def _infos(screen: Screen, words: list[str]) -> list[dict[str, Any]]:
    return [info for _, info in await screen.ask("press", {"words": words})]


def _most_trusted(infos: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The spots whose button says the most trusted of the words: a 确定 somewhere is no 保存 where there is one."""
    best = min((info["rank"] for info in infos if info["found"]), default=0)
    return [info for info in infos if info["ready"] and info["rank"] == best]


async def there(screen: Screen, word: str) -> bool:
    """Whether the button is in scope now; does not wait."""
    words = list(screen.terms.words_for(word))
    infos = await screen.glance(lambda: _infos(screen, words))
    return [info["ready"] for info in _most_trusted(infos)] == [1]


async def nowhere(screen: Screen, word: str) -> bool:
    """Whether nothing in scope says the word, whether or not it can be pressed; does not wait."""
    infos = await screen.glance(lambda: _infos(screen, list(screen.terms.words_for(word))))
    return not any(info["found"] for info in infos)


async def offered(screen: Screen) -> list[str]:
    """The words of all buttons in scope now; does not wait."""
    infos = await screen.glance(lambda: _infos(screen, []))
    return [text for info in infos for text in info["seen"]]


async def press_any(screen: Screen, words: Iterable[str], spots: Sequence[Spot]) -> bool:
    """Press the first of the words that is there, whichever of its buttons: ways to leave; False when there is none.

    `spots`: what is to be left, as it was seen. What has come into view since is not pressed in its stead.
    """
    for word in words:
        asked: dict[str, Any] = {"words": list(screen.terms.words_for(word)), "pick": True, "lenient": True}
        for spot in spots:
            if await _offers(spot, asked["words"]):
                return await click(screen, Target(spot.frame, "press", {**asked, "boxed": spot.boxed}))
    return False


async def _offers(spot: Spot, words: list[str]) -> bool:
    try:
        return bool((await _info(spot, words))["ready"])
    except PlaywrightError:
        if not spot.frame.is_detached():
            raise
        return False


async def press(screen: Screen, word: str, *, double: bool = False) -> None:
    """Find and click. A click that something covered is made again; a click that was made never is."""
    late = PortalTimeout(waiting_for=f"{screen.talk.during}/{word}", seconds=TRIES * REACH_MS / 1000)
    await at_rest(screen)
    await press_on(screen, lambda: find(screen, word), lambda: late, double=double)
