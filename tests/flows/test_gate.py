"""Waiting for something that may happen: a stop that comes at that very moment is not lost."""

import asyncio

import pytest

from flows.gate import happens


@pytest.mark.parametrize("turns", range(4))  # of the loop, between what happens and the cancel
async def test_a_cancel_that_comes_with_what_was_waited_for_is_not_lost(turns: int) -> None:
    event = asyncio.Event()
    waiting = asyncio.create_task(happens(event, within=60))
    for _ in range(3):
        await asyncio.sleep(0)
    event.set()
    for _ in range(turns):
        await asyncio.sleep(0)
    if waiting.cancel():  # it was not over yet
        with pytest.raises(asyncio.CancelledError):
            await waiting
    else:
        assert waiting.result()


async def test_what_does_not_happen_in_time_is_told() -> None:
    assert not await happens(asyncio.Event(), within=0.01)
