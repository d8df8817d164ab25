"""Lanes: which clerks have a window open. Never more than the run's limit, and each strictly serial."""

import asyncio
from collections import Counter, OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from bots.browser.probe import answers
from bots.browser.shared import SharedBrowser
from bots.mall.portal import MallPortal
from bots.provincial.portal import ProvincialPortal
from configs.workspace import Workspace
from flows.clerk import Clerk
from flows.entering import vault_of
from flows.gate import Gate
from flows.keeping_alive import Awake
from flows.pace import Limits, Pace
from flows.route import Route


class Gates:
    """One gate for each portal of the workspace's site."""

    def __init__(self, workspace: Workspace, stopping: asyncio.Event) -> None:
        self._workspace = workspace
        self.stopping = stopping
        self._gates: dict[Route, Gate] = {}

    def of(self, route: Route) -> Gate:
        """The gate before a portal."""
        if route not in self._gates:
            site = self._workspace.portal(route.value)
            address = site.base_url.rstrip("/") + site.entry

            async def knock() -> bool:
                return await answers(address, ignore_tls=site.ignore_tls)

            self._gates[route] = Gate(address, site.patience_minutes * 60, knock, self.stopping)
        return self._gates[route]


class Lanes:
    """Hands out clerks by turns; a clerk's window stays open until another lane needs the place."""

    def __init__(
        self,
        browser: SharedBrowser,
        workspace: Workspace,
        gates: Gates,
        *,
        most: int,
        limits: Callable[[Route], Limits] | None = None,
        shared: bool = False,
    ) -> None:
        """`limits`: those of a portal, where more than this process keeps them.

        `shared`: other processes have the same lanes at other times. A window of ours that stood open until our next
        shift would meet their login: a portal that lets an account in only once tells it that it was thrown out.
        """
        self._browser = browser
        self._workspace = workspace
        self._gates = gates
        self._vault = vault_of(workspace)
        self._places = asyncio.Semaphore(most)
        self._most = most
        self._locks: dict[str, asyncio.Lock] = {}
        self._clerks: OrderedDict[str, Clerk] = OrderedDict()
        self._busy: set[str] = set()
        self._shared = shared
        self._shifts: Counter[str] = Counter()  # under way here, by lane
        self._paces = {
            route: Pace(workspace.portal(route.value), gates.stopping, limits(route) if limits else None)
            for route in Route
        }
        self._awake = Awake(self._locks, gates.stopping)

    @asynccontextmanager
    async def turn(self, key: str) -> AsyncIterator[Clerk]:
        """Work on a lane, alone. Two turns of one lane never overlap, whoever asks."""
        async with self._locks.setdefault(key, asyncio.Lock()), self.pace_of(key).place(), self._places:
            self._awake.disturb_no_more(key)
            clerk = self._clerks.get(key) or self._hire(key)
            self._clerks[key] = clerk
            self._clerks.move_to_end(key)
            self._busy.add(key)
            try:
                await self._send_home_idle()
                yield clerk
            finally:
                self._busy.discard(key)
                if self._stays(key):
                    self._awake.look_after(key, clerk)
                else:
                    await self._go_home(key)

    @asynccontextmanager
    async def on_shift(self, *keys: str) -> AsyncIterator[None]:
        """These lanes are ours meanwhile: their windows stay open from turn to turn."""
        self._shifts.update(keys)
        try:
            yield
        finally:
            self._shifts.subtract(keys)
            for key in keys:
                async with self._locks.setdefault(key, asyncio.Lock()):
                    if not self._stays(key):
                        await self._go_home(key)

    def pace_of(self, key: str) -> Pace:
        """The pace of the portal that a lane works on."""
        return self._paces[Route(key.rpartition("@")[2])]

    def at_work(self, key: str) -> Clerk:
        """The clerk whose turn it is; only inside `turn`."""
        assert key in self._busy
        return self._clerks[key]

    async def at_rest(self, *, within: float) -> None:
        """Wait until no turn is under way, at most so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                for _ in range(self._most):
                    await self._places.acquire()

    def _hire(self, key: str) -> Clerk:
        name, _, route_name = key.rpartition("@")
        route = Route(route_name)
        account = self._workspace.accounts[name]
        site = self._workspace.portal(route.value)
        gate = self._gates.of(route)
        portal = ProvincialPortal if route is Route.PROVINCIAL else MallPortal
        pace = self.pace_of(key)
        return Clerk(key, account, site, gate, self._browser, pace=pace, vault=self._vault, make_portal=portal)

    async def _send_home_idle(self) -> None:
        for key in [key for key in self._clerks if key not in self._busy]:
            if len(self._clerks) > self._most or self._is_crowded(Route(key.rpartition("@")[2])):
                await self._go_home(key)

    def _stays(self, key: str) -> bool:
        return not self._shared or self._shifts[key] > 0

    async def _go_home(self, key: str) -> None:
        self._awake.disturb_no_more(key)
        if clerk := self._clerks.pop(key, None):
            await clerk.leave()

    def _is_crowded(self, route: Route) -> bool:
        """More windows stand open on a portal than it wants."""
        most = self._workspace.portal(route.value).lanes
        return most is not None and sum(key.endswith(f"@{route.value}") for key in self._clerks) > most

    async def close(self) -> None:
        """All clerks leave; their sessions stay."""
        await self._awake.rest()
        while self._clerks:
            await self._clerks.popitem()[1].leave()
