"""What every area's tests share: a sandbox on a free port, and workspaces that point at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

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
def office(tmp_path: Path, sandbox: Control) -> Office:
    """A workspace with two accounts, pointed at the sandbox."""
    return Office.open_at(tmp_path / "office", sandbox.url)
