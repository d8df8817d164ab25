"""A provincial clerk over HTTP, and one Chromium for the few tests that need scripts to run."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, BrowserContext, async_playwright

from bots.browser.find import find_browser
from sandbox.server import RunningSandbox
from tests.control import Control
from tests.sandbox.province_clerk import Clerk


@pytest.fixture
def clerk(sandbox: Control) -> Clerk:
    """Logged in, on the first day."""
    clerk = Clerk(sandbox.url)
    clerk.login()
    return clerk


@pytest.fixture
def box(running_sandbox: RunningSandbox, sandbox: Control) -> RunningSandbox:
    """The server itself, on the first day, for a look into its store."""
    return running_sandbox


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    choice = find_browser()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=choice.executable, channel=choice.channel, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        await browser.close()


@pytest.fixture
async def context(chromium: Browser) -> AsyncIterator[BrowserContext]:
    context = await chromium.new_context(viewport={"width": 1366, "height": 768})
    context.set_default_timeout(5000)
    yield context
    await context.close()
