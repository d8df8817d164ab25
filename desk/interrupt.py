"""Ctrl-C, SIGTERM, a closed terminal: the first asks the run to stop cleanly, the second leaves at once."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from desk.exit_codes import ExitCode

_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
_SIGNALS = (signal.SIGINT, *_ENDING)
_last_words: list[Callable[[], object]] = []


@contextmanager
def stopping_on_signals(stopping: asyncio.Event, tell: Callable[[], None]) -> Iterator[None]:
    """Inside: the first signal sets `stopping` and calls `tell`; the second ends the process with 130.

    Must be entered in the main thread with the loop running; signals behave as before afterwards.
    """
    loop = asyncio.get_running_loop()

    def handle(_number: int, _frame: FrameType | None) -> None:
        if stopping.is_set():
            leave_at_once()
        stopping.set()
        loop.call_soon_threadsafe(lambda: None)  # wakes a loop that sleeps in select
        tell()

    with _handling(_SIGNALS, handle):
        yield


@contextmanager
def before_leaving(last_word: Callable[[], object]) -> Iterator[None]:
    """Inside: `last_word` is called also when the process is left at once (to end a child, say)."""
    _last_words.append(last_word)
    try:
        yield
    finally:
        _last_words.remove(last_word)


@contextmanager
def ending_as_interrupt() -> Iterator[None]:
    """Inside: SIGTERM, and the closing of the terminal, raise KeyboardInterrupt as Ctrl-C does."""

    def handle(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    with _handling(_ENDING, handle):
        yield


@contextmanager
def _handling(numbers: tuple[signal.Signals, ...], handle: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Set handlers (but for signals that `nohup` has switched off) and put the old ones back."""
    before = {number: signal.getsignal(number) for number in numbers}
    heard = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    for number in heard:
        signal.signal(number, handle)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, before[number])


def leave_at_once() -> None:
    """End the process now, with the code of an interrupted one."""
    for last_word in _last_words:
        last_word()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(ExitCode.INTERRUPTED)
