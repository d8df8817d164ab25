import json
from pathlib import Path

import pytest

from bots.browser import find
from bots.browser.find import BrowserChoice, BrowserMissing, ConfiguredBrowserMissing, find_browser


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any browser."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "own"))
    monkeypatch.setattr(find, "SYSTEM_PLACES", (str(tmp_path / "usr/chromium"),))
    monkeypatch.setattr(find, "CHANNEL_PLACES", {"chrome": (str(tmp_path / "opt/chrome"),), "msedge": ()})
    return tmp_path


def program(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def own(folder: Path, name: str) -> None:
    listed = json.loads((find._driver_package() / "browsers.json").read_text())["browsers"]
    revision = next(entry["revision"] for entry in listed if entry["name"] == name)
    marker = folder / "own" / f"{name.replace('-', '_')}-{revision}" / find.COMPLETE
    marker.parent.mkdir(parents=True)
    marker.touch()


def test_each_place_comes_before_the_next_one(bare: Path) -> None:
    chromium = program(bare / "usr/chromium")
    assert find_browser() == BrowserChoice("system", executable=chromium)
    on_path = program(bare / "bin/chromium")
    assert find_browser() == BrowserChoice("system", executable=on_path)
    light = program(bare / "bin/chromium-headless-shell")
    assert find_browser() == BrowserChoice("system", executable=light)
    assert find_browser(headless=False) == BrowserChoice("system", executable=on_path)
    program(bare / "opt/chrome")
    assert find_browser() == BrowserChoice("channel", channel="chrome")
    own(bare, "chromium")
    assert find_browser() == BrowserChoice("playwright", channel="chromium")
    own(bare, "chromium-headless-shell")
    assert find_browser() == BrowserChoice("playwright")
    mine = program(bare / "mine")
    assert find_browser(mine) == BrowserChoice("configured", executable=mine)


def test_a_browser_of_another_playwright_does_not_count(bare: Path) -> None:
    marker = bare / "own" / "chromium-1" / find.COMPLETE
    marker.parent.mkdir(parents=True)
    marker.touch()
    with pytest.raises(BrowserMissing) as caught:
        find_browser()
    assert "chromium" in caught.value.params["searched"]  # type: ignore[operator]


def test_a_configured_browser_that_is_not_there_is_an_error_and_no_other_one_is_taken(bare: Path) -> None:
    program(bare / "usr/chromium")
    (bare / "not-executable").touch()
    for wish in (str(bare / "nowhere"), str(bare / "not-executable")):
        with pytest.raises(ConfiguredBrowserMissing):
            find_browser(wish)
    with pytest.raises(ConfiguredBrowserMissing):
        find_browser(None, "msedge")
