"""Whoever changes a decoy is seen at once, also where nothing is sent to the portal afterwards."""

import json
from typing import Any

from playwright.async_api import BrowserContext

from bots.browser.lane import Lane
from bots.browser.shared import SharedBrowser
from sandbox.store import Store

WATCH = """(() => {
  const wordsOf = el => [el.id, el.getAttribute("name")].filter(Boolean);
  const around = (el, steps) => {  // what stands in the control itself, then in the boxes around it
    const levels = [];
    for (let at = el; at && at !== document.body && levels.length < steps; at = at.parentElement)
      levels.push([at, ...at.querySelectorAll("[id], [name]")].flatMap(wordsOf));
    return levels;
  };
  // lists are worked with the mouse, and tell their own page only
  for (const [kind, steps] of [["input", 6], ["change", 6], ["mousedown", 4]])
    addEventListener(kind, event => {
      if (event.target instanceof Element) window.changedAt(JSON.stringify(around(event.target, steps)));
    }, true);
})();"""


async def watch(context: BrowserContext, store: Store) -> None:
    """Let the sandbox know of every change of a control on the pages that are opened from now on."""
    await context.expose_binding("changedAt", lambda _, around: store.drift.touch(json.loads(around)))
    await context.add_init_script(WATCH)


class WatchedBrowser(SharedBrowser):
    """A browser whose every lane is watched."""

    def __init__(self, store: Store, *, wait_seconds: float) -> None:
        """`store`: of the sandbox that is filed on."""
        super().__init__(wait_seconds=wait_seconds)
        self._store = store

    async def open_lane(self, key: str, **how: Any) -> Lane:  # noqa: ANN401 - as the browser's own
        """Open a context, and watch it."""
        lane = await super().open_lane(key, **how)
        await watch(lane.context, self._store)
        return lane
