"""A browser page to draw forms on, and a trail that remembers."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Page

from bots.browser.shared import SharedBrowser
from bots.terms import Terms
from bots.widgets.form import Form

SAMPLES = Path(__file__).parent / "samples"
TERMS = Terms(
    base_url="http://portal.test", wait_seconds=12, synonyms={"预算内国有资本运营金额": ("预算内国有资本经营金额",)}
)

Draw = Callable[[str], Awaitable[Form]]


class Remembered:
    """A trail for looking at."""

    def __init__(self) -> None:
        self.events: list[tuple[str, str, dict[str, object]]] = []

    def event(self, path: str, action: str, **data: object) -> None:
        self.events.append((path, action, data))

    async def picture(self, name: str, page: Page) -> None:
        raise NotImplementedError

    async def drawing(self, name: str, content: bytes) -> None:
        raise NotImplementedError

    def moved(self) -> dict[str, object]:
        """Path → by what it was filled."""
        return {path: data["by"] for path, action, data in self.events if action == "fill"}


@pytest.fixture(scope="session")
async def blank(shared_browser: SharedBrowser) -> AsyncIterator[Page]:
    lane = await shared_browser.open_lane("forms@tests")
    yield lane.page
    await lane.close()


@pytest.fixture
def trail() -> Remembered:
    return Remembered()


@pytest.fixture
def draw(blank: Page, trail: Remembered) -> Draw:
    """Draw a page, by its HTML or the name of a sample, and hand back its form."""

    async def drawn(html: str) -> Form:
        if html.endswith(".html"):
            html = (SAMPLES / html).read_text("utf-8")
        await blank.goto("about:blank")  # a new window object, too
        await blank.set_content(f"<!doctype html><meta charset=utf-8>{html}")
        return Form(blank.main_frame, TERMS, path="provincial/计划", trail=trail)

    return drawn
