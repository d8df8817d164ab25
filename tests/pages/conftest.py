"""Both portals of the sandbox in a real Chromium: logged-in page objects, and a trail that remembers."""

import dataclasses
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext, Page

from bots.mall.portal import MallPortal
from bots.provincial.portal import ProvincialPortal
from bots.terms import Credentials, Terms
from configs.sites.loading import load_site
from flows.terms import terms_of
from sandbox.server import RunningSandbox
from sandbox.store.logins import Portal
from sandbox.weather import COOKIES
from tests.control import Control

LINNAN = Credentials("371424612001002", "Sandbox#2021", "临邑县")
JIAOYU = Credentials("371500301001002", "Sandbox#2021", "聊城市")
WAIT_SECONDS = 15.0


class Remembering:
    """A trail that tests can read."""

    def __init__(self) -> None:
        self.events: list[tuple[str, str, dict[str, Any]]] = []
        self.pictures: list[str] = []

    def event(self, path: str, action: str, **data: object) -> None:
        self.events.append((path, action, data))

    async def picture(self, name: str, page: Page) -> None:
        assert not page.is_closed()
        self.pictures.append(name)

    async def drawing(self, name: str, content: bytes) -> None:
        assert content.startswith(b"\x89PNG")
        self.pictures.append(name)

    def said(self) -> list[str]:
        return [str(data["text"]) for _, action, data in self.events if action == "said"]


def terms_on(sandbox: Control, portal: str) -> Terms:
    site = load_site("sandbox", site_url=sandbox.url).portal(portal)
    return dataclasses.replace(terms_of(site), wait_seconds=WAIT_SECONDS)


async def _is_inside(context: BrowserContext, box: RunningSandbox, portal: Portal, page: Page, work_area: str) -> None:
    """As if a login of an hour ago still held: the logins themselves are test_logins.py's."""
    token = box.store.logins.enter(portal, LINNAN.user, LINNAN.password).token
    await context.add_cookies([{"name": COOKIES[portal], "value": token, "url": box.url}])
    await page.goto(f"{box.url}{work_area}")


@pytest.fixture
def provincial_terms(sandbox: Control) -> Terms:
    return terms_on(sandbox, "provincial")


@pytest.fixture
def mall_terms(sandbox: Control) -> Terms:
    return terms_on(sandbox, "mall")


@pytest.fixture
async def at_the_door(context: BrowserContext, provincial_terms: Terms) -> ProvincialPortal:
    """The provincial portal, nobody logged in."""
    return ProvincialPortal(await context.new_page(), provincial_terms)


@pytest.fixture
async def portal(
    at_the_door: ProvincialPortal, context: BrowserContext, running_sandbox: RunningSandbox
) -> ProvincialPortal:
    """The provincial portal with 临南镇 logged in, on the list of plans, with a trail."""
    await _is_inside(context, running_sandbox, "provincial", at_the_door.screen.page, "sdgp/main.jsp")
    at_the_door.trail = Remembering()
    await at_the_door.plans.open()
    return at_the_door


@pytest.fixture
async def mall_door(context: BrowserContext, mall_terms: Terms) -> MallPortal:
    """The mall, nobody logged in."""
    return MallPortal(await context.new_page(), mall_terms)


@pytest.fixture
async def mall(mall_door: MallPortal, context: BrowserContext, running_sandbox: RunningSandbox) -> MallPortal:
    """The mall with 临南镇 logged in, on 计划单管理, with a trail."""
    await _is_inside(context, running_sandbox, "mall", mall_door.screen.page, "wssc/backend/")
    mall_door.trail = Remembering()
    await mall_door.sheets.open()
    return mall_door


Tomorrow = Callable[[BrowserContext], Awaitable[BrowserContext]]


@pytest.fixture
async def tomorrow(browser: Browser) -> AsyncIterator[Tomorrow]:
    """Another run: a fresh context with the session that an earlier one kept."""
    opened: list[BrowserContext] = []

    async def reopen(context: BrowserContext) -> BrowserContext:
        opened.append(await browser.new_context(storage_state=await context.storage_state(), locale="zh-CN"))
        return opened[-1]

    yield reopen
    for context in opened:
        await context.close()
