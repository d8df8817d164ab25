"""What makes a session: cookies, local storage, and what each tab keeps for itself, which Playwright leaves out."""

import asyncio
import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, cast
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, Frame, StorageState
from playwright.async_api import Error as PlaywrightError

RESTORED = "yuncai.restored"  # in a tab's own storage: what was kept has been put back there, and is not put back again
LOOK_SECONDS = 3.0
TOKEN = re.compile(r"(?!/|https?:)(?=.*\d)[!-~]{12,}$")  # settings ("default", "zh-CN") and addresses are none

TAB_OF_FRAME = """() => {
    const pairs = store => Object.keys(store).map(name => [name, store.getItem(name)]);
    return [location.origin, pairs(sessionStorage), pairs(localStorage)];
}"""

PUT_BACK = """(kept => {
    const mine = kept[location.origin];
    if (!mine) return;
    try {
        if (sessionStorage.getItem("%(mark)s")) return;
        sessionStorage.setItem("%(mark)s", "1");
        for (const [name, value] of Object.entries(mine))
            if (sessionStorage.getItem(name) === null) sessionStorage.setItem(name, value);
    } catch { /* a frame that may keep nothing */ }
})(%(kept)s);"""

EMPTY = """mark => {
    for (const name of Object.keys(sessionStorage)) if (name !== mark) sessionStorage.removeItem(name);
    localStorage.clear();
}"""


@dataclass(frozen=True)
class Kept:
    """A session: Playwright's own part, the tabs' storage by origin, and whose it is.

    `agent` is what the browser of a person who logged in calls itself: some portals let no other one in.
    """

    storage: StorageState
    tabs: dict[str, dict[str, str]] = field(default_factory=dict)
    agent: str = ""

    def as_json(self) -> dict[str, Any]:
        """The session as plain values."""
        return {"storage": self.storage, "tabs": self.tabs, "agent": self.agent}

    @classmethod
    def from_json(cls, data: object) -> "Kept | None":
        """The session in plain values; None when they are none."""
        if not isinstance(data, dict):
            return None
        storage, tabs, agent = data.get("storage"), data.get("tabs"), data.get("agent", "")
        if not isinstance(storage, dict) or not isinstance(tabs, dict) or not isinstance(agent, str):
            return None
        if not all(isinstance(storage.get(part), list) for part in ("cookies", "origins")):
            return None
        return cls(cast("StorageState", storage), tabs, agent)

    def with_stored(self, origin: str, name: str, value: str) -> "Kept":
        """The same session with one thing more in an origin's local storage."""
        stored: dict[str, list[Any]] = {part["origin"]: part["localStorage"] for part in self.storage["origins"]}
        others = [pair for pair in stored.get(origin, []) if pair["name"] != name]
        stored[origin] = [*others, {"name": name, "value": value}]
        origins = [{"origin": each, "localStorage": pairs} for each, pairs in stored.items()]
        return replace(self, storage=cast("StorageState", {"cookies": self.storage["cookies"], "origins": origins}))

    async def put_back(self, context: BrowserContext) -> None:
        """Let every new tab of the context begin with what the tab of its origin kept; other origins get nothing."""
        if self.tabs:
            await context.add_init_script(PUT_BACK % {"mark": RESTORED, "kept": json.dumps(self.tabs)})


async def session_of(context: BrowserContext, *, agent: str = "") -> Kept:
    """The session of a context of our own, all of it."""
    storage = await context.storage_state()
    return Kept(storage, {origin: tab for origin, tab, _ in await _tabs(context) if tab}, agent)


async def agent_of(context: BrowserContext) -> str:
    """What its browser calls itself."""
    names = await asyncio.gather(*(_ask(frame, "navigator.userAgent") for frame in _frames(context)))
    return next((str(name) for name in names if name), "")


async def tokens_on(context: BrowserContext) -> set[str]:
    """What the open pages store that may open the portal, in JSON too: long words with a digit in them."""
    stored = [value for _, tab, local in await _tabs(context) for value in (*tab.values(), *local.values())]
    return {word for value in stored for text in _texts(value) for word in text.split() if TOKEN.match(word)}


def _texts(value: object) -> Iterator[str]:
    """The texts in a stored value, which is often JSON."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _texts(part)
    if not isinstance(value, str):
        return
    try:
        inner = json.loads(value)
    except ValueError:
        yield value
        return
    yield from _texts(inner) if isinstance(inner, dict | list | str) else (value,)


async def session_on(context: BrowserContext, address: str, origins: Collection[str]) -> Kept:
    """What a context that is not ours holds for one site, and nothing of the person's other sites."""
    host = urlsplit(address).hostname or ""
    cookies = [cookie for cookie in await context.cookies() if _goes_to(host, cookie.get("domain", ""))]
    tabs: dict[str, dict[str, str]] = {}
    local: dict[str, dict[str, str]] = {}
    for origin, tab, stored in await _tabs(context):
        if origin in origins:
            tabs.setdefault(origin, {}).update(tab)
            local.setdefault(origin, {}).update(stored)
    storage = {
        "cookies": cookies,
        "origins": [
            {"origin": origin, "localStorage": [{"name": name, "value": value} for name, value in pairs.items()]}
            for origin, pairs in local.items()
        ],
    }
    held = {origin: tab for origin, tab in tabs.items() if tab}
    return Kept(cast("StorageState", storage), held, await agent_of(context))


def _goes_to(host: str, domain: str) -> bool:
    """Whether a browser would send a cookie of the domain to the host; `.a.cn` means every host below, too."""
    return host == domain or (domain.startswith(".") and f".{host}".endswith(domain))


async def empty(context: BrowserContext) -> None:
    """Let the open pages forget what they stored; what was kept is not put back."""
    for frame in _frames(context):
        await _ask(frame, EMPTY, RESTORED)


async def _tabs(context: BrowserContext) -> list[tuple[str, dict[str, str], dict[str, str]]]:
    """What each frame's origin stores: for the tab, and for good."""
    seen = await asyncio.gather(*(_ask(frame, TAB_OF_FRAME) for frame in _frames(context)))
    return [
        (origin, {name: value for name, value in tab if name != RESTORED}, dict(stored))
        for origin, tab, stored in filter(None, seen)
        if origin.startswith("http")
    ]


def _frames(context: BrowserContext) -> list[Frame]:
    return [frame for page in context.pages for frame in page.frames if not frame.is_detached()]


async def _ask(frame: Frame, script: str, argument: str | None = None) -> Any:  # noqa: ANN401 - whatever it answers
    """A frame without an origin of its own, or one that is just going away, has nothing to tell."""
    try:
        return await asyncio.wait_for(frame.evaluate(script, argument), LOOK_SECONDS)
    except (PlaywrightError, TimeoutError):
        return None
