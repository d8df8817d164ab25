"""What is not clean of secrets yet lies in one folder of the process, and outlives neither it nor its sudden end."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from bots.browser.scratch import scratch

AT_WORK = """
import asyncio, sys
from pathlib import Path
from bots.browser.shared import SharedBrowser
from bots.browser.trace import FilingTrace

async def work():
    async with SharedBrowser() as browser:
        lane = await browser.open_lane("a@mall")
        trace = FilingTrace(lane.context)
        await trace.start()
        await lane.page.goto(sys.argv[1])
        print("at work", flush=True)
        if len(sys.argv) > 2:
            await asyncio.sleep(60)
        await trace.keep(Path("trace.zip"), {"Gehe"})

asyncio.run(work())
"""


def start(portal: str, scratch: Path, *more: str) -> subprocess.Popen[str]:
    scratch.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-c", AT_WORK, portal + "/login", *more],
        stdout=subprocess.PIPE, text=True, cwd=scratch.parent, start_new_session=True,
        env={**os.environ, "TMPDIR": str(scratch), "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "at work\n"
    return process


def kill(process: subprocess.Popen[str]) -> None:
    """With its browser, which has no time to clear anything away."""
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def test_what_a_killed_process_left_is_thrown_away_by_the_next(portal: str, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    for _ in range(2):
        kill(start(portal, scratch, "wait"))
        (left,) = scratch.iterdir()  # all of it in one folder, which only its user may open
        assert left.stat().st_mode & 0o077 == 0
        assert list(left.rglob("*.trace"))

    process = start(portal, scratch)
    process.communicate(timeout=60)
    assert (process.returncode, list(scratch.iterdir())) == (0, [])


def test_a_folder_that_was_tidied_away_is_made_again() -> None:
    before = scratch()
    assert scratch() == before
    shutil.rmtree(before)
    assert scratch().is_dir()


def test_what_a_living_process_needs_is_left_alone(portal: str, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    first = start(portal, scratch, "wait")
    (its,) = scratch.iterdir()
    before = {path for path in its.rglob("*") if path.is_file()}
    assert before
    start(portal, scratch).communicate(timeout=60)
    assert before <= set(its.rglob("*"))
    kill(first)
