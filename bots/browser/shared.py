"""One browser for all lanes: started once, started again when it crashed, closed within a limit."""

import asyncio
import contextlib
import logging
import os
import re
from types import TracebackType
from typing import Self

from playwright.async_api import Browser, BrowserContext, Playwright, Route, async_playwright
from playwright.async_api import Error as PlaywrightError

from bots.browser.find import BrowserChoice, BrowserNotStarted, find_browser
from bots.browser.kept import Kept
from bots.browser.lane import Lane
from bots.browser.scratch import used_by_children
from bots.browser.translate import DRIVER_GONE, translating
from bots.browser.vault import Vault

FLAGS = ("--disable-gpu",)  # Playwright itself silences the rest; a second --disable-features would undo its own
UNNEEDED = re.compile(r"\.(png|jpe?g|gif|webp|bmp|ico|svg|woff2?|ttf|otf|eot|mp4|webm)(\?|$)", re.IGNORECASE)
NO_SANDBOX = "No usable sandbox"  # in a container, or where the kernel forbids user namespaces
TELLING = re.compile(r"error|sandbox|cannot|no such|denied|missing|requires", re.IGNORECASE)
VIEWPORT = {"width": 1366, "height": 900}
log = logging.getLogger("yuncai.browser")
START_SECONDS = 60
CLOSE_SECONDS = 10


class SharedBrowser:
    """An async context manager; `open_lane` may be called by several lanes at once."""

    def __init__(
        self,
        *,
        executable: str | None = None,
        channel: str | None = None,
        headless: bool = True,
        sandbox: bool | None = None,
        wait_seconds: float = 20.0,
    ) -> None:
        """`sandbox`: Chromium's own; None: wherever it works (not for root). `wait_seconds` limit every wait."""
        self._wish = (executable, channel)
        self._headless = headless
        self._sandbox = False if sandbox is None and _is_root() else sandbox
        self._wait_ms = wait_seconds * 1000
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._starting = asyncio.Lock()
        self.starts = 0

    async def __aenter__(self) -> Self:
        """Start the browser; raises BrowserMissing, ConfiguredBrowserMissing, BrowserNotStarted."""
        await self._running()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close everything."""
        await self.close()

    @property
    def version(self) -> str:
        """The version of the running browser; empty when none runs."""
        return self._browser.version if self._browser is not None else ""

    async def open_lane(
        self,
        key: str,
        *,
        vault: Vault | None = None,
        begin_with: Kept | None = None,
        ignore_tls: bool = False,
        block_images: bool = False,
    ) -> Lane:
        """Open a context for one account on one site, with the session that the last run kept.

        `vault`: where sessions are kept (None keeps none); `begin_with`: a session that comes from elsewhere. Starts
        the browser again when it crashed; the other lanes then are not `alive`, and their owners open them anew.
        Raises BrowserGone, BrowserNotStarted.
        """
        browser = await self._running()
        kept = await asyncio.to_thread(vault.take, key) if vault else begin_with
        async with translating(f"{key}: open the lane"):
            context = await browser.new_context(
                locale="zh-CN",
                timezone_id="Asia/Shanghai",
                viewport={"width": VIEWPORT["width"], "height": VIEWPORT["height"]},
                ignore_https_errors=ignore_tls,
                service_workers="block",
                storage_state=kept.storage if kept else None,
                user_agent=(kept.agent or None) if kept else None,
            )
            context.set_default_timeout(self._wait_ms)
            context.set_default_navigation_timeout(self._wait_ms)
            if kept:
                await kept.put_back(context)
            if block_images:
                await _block(context)
            return Lane(key, context, await context.new_page(), vault, kept.agent if kept else "")

    async def close(self) -> None:
        """Close browser and driver, each bounded in time; what does not answer is left to die with the process."""
        browser, self._browser = self._browser, None
        playwright, self._playwright = self._playwright, None
        with contextlib.suppress(PlaywrightError, TimeoutError):
            if browser is not None:
                await asyncio.wait_for(browser.close(), CLOSE_SECONDS)
        with contextlib.suppress(PlaywrightError, TimeoutError):
            if playwright is not None:
                await asyncio.wait_for(playwright.stop(), CLOSE_SECONDS)

    async def _running(self) -> Browser:
        async with self._starting:
            if self._browser is None or not self._browser.is_connected():
                self._browser = await self._start(find_browser(*self._wish, headless=self._headless))
            return self._browser

    async def _start(self, choice: BrowserChoice) -> Browser:
        if self._playwright is None:
            self._playwright = await _start_driver()
        try:
            return await self._launch(
                self._playwright, choice, sandbox=True if self._sandbox is None else self._sandbox
            )
        except PlaywrightError as exc:
            if self._sandbox is not None or NO_SANDBOX not in str(exc):
                raise BrowserNotStarted(browser=str(choice), reason=_why(exc)) from exc
        log.info("this machine offers Chromium no sandbox; it runs without one")
        self._sandbox = False
        return await self._start(choice)

    async def _launch(self, playwright: Playwright, choice: BrowserChoice, *, sandbox: bool) -> Browser:
        browser = await playwright.chromium.launch(
            executable_path=choice.executable,
            channel=choice.channel,
            headless=self._headless,
            chromium_sandbox=sandbox,
            args=list(FLAGS),
            handle_sigint=False,  # Ctrl-C is the flow's business: it ends its step, then closes the browser
            handle_sigterm=False,
            handle_sighup=False,
            timeout=START_SECONDS * 1000,
        )
        self.starts += 1
        return browser


async def _start_driver() -> Playwright:
    try:
        with used_by_children():
            return await async_playwright().start()
    except Exception as exc:
        if isinstance(exc, PlaywrightError | OSError) or DRIVER_GONE in str(exc):
            raise BrowserNotStarted(browser="Playwright", reason=str(exc)) from exc
        raise


async def _block(context: BrowserContext) -> None:
    async def stop(route: Route) -> None:
        with contextlib.suppress(PlaywrightError):  # the page may be gone by now
            await route.abort("blockedbyclient")

    await context.route(UNNEEDED, stop)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _why(exc: PlaywrightError) -> str:
    """Find the telling line of a launch failure: what the browser itself wrote, or else Playwright's first line."""
    wrote = re.findall(r"\[err\] (?:\[[^\]]*\] ?)?(.+)", str(exc))
    return next(filter(TELLING.search, wrote), wrote[-1] if wrote else str(exc).split("\n", 1)[0])[:300]
