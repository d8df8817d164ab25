"""What is done to one row of a list, wherever a portal puts it.

In the row itself; above the list, once the row is ticked or selected; behind 更多 of the row or of the bar; in the menu
of a right click; behind the row's number, on the page that it leads to.
"""

import functools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bots.errors import ButtonMissing
from bots.widgets import scripts
from bots.widgets.buttons import nowhere, offered, press
from bots.widgets.grid import MORE, Grid, Key, told
from bots.widgets.hand import Target, click, hover, press_on
from bots.widgets.screen import Screen

Act = Callable[[], Awaitable[None]]
PRESS_NOTHING = """() => ["mousedown", "mouseup", "click"].forEach(
  kind => document.body.dispatchEvent(new MouseEvent(kind, { bubbles: true })))"""  # a menu shuts, nothing else hears
OPENS_SECONDS = 1.0  # for a list of further buttons to come into sight


async def aimed(screen: Screen, grid: Grid, key: Key, word: str, *, number: str = "") -> Act:
    """Get ready to do `word` to the row with `key`; gives the press that does it.

    `number`: the row's own number, which may lead to a page with buttons. What is ticked is put down as such.
    Raises RowMissing, RowAmbiguous, ButtonMissing.
    """
    acts = await grid.acts(key, word)
    if acts.own:
        return lambda: grid.press(key, word)
    if acts.more and (item := await _behind(screen, lambda: grid.link(key, MORE), word)):
        return functools.partial(item.press, screen)
    elsewhere = acts.bar or not await nowhere(screen, word)
    await screen.begin(f"{grid.path}/选择", "tick", number=told(key))
    await grid.tick(key)
    if elsewhere or await _appears(screen, word):
        return lambda: press(screen, word)
    if item := await _behind_bar(screen, grid, word) or await _in_context_menu(screen, grid, key, word):
        return functools.partial(item.press, screen)
    if number and (await grid.acts(key, number)).own:
        await grid.press(key, number)
        return lambda: press(screen, word)
    words = list(screen.terms.words_for(word))
    raise ButtonMissing(where=f"{grid.path}/{word}", words=words, candidates=await offered(screen))


async def word_to_view(screen: Screen, grid: Grid, key: Key, number: str = "") -> str | None:
    """What opens a row to be read: 查看, or else the row's own number where that is a link, or else 修改.

    The form behind 修改 shows the same, and is left as it is. None where nothing of this is there.
    """
    acts = await grid.acts(key, "查看")
    if acts.own or acts.bar or not await nowhere(screen, "查看"):
        return "查看"
    if number and (await grid.acts(key, number)).own:
        return number
    changing = await grid.acts(key, "修改")
    if changing.own or changing.bar or not await nowhere(screen, "修改"):
        return "修改"
    viewing = ("查看", "修改")
    behind = await _behind(screen, lambda: grid.link(key, MORE), *viewing) if changing.more else None
    if behind is None:
        behind = await _in_context_menu(screen, grid, key, *viewing)
        await (await grid.row(key)).frame.evaluate(PRESS_NOTHING)  # or it stays, over the rows
    return behind.word if behind else None


@dataclass(frozen=True)
class _Item:
    """What says `word` in a list that was opened for it."""

    word: str
    target: Target

    async def press(self, screen: Screen) -> None:
        async def aim() -> Target:
            return self.target

        await press_on(screen, aim, lambda: _not_there(screen, self.word))


async def _behind(screen: Screen, opener: Callable[[], Awaitable[Target]], *words: str) -> _Item | None:
    """Open a list of further buttons, by a pointer laid on its opener or a press; None where it lacks the words."""
    target = await opener()
    for opens in (hover, lambda target: click(screen, target)):
        if await opens(target) and (item := await _opened(screen, target, *words)):
            return item
    await target.frame.page.mouse.move(1, 1)  # no Escape: it may close the dialog around the list
    return None


async def _behind_bar(screen: Screen, grid: Grid, word: str) -> _Item | None:
    sheet = await grid.page()
    asked = {"words": list(screen.terms.words_for(MORE)), "boxed": sheet.spot.boxed, "pick": True}
    opener = Target(sheet.spot.frame, "press", asked)
    if not await scripts.ask(opener.frame, opener.script, opener.asked):
        return None

    async def aim() -> Target:
        return opener

    return await _behind(screen, aim, word)


async def _in_context_menu(screen: Screen, grid: Grid, key: Key, *words: str) -> _Item | None:
    """The menu of a right click on the row; the browser's own menu shows nothing to a script."""
    target = await grid.row(key)
    pressed = await click(screen, target, button="right")
    return await _opened(screen, target, *words) if pressed else None


async def _opened(screen: Screen, opener: Target, *words: str) -> _Item | None:
    asked = {word: {"words": list(screen.terms.words_for(word))} for word in words}

    async def probe() -> str | None:
        for word in words:
            if await scripts.ask(opener.frame, "opened", asked[word]) == 1:
                return word
        return None

    try:
        word = await screen.until(probe, lambda: _not_there(screen, words[0]), seconds=OPENS_SECONDS)
    except ButtonMissing:
        return None
    return _Item(word, Target(opener.frame, "opened", {**asked[word], "pick": True}))


async def _appears(screen: Screen, word: str) -> bool:
    """Whether a button comes into sight once its row is ticked."""

    async def probe() -> bool | None:
        return not await nowhere(screen, word) or None

    try:
        return await screen.until(probe, lambda: _not_there(screen, word), seconds=OPENS_SECONDS)
    except ButtonMissing:
        return False


def _not_there(screen: Screen, word: str) -> ButtonMissing:
    return ButtonMissing(where=screen.talk.during, words=list(screen.terms.words_for(word)), candidates=[])
