"""A provincial clerk over HTTP, and a look into the sandbox's own store."""

import pytest
from playwright.async_api import BrowserContext

from sandbox.server import RunningSandbox
from tests.control import Control
from tests.sandbox.province_clerk import Clerk, Scripted


@pytest.fixture
def clerk(sandbox: Control) -> Clerk:
    """Logged in, on the first day."""
    clerk = Clerk(sandbox.url)
    clerk.login()
    return clerk


@pytest.fixture(params=[Clerk, Scripted], ids=["pages", "scripts"])
def anyone(request: pytest.FixtureRequest, sandbox: Control) -> Clerk:
    """A clerk at the server's own pages, and one at a skin's: the rules and the bad days are the same."""
    clerk: Clerk = request.param(sandbox.url)
    clerk.login()
    return clerk


@pytest.fixture
def box(running_sandbox: RunningSandbox, sandbox: Control) -> RunningSandbox:
    """The server itself, on the first day, for a look into its store."""
    return running_sandbox


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """What a page of the sandbox shows, it shows at once."""
    context.set_default_timeout(5000)
    return context
