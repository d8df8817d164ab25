"""Logging in: once, never past a captcha, never with a trace of the password."""

import asyncio
import dataclasses
import json
import socket

import pytest

from bots.errors import AccountLocked, BotError, CaptchaShown, PasswordExpired, PortalDown, PortalTimeout, WrongPassword
from bots.mall.portal import MallPortal
from bots.provincial.portal import ProvincialPortal
from bots.terms import Terms
from tests.control import Control
from tests.pages.conftest import JIAOYU, LINNAN, Remembering, Tomorrow

WRONG = dataclasses.replace(LINNAN, password="Falsch#1")

Door = ProvincialPortal | MallPortal


@pytest.fixture(params=["provincial", "mall"])
def door(request: pytest.FixtureRequest, at_the_door: ProvincialPortal, mall_door: MallPortal) -> Door:
    door: Door = at_the_door if request.param == "provincial" else mall_door
    door.trail = Remembering()
    return door


async def test_the_way_in_leaves_no_password_in_the_trail(door: Door) -> None:
    assert not await door.login.is_inside()
    await door.login.enter(JIAOYU)
    assert await door.login.is_inside()
    trail = door.trail
    assert isinstance(trail, Remembering)
    assert JIAOYU.password not in json.dumps(trail.events, ensure_ascii=False)


async def test_a_wrong_password_is_told_in_the_portals_words_after_one_try(door: Door) -> None:
    posts: list[str] = []
    door.screen.page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
    with pytest.raises(WrongPassword) as caught:
        await door.login.enter(WRONG)
    assert caught.value.params == {"user": LINNAN.user, "text": "用户名或密码错误"}
    assert len(posts) == 1
    assert not await door.login.is_inside()


async def test_a_locked_account_is_told(at_the_door: ProvincialPortal) -> None:
    error: BotError | None = None
    for _ in range(6):
        with pytest.raises(BotError) as caught:
            await at_the_door.login.enter(WRONG)
        error = caught.value
    assert isinstance(error, AccountLocked)


async def test_a_captcha_stops_before_anything_is_typed(door: Door, sandbox: Control) -> None:
    sandbox.fault("captcha", times=9)
    with pytest.raises(CaptchaShown):
        await door.login.enter(LINNAN)
    page = door.screen.page
    assert await page.locator("input[type=password]").input_value() == ""
    assert LINNAN.user not in await page.content()


async def test_an_expired_password_is_told(door: Door, sandbox: Control) -> None:
    sandbox.fault("password_expired", times=1)
    with pytest.raises(PasswordExpired) as caught:
        await door.login.enter(LINNAN)
    assert "密码已过期" in str(caught.value.params["text"])


async def test_a_portal_in_maintenance_is_down(door: Door, sandbox: Control) -> None:
    sandbox.fault("down", times=9)
    with pytest.raises(PortalDown):
        await door.login.enter(LINNAN)


async def test_a_login_that_is_not_answered_in_time_accuses_nobody(
    at_the_door: ProvincialPortal, sandbox: Control
) -> None:
    at_the_door.screen.terms = dataclasses.replace(at_the_door.screen.terms, wait_seconds=4)
    sandbox.fault("slow", path_contains="login.do", seconds=120, times=1)
    with pytest.raises(PortalTimeout):
        async with asyncio.timeout(30):  # which would come as TimeoutError: the browser itself waits for minutes
            await at_the_door.login.enter(LINNAN)


async def test_a_portal_that_does_not_answer_is_down(at_the_door: ProvincialPortal, provincial_terms: Terms) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{unused.getsockname()[1]}"
    portal = ProvincialPortal(at_the_door.screen.page, dataclasses.replace(provincial_terms, base_url=nobody))
    with pytest.raises(PortalDown) as caught:
        await portal.login.enter(LINNAN)
    assert nobody in str(caught.value.params["address"])


async def test_a_kept_session_opens_the_work_area_another_day(door: Door, tomorrow: Tomorrow, sandbox: Control) -> None:
    await door.login.enter(LINNAN)
    context = await tomorrow(door.screen.page.context)
    later = type(door)(await context.new_page(), door.screen.terms)
    assert await later.login.is_inside()
    sandbox.reset()
    assert not await later.login.is_inside()
    await later.login.enter(LINNAN)
    assert await later.login.is_inside()
