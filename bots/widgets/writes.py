"""Clicks that send something to be kept: made once, and their outcome told exactly.

done                     → the portal's message is returned
nothing is said at all   → done, once the page itself shows that it was taken (`taken`): the list tells
refused                  → RefusedByPortal, in its own words
session over             → SessionExpired: the portal did not take it
nothing left the browser → PortalDown, PortalTimeout, UnknownDialog
it said something else   → RequestDisagrees: what the plan says was not in it, and it was stopped
anything else            → OutcomeUnknown: it may have been kept; look, don't repeat
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress

from playwright.async_api import Error as PlaywrightError

from bots.browser.door.witness import Witness
from bots.browser.single_shot import single_shot
from bots.browser.translate import translate
from bots.errors import (
    BotError,
    NeedsHuman,
    OutcomeUnknown,
    PortalDown,
    PortalTimeout,
    RefusedByPortal,
    SessionExpired,
    UnknownDialog,
)
from bots.terms import PortalMessage
from bots.widgets.asking import answer_page
from bots.widgets.dialogs import FINAL, Conversation, sort
from bots.widgets.screen import Screen

ASKS_SECONDS = 0.5  # after the answer, for a page that asks: most have said by then how it went
SILENT_SECONDS = 3.0  # after the answer: words that a page has for it come with it, but a busy machine draws them late
SILENT_SHARE = 0.35  # of the site's limit, at most


async def write(
    screen: Screen,
    path: str,
    click: Callable[[], Awaitable[None]],
    *,
    witness: Witness | None = None,
    taken: Callable[[], Awaitable[bool]] | None = None,
) -> PortalMessage:
    """Make the click that sends a write, and wait for the portal's word on it.

    A question that the site's patterns know (「确定提交吗」) is agreed to while this lasts, any other is declined.
    `witness` reads each request before it leaves. `taken` says, of a portal that says nothing, whether its page has
    gone on as one does after a save; the message is then empty.
    """
    screen.talk = Conversation(during=path)
    await screen.spots()  # what still stands there from before is seen, and is no answer to this
    await screen.begin(path, "click")
    traffic = screen.traffic
    lets_out = witness.lets_out if witness else None
    answered: set[str] = set()  # pages that asked
    try:
        async with single_shot(screen.page.context, seconds=screen.terms.wait_seconds, lets_out=lets_out):
            with screen.expecting_question():
                await click()
                message = await screen.until(
                    lambda: _verdict(screen, witness, taken, answered), lambda: _silence(screen, path)
                )
    except (PlaywrightError, BotError) as error:
        if witness and witness.stopped:
            raise witness.error(path) from error
        if isinstance(error, PlaywrightError):
            wrote = traffic.sent > 0
            raise translate(error, during=path, wrote=wrote, seconds=screen.terms.wait_seconds) from error
        if not isinstance(error, PortalDown | PortalTimeout | NeedsHuman):
            raise
        if isinstance(error, UnknownDialog) or not traffic.sent or traffic.nothing_left:
            raise
        raise OutcomeUnknown(during=path, reason=_reason(error)) from error
    if message.kind == "done":
        with suppress(PortalDown, PortalTimeout, SessionExpired):  # of the list, loaded again: who reads it will hear
            await screen.settle(0.0)
        return message
    raise _as_error(screen, path, message)


async def _verdict(
    screen: Screen, witness: Witness | None, taken: Callable[[], Awaitable[bool]] | None, answered: set[str]
) -> PortalMessage | None:
    if witness and witness.stopped:
        raise witness.error(screen.talk.during)
    if screen.talk.verdict:
        return screen.talk.verdict
    await screen.spots()  # answers what asks, and closes what only says
    for sight in screen.sights:
        message = sort(screen.terms.patterns, sight.brief)
        if message.kind in FINAL:
            screen.record(message)
    if not screen.talk.said and screen.traffic.sent and screen.traffic.quiet_for(ASKS_SECONDS):
        await answer_page(screen, answered)
    if taken and _is_silent(screen) and await taken():
        return screen.talk.verdict or PortalMessage("done", "")
    return screen.talk.verdict


def _is_silent(screen: Screen) -> bool:
    """A write was answered, all is quiet, and not a word was said, known or unknown."""
    traffic = screen.traffic
    silent = not screen.talk.said and not any(sight.invalid or sight.login for sight in screen.sights)
    seconds = min(SILENT_SECONDS, screen.terms.wait_seconds * SILENT_SHARE)
    return silent and traffic.posted > 0 and not (traffic.failures or traffic.rejected) and traffic.quiet_for(seconds)


def _silence(screen: Screen, path: str) -> BotError:
    """No pattern knows an answer: say what was seen."""
    said = screen.talk.unsorted
    if screen.traffic.sent:
        return OutcomeUnknown(during=path, reason=said or "no answer", said=said)
    said = said or next((sight.invalid for sight in screen.sights if sight.invalid), "")
    if said:  # the page itself would not let it out
        return RefusedByPortal(during=path, text=said)
    return PortalTimeout(waiting_for=path, seconds=screen.terms.wait_seconds)


def _as_error(screen: Screen, path: str, message: PortalMessage) -> BotError:
    if message.kind == "refused":
        return RefusedByPortal(during=path, text=message.text)
    if message.kind == "session_over":
        return SessionExpired(text=message.text)
    if message.kind == "busy":
        if screen.traffic.sent:
            return OutcomeUnknown(during=path, reason=message.text)
        return PortalDown(address=screen.terms.base_url, reason=message.text)
    return UnknownDialog(text=message.text, during=path)


def _reason(error: BotError) -> str:
    return str(error.params.get("reason") or error)
