"""What proves a filing: its events, pictures, the portal's own words, and a trace when something failed.

    evidence/<filing>/events.jsonl          one move a line, written through at once
                     /01-保存后的计划表.png    pictures, numbered in the order they were taken
                     /trace.zip             when a filing failed
                     /SHA256SUMS            `sha256sum -c` checks them

No secret is in any of it: texts are masked, logins happen `unwatched`, traces are cleaned.
"""

import asyncio
import hashlib
import json
import os
import re
from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from playwright.async_api import BrowserContext, Page
from playwright.async_api import Error as PlaywrightError

from bots.browser.redact import Redactor
from bots.browser.trace import FilingTrace
from bots.errors import NeedsHuman
from bots.widgets.values import Money

EVENTS = "events.jsonl"
SUMS = "SHA256SUMS"
SAID = "said"  # the action of an event that holds the portal's own words in data["text"]
PROOFS = frozenset({SAID, "picture"})  # events after which everything so far is on the disk
PICTURE_SECONDS = 10
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
LONGEST_NAME = 60  # characters: a file name has 255 bytes, a Chinese character three


class EvidenceNotWritable(NeedsHuman):
    """The folder `folder` can't be written (`reason`): disk full, or no right to."""

    closes_lane = True


class Evidence:
    """The trail of one filing in one folder; a later run goes on in the same folder and numbers on."""

    def __init__(self, folder: Path, secrets: Collection[str] = ()) -> None:
        self.folder = folder
        self.messages: list[str] = []
        self._secrets = frozenset(filter(None, secrets))
        self._redactor = Redactor(self._secrets)
        self._trace: FilingTrace | None = None
        with self._writing():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for half in folder.glob(".*.begun"):  # of a process that died while it wrote
                half.unlink(missing_ok=True)
        self._number = max((_number_of(path) for path in folder.glob("*.png")), default=0)

    def event(self, path: str, action: str, **data: object) -> None:
        """Write one move, at once; what the portal said (action "said", text=…) is collected in `messages` too."""
        kept = self._redactor.value(_plain(data))
        if action == SAID and isinstance(kept, dict) and "text" in kept:
            self.messages.append(str(kept["text"]))
        line = {
            "time": datetime.now(UTC).astimezone().isoformat(timespec="milliseconds"),
            "path": self._redactor.text(path),
            "action": action,
            "data": kept,
        }
        with self._writing(), (self.folder / EVENTS).open("a", encoding="utf-8") as events:
            events.write(json.dumps(line, ensure_ascii=False) + "\n")
            if action in PROOFS:
                events.flush()
                os.fsync(events.fileno())

    async def picture(self, name: str, page: Page) -> None:
        """Take a picture of the whole page, popup or not; a page that can't be pictured leaves an event instead."""
        file = self._next(name)
        try:
            content = await page.screenshot(
                full_page=True, animations="disabled", scale="css", timeout=PICTURE_SECONDS * 1000
            )
        except PlaywrightError as exc:
            self.event(file, "picture failed", reason=str(exc).split("\n", 1)[0])
            return
        await self._keep(file, content)

    async def drawing(self, name: str, content: bytes) -> None:
        """Keep a picture that was drawn already: a page with its fields numbered."""
        await self._keep(self._next(name), content)

    def _next(self, name: str) -> str:
        self._number += 1
        return f"{self._number:02d}-{safe_name(self._redactor.text(name))}.png"

    async def _keep(self, file: str, content: bytes) -> None:
        with self._writing():
            await asyncio.to_thread(write_through, self.folder / file, content)
        self.event(file, "picture")

    async def trace_start(self, context: BrowserContext, *, full: bool = False) -> None:
        """Record the filing from now on, `full` with snapshots of the pages; call it after the login."""
        await self.trace_drop()
        self._trace = FilingTrace(context, full=full)
        await self._trace.start()

    async def trace_keep(self, name: str = "trace") -> Path | None:
        """Something failed: keep the recording as `<name>.zip` without its secrets, and end it."""
        trace, self._trace = self._trace, None
        path = self.folder / f"{safe_name(name)}.zip"
        with self._writing():
            kept = trace is not None and await trace.keep(path, self._secrets)
        if not kept:
            return None
        self.event(path.name, "trace")
        return path

    async def trace_drop(self) -> None:
        """All went well: end the recording and forget it."""
        trace, self._trace = self._trace, None
        if trace is not None:
            await trace.drop()

    @asynccontextmanager
    async def unwatched(self) -> AsyncIterator[None]:
        """Log in again in here: what was recorded before is dropped, recording goes on afterwards."""
        if self._trace is not None:
            await self._trace.drop()
        try:
            yield
        finally:
            if self._trace is not None:
                await self._trace.start()

    def hashes(self) -> dict[str, str]:
        """Write the SHA-256 of every file to SHA256SUMS; returns them by name."""
        with self._writing():
            files = sorted(path for path in self.folder.iterdir() if path.is_file() and path.name != SUMS)
            sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
            lines = "".join(f"{digest}  {name}\n" for name, digest in sums.items())
            write_through(self.folder / SUMS, lines.encode())
        return sums

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as exc:
            raise EvidenceNotWritable(folder=str(self.folder), reason=exc.strerror or str(exc)) from exc


def write_through(file: Path, content: bytes) -> None:
    """Write a file whole or not at all, and on the disk when this returns: a power cut must not take a proof away."""
    begun = file.with_name(f".{file.name}.begun")
    with begun.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    begun.replace(file)


def safe_name(name: str) -> str:
    """Make a file name that every system accepts and that stays Chinese."""
    return FORBIDDEN.sub("_", name).strip(" .")[:LONGEST_NAME].rstrip(" .") or "_"


def _number_of(path: Path) -> int:
    found = re.match(r"(\d+)-", path.name)
    return int(found[1]) if found else 0


def _plain(value: object) -> object:
    """Turn typed values into what JSON knows: amounts say their unit, dates are ISO."""
    if isinstance(value, Money):
        return f"{value.yuan}元"
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
