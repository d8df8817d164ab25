"""Running a flow with progress on standard error and Ctrl-C in good hands."""

import asyncio
from collections.abc import Awaitable, Callable

from desk import consoles
from desk.board import Board
from desk.interrupt import stopping_on_signals
from desk.messages.catalogue import text
from desk.progress import showing
from flows.ledger import Filing
from flows.run import RunSummary

Work = Callable[[Callable[[Filing], None], asyncio.Event], Awaitable[RunSummary]]


def run(board: Board, work: Work) -> RunSummary:
    """Run a flow to its end; the first signal asks it to stop, the second leaves."""
    return asyncio.run(_run(board, work))


async def _run(board: Board, work: Work) -> RunSummary:
    stopping = asyncio.Event()
    with showing(board, consoles.err()) as progress:  # noqa: SIM117 - the order matters: signals speak through progress
        with stopping_on_signals(stopping, lambda: progress.say(text("progress.stopping"))):
            return await work(progress.changed, stopping)
