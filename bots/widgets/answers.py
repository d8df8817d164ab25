"""Answering a DOM dialog as the action under way expects: each one once, however long it stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.errors import UnknownDialog
from bots.widgets.dialogs import AGREE, CLOSE, DECLINE, FINAL, offers_choice, sort
from bots.widgets.hand import Target, click

if TYPE_CHECKING:
    from bots.widgets.scope import Box
    from bots.widgets.screen import Screen

CLOSE_WINDOW = ("关闭",)  # what closes a window of any kind, too
FILLS_SECONDS = 0.3  # from the portal's answer until a page has drawn it


async def answer(screen: Screen, box: Box) -> bool:
    """Answer a DOM dialog; False when it is not a message after all. A question nobody foresaw is declined."""
    message = sort(screen.terms.patterns, box.text)
    choice = offers_choice(box.words)
    if message.kind == "unknown" and (box.cells > 1 or not box.text or _may_fill(screen, box)):
        return False
    if choice and message.kind == "question" and screen.talk.expects_question:
        screen.trail.event(screen.talk.during, "agree", text=box.text)
        await _press(screen, box, AGREE, "agree")
        return True
    if choice and message.kind in ("question", "unknown"):
        screen.talk.unknown_question = box.text
        await _press(screen, box, DECLINE, "close")
        return True
    screen.record(message)
    words = DECLINE if choice else CLOSE
    if message.kind in FINAL and not box.cross and not any(word in box.words for word in words):
        return False  # heard; 重新登录, 返回列表, 继续填写 lead on, and whoever goes on presses them
    await _press(screen, box, words, "close")
    return True


def _may_fill(screen: Screen, box: Box) -> bool:
    """Whether it is a window drawn before its content has come: no 确定 in it, and the portal still to answer."""
    if screen.talk.expects_question or any(word in box.words for word in AGREE if word not in CLOSE_WINDOW):
        return False
    return screen.traffic.unanswered or not screen.traffic.quiet_for(FILLS_SECONDS)


async def _press(screen: Screen, box: Box, words: tuple[str, ...], answers: str) -> None:
    word = next((word for word in words if word in box.words), None)
    if word is None and not box.cross:
        raise UnknownDialog(text=box.text, during=screen.talk.during)
    asked = {"boxed": True, "words": [word] if word else [], "cross": word is None, "pick": True, "answers": answers}
    await click(screen, Target(box.frame, "press", asked))
    await screen.moved()
