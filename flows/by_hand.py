"""A login that needs a person: in a window of ours, or in the browser that the person has open already.

Either way only the session is kept, for runs that nobody watches. What the ledger knows of refused logins and of fights
over the account is history then: a person has seen to it.
"""

import asyncio
from collections.abc import Callable
from contextlib import nullcontext, suppress

from pydantic import SecretStr

from bots.browser.joining import joined, origin_of, sessions_in
from bots.browser.lane import Lane
from bots.browser.shared import SharedBrowser
from bots.browser.translate import translating
from bots.errors import NeedsHuman, PortalTimeout
from bots.mall.portal import MallPortal
from bots.provincial.portal import ProvincialPortal
from bots.widgets.entrance import REMEMBERED
from configs.accounts import Account
from configs.sites.model import PortalSite
from configs.workspace import Workspace
from flows.entering import credentials_of, vault_of
from flows.intake import lane_key
from flows.ledger import Ledger, logins
from flows.ledger.database import place_of
from flows.route import Route
from flows.session import browser_of
from flows.terms import terms_of


class SessionNotKept(NeedsHuman):
    """`account` is logged in, and its session could not be kept below `folder`: there is no key to encrypt it with."""


class NobodyInside(NeedsHuman):
    """In the browser at `cdp` no open page of `address` belongs to somebody who is logged in (`pages`: how many)."""


def window_of(workspace: Workspace) -> SharedBrowser:
    """The browser in whose window the person logs in."""
    return browser_of(workspace, headless=False)


async def log_in_by_hand(
    workspace: Workspace,
    account: str,
    route: Route,
    *,
    minutes: float,
    ready: Callable[[], None],
    browser: SharedBrowser | None = None,
) -> None:
    """Open the login page, fill in what is known, and keep the session once the person has come inside.

    `ready` is called when it is the person's turn. Raises LoginNotSeen, LoginGivenUp, SessionNotKept.
    """
    site, person = workspace.portal(route.value), workspace.accounts[account]
    async with nullcontext(browser) if browser else window_of(workspace) as running:
        lane = await running.open_lane(lane_key(account, route), ignore_tls=site.ignore_tls)
        try:
            portal = _portal(route, lane, site)
            await portal.login.assist(credentials_of(person, _password(workspace, site, person)))
            ready()
            await portal.login.follow(minutes * 60)
            await _keep(workspace, lane)
        finally:
            await lane.close()
    _start_over(workspace, site, lane_key(account, route))


async def take_over(
    workspace: Workspace, account: str, route: Route, *, cdp: str, browser: SharedBrowser | None = None
) -> None:
    """Keep the session of a person who is logged in already, in the browser at `cdp`; that browser is left as it is.

    Raises BrowserNotJoined, NobodyInside, SessionNotKept.
    """
    site, key = workspace.portal(route.value), lane_key(account, route)
    async with joined(cdp) as theirs, translating(f"{key}: read the session", address=cdp):
        found = await sessions_in(theirs, site.base_url)
    async with nullcontext(browser) if browser else browser_of(workspace) as running:
        for address, kept in found:
            here = kept.with_stored(origin_of(address), REMEMBERED, address.split("#")[0])  # as if we had been there
            lane = await running.open_lane(key, begin_with=here, ignore_tls=site.ignore_tls)
            try:
                if await _goes_on(_portal(route, lane, site), site):
                    await _keep(workspace, lane)
                    _start_over(workspace, site, key)
                    return
            finally:
                await lane.close()
    raise NobodyInside(cdp=cdp, address=site.base_url, pages=len(found))


async def forget(workspace: Workspace, account: str, route: Route) -> None:
    """Forget the kept session, and that the portal refused a login: the next run logs in as if for the first time."""
    key = lane_key(account, route)
    await asyncio.to_thread(vault_of(workspace).forget, key)
    _start_over(workspace, workspace.portal(route.value), key)


async def _goes_on(portal: ProvincialPortal | MallPortal, site: PortalSite) -> bool:
    """Whether the page that a person has open is a work area that lets us in, too."""
    with suppress(PortalTimeout):  # some other page of the site
        if await portal.login.is_inside():
            await portal.login.follow(site.wait_seconds)
            return True
    return False


def _portal(route: Route, lane: Lane, site: PortalSite) -> ProvincialPortal | MallPortal:
    return (ProvincialPortal if route is Route.PROVINCIAL else MallPortal)(lane.page, terms_of(site))


def _password(workspace: Workspace, site: PortalSite, person: Account) -> SecretStr | None:
    if site.login == "manual":
        return None
    return workspace.settings.passwords.get(person.name.lower())


async def _keep(workspace: Workspace, lane: Lane) -> None:
    if not await lane.keep_session(vault_of(workspace)):
        account = lane.key.rpartition("@")[0]
        raise SessionNotKept(account=account, folder=str(workspace.state_dir / "sessions"))


def _start_over(workspace: Workspace, site: PortalSite, key: str) -> None:
    ledger = Ledger(place_of(workspace))
    try:
        logins.start_over(ledger, site.name, key)
    finally:
        ledger.close()
