"""The button that keeps a form: in the box that holds it, in its own frame, or in the footer around it."""

from bots.errors import ButtonMissing, PortalTimeout
from bots.widgets.hand import REACH_MS, TRIES, Target, press_on
from bots.widgets.scope import Spot
from bots.widgets.screen import Screen

KEEPS = ("保存", "确定", "确认", "完成")  # in this order; where one of them is there, nothing is pressed that does more
DRAFTS, SENDS = "暂存", "提交"  # what keeps a form that has no other button for it


async def confirm(screen: Screen, spot: Spot, word: str) -> None:
    """Press what keeps the form at `spot`: `word`, what portals call it, or the least that keeps it instead.

    保存并提交 and 保存并新增 say more than the word, and are never pressed for it. Raises ButtonMissing with what is
    there when there is none, or more than one.
    """
    late = PortalTimeout(waiting_for=f"{screen.talk.during}/{word}", seconds=TRIES * REACH_MS / 1000)
    words, own = _words(screen, word)
    await press_on(screen, lambda: _find(screen, spot, words, own), lambda: late)


def _words(screen: Screen, word: str) -> tuple[list[str], int]:
    """The words in their order, and how many of them are the word's own."""
    words_for = screen.terms.words_for
    last = list(words_for(SENDS))
    drafts = list(words_for(DRAFTS))
    own = list(words_for(word))
    sends = any(each in last for each in own)  # 确认, where a portal has no draft of it
    first = [each for each in own if each not in last]
    more = [each for keeps in KEEPS for each in words_for(keeps) if each not in last]
    ordered = [*first, *more, *(last if sends else drafts), *(drafts if sends else last)]
    return list(dict.fromkeys(ordered)), len(first)


async def _find(screen: Screen, spot: Spot, words: list[str], own: int) -> Target:
    seen: list[str] = []

    async def probe() -> Target | None:
        known = await screen.ask("confirm", {"words": words})
        seen[:] = [text for _, info in known for text in info["seen"]]
        around = [(place, info) for place, info in known if _is_around(spot, place)]
        for places, most in ((around, len(words)), (known, own)):  # a bar in a frame beside it says its own word
            for at in range(most):
                ready = [place for place, info in places for _ in range(info["ready"][at])]
                if len(ready) == 1:
                    asked = {"words": words, "place": at, "boxed": ready[0].boxed, "pick": True}
                    return Target(ready[0].frame, "confirm", asked)
                if any(info["found"][at] for _, info in places):
                    return None  # switched off for now, or there are two: nothing else is pressed in its stead
        return None

    return await screen.until(
        probe, lambda: ButtonMissing(where=screen.talk.during, words=words[:1], candidates=list(dict.fromkeys(seen)))
    )


def _is_around(spot: Spot, place: Spot) -> bool:
    """Whether it is the form's own place, the dialog that its frame is in, or a page that holds its frame."""
    frame = spot.frame.parent_frame
    while frame and place.frame is not frame:
        frame = frame.parent_frame
    return place == spot or frame is not None
