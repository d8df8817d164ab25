"""A form in several steps: 下一步 brings the next one, and only the last has a button that keeps it."""

from collections.abc import Awaitable, Callable

from bots.browser.door.witness import Witness
from bots.browser.single_shot import single_shot
from bots.errors import BotError
from bots.widgets.buttons import press
from bots.widgets.confirming import KEEPS
from bots.widgets.screen import Screen

NEXT = "下一步"


async def leads_on(screen: Screen) -> bool:
    """Whether what is in sight goes on with 下一步, and cannot be kept yet (保存 is off); does not wait."""
    words_for = screen.terms.words_for
    on, keeps = list(words_for(NEXT)), [word for keep in KEEPS for word in words_for(keep)]
    known = await screen.ask("confirm", {"words": [*on, *keeps]})
    leads = [info["ready"][: len(on)] for _, info in known]
    kept = [info["ready"][len(on) :] for _, info in known]
    return sum(map(sum, leads)) == 1 and not sum(map(sum, kept))


async def go_on(
    screen: Screen,
    path: str,
    witness: Witness,
    arrived: Callable[[], Awaitable[bool | None]],
    missing: Callable[[], BotError],
) -> None:
    """Press 下一步, and wait until the next step is there.

    A portal may take in each step by itself: what it is sent is read before it leaves, and sent once. Raises
    RequestDisagrees, RefusedByPortal, `missing()`.
    """
    await screen.begin(f"{path}/{NEXT}", "click")
    try:
        async with single_shot(screen.page.context, seconds=screen.terms.wait_seconds, lets_out=witness.lets_out):
            await press(screen, NEXT)
            await screen.until(arrived, missing)
    except BotError as error:
        if witness.stopped:
            raise witness.error(f"{path}/{NEXT}") from error
        raise
