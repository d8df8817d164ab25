"""The set-up's promises that can be kept without a network."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bots.browser.find import BrowserChoice, BrowserMissing
from bots.errors import BotError
from tests.setup.machines import script
from tools import browser, environment, system

ROOT = Path(__file__).parents[2]
WAYS = ("_by_venv", "_by_system_pip", "_by_debian_wheel", "_by_virtualenv", "_by_apt")


def find_python(path: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environ = {"PATH": f"{path}", **more}
    return subprocess.run(
        ["/bin/sh", str(ROOT / "tools" / "find_python.sh")], env=environ, capture_output=True, text=True, check=False
    )


def test_the_first_python_that_is_new_enough_is_taken(tmp_path: Path) -> None:
    script(tmp_path / "python3.11", "exit 1")  # broken, or older than its name says
    script(tmp_path / "python3.12", "exit 0")
    script(tmp_path / "python3", "exit 0")
    assert find_python(tmp_path).stdout.strip() == str(tmp_path / "python3.12")
    assert find_python(tmp_path, PYTHON=str(tmp_path / "python3")).stdout.strip() == str(tmp_path / "python3")


def test_without_a_python_there_is_one_clear_message_in_both_languages(tmp_path: Path) -> None:
    done = find_python(tmp_path)
    assert done.returncode == 1
    assert "Python 3.11" in done.stderr
    assert "没有找到" in done.stderr


@pytest.fixture
def attempts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Play a machine on which only one way leads to an environment; answers which ways were tried."""

    def play(working: str) -> list[str]:
        tried: list[str] = []
        folder = tmp_path / "venv"
        monkeypatch.setattr(environment, "FOLDER", folder)
        monkeypatch.setattr(environment, "_works", (folder / working).exists)
        for name in WAYS:

            def way(name: str = name) -> bool:
                assert not folder.exists()  # nothing of the way before is left
                tried.append(name)
                folder.mkdir()
                (folder / name).touch()
                return True

            monkeypatch.setattr(environment, name, way)
        environment.make_environment()
        return tried

    return play


@pytest.mark.parametrize("working", WAYS)
def test_ways_to_an_environment_are_tried_in_order_until_one_works(
    attempts: Callable[[str], list[str]], working: str
) -> None:
    assert attempts(working) == list(WAYS[: WAYS.index(working) + 1])
    assert attempts(working) == []  # it is there now


def test_when_no_way_works_the_message_says_what_to_install(attempts: Callable[[str], list[str]]) -> None:
    with pytest.raises(SystemExit, match="python3-venv") as ended:
        attempts("none of them")
    assert ended.value.code not in {0, None}
    assert not environment.FOLDER.exists()


@pytest.fixture
def debian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Debian whose apt-get writes down what it is asked; returns that file."""
    log = tmp_path / "apt.log"
    script(tmp_path / "bin" / "apt-get", f'echo "$@" >> {log}')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(system, "_is_debian", lambda: True)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return log


def play_browsers(monkeypatch: pytest.MonkeyPatch, log: Path) -> None:
    """No browser until apt-get has been asked for one."""

    async def started(wish: str | None) -> str:
        if not log.exists() or "chromium" not in log.read_text():
            raise BrowserMissing(searched=["/usr/bin/chromium"])
        return str(BrowserChoice("system", executable="/usr/bin/chromium"))

    monkeypatch.setattr(browser, "_started", started)
    monkeypatch.setattr(browser, "_driver_fails", lambda: "")


def test_root_on_debian_gets_a_browser_and_a_font(
    debian: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    play_browsers(monkeypatch, debian)
    browser.main()
    assert "/usr/bin/chromium" in capsys.readouterr().out
    assert debian.read_text().splitlines()[:2] == [
        "update -q",
        "install -y -q --no-install-recommends chromium chromium-headless-shell chromium-sandbox fonts-noto-cjk",
    ]


def test_without_root_one_message_says_what_to_do_on_every_system(
    debian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play_browsers(monkeypatch, debian)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit) as ended:
        browser.main()
    for word in ("Debian", "macOS", "Windows", "没有找到", "YUNCAI_BROWSER__EXECUTABLE", "/usr/bin/chromium"):
        assert word in str(ended.value.code)
    assert not debian.exists()


def test_a_library_that_the_driver_lacks_is_installed(debian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    play_browsers(monkeypatch, debian)
    monkeypatch.setattr(browser, "_driver_fails", lambda: "" if debian.exists() else "libatomic.so.1: cannot open")
    browser.main()
    assert "libatomic1" in debian.read_text()


def test_a_configured_browser_is_never_replaced_by_an_installed_one(
    debian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YUNCAI_BROWSER__EXECUTABLE", "/nowhere/chromium")
    monkeypatch.setattr(browser, "_driver_fails", lambda: "")
    with pytest.raises(SystemExit, match="/nowhere/chromium"):
        browser.main()
    assert not debian.exists()


def test_the_sentence_of_an_error_is_said_in_both_languages() -> None:
    class BrowserGone(BotError):
        pass

    text = browser.sentence(BrowserGone(during="启动", reason="crash"))
    assert "浏览器" in text
    assert "The browser" in text


LOCK = "sandbox/skins/packages/package-lock.json"


@pytest.mark.parametrize("changed", ["requirements/run.txt", LOCK])
def test_a_second_make_has_nothing_to_do(tmp_path: Path, changed: str) -> None:
    """The stamps depend on files only: with all of them older than the stamp, make runs nothing."""
    for name in ("Makefile", "pyproject.toml", "requirements/run.txt", "tools/setup.py", LOCK):
        target = tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    asks = ["make", "--question", ".venv/.ready-to-test"]
    assert subprocess.run(asks, cwd=tmp_path, check=False).returncode == 1
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / ".ready-to-test").touch()
    assert subprocess.run(asks, cwd=tmp_path, check=False).returncode == 0
    os.utime(tmp_path / changed, (2**31, 2**31))
    assert subprocess.run(asks, cwd=tmp_path, check=False).returncode == 1


def test_the_setup_needs_nothing_but_the_standard_library() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); import tools.setup"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
