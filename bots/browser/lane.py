"""A lane's half of the browser: one context and one main page for one account on one site, and its kept session."""

import asyncio
import contextlib
import json
import os
import tempfile
from pathlib import Path

from playwright.async_api import BrowserContext, Page
from playwright.async_api import Error as PlaywrightError

from bots.browser.evidence import EvidenceNotWritable, safe_name
from bots.browser.translate import translating

CLOSE_SECONDS = 5


class Lane:
    """Strictly serial: one filing at a time works on `page`; popups come and go beside it."""

    def __init__(self, key: str, context: BrowserContext, page: Page, session: Path | None) -> None:
        self.key = key
        self.context = context
        self._page = page
        self._session = session
        self._crashed = False
        self._gone = False
        context.on("close", lambda _: setattr(self, "_gone", True))
        self._watch(page)

    @property
    def page(self) -> Page:
        """The main page; after a crash ask for a `fresh_page()`."""
        return self._page

    @property
    def alive(self) -> bool:
        """Whether the context still lives; when not, the owner opens the lane anew."""
        browser = self.context.browser
        return not self._gone and browser is not None and browser.is_connected()

    async def fresh_page(self) -> Page:
        """Return the main page, or a new one when it crashed or was closed; raises BrowserGone."""
        if self._crashed or self._page.is_closed():
            broken = self._page
            async with translating(f"{self.key}: new page"):
                self._page = await self.context.new_page()
            self._crashed = False
            self._watch(self._page)
            with contextlib.suppress(PlaywrightError):
                await broken.close()
        return self._page

    async def close_popups(self) -> int:
        """Close every window but the main page (a filing may have left one behind); returns how many."""
        strays = [page for page in self.context.pages if page is not self._page]
        for stray in strays:
            with contextlib.suppress(PlaywrightError):
                await stray.close()
        return len(strays)

    async def keep_session(self) -> None:
        """Keep cookies and local storage for the next run: written whole or not at all, readable by its owner only."""
        if self._session is None:
            return
        async with translating(f"{self.key}: keep the session"):
            state = await self.context.storage_state()
        try:
            await asyncio.to_thread(_write_private, self._session, json.dumps(state, ensure_ascii=False))
        except OSError as exc:
            raise EvidenceNotWritable(folder=str(self._session.parent), reason=exc.strerror or str(exc)) from exc

    async def forget_session(self) -> None:
        """Drop what was kept, and the cookies that the context holds now: the next login starts clean."""
        if self._session is not None:
            self._session.unlink(missing_ok=True)
        with contextlib.suppress(PlaywrightError):
            await self.context.clear_cookies()

    async def close(self) -> None:
        """Close the context, bounded in time, whatever state it is in."""
        with contextlib.suppress(PlaywrightError, TimeoutError):
            await asyncio.wait_for(self.context.close(), CLOSE_SECONDS)

    def _watch(self, page: Page) -> None:
        page.on("crash", lambda crashed: setattr(self, "_crashed", self._crashed or crashed is self._page))


def session_file(folder: Path, key: str) -> Path:
    """Name the file that keeps the session of a lane."""
    return folder / f"{safe_name(key)}.json"


def kept_session(file: Path | None) -> Path | None:
    """Return the session file when it holds one; a file that can't be read is thrown away."""
    if file is None or not file.is_file():
        return None
    try:
        state = json.loads(file.read_text("utf-8"))
        good = isinstance(state["cookies"], list) and isinstance(state["origins"], list)
    except (OSError, ValueError, KeyError, TypeError):
        good = False
    if not good:
        file.unlink(missing_ok=True)
        return None
    return file


def _write_private(file: Path, text: str) -> None:
    """Replace the file in one move; a crash leaves the old one or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".session-")  # mkstemp: mode 600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
