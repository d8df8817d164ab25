"""What every area's tests share: one browser, a sandbox on a free port, and workspaces that point at it."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from bots.browser.find import find_browser
from bots.browser.shared import FLAGS, SharedBrowser
from sandbox.server import RunningSandbox, start
from tests.control import Control
from tests.workspaces import Office


@pytest.fixture(scope="session")
def running_sandbox() -> Iterator[RunningSandbox]:
    sandbox = start()
    yield sandbox
    sandbox.stop()


@pytest.fixture
def sandbox(running_sandbox: RunningSandbox) -> Iterator[Control]:
    """The sandbox on its first day, without faults."""
    control = Control(running_sandbox.control, running_sandbox.url)
    control.reset()
    yield control
    control.clear_faults()


@pytest.fixture
def office(tmp_path: Path, sandbox: Control, shared_browser: SharedBrowser) -> Office:
    """A workspace with two accounts, pointed at the sandbox."""
    office = Office.open_at(tmp_path / "office", sandbox.url)
    office.browser = shared_browser
    return office


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The `browser` of pytest-playwright is the one that the bot itself would find."""
    choice = find_browser()
    return {
        **browser_type_launch_args,
        "executable_path": choice.executable,
        "channel": choice.channel,
        "chromium_sandbox": False,
        "args": list(FLAGS),
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A clerk's window."""
    return {**browser_context_args, "viewport": {"width": 1366, "height": 768}, "locale": "zh-CN"}


@pytest.fixture(scope="session")
async def shared_browser() -> AsyncIterator[SharedBrowser]:
    """The bot's own browser, kept open from test to test; every lane is a context of its own."""
    async with SharedBrowser(wait_seconds=5) as running:
        yield running
