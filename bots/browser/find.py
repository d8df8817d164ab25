"""Which browser is used: the configured one, Playwright's own, Chrome or Edge, or the system's Chromium.

The set-up (tools/browser.py) and the bot ask here, so they can't disagree. Only files are looked at.
"""

import json
import os
import shutil
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from bots.errors import NeedsHuman

Source = Literal["configured", "playwright", "channel", "system"]

COMPLETE = "INSTALLATION_COMPLETE"  # the marker that Playwright leaves in a browser's folder
LIGHT = "chromium-headless-shell"  # draws no window: half the processor time of the full browser
SYSTEM_NAMES = ("chromium", "chromium-browser", "chromium.exe")
SYSTEM_PLACES = (
    "/usr/bin/chromium",
    "/usr/lib/chromium/chromium",
    "/usr/bin/chromium-browser",
    "/usr/lib/chromium-browser/chromium-browser",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/opt/homebrew/bin/chromium",
)
CHANNEL_PLACES: dict[str, tuple[str, ...]] = {  # where Playwright looks for a channel, by platform
    "chrome": (
        "/opt/google/chrome/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        r"Google\Chrome\Application\chrome.exe",
    ),
    "msedge": (
        "/opt/microsoft/msedge/msedge",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        r"Microsoft\Edge\Application\msedge.exe",
    ),
}


class BrowserMissing(NeedsHuman):
    """No browser was found in any of the places `searched`."""

    closes_lane = True


class ConfiguredBrowserMissing(NeedsHuman):
    """The settings name the browser `wanted`, and it is not there."""

    closes_lane = True


class BrowserNotStarted(NeedsHuman):
    """The browser `browser` was found and does not start (`reason`)."""

    closes_lane = True


@dataclass(frozen=True)
class BrowserChoice:
    """What to hand to Playwright's launch: a path, a channel, or neither (its own headless shell)."""

    source: Source
    executable: str | None = None
    channel: str | None = None

    def __str__(self) -> str:
        """Name it for people."""
        return self.executable or self.channel or "playwright"


def find_browser(executable: str | None = None, channel: str | None = None, *, headless: bool = True) -> BrowserChoice:
    """Choose the browser; raises BrowserMissing, or ConfiguredBrowserMissing when the wish can't be met."""
    if executable:
        path = shutil.which(str(Path(executable).expanduser()))
        if path is None:
            raise ConfiguredBrowserMissing(wanted=executable)
        return BrowserChoice("configured", executable=path)
    if channel:
        if channel not in CHANNEL_PLACES or _channel_path(channel):  # rarer channels are Playwright's to judge
            return BrowserChoice("configured", channel=channel)
        raise ConfiguredBrowserMissing(wanted=channel)
    choice = _playwrights_own() or _installed_channel() or _system_chromium(headless=headless)
    if choice is None:
        raise BrowserMissing(searched=[str(playwright_folder()), *CHANNEL_PLACES, *SYSTEM_NAMES, *SYSTEM_PLACES])
    return choice


def playwright_folder() -> Path:
    """Tell where Playwright keeps the browsers that it downloads."""
    wish = os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "")
    if wish == "0":
        return _driver_package() / ".local-browsers"
    if wish:
        return Path(wish).resolve()
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/ms-playwright"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "ms-playwright"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ms-playwright"


def _playwrights_own() -> BrowserChoice | None:
    """Look for the revisions of the installed Playwright: the light headless shell before the full browser."""
    for name, channel in (("chromium-headless-shell", None), ("chromium", "chromium")):
        for revision in _revisions(name):
            if (playwright_folder() / f"{name.replace('-', '_')}-{revision}" / COMPLETE).is_file():
                return BrowserChoice("playwright", channel=channel)
    return None


def _revisions(name: str) -> set[str]:
    """Read which revisions of a browser the installed Playwright would start."""
    try:
        listed = json.loads((_driver_package() / "browsers.json").read_text("utf-8"))["browsers"]
    except (OSError, ValueError, KeyError):
        return set()
    wanted = [entry for entry in listed if entry["name"] == name]
    return {entry["revision"] for entry in wanted} | {
        other for entry in wanted for other in entry.get("revisionOverrides", {}).values()
    }


def _driver_package() -> Path:
    spec = find_spec("playwright")
    home = Path(spec.origin).parent if spec and spec.origin else Path()
    return home / "driver" / "package"


def _installed_channel() -> BrowserChoice | None:
    for channel in CHANNEL_PLACES:
        if _channel_path(channel):
            return BrowserChoice("channel", channel=channel)
    return None


def _channel_path(channel: str) -> Path | None:
    roots = [os.environ.get(name) for name in ("LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)")]
    for place in CHANNEL_PLACES[channel]:
        candidates = [Path(root) / place for root in roots if root] if place.endswith(".exe") else [Path(place)]
        found = next((path for path in candidates if path.is_file()), None)
        if found:
            return found
    return None


def _system_chromium(*, headless: bool) -> BrowserChoice | None:
    for name in (*([LIGHT] if headless else []), *SYSTEM_NAMES, *SYSTEM_PLACES):
        path = shutil.which(name)
        if path:
            return BrowserChoice("system", executable=path)
    return None
