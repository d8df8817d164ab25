"""A page that asks instead of a dialog: 确定要提交以下计划吗？, or 请核对采购计划信息, with 确定 and 取消 below."""

import re

from bots.errors import PortalTimeout, UnknownDialog
from bots.widgets.dialogs import sort
from bots.widgets.hand import Target, click
from bots.widgets.screen import Screen

AGREES, BACK = ("确定", "确认", "是"), ("取消", "返回", "否", "关闭")
_REVIEW = re.compile(r"请您?(再次|再|仔细|认真)*(核对|确认|核实|检查)[^?？]*")


async def answer_page(screen: Screen, answered: set[str]) -> None:
    """Agree to what the page in sight asks, once, where the site's patterns know the question or it only says 请核对.

    `answered`: what was agreed to before. Raises UnknownDialog with any other question.
    """
    words_for = screen.terms.words_for
    again = screen.talk.during.rpartition("/")[2]  # what was pressed: 提交 is no answer to who only saves
    asked = {
        "words": list(dict.fromkeys(word for concept in (*AGREES, again) for word in words_for(concept))),
        "back": [back for concept in BACK for back in (*words_for(concept), f"{concept}修改")],
    }
    for spot, found in await screen.ask("asking", asked):
        text = found["text"]
        if not text or text in answered:
            continue
        if not _REVIEW.fullmatch(text) and sort(screen.terms.patterns, text).kind != "question":
            raise UnknownDialog(text=text, during=screen.talk.during)
        answered.add(text)
        screen.trail.event(screen.talk.during, "agree", text=text)
        if not await click(screen, Target(spot.frame, "asking", {**asked, "pick": True})):
            raise PortalTimeout(waiting_for=screen.talk.during, seconds=screen.terms.wait_seconds)
        return
