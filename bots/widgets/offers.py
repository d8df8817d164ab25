"""What a list offers that has to be opened to be known: opened by hand, read through, closed as it was.

Of a tree and of a cascade that is the first level: what lies below may be fetched branch by branch.
"""

from typing import Any

from bots.widgets.control import Control
from bots.widgets.hand import touch
from bots.widgets.inventory import Probe

OPENING_MS = 3000  # for a list to open, or to bring what it loads
READING_MS = 15000  # a long or virtual list is leafed through


async def offered(probe: Probe, control: Control) -> tuple[str, ...] | None:
    """The options of a closed list; None where it can't be opened, or opens something else than a list."""
    if control.kind not in {"select", "cascader", "tree"} or control.disabled:
        return None
    await touch(probe.target(control, "opener"))
    view = await probe.panel("panelSettled", control, unlike="", ms=OPENING_MS)
    if not view["open"]:
        return None
    texts = await _read_through(probe, control) if control.kind == "select" else _first_level(view["items"])
    await _close(probe, control)
    return tuple(text for text in texts if text)


async def _read_through(probe: Probe, control: Control) -> list[str]:
    met: list[dict[str, Any]] = await probe.panel("panelSearch", control, text="", ms=READING_MS)
    return [entry["text"] for entry in met]


def _first_level(items: list[dict[str, Any]]) -> list[str]:
    first = min((item["level"] for item in items), default=0)
    return [item["text"] for item in items if item["level"] == first]


async def _close(probe: Probe, control: Control) -> None:
    """By the way it was opened: Escape may also close the dialog around it, so it comes last."""
    await touch(probe.target(control, "opener"))
    if not await probe.panel("panelClosed", control, ms=OPENING_MS / 3):
        await probe.frame.page.keyboard.press("Escape")
        await probe.panel("panelClosed", control, ms=OPENING_MS / 3)
