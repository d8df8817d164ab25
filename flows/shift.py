"""A shift: one lane's turn at the desk in one run. It takes the lane's plans one after another until none is left.

What is queued is the shift, not the plan: a clerk keeps its window and its login from plan to plan, and no plan waits
for a queue to be polled. Each plan is a workflow of its own inside it, with an id of its own.
"""

from contextlib import suppress

from flows import engine, workshop
from flows.errors import Stopping
from flows.filing import file_plan


@engine.workflow("file_shift")
async def file_shift(lane: str, run_id: str) -> int:
    """File everything that a run wants of a lane; returns how many plans were worked on."""
    done: list[int] = []
    with workshop.of_run(run_id) as shop, workshop.telling_failures():
        async with shop.lanes.on_shift(lane):
            while following := await next_filing(lane, done):
                filing_id, attempt = following
                await engine.as_child(f"filing:{filing_id}:{attempt}", file_plan, filing_id, attempt)
                done.append(filing_id)
    return len(done)


@engine.step("next_filing")
async def next_filing(lane: str, done: list[int]) -> list[int]:
    """The lane's next plan as [id, attempt], in the order of the files; empty when none is left or the run stops."""
    shop = workshop.current()
    if done:
        with suppress(Stopping):
            await shop.lanes.pace_of(lane).between_filings()
    if shop.stopping.is_set():
        return []
    for filing in shop.ledger.of(shop.selection - set(done), lane=lane):
        return [filing.id, filing.attempt]
    return []
