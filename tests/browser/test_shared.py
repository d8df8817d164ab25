import asyncio
import os
import signal
import time
from pathlib import Path

import pytest

from bots.browser.find import BrowserNotStarted
from bots.browser.shared import SharedBrowser
from bots.browser.translate import BrowserGone, translating

SHELLS = {"sh", "dash", "bash"}


def chromium_of(pid: int) -> list[int]:
    """The main processes of Chromium below a process: neither its starting script nor a child just being forked."""
    found: list[int] = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            command = (folder / "cmdline").read_bytes().split(b"\0")
            program = (folder / "exe").readlink().name
        except OSError:
            continue
        main = b"--remote-debugging-pipe" in command and not any(part.startswith(b"--type=") for part in command)
        if main and program not in SHELLS and is_below(int(folder.name), pid):
            found.append(int(folder.name))
    return [one for one in found if parent_of(one) not in found]


def is_below(pid: int, ancestor: int) -> bool:
    while pid > 1 and pid != ancestor:
        pid = parent_of(pid)
    return pid == ancestor


def parent_of(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


async def test_a_browser_that_was_killed_is_started_again_for_the_next_lane(portal: str) -> None:
    others = set(chromium_of(os.getpid()))
    async with SharedBrowser() as browser:
        lane = await browser.open_lane("a@mall")
        await lane.page.goto(portal)
        for pid in set(chromium_of(os.getpid())) - others:
            os.kill(pid, signal.SIGKILL)
        with pytest.raises(BrowserGone):
            async with translating("等待"):
                await lane.page.wait_for_selector("#never")
        assert not lane.alive
        await lane.close()
        again, beside = await asyncio.gather(browser.open_lane("a@mall"), browser.open_lane("b@mall"))
        await again.page.goto(portal)
        assert beside.alive
        assert browser.starts == 2
    assert set(chromium_of(os.getpid())) == others


async def test_ctrl_c_leaves_the_browser_to_us(portal: str) -> None:
    others = set(chromium_of(os.getpid()))
    async with SharedBrowser() as browser:
        lane = await browser.open_lane("a@mall")
        for pid in set(chromium_of(os.getpid())) - others:
            assert os.getpgid(pid) != os.getpgid(0)  # a terminal's Ctrl-C goes to the foreground group only
        await lane.page.goto(portal)


async def test_closing_is_bounded_when_the_browser_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bots.browser.shared.CLOSE_SECONDS", 0.5)
    others = set(chromium_of(os.getpid()))
    browser = SharedBrowser()
    await browser.open_lane("a@mall")
    (pid,) = set(chromium_of(os.getpid())) - others
    os.kill(pid, signal.SIGSTOP)
    started = time.monotonic()
    await browser.close()
    assert time.monotonic() - started < 5
    assert set(chromium_of(os.getpid())) == others


async def test_where_the_machine_offers_no_sandbox_the_browser_runs_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picky = tmp_path / "chromium"
    others = set(chromium_of(os.getpid()))
    async with SharedBrowser() as browser:  # whichever it is, and wherever it lies
        (running,) = set(chromium_of(os.getpid())) - others
        real = Path(f"/proc/{running}/exe").readlink()
    picky.write_text(
        "#!/bin/sh\ncase \"$*\" in *--no-sandbox*) ;; *) echo '[1:FATAL] No usable sandbox!' >&2; exit 1 ;; esac\n"
        f'exec {real} --no-sandbox "$@"\n'
    )
    picky.chmod(0o755)
    monkeypatch.setattr("bots.browser.shared._is_root", lambda: False)
    async with SharedBrowser(executable=str(picky)) as browser:
        assert browser.version
    with pytest.raises(BrowserNotStarted) as caught:  # who insists on a sandbox gets one or nothing
        async with SharedBrowser(executable=str(picky), sandbox=True):
            pass
    assert caught.value.params["reason"] == "No usable sandbox!"


async def test_a_program_that_is_no_browser_is_named_with_what_it_said(tmp_path: Path) -> None:
    fake = tmp_path / "chromium"
    fake.write_text("#!/bin/sh\necho 'error: libnss3.so: no such file' >&2\nexit 127\n")
    fake.chmod(0o755)
    with pytest.raises(BrowserNotStarted) as caught:
        async with SharedBrowser(executable=str(fake)):
            pass
    assert caught.value.params["browser"] == str(fake)
    assert "libnss3" in str(caught.value.params["reason"])
