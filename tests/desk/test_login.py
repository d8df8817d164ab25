"""`yuncai login`: what it says, keeps, and how it ends; the person is played in a window without a screen."""

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from bots.browser.shared import SharedBrowser
from desk.commands import login
from flows import by_hand
from tests import persons
from tests.control import Control
from tests.desk.conftest import Run
from tests.persons import Person, Somebody
from tests.workspaces import LINNAN, PASSWORD, Office


@pytest.fixture
def desk_office(tmp_path: Path, sandbox: Control) -> Office:
    return Office.open_at(tmp_path / "office", sandbox.url)


@pytest.fixture(autouse=True)
def _at_a_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(login, "has_display", lambda: True)


def sits_there(monkeypatch: pytest.MonkeyPatch, does: Person) -> None:
    """Whoever runs the command gets a window without a screen, and a person before it."""
    window: list[SharedBrowser] = []

    def window_of(_workspace: object) -> SharedBrowser:
        window[:] = [SharedBrowser(wait_seconds=5)]
        return window[0]

    async def told(*args: Any, ready: Any, **options: Any) -> None:  # noqa: ANN401 - passed on as they are
        def it_is_your_turn() -> None:
            ready()
            Somebody(window[0], does).your_turn()

        await real(*args, ready=it_is_your_turn, **options)

    real = by_hand.log_in_by_hand
    monkeypatch.setattr(by_hand, "window_of", window_of)
    monkeypatch.setattr(by_hand, "log_in_by_hand", told)


def sessions(office: Office) -> list[str]:
    return sorted(path.name for path in (office.root / ".yuncai" / "sessions").rglob("*.session"))


def test_the_person_is_told_what_to_do_and_the_session_is_kept(
    desk_office: Office, yuncai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    sits_there(monkeypatch, persons.logs_in)
    ran = yuncai("login", LINNAN, "-w", desk_office.root)
    assert ran.code == 0, ran.err
    assert "371424612001002" in ran.err
    assert "加密" in ran.out
    assert sessions(desk_office) == [f"{LINNAN}@provincial.session"]
    assert PASSWORD not in ran.out + ran.err

    forgot = yuncai("login", LINNAN, "--forget", "--json", "-w", desk_office.root)
    document = json.loads(forgot.out)
    assert (forgot.code, document["account"], document["portal"]) == (0, LINNAN, "provincial")
    assert sessions(desk_office) == []


def test_nobody_comes_and_it_ends_with_3_and_a_reason(
    desk_office: Office, yuncai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    sits_there(monkeypatch, persons.does_nothing)
    ran = yuncai("login", LINNAN, "--portal", "mall", "--minutes", "0.1", "-w", desk_office.root)
    assert (ran.code, "--minutes" in ran.err, "Traceback" in ran.err) == (3, True, False)


def test_ctrl_c_ends_it_cleanly(desk_office: Office, yuncai: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def presses_ctrl_c(_page: object) -> None:

        os.kill(os.getpid(), signal.SIGINT)

    sits_there(monkeypatch, presses_ctrl_c)
    ran = yuncai("login", LINNAN, "-w", desk_office.root)
    assert (ran.code, "Traceback" in ran.err) == (130, False)
    assert sessions(desk_office) == []


def test_without_a_screen_it_says_so_before_anything_starts(
    desk_office: Office, yuncai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(login, "has_display", lambda: False)
    monkeypatch.setattr(by_hand, "window_of", lambda _: pytest.fail("a browser was started"))
    ran = yuncai("login", LINNAN, "-w", desk_office.root)
    assert (ran.code, "--cdp" in ran.err, "DISPLAY" in ran.err) == (2, True, True)


@pytest.mark.parametrize("arguments", [
    ("nobody",),
    (LINNAN, "--cdp", "http://10.0.0.7:9222"),
    (LINNAN, "--cdp", "9222"),
    (LINNAN, "--portal", "elsewhere"),
])  # fmt: skip
def test_what_is_not_clear_is_asked_before_a_browser_starts(
    desk_office: Office, yuncai: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr(by_hand, "window_of", lambda _: pytest.fail("a browser was started"))
    ran = yuncai("login", *arguments, "-w", desk_office.root)
    assert (ran.code, "Traceback" in ran.err) == (2, False)
    assert ran.err


@pytest.mark.parametrize(("variables", "there"), [
    ({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True), ({"DISPLAY": ""}, False),
])  # fmt: skip
def test_a_desktop_is_known_by_its_environment(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], there: bool  # noqa: FBT001
) -> None:  # fmt: skip
    monkeypatch.undo()
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", "linux")
    assert login.has_display() is there
