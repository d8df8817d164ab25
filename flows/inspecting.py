"""Looking at a page as the bot sees it: for preparing a portal, and for noticing its releases. Nothing is saved there.

A screen is reached the way a filing reaches it, by a clerk who logs in; its ledger is a scratch one, because a look is
no run that a report could tell of.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Final

from bots.browser.scratch import scratch
from bots.browser.shared import SharedBrowser
from bots.browser.translate import translating
from bots.errors import NeedsHuman, RefusedByPortal
from bots.provincial.details import DetailsPage
from bots.terms import Terms
from bots.widgets.inspection import PageSeen, look, visit
from bots.widgets.screen import Screen
from configs.workspace import Workspace
from flows import workshop
from flows.clerk import Clerk
from flows.fleet.presence import between_runs
from flows.lanes import Gates, Lanes
from flows.ledger import Ledger
from flows.session import browser_of, new_run_id
from flows.workshop import Workshop


class NoPlanToInspect(NeedsHuman):
    """The list of `account` shows no plan whose details could be opened."""


async def inspect_address(workspace: Workspace, address: str, *, browser: SharedBrowser | None = None) -> PageSeen:
    """Look at any page that needs no login."""
    async with nullcontext(browser) if browser else browser_of(workspace) as running:
        lane = await running.open_lane("inspect")
        try:
            async with translating(address):
                screen = Screen.of(lane.page, Terms(base_url=address))
                await visit(screen, address)
                return await look(screen)
        finally:
            await lane.close()


async def inspect_screen(
    workspace: Workspace, account: str, screen: str, *, browser: SharedBrowser | None = None
) -> PageSeen:
    """Log in as an account, go to one of SCREENS, look, and leave it as it was."""
    lane = f"{account}@{screen.partition('/')[0]}"
    with between_runs(workspace), tempfile.TemporaryDirectory(dir=scratch()) as folder:
        async with (
            nullcontext(browser) if browser else browser_of(workspace) as running,
            _at_work(workspace, running, Path(folder), lane) as clerk,
            SCREENS[screen](clerk),
            translating(screen),
        ):
            return await look(clerk.portal.screen)


@asynccontextmanager
async def _at_work(workspace: Workspace, browser: SharedBrowser, folder: Path, lane: str) -> AsyncIterator[Clerk]:
    """A clerk who is logged in, and whatever a clerk needs around him."""
    stopping = asyncio.Event()
    gates = Gates(workspace, stopping)
    ledger = Ledger(folder / "ledger.sqlite")
    shop = Workshop(
        workspace=workspace,
        ledger=ledger,
        run_id=new_run_id("inspect"),
        selection=frozenset(),
        gates=gates,
        lanes=Lanes(browser, workspace, gates, most=1),
        stopping=stopping,
    )
    workshop.set_up(shop)
    try:
        async with shop.lanes.turn(lane) as clerk:
            await clerk.go_inside()
            yield clerk
    finally:
        await shop.lanes.close()
        workshop.tear_down()
        ledger.close()


@asynccontextmanager
async def _plans(clerk: Clerk) -> AsyncIterator[None]:
    await clerk.provincial.plans.open()
    yield


@asynccontextmanager
async def _plan_form(clerk: Clerk) -> AsyncIterator[None]:
    await clerk.provincial.plans.open()
    form = await clerk.provincial.plans.add()
    try:
        yield
    finally:
        await form.close()


@asynccontextmanager
async def _details_of_a_plan(clerk: Clerk) -> AsyncIterator[DetailsPage]:
    plans = clerk.provincial.plans
    await plans.open()
    number = next((row["计划编号"] for row in await plans.find() if row.get("计划编号")), None)
    if number is None:
        raise NoPlanToInspect(account=clerk.account.name)
    details = await plans.details(number)
    try:
        yield details
    finally:
        await details.close()


@asynccontextmanager
async def _details(clerk: Clerk) -> AsyncIterator[None]:
    async with _details_of_a_plan(clerk):
        yield


@asynccontextmanager
async def _detail_form(clerk: Clerk) -> AsyncIterator[None]:
    """An empty form, or where the plan has its one line already, that line."""
    async with _details_of_a_plan(clerk) as details:
        try:
            form = await details.add()
        except RefusedByPortal:
            rows = await details.rows()
            form = await details.view(rows[0])
        try:
            yield
        finally:
            await form.close()


@asynccontextmanager
async def _sheets(clerk: Clerk) -> AsyncIterator[None]:
    await clerk.mall.sheets.open()
    yield


@asynccontextmanager
async def _sheet_form(clerk: Clerk) -> AsyncIterator[None]:
    await clerk.mall.sheets.open()
    form = await clerk.mall.sheets.add()
    try:
        yield
    finally:
        await form.close()


SCREENS: Final[dict[str, Callable[[Clerk], AbstractAsyncContextManager[object]]]] = {
    "provincial/采购计划维护": _plans,
    "provincial/计划": _plan_form,
    "provincial/明细管理": _details,
    "provincial/明细": _detail_form,
    "mall/计划单管理": _sheets,
    "mall/计划单": _sheet_form,
}
