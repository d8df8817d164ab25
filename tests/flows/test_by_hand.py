"""Logins that need a person: they log in once, the session is kept, and runs that nobody watches live on it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import BrowserContext, BrowserType, Page

from bots.browser.joining import BrowserNotJoined
from bots.browser.shared import SharedBrowser
from bots.errors import LoginGivenUp, LoginNotSeen
from flows.by_hand import NobodyInside, SessionNotKept, log_in_by_hand, take_over
from flows.route import Route
from flows.stages import Hold, Stage
from tests import persons
from tests.control import Control
from tests.persons import Person, Somebody
from tests.workspaces import LINNAN, PASSWORD, Office, mall_plan, provincial_plan

SHOWN = """() => [...document.querySelectorAll("input, select, .ant-select-selection-item, .el-select__placeholder")]
    .filter(el => el.checkVisibility() && !(el.type === "radio"))
    .map(el => (el.selectedOptions ? el.selectedOptions[0].text : el.value ?? el.textContent).trim())"""
PLANS = {Route.PROVINCIAL: provincial_plan, Route.MALL: mall_plan}


def by_hand_only(office: Office) -> None:
    """login: manual, and nowhere a password."""
    site = office.root / "sites" / "tests.yaml"
    site.write_text(site.read_text("utf-8").replace("both:\n", "both:\n  login: manual\n"), "utf-8")
    for secret in (office.root / "secrets").glob("passwords__*"):
        secret.unlink()


async def log_in(office: Office, does: Person, route: Route = Route.PROVINCIAL, minutes: float = 0.4) -> None:
    assert office.browser is not None
    person = Somebody(office.browser, does)
    await log_in_by_hand(
        office.workspace, LINNAN, route, minutes=minutes, ready=person.your_turn, browser=office.browser
    )
    await person.is_done()


@pytest.mark.parametrize("route", Route)
async def test_a_run_without_a_person_uses_the_session_of_one_who_logged_in(
    office: Office, sandbox: Control, route: Route
) -> None:
    by_hand_only(office)
    office.write_plans(PLANS[route]("p1"))
    (filing,) = (await office.file()).filings
    assert filing.trouble is not None
    assert (filing.trouble.code, filing.hold, filing.trouble.params["portal"]) == (
        "login_by_hand",
        Hold.NEEDS_HUMAN,
        route.value,
    )
    await log_in(office, persons.logs_in, route)
    assert (await office.file()).verdict == "done"
    (kept,) = (office.root / ".yuncai" / "sessions" / "tests").iterdir()
    assert PASSWORD.encode() not in kept.read_bytes()


async def test_what_need_not_be_typed_stands_there_and_the_password_does_not(office: Office, sandbox: Control) -> None:
    by_hand_only(office)
    seen: dict[str, Any] = {}

    async def looks_first(page: Page) -> None:
        form = await persons.form_of(page)
        seen["password"] = await persons.password_in(form).input_value()
        seen["texts"] = await form.evaluate(SHOWN)
        await persons.logs_in(page)

    await log_in(office, looks_first)
    assert seen["password"] == ""
    assert {"371424612001002", "临邑县"} <= set(seen["texts"])


async def test_a_captcha_is_passed_by_a_person_once_and_by_no_run_ever(office: Office, sandbox: Control) -> None:
    sandbox.fault("captcha", portal="mall", times=1000)
    office.write_plans(mall_plan("m1"))
    (held,) = (await office.file()).filings
    assert held.trouble is not None
    assert held.trouble.code == "captcha_shown"
    await log_in(office, persons.reads_the_captcha_and_logs_in, Route.MALL)
    (built,) = (await office.file()).filings
    assert (built.trouble, built.stage) == (None, Stage.IN_MALL)


async def test_the_portals_messages_are_left_to_the_person(office: Office, sandbox: Control) -> None:
    await log_in(office, persons.mistypes_first)
    sandbox.fault("captcha", portal="provincial", times=1000)  # so that no run could log in by itself
    office.write_plans(provincial_plan("p1"))
    assert (await office.file()).verdict == "done"


async def test_a_session_that_ends_stops_its_lane_until_a_person_comes_and_nothing_is_twice(
    office: Office, sandbox: Control
) -> None:
    by_hand_only(office)
    office.write_plans(provincial_plan("p1"))
    await log_in(office, persons.logs_in)
    sandbox.fault("session_over", on="detail")
    (filing,) = (await office.file()).filings
    assert filing.trouble is not None
    assert (filing.trouble.code, filing.stage) == ("login_by_hand", Stage.SAVED)
    await log_in(office, persons.logs_in)
    assert (await office.file()).verdict == "done"
    assert len([p for p in sandbox.plans() if p["fields"]["计划名称"] == filing.name]) == 1


@pytest.mark.parametrize(
    ("does", "error"), [(persons.does_nothing, LoginNotSeen), (persons.closes_the_window, LoginGivenUp)]
)
async def test_a_person_who_does_not_log_in_is_told_and_what_was_kept_stays(
    office: Office, sandbox: Control, does: Person, error: type[Exception]
) -> None:
    by_hand_only(office)
    await log_in(office, persons.logs_in)
    with pytest.raises(error):
        await log_in(office, does, minutes=0.03)
    office.write_plans(provincial_plan("p1"))
    assert (await office.file()).verdict == "done"


async def test_a_session_that_cannot_be_encrypted_is_not_kept(
    office: Office, sandbox: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand_only(office)

    def no_key(*_: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("flows.entering.session_key", no_key)
    with pytest.raises(SessionNotKept):
        await log_in(office, persons.logs_in)
    assert not (office.root / ".yuncai" / "sessions").exists()


@pytest.fixture
async def persons_browser(browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path) -> AsyncIterator[tuple[BrowserContext, str]]:  # fmt: skip  # noqa: E501
    """A browser that a person has started with a port to be joined at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    args = [*browser_type_launch_args["args"], f"--remote-debugging-port={port}"]
    context = await browser_type.launch_persistent_context(
        tmp_path / "profile", **{**browser_type_launch_args, "args": args}
    )
    yield context, f"http://127.0.0.1:{port}"
    await context.close()


@pytest.mark.parametrize("route", Route)
async def test_the_session_of_a_browser_that_stands_open_is_taken_over_and_the_browser_left_alone(
    office: Office, sandbox: Control, persons_browser: tuple[BrowserContext, str], shared_browser: SharedBrowser, route: Route  # noqa: E501
) -> None:  # fmt: skip
    by_hand_only(office)
    context, cdp = persons_browser
    page = context.pages[0]
    with pytest.raises(NobodyInside):
        await take_over(office.workspace, LINNAN, route, cdp=cdp, browser=shared_browser)
    await page.goto(
        f"{office.url}{'sdgp/site/login.jsp' if route is Route.PROVINCIAL else 'wssc/liaocheng/portal/login.html'}"
    )
    with pytest.raises(NobodyInside):
        await take_over(office.workspace, LINNAN, route, cdp=cdp, browser=shared_browser)
    await persons.has_logged_in(page, office.url, route)
    there = (page.url, len(context.pages), await context.storage_state())
    await take_over(office.workspace, LINNAN, route, cdp=cdp, browser=shared_browser)
    assert (page.url, len(context.pages), await context.storage_state()) == there
    office.write_plans(PLANS[route]("p1"))
    assert (await office.file()).verdict == "done"


async def test_where_no_browser_can_be_joined_it_is_said(office: Office, shared_browser: SharedBrowser) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        cdp = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(BrowserNotJoined):
            async with asyncio.timeout(30):
                await take_over(office.workspace, LINNAN, Route.MALL, cdp=cdp, browser=shared_browser)
