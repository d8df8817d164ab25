"""A gallery page of each toolkit, open in the browser once, and its form."""

import dataclasses
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from bots.browser.shared import SharedBrowser
from bots.errors import ButtonMissing
from bots.terms import MessageKind, Patterns, Terms
from bots.trail import NoTrail
from bots.widgets.form import Form
from bots.widgets.screen import Screen
from configs.sites.loading import load_site
from flows.terms import terms_of
from sandbox.gallery import routes
from sandbox.server import RunningSandbox

HERE = Path(routes.__file__).parent
GALLERIES = sorted(one.parent.name for one in HERE.glob("*/form.html"))
WAIT_SECONDS = 8.0
LOAD_MS = 30_000  # whole toolkits, on a machine that does much else
QUESTION: tuple[MessageKind, re.Pattern[str]] = ("question", re.compile("^确定(提交选中的计划|保存联系人)吗"))

Open = Callable[[str], Awaitable[Page]]
Look = Callable[[str], Awaitable[Screen | None]]


@pytest.fixture(scope="session", params=GALLERIES)
def toolkit(request: pytest.FixtureRequest) -> str:
    """Each front-end toolkit that has a gallery."""
    name: str = request.param
    return name


@pytest.fixture(scope="session")
async def gallery(toolkit: str, shared_browser: SharedBrowser, running_sandbox: RunningSandbox) -> AsyncIterator[Open]:
    """Open a page of the toolkit's gallery; an opened one is kept for the tests that follow."""
    lane = await shared_browser.open_lane(f"{toolkit}@gallery")

    async def opened(name: str) -> Page:
        address = f"{running_sandbox.url}gallery/{toolkit}/{name}"
        if lane.page.url != address:
            await lane.page.goto(address, timeout=LOAD_MS)
        return lane.page

    yield opened
    await lane.close()


@pytest.fixture
def terms(running_sandbox: RunningSandbox) -> Terms:
    return Terms(base_url=running_sandbox.url.rstrip("/"), wait_seconds=WAIT_SECONDS)


@pytest.fixture
async def page(gallery: Open) -> Page:
    """The gallery's form."""
    return await gallery("form.html")


@pytest.fixture
async def own_page(page: Page) -> AsyncIterator[Page]:
    """The gallery's form as it is first loaded, for a test that changes more than its values."""
    await page.reload()
    yield page
    await page.reload()


@pytest.fixture
def form(page: Page, terms: Terms) -> Form:
    return Form(page.main_frame, terms, path="gallery", trail=NoTrail())


@pytest.fixture
def look(toolkit: str, gallery: Open, running_sandbox: RunningSandbox) -> Look:
    """Load a page anew and look at it with a site's own patterns; None where the toolkit's gallery has no such page."""
    site = load_site("sandbox", site_url=running_sandbox.url).portal("provincial")
    known = terms_of(site)
    patterns = Patterns((QUESTION, *known.patterns.messages))
    terms = dataclasses.replace(known, patterns=patterns, wait_seconds=WAIT_SECONDS)

    async def looked(name: str) -> Screen | None:
        if not (HERE / toolkit / name.partition("?")[0]).exists():
            return None
        screen = Screen.of(await gallery("form.html"), terms)
        await screen.close_windows()
        await screen.begin("gallery", "open")
        await screen.page.goto(f"{running_sandbox.url}gallery/{toolkit}/{name}", timeout=LOAD_MS)
        await screen.begin("gallery", "look")
        return screen

    return looked


async def pressed(page: Page) -> list[str]:
    """The buttons whose handlers have run."""
    names: list[str] = await page.evaluate("gallery.pressed")
    return names


async def until_pressed(screen: Screen, name: str) -> None:
    """Wait until a button's handler has run; what asks or says something meanwhile is answered."""

    async def probe() -> bool | None:
        await screen.spots()
        return name in await pressed(screen.page) or None

    await screen.until(probe, lambda: missing(name))


def missing(name: str) -> ButtonMissing:
    return ButtonMissing(where="gallery", words=[name], candidates=[])


async def kept(page: Page) -> dict[str, str]:
    """What the application behind the page holds, by label without its unit."""
    held: dict[str, Any] = await page.evaluate("gallery.kept()")
    return {label.split("(万元)")[0]: str(text) for label, text in held.items()}
