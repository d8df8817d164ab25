"""Evidence for all machines: copied to a store such as S3 while plans are worked on, and fetched from it for reports.

    <store>/<filing>/<machine>/events.jsonl …    each machine writes into folders of its own: nothing is overwritten

It is on this machine's disk first, and stays there. A store that is away holds nobody up: what it has not got yet is
remembered (`.to-keep/<filing>`), and copied later, after a kill or a restart, too.
"""

import asyncio
import logging
import os
import socket
import threading
import time
import uuid
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from bots.browser.evidence import SUMS
from configs.settings import Settings
from configs.workspace import Workspace
from flows.evidence_pending import CLOSED, Pending

LOOK_SECONDS = 5.0
OLD_SECONDS = 3600.0  # what nobody has written to for so long is nobody's work any more
log = logging.getLogger("yuncai.fleet")


class Store:
    """A store of evidence, seen from one machine."""

    def __init__(self, settings: Settings, evidence_dir: Path) -> None:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - only where a store is wanted

        assert settings.evidence.store is not None
        secrets = {name: secret.get_secret_value() for name, secret in settings.store_secrets.items()}
        options: dict[str, Any] = {**settings.evidence.store_options, **secrets, "use_listings_cache": False}
        self._files, self._base = url_to_fs(  # type: ignore[no-untyped-call]
            settings.evidence.store, skip_instance_cache=True, **options
        )
        self._evidence_dir = evidence_dir
        self._known: dict[Path, tuple[int, int]] = {}  # what was copied: size and time of change
        self._refused: Counter[str] = Counter()  # how often each folder could not be copied
        self.pending = Pending(evidence_dir)
        self.machine = _machine(evidence_dir)

    def keep(self) -> None:
        """Copy what has changed in every folder that is not whole there yet; what was refused before goes last."""
        states = self.pending.states()
        for name in sorted(states, key=lambda name: self._refused[name]):
            state = states[name]
            self._refused[name] += 1  # until it is through
            newest = max(self._keep_folder(name), self.pending.since(name))
            del self._refused[name]
            idle = time.time() - newest > OLD_SECONDS
            if (state == CLOSED or idle) and self.pending.states().get(name) == state:
                self.pending.done(name)

    def _keep_folder(self, name: str) -> float:
        """Copy one; returns when it was written to last. The sums go last: what they name is there then."""
        newest = 0.0
        for path in sorted(_files_of(self._evidence_dir / name), key=lambda path: path.name == SUMS):
            state = path.stat()
            newest = max(newest, state.st_mtime)
            print_ = state.st_size, state.st_mtime_ns
            if self._known.get(path) != print_:
                self._files.makedirs(f"{self._base}/{name}/{self.machine}", exist_ok=True)
                self._files.put_file(str(path), f"{self._base}/{name}/{self.machine}/{path.name}")
                self._known[path] = print_
        return newest

    def fetch(self, name: str) -> None:
        """Bring what the other machines have of a filing, into a folder for each beside our own files."""
        for place in self._entries(f"{self._base}/{name}"):
            machine = place["name"].rstrip("/").rpartition("/")[2]
            if place["type"] != "directory" or machine == self.machine:
                continue
            for file in self._entries(place["name"]):
                target = self._evidence_dir / name / machine / file["name"].rpartition("/")[2]
                if (
                    target.suffix not in {".png", ".zip"}
                    or not target.exists()
                    or target.stat().st_size != file["size"]
                ):
                    target.parent.mkdir(parents=True, exist_ok=True)
                    self._files.get_file(file["name"], str(target))

    def _entries(self, place: str) -> list[dict[str, Any]]:
        with suppress(FileNotFoundError):
            found: list[dict[str, Any]] = self._files.ls(place, detail=True)
            return found
        return []


def store_of(workspace: Workspace) -> Store | None:
    """The workspace's store, if it has one."""
    return Store(workspace.settings, workspace.evidence_dir) if workspace.settings.evidence.store else None


@asynccontextmanager
async def kept_for_all(workspace: Workspace) -> AsyncIterator[Callable[[], Awaitable[None]]]:
    """Meanwhile evidence is copied to the store, and what is left at the end; yields what copies that at once.

    Without a store nothing happens.
    """
    keeper = Keeper(workspace)

    async def copy() -> None:
        if workspace.settings.evidence.store:
            await asyncio.to_thread(keeper.keep)

    async def now_and_then() -> None:
        while True:
            await copy()
            await asyncio.sleep(LOOK_SECONDS)

    keeping = asyncio.create_task(now_and_then())
    try:
        yield copy
    finally:
        keeping.cancel()
        await asyncio.wait({keeping})
        await copy()


def fetch_all(workspace: Workspace, names: Iterable[str]) -> None:
    """Bring what other machines have of these filings; a store that is away leaves us with what is here."""
    try:
        if store := store_of(workspace):
            for name in names:
                store.fetch(name)
    except Exception as error:  # noqa: BLE001 - each kind of store has errors of its own
        log.warning("what other machines have is not fetched, the store does not answer: %s", error)


class Keeper:
    """Copies to the store as well as it can: a store that is away is told of once, and stops nothing."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._store: Store | None = None
        self._complaint = ""
        self._one_at_a_time = threading.Lock()

    def keep(self) -> None:
        """Copy what the store has not got yet."""
        with self._one_at_a_time:
            complaint = self._try()
            if complaint and complaint != self._complaint:
                log.warning("evidence stays on this machine for now, the store does not take it: %s", complaint)
            elif self._complaint and not complaint:
                log.info("the store takes evidence again")
            self._complaint = complaint

    def _try(self) -> str:
        try:
            self._store = self._store or store_of(self._workspace)
            if self._store:
                self._store.keep()
        except Exception as error:  # noqa: BLE001 - each kind of store has errors of its own
            return str(error) or type(error).__name__
        return ""


def _files_of(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))


def _machine(evidence_dir: Path) -> str:
    """This folder's name in the store: another disk, even under the same host name, is another machine."""
    evidence_dir.mkdir(parents=True, exist_ok=True)
    file = evidence_dir / ".machine"
    if not file.exists():
        name = f"{socket.gethostname()}-{uuid.uuid4().hex[:6]}"
        mine = evidence_dir / f".{name}"
        mine.write_text(name, encoding="utf-8")
        with suppress(FileExistsError):  # another process was a moment earlier
            os.link(mine, file)
        mine.unlink()
    return file.read_text(encoding="utf-8")
