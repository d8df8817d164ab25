"""What is done to one row of a list, wherever a portal puts it.

In the row itself; above the list, once the row is ticked or selected; behind 更多 of the row or of the bar; in the menu
of a right click; behind the row's number, on the page that it leads to.
"""

from collections.abc import Awaitable, Callable

from bots.errors import ButtonMissing, NeedsHuman
from bots.widgets import scripts
from bots.widgets.buttons import nowhere, offered, press
from bots.widgets.grid import MORE, Grid, Key, told
from bots.widgets.hand import Target, click, hover, press_on
from bots.widgets.screen import Screen

Act = Callable[[], Awaitable[None]]
OPENS_SECONDS = 1.5  # for a list of further buttons to come into sight


async def aimed(screen: Screen, grid: Grid, key: Key, word: str, *, number: str = "") -> Act:
    """Get ready to do `word` to the row with `key`; gives the press that does it.

    `number`: the row's own number, which may lead to a page with buttons. What is ticked is put down as such.
    Raises RowMissing, RowAmbiguous, ButtonMissing.
    """
    acts = await grid.acts(key, word)
    if acts.own:
        return lambda: grid.press(key, word)
    if acts.more and (act := await _behind(screen, lambda: grid.link(key, *MORE), word)):
        return act
    elsewhere = acts.bar or not await nowhere(screen, word)
    await screen.begin(f"{grid.path}/选择", "tick", number=told(key))
    await grid.tick(key)
    if elsewhere or await _appears(screen, word):
        return lambda: press(screen, word)
    if act := await _behind_bar(screen, grid, word) or await _in_context_menu(screen, grid, key, word):
        return act
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
    for word in ("查看", "修改"):
        if changing.more and await _behind(screen, lambda: grid.link(key, *MORE), word):
            return word
        if await _in_context_menu(screen, grid, key, word):
            return word
    return None


async def _behind(screen: Screen, opener: Callable[[], Awaitable[Target]], word: str) -> Act | None:
    """Open a list of further buttons, by a pointer laid on its opener or a press; None where it lacks the word."""
    target = await opener()
    for opens in (hover, lambda target: click(screen, target)):
        if not await opens(target):
            continue
        if item := await _opened(screen, target, word):
            return lambda: _press_item(screen, item)
    await target.frame.page.mouse.move(1, 1)  # no Escape: it may close the dialog around the list
    return None


async def _appears(screen: Screen, word: str) -> bool:
    """Whether a button comes into sight once its row is ticked."""

    async def probe() -> bool | None:
        return not await nowhere(screen, word) or None

    try:
        return await screen.until(probe, lambda: _not_there(screen, [word]), seconds=OPENS_SECONDS)
    except ButtonMissing:
        return False


async def _behind_bar(screen: Screen, grid: Grid, word: str) -> Act | None:
    sheet = await grid.page()
    asked = {"words": list(MORE), "boxed": sheet.spot.boxed, "pick": True}
    opener = Target(sheet.spot.frame, "press", asked)
    if not await scripts.ask(opener.frame, opener.script, opener.asked):
        return None

    async def aim() -> Target:
        return opener

    return await _behind(screen, aim, word)


async def _in_context_menu(screen: Screen, grid: Grid, key: Key, word: str) -> Act | None:
    """The menu of a right click on the row; the browser's own menu shows nothing to a script."""
    target = await grid.row(key)
    if not await click(screen, target, button="right"):
        return None
    item = await _opened(screen, target, word)
    return (lambda: _press_item(screen, item)) if item else None


async def _opened(screen: Screen, opener: Target, word: str) -> Target | None:
    asked = {"words": list(screen.terms.words_for(word))}

    async def probe() -> bool | None:
        return await scripts.ask(opener.frame, "opened", asked) == 1 or None

    try:
        await screen.until(probe, lambda: _not_there(screen, [word]), seconds=OPENS_SECONDS)
    except ButtonMissing:
        return None
    return Target(opener.frame, "opened", {**asked, "pick": True})


async def _press_item(screen: Screen, item: Target) -> None:
    async def aim() -> Target:
        return item

    words = [str(word) for word in (item.asked["words"] if isinstance(item.asked["words"], list) else [])]
    await press_on(screen, aim, lambda: _not_there(screen, words))


def _not_there(screen: Screen, words: list[str]) -> NeedsHuman:
    return ButtonMissing(where=screen.talk.during, words=words, candidates=[])
