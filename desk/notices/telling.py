"""While a run goes on, its news are told; at its end the rest, and how it ended."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

from configs.workspace import Workspace
from desk.messages.catalogue import text
from desk.notices.collecting import collect, collect_digest, collect_stuck
from flows.gate import happens
from flows.ledger import Ledger
from flows.run import RunSummary, ledger_of

EVERY_SECONDS = 20.0
LAST_SECONDS = 60.0
log = logging.getLogger("yuncai.notices")


class Teller:
    """Told the run's summary before its end."""

    def __init__(self) -> None:
        self.summary: RunSummary | None = None


@asynccontextmanager
async def telling(workspace: Workspace, say: Callable[[str], None]) -> AsyncIterator[Teller]:
    """Tell people what happens while this holds; `say` hears of receivers that were not reached."""
    teller = Teller()
    if not workspace.settings.notices.rules:
        yield teller
        return
    ledger = ledger_of(workspace)
    with _harming_nothing():
        collect(workspace, ledger)  # what a run before this one left untold
    over = asyncio.Event()
    task = asyncio.create_task(_keep_telling(workspace, ledger, over))
    try:
        yield teller
    finally:
        over.set()
        await task  # never broken off: what is being sent would be sent again
        await _tell_the_rest(workspace, ledger, teller.summary, say)
        ledger.close()


async def _keep_telling(workspace: Workspace, ledger: Ledger, over: asyncio.Event) -> None:
    from desk.notices.post import deliver  # noqa: PLC0415 - its library costs half a second

    while not await happens(over, within=EVERY_SECONDS):
        with _harming_nothing():
            collect(workspace, ledger)
            await deliver(workspace, ledger)


async def _tell_the_rest(
    workspace: Workspace, ledger: Ledger, summary: RunSummary | None, say: Callable[[str], None]
) -> None:
    from desk.notices.post import deliver  # noqa: PLC0415 - its library costs half a second

    unreached = [rule.to for rule in workspace.settings.notices.rules]
    with _harming_nothing():
        collect(workspace, ledger)
        collect_stuck(workspace, ledger)
        if summary is not None:
            collect_digest(workspace, ledger, summary)
        async with asyncio.timeout(LAST_SECONDS):
            unreached = await deliver(workspace, ledger)
    if unreached:
        say(text("notice.unreached", receivers=list(dict.fromkeys(unreached))))


@contextmanager
def _harming_nothing() -> Iterator[None]:
    """Whatever goes wrong with notices is logged; it ends no filing, and changes no run's verdict."""
    try:
        yield
    except Exception:
        log.exception("notices")
