"""Running a flow while a person watches: progress on standard error, and Ctrl-C in good hands."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from configs.workspace import Workspace
from desk import consoles
from desk.board import Board, Expected
from desk.context import existing_ledger
from desk.interrupt import stopping_on_signals
from desk.messages.catalogue import text
from desk.notices.telling import telling
from desk.progress import showing
from flows.intake import Order
from flows.ledger import Filing
from flows.run import RunSummary, file_plans, poll_filings
from flows.stages import Until
from flows.workshop import Allowed

Work = Callable[[Callable[[Filing], None], asyncio.Event], Awaitable[RunSummary]]


def file_orders(
    workspace: Workspace,
    orders: Sequence[Order],
    *,
    until: Until | None = None,
    lanes: int | None = None,
    adopt: bool = False,
    retrying: bool = False,
) -> RunSummary:
    """File orders, as `flows.run.file_plans` has it; until and lanes that are not given, the settings say."""
    settings = workspace.settings
    expected = [Expected(order.plan.ref, order.plan.name, order.lane) for order in orders]

    async def work(on_change: Callable[[Filing], None], stopping: asyncio.Event) -> RunSummary:
        return await file_plans(
            workspace,
            orders,
            until=until or Until(settings.until),
            lanes=lanes or settings.lanes,
            on_change=on_change,
            stopping=stopping,
            allowed=Allowed(adopting=adopt, resuming=retrying),
        )

    return _run(workspace, Board.of(text("progress.filing", site=workspace.site.name), expected), work)


def poll_ledger(workspace: Workspace, refs: Sequence[str] | None = None, *, lanes: int | None = None) -> RunSummary:
    """Poll the filings of the ledger, or those that are named."""
    with existing_ledger(workspace) as ledger:
        filings = ledger.all_filings(refs) if ledger else []
    expected = [Expected(filing.ref, filing.name, filing.lane) for filing in filings]

    async def work(on_change: Callable[[Filing], None], stopping: asyncio.Event) -> RunSummary:
        return await poll_filings(
            workspace, refs=refs, lanes=lanes or workspace.settings.lanes, on_change=on_change, stopping=stopping
        )

    board = Board.of(text("progress.polling", site=workspace.site.name), expected, counting=False)
    return _run(workspace, board, work)


def _run(workspace: Workspace, board: Board, work: Work) -> RunSummary:
    """Run a flow to its end; the first signal asks it to stop, the second leaves."""
    return asyncio.run(_watched(workspace, board, work))


async def _watched(workspace: Workspace, board: Board, work: Work) -> RunSummary:
    stopping = asyncio.Event()
    with showing(board, consoles.err()) as progress:  # noqa: SIM117 - the order matters: signals speak through progress
        with stopping_on_signals(stopping, lambda: progress.say(text("progress.stopping"))):
            async with telling(workspace, progress.say) as teller:
                teller.summary = await work(progress.changed, stopping)
            return teller.summary
