"""What every area's tests share: one browser, a sandbox on a free port, and workspaces that point at it."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from bots.browser.find import find_browser
from bots.browser.shared import FLAGS, SharedBrowser
from sandbox.server import RunningSandbox, start
from sandbox.skins import wardrobe
from tests.control import Control
from tests.workspaces import Office
from tools import postgres as postgres_server

DATABASES = ("sqlite", "postgresql")

os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # no test touches the keyring of whoever runs it


@pytest.fixture(scope="session")
def running_sandbox() -> Iterator[RunningSandbox]:
    sandbox = start()
    yield sandbox
    sandbox.stop()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--skins",
        choices=("native", "in-turn", "every"),
        default="native",
        help="flows and pages: on the native skin; each case on another one than the case before; on every one",
    )
    parser.addoption(
        "--turn",
        type=int,
        default=0,
        help="which skin and which database a case begins with where they take turns: another one in each turn",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What files on the portals runs on the native skin; the essential tests, or all of them if asked, on every one.

    What is asked for beyond the essential is `thorough`: `make test` has not run it. There the flows keep their ledger
    in a PostgreSQL; what runs nowhere else runs on both databases (`in-turn`: on one of them, in turn).
    """
    if "skin" not in metafunc.fixturenames:
        return
    if _on_both_databases(metafunc):
        metafunc.parametrize("database", DATABASES, indirect=True)
    if metafunc.definition.get_closest_marker("every_skin"):
        metafunc.parametrize("skin", wardrobe.skins(), indirect=True)
        return
    wanted = metafunc.config.getoption("--skins") != "native"
    wanted = wanted and not metafunc.definition.get_closest_marker("native_only")
    if wanted and metafunc.module.__package__ in ("tests.flows", "tests.pages"):
        others = [
            pytest.param(skin, marks=pytest.mark.thorough) for skin in wardrobe.skins() if skin != wardrobe.NATIVE
        ]
        metafunc.parametrize("skin", [wardrobe.NATIVE, *others], indirect=True)


def _on_both_databases(metafunc: pytest.Metafunc) -> bool:
    mine = metafunc.module.__package__ == "tests.flows" and "database" in metafunc.fixturenames
    mine = mine and "postgres" not in metafunc.fixturenames  # is about PostgreSQL anyway
    asked = metafunc.config.getoption("--skins") != "native"
    return mine and asked and metafunc.definition.get_closest_marker("thorough") is not None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let cases wear one skin after the other, each a single one: those that `take_turns`, or all if asked.

    Where all do, those that `take_turns` keep the native one, which costs half the time: they are about processes and
    records.
    """
    wanted = config.getoption("--skins")
    if wanted == "native":
        return
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        if _skin(item) and item.get_closest_marker("thorough") and _in_turn(item, wanted):
            cases.setdefault(item.nodeid.replace(_skin(item), ""), []).append(item)
    first = int(config.getoption("--turn"))
    chosen = {_chosen(worn, first + turn, wanted) for turn, worn in enumerate(cases.values())}
    others = {item for worn in cases.values() for item in worn} - chosen
    if wanted == "in-turn":
        others |= _on_the_other_database([item for item in items if item not in others], first)
    config.hook.pytest_deselected(items=list(others))
    items[:] = [item for item in items if item not in others]


def _on_the_other_database(items: list[pytest.Item], first: int) -> set[pytest.Item]:
    """Of each case that could run on both databases the one that is not its turn."""
    both = [item for item in items if _param(item, "database")]
    cases = dict.fromkeys(item.nodeid.replace(_param(item, "database"), "") for item in both)
    turns = {case: DATABASES[(first + turn) % len(DATABASES)] for turn, case in enumerate(cases)}
    return {
        item for item in both if _param(item, "database") != turns[item.nodeid.replace(_param(item, "database"), "")]
    }


def _chosen(worn: list[pytest.Item], turn: int, wanted: str) -> pytest.Item | None:
    """The one that runs of a case in every skin; none where `make test` has run the native one."""
    if wanted == "in-turn" and worn[0].get_closest_marker("takes_turns"):
        return next((item for item in worn if _skin(item) == wardrobe.NATIVE), None)
    return worn[turn % len(worn)]


def _in_turn(item: pytest.Item, wanted: str) -> bool:
    if item.get_closest_marker("every_skin"):
        return False
    return wanted == "in-turn" or item.get_closest_marker("takes_turns") is not None


def _skin(item: pytest.Item) -> str:
    return _param(item, "skin")


def _param(item: pytest.Item, name: str) -> str:
    callspec = getattr(item, "callspec", None)
    return str(callspec.params.get(name, "")) if callspec else ""


@pytest.fixture
def skin(request: pytest.FixtureRequest) -> str:
    """What the sandbox wears."""
    return getattr(request, "param", wardrobe.NATIVE)


@pytest.fixture
def sandbox(running_sandbox: RunningSandbox, skin: str) -> Iterator[Control]:
    """The sandbox on its first day, without faults."""
    control = Control(running_sandbox.control, running_sandbox.url)
    control.reset()
    control.wear(skin)
    yield control
    control.clear_faults()


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgres_server.Server]:
    """A PostgreSQL server of this worker's own."""
    with postgres_server.server() as running:
        yield running


@pytest.fixture
def database(request: pytest.FixtureRequest, skin: str) -> str:
    """Where the ledger is: in a file on the native skin, in a PostgreSQL on the others."""
    return getattr(request, "param", DATABASES[skin != wardrobe.NATIVE])


@pytest.fixture
def office(
    tmp_path: Path, sandbox: Control, shared_browser: SharedBrowser, database: str, request: pytest.FixtureRequest
) -> Office:
    """A workspace with two accounts, pointed at the sandbox."""
    office = Office.open_at(tmp_path / "office", sandbox.url)
    office.browser = shared_browser
    if database == "postgresql":
        office.share(request.getfixturevalue("postgres").database())
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
