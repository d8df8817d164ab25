"""A clerk: one account at one portal, with a browser context of its own, logged in once and strictly serial."""

import logging
from contextlib import nullcontext, suppress

from pydantic import SecretStr

from bots.browser.evidence import Evidence
from bots.browser.lane import Lane
from bots.browser.shared import SharedBrowser
from bots.browser.vault import Vault
from bots.errors import BotError, SessionExpired
from bots.mall.portal import MallPortal
from bots.provincial.portal import ProvincialPortal
from bots.trail import NoTrail
from configs.accounts import Account
from configs.sites.model import PortalSite
from flows import workshop
from flows.entering import credentials_of, let_in
from flows.errors import LaneShut
from flows.gate import Gate
from flows.ledger import logins, runs
from flows.pace import Pace
from flows.terms import terms_of
from flows.witnessing import LearnedNames

log = logging.getLogger("yuncai.clerk")


class Clerk:
    """Opens the lane when it is first needed, logs in when it must, and keeps the session for the next run."""

    def __init__(
        self,
        key: str,
        account: Account,
        site: PortalSite,
        gate: Gate,
        browser: SharedBrowser,
        *,
        pace: Pace,
        vault: Vault,
        make_portal: type[ProvincialPortal] | type[MallPortal],
    ) -> None:
        self.key = key
        self.account = account
        self.site = site
        self.gate = gate
        self.pace = pace
        self.terms = terms_of(site)
        self.names = LearnedNames(site)
        self._browser = browser
        self._vault = vault
        self._make_portal = make_portal
        self._lane: Lane | None = None
        self._portal: ProvincialPortal | MallPortal | None = None
        self._inside = False
        self._evidence: Evidence | None = None

    @property
    def portal(self) -> ProvincialPortal | MallPortal:
        """The portal's page objects; only after `go_inside`."""
        assert self._portal is not None
        return self._portal

    @property
    def provincial(self) -> ProvincialPortal:
        """The page objects of the manual's part one."""
        assert isinstance(self._portal, ProvincialPortal)
        return self._portal

    @property
    def mall(self) -> MallPortal:
        """The page objects of the manual's part two."""
        assert isinstance(self._portal, MallPortal)
        return self._portal

    async def go_inside(self) -> None:
        """Be logged in. Raises LaneShut, LoginByHand, and what the login page raises."""
        if self._inside and self._lane is not None and self._lane.alive:
            return
        shop = workshop.current()
        if trouble := runs.why_shut(shop.ledger, shop.run_id, self.key):
            raise LaneShut(account=self.account.name, reason=trouble.code)
        await self._open()
        try:
            async with self._evidence.unwatched() if self._evidence else nullcontext():
                await self._log_in()
        except BotError as error:
            if error.closes_lane:
                runs.shut_lane(shop.ledger, shop.run_id, self.key, error)
            raise
        self._inside = True
        await self._trace()

    async def _open(self) -> None:
        if self._lane is not None and not self._lane.alive:
            await self.leave()
        if self._lane is None:
            self._lane = await self._browser.open_lane(
                self.key,
                vault=self._vault,
                ignore_tls=self.terms.ignore_tls,
                block_images=workshop.current().workspace.settings.browser.block_images,
            )
            self._portal = self._make_portal(self._lane.page, self.terms)
            self._portal.screen.names = self.names

    async def _log_in(self) -> None:
        assert self._lane is not None
        self.portal.trail = NoTrail()  # nothing of a login is ever recorded
        try:
            await let_in(self.portal.login, self._lane, self.site, credentials_of(self.account, self.password))
        finally:
            self.portal.trail = self._evidence or NoTrail()

    @property
    def password(self) -> SecretStr | None:
        """The account's password; None where a person logs in by hand."""
        if self.site.login == "manual":
            return None
        return workshop.current().workspace.password_of(self.account.name)

    async def record_into(self, evidence: Evidence) -> None:
        """From here on the trail, and the trace once logged in, belong to this filing."""
        self._evidence = evidence
        self.names.forget()
        if self._portal is not None:
            self._portal.trail = evidence
        if self._inside:
            await self._trace()

    async def _trace(self) -> None:
        wish = workshop.current().workspace.settings.evidence.trace
        if self._evidence is not None and self._lane is not None and wish != "never":
            await self._evidence.trace_start(self._lane.context, full=wish == "full")

    async def stop_recording(self, *, failed: bool) -> None:
        """The filing is over: keep its trace when something failed, and drop it otherwise."""
        evidence, self._evidence = self._evidence, None
        if evidence is None:
            return
        if self._portal is not None:
            self._portal.trail = NoTrail()
        await (evidence.trace_keep() if failed else evidence.trace_drop())

    async def session_is_over(self, error: SessionExpired) -> None:
        """The portal has thrown us out; the next move comes in with a window of its own, and logs in again."""
        kicked = self.site.was_kicked(str(error.params.get("text", "")))
        logins.throw_out(workshop.current().ledger, self.site.name, self.key, kicked=kicked)
        if self._evidence is not None:
            await self._evidence.trace_drop()  # it is only kept of what fails
        self._inside = False
        await self.leave()

    async def look_in(self) -> None:
        """Read the work area, so that the portal does not take us for gone; whoever works next meets what is wrong."""
        if self._inside:
            with suppress(BotError):
                self._inside = await self.portal.login.is_inside()

    async def start_afresh(self) -> None:
        """After a failure of the portal: a fresh page, so that nothing half-done is left standing."""
        if self._evidence is not None and self._lane is not None:
            with suppress(BotError):
                await self._evidence.picture("出错时的页面", self._lane.page)
        self._inside = False
        await self.leave()

    async def leave(self) -> None:
        """Close the lane; its session, as it is now, stays on disk for the next run."""
        inside, self._inside = self._inside, False
        lane, self._lane, self._portal = self._lane, None, None
        if lane is not None:
            with suppress(BotError):
                if inside and lane.alive:
                    await lane.keep_session()
            if self._evidence is not None:
                await self._evidence.trace_keep()
            await lane.close()
