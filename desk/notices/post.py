"""Sending what is in the outbox through Apprise. Whatever goes wrong here is logged and told; it stops nothing."""

import asyncio
import logging
from itertools import groupby

import apprise

from configs.workspace import Workspace
from desk.messages.catalogue import LANGUAGES, speaking, spoken
from desk.notices.texts import message
from flows.ledger import Ledger, outbox
from flows.ledger.outbox import Notice

SECONDS = 30.0  # for one receiver; Apprise itself waits shorter for each connection
log = logging.getLogger("yuncai.notices")
logging.getLogger("apprise").setLevel(logging.CRITICAL)  # it would log addresses, which hold tokens


async def deliver(workspace: Workspace, ledger: Ledger) -> list[str]:
    """Send everything that waits, one message for each receiver and kind; gives the receivers that were not reached."""
    unreached: list[str] = []
    waiting = sorted(outbox.waiting(ledger), key=_place)
    for (receiver, kind, locale), group in groupby(waiting, key=_place):
        if receiver in unreached:
            continue
        notices = list(group)
        ids = [notice.id for notice in notices]
        with speaking(next((language for language in LANGUAGES if language == locale), spoken())):
            title, body = message(kind, notices)
        if trouble := await send(workspace, receiver, title, body):
            log.warning("notices to %s: %s", receiver, trouble)
            outbox.failed(ledger, ids, trouble)
            unreached.append(receiver)
        else:
            outbox.sent(ledger, ids)
    return unreached


async def send(workspace: Workspace, receiver: str, title: str, body: str) -> str:
    """Send one message; gives why it could not be, or nothing. Raises nothing, and never says the address."""
    address = workspace.settings.notice_urls.get(receiver)
    if address is None:
        return "no address"
    post = apprise.Apprise()
    if not post.add(address.get_secret_value()):
        return "not an address that Apprise knows"
    try:
        async with asyncio.timeout(SECONDS):
            arrived = await post.async_notify(body=body, title=title, body_format=apprise.NotifyFormat.TEXT)
    except TimeoutError:
        return "no answer"
    except Exception as error:  # noqa: BLE001 - a hundred services' own libraries
        return type(error).__name__
    return "" if arrived else "not accepted"


def _place(notice: Notice) -> tuple[str, str, str]:
    return notice.receiver, notice.kind, notice.locale
