"""One command in a process of its own: it may die as it likes, and its memory goes with it."""

import asyncio
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

STOP_SECONDS = 600.0  # for the step under way, and for the browser to close


class Child:
    """A running command."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, command: Sequence[str], log: Path) -> "Child":
        """Start it in a session of its own (Ctrl-C is ours to pass on); what it prints goes into `log`, anew."""
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as file:
            process = await asyncio.create_subprocess_exec(
                *command, stdin=asyncio.subprocess.DEVNULL, stdout=file, stderr=file, start_new_session=True
            )
        return cls(process)

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    async def ended(self, stopping: asyncio.Event) -> int:
        """Wait until it has ended, and give its exit code (negative: the signal that killed it).

        When `stopping` is set it is asked to stop, and killed only when it does not.
        """
        end = asyncio.ensure_future(self._process.wait())
        stop = asyncio.ensure_future(stopping.wait())
        try:
            await asyncio.wait({end, stop}, return_when=asyncio.FIRST_COMPLETED)
            if not end.done():
                self._signal("terminate")
                await asyncio.wait({end}, timeout=STOP_SECONDS)
            if not end.done():
                self._signal("kill")
            return await end
        finally:
            stop.cancel()

    def _signal(self, how: str) -> None:
        with suppress(ProcessLookupError):
            getattr(self._process, how)()


def command_of(run: str, workspace: Path, *, lanes: int | None, language: str) -> list[str]:
    """Our own command line, run by the interpreter that runs us."""
    more = ["--lanes", str(lanes)] if lanes else []
    if run == "file":
        more.append("--skip-held")  # what waits for a person is not tried again every hour
    return [sys.executable, "-m", "desk", run, "--workspace", os.fspath(workspace), "--lang", language, *more]
