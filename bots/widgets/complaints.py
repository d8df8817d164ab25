"""What a page, or the portal in words, says is wrong, as the error it is; and what a page did when a wait ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bots.errors import BotError, PortalDown, PortalTimeout, RefusedByPortal, SessionExpired, UnknownDialog
from bots.widgets.dialogs import sort
from bots.widgets.scope import survey
from bots.widgets.traffic import broken

if TYPE_CHECKING:
    from playwright.async_api import Frame

    from bots.widgets.screen import Screen


def complain(screen: Screen) -> None:
    """Raise what the portal has already said is wrong."""
    if screen.talk.unknown_question:
        raise UnknownDialog(text=screen.talk.unknown_question, during=screen.talk.during)
    if screen.session_over and not screen.at_login:
        raise SessionExpired(text=screen.session_over)
    if screen.traffic.failures and screen.traffic.quiet:
        raise PortalDown(address=screen.terms.base_url, reason=screen.traffic.failures[-1])
    said = screen.talk.verdict
    if said and said.kind == "busy":
        raise PortalDown(address=screen.terms.base_url, reason=said.text)
    if said and said.kind == "refused" and not screen.at_login:
        raise RefusedByPortal(during=screen.talk.during, text=said.text)


async def diagnose(screen: Screen) -> None:
    """Raise what the pages in view say is wrong: a login page, a page that only says the portal is away."""
    await raise_broken(screen, screen.top.main_frame)
    for sight in await survey(screen.top):
        if sight.login and not screen.at_login:
            raise SessionExpired(text=sight.brief[:80])
        message = sort(screen.terms.patterns, sight.brief) if sight.brief else None
        if message and message.kind == "busy":
            raise PortalDown(address=screen.terms.base_url, reason=message.text)
        if message and message.kind == "session_over" and not screen.at_login:
            raise SessionExpired(text=message.text)
    if screen.traffic.failures and screen.traffic.quiet:
        raise PortalDown(address=screen.terms.base_url, reason=screen.traffic.failures[-1])


async def raise_broken(screen: Screen, *frames: Frame) -> None:
    """Raise PortalDown where a document is not whole."""
    for frame in frames:
        if reason := await broken(frame):
            raise PortalDown(address=screen.terms.base_url, reason=reason)


def not_come(screen: Screen) -> BotError | None:
    """What the action asked for is still under way, or a page in view lacks its own scripts: neither is missing."""
    if screen.traffic.unanswered:
        return late(screen)
    if lame := screen.traffic.lame(sight.frame for sight in screen.sights):
        return PortalDown(address=screen.terms.base_url, reason=lame)
    return None


def late(screen: Screen) -> PortalTimeout:
    """What the action asked for has not come within the site's limit."""
    return PortalTimeout(waiting_for=screen.talk.during, seconds=screen.terms.wait_seconds)


def explained(screen: Screen, error: BotError) -> BotError:
    """Say what the page was doing when the wait ended in vain: `masked`, `pending` with what, else `quiet`."""
    masked = any(sight.waiting for sight in screen.sights)
    pending = screen.traffic.pending
    error.params["meanwhile"] = "masked" if masked else "pending" if pending else "quiet"
    if pending:
        error.params["pending"] = pending
    return error
