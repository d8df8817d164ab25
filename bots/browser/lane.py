"""A lane's half of the browser: one context and one main page for one account on one site, and its kept session."""

import asyncio
import contextlib
import logging

from playwright.async_api import BrowserContext, Page
from playwright.async_api import Error as PlaywrightError

from bots.browser.evidence import EvidenceNotWritable
from bots.browser.kept import agent_of, empty, session_of
from bots.browser.translate import translating
from bots.browser.vault import NoKeyError, Vault
from bots.browser.windows import close_window

CLOSE_SECONDS = 5
log = logging.getLogger("yuncai.sessions")


class Lane:
    """Strictly serial: one filing at a time works on `page`; popups come and go beside it."""

    def __init__(self, key: str, context: BrowserContext, page: Page, vault: Vault | None, agent: str = "") -> None:
        """`agent`: of the kept session that it begins with."""
        self.key = key
        self.context = context
        self._page = page
        self._vault = vault
        self._agent = agent
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
                await close_window(stray)
        return len(strays)

    async def keep_session(self, vault: Vault | None = None) -> bool:
        """Keep cookies and storage, encrypted, for the next run.

        `vault`: where a person's login is kept, with the name of the browser in which it was made. False when there
        is no key for that. Raises BrowserGone, EvidenceNotWritable.
        """
        agent = await agent_of(self.context) if vault else self._agent
        vault = vault or self._vault
        if vault is None:
            return False
        async with translating(f"{self.key}: keep the session"):
            kept = await session_of(self.context, agent=agent)
        try:
            await asyncio.to_thread(vault.keep, self.key, kept)
        except NoKeyError as error:
            log.warning("%s: the session is not kept, there is no key to encrypt it with: %s", self.key, error)
            return False
        except OSError as exc:
            raise EvidenceNotWritable(folder=str(vault.folder), reason=exc.strerror or str(exc)) from exc
        return True

    async def forget_session(self) -> None:
        """Drop what was kept, and what the context holds now: the next login starts clean."""
        if self._vault is not None:
            await asyncio.to_thread(self._vault.forget, self.key)
        self._agent = ""
        with contextlib.suppress(PlaywrightError):
            await empty(self.context)
            await self.context.clear_cookies()

    async def close(self) -> None:
        """Close the context, bounded in time, whatever state it is in."""
        with contextlib.suppress(PlaywrightError, TimeoutError):
            await asyncio.wait_for(self.context.close(), CLOSE_SECONDS)

    def _watch(self, page: Page) -> None:
        page.on("crash", lambda crashed: setattr(self, "_crashed", self._crashed or crashed is self._page))
