"""One command's session: browser, lanes, gates and engine, started in order and stopped in the reverse order."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext
from datetime import datetime

from bots.browser.shared import SharedBrowser
from configs.workspace import Workspace
from flows import workshop
from flows.engine import Engine
from flows.evidence_store import kept_for_all
from flows.lanes import Gates, Lanes
from flows.ledger import Filing, Ledger
from flows.workshop import Workshop

Changed = Callable[[Filing], None]


def new_run_id(command: str) -> str:
    """A run's id that sorts by time: `20261123-020000-file`."""
    return f"{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}"[:-3] + f"-{command}"


def browser_of(workspace: Workspace, *, headless: bool | None = None) -> SharedBrowser:
    """The browser that the workspace's settings ask for, not started yet; `headless` overrules them."""
    settings = workspace.settings.browser
    return SharedBrowser(
        executable=str(settings.executable) if settings.executable else None,
        channel=settings.channel,
        headless=settings.headless if headless is None else headless,
    )


@asynccontextmanager
async def session(
    workspace: Workspace,
    ledger: Ledger,
    *,
    command: str,
    run_id: str,
    selection: frozenset[int],
    lanes: int,
    stopping: asyncio.Event,
    browser: SharedBrowser | None = None,
) -> AsyncIterator[Engine]:
    """Everything that a run needs; yields the running engine. A `browser` that is given stays open afterwards."""
    engine = Engine(ledger.engine, executor=command, lanes=lanes)
    async with kept_for_all(workspace), nullcontext(browser) if browser else browser_of(workspace) as running:
        gates = Gates(workspace, stopping)
        shop = Workshop(
            workspace=workspace,
            ledger=ledger,
            run_id=run_id,
            selection=selection,
            gates=gates,
            lanes=Lanes(running, workspace, gates, most=lanes),
            stopping=stopping,
        )
        workshop.set_up(shop)
        try:
            await engine.start()
            yield engine
        finally:
            await shop.lanes.close()
            await engine.stop()
            workshop.tear_down()
