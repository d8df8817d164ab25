"""Bad days on the provincial portal: each ends in the one error that says what may have happened."""

import asyncio
import dataclasses
import socket
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from playwright.async_api import Route

from bots.errors import (
    BotError,
    OutcomeUnknown,
    PortalDown,
    PortalTimeout,
    RefusedByPortal,
    SessionExpired,
    UnknownDialog,
)
from bots.provincial.plans import PlansPage
from bots.provincial.portal import ProvincialPortal
from tests.control import Control
from tests.pages.conftest import Remembering
from tests.pages.plans import DETAIL, ITEM, plan, saved, yuan

NAME = str(plan()["计划名称"])


def saved_plans(sandbox: Control) -> int:
    return len([one for one in sandbox.plans() if one["fields"]["计划名称"] == NAME])


@pytest.mark.parametrize(
    ("fault", "error", "kept"),
    [
        ({"kind": "refusal", "text": "预算指标已被冻结，不能保存"}, RefusedByPortal, 0),
        ({"kind": "question", "text": "本年度已存在同名计划，是否继续？"}, UnknownDialog, 0),
        ({"kind": "session_over"}, SessionExpired, 0),
        ({"kind": "kicked"}, SessionExpired, 0),
        ({"kind": "http500", "when": "before"}, OutcomeUnknown, 0),
        ({"kind": "http500", "when": "after"}, OutcomeUnknown, 1),
        ({"kind": "lost_reply"}, OutcomeUnknown, 1),
    ],
    ids=lambda value: value["kind"] + value.get("when", "") if isinstance(value, dict) else "",
)
async def test_a_bad_save_is_told_exactly(
    portal: ProvincialPortal, sandbox: Control, fault: dict[str, Any], error: type[BotError], kept: int
) -> None:
    form = await portal.plans.add()
    await form.fill(plan())
    sandbox.fault(**fault, on="save")
    with pytest.raises(error) as caught:
        await form.save()
    if "text" in fault:
        assert caught.value.params["text"] == fault["text"]
    assert saved_plans(sandbox) == kept
    if error is not SessionExpired:
        await form.close()
        assert len(await portal.plans.find(name=NAME)) == kept
        assert len(portal.screen.windows) == 1


@pytest.mark.parametrize(("kind", "error"), [("lost_reply", OutcomeUnknown), ("refusal", RefusedByPortal)])
async def test_a_bad_submit_is_told_exactly(
    portal: ProvincialPortal, sandbox: Control, kind: str, error: type[BotError]
) -> None:
    number = await saved(portal)
    form = await (await portal.plans.details(number)).add()
    await form.fill({"采购名称": ITEM, **DETAIL, "单价": yuan("35123.46")})
    await form.save()
    await form.close()
    await portal.plans.open()
    sandbox.fault(kind, on="submit", text="预算指标不足，不能提交")
    with pytest.raises(error):
        await portal.plans.submit(number)
    await portal.plans.open()
    submitted = "提交" in [entry["操作环节"] for entry in await portal.plans.log(number)]
    assert submitted == (kind == "lost_reply")


@pytest.mark.parametrize("kind", ["http500", "lost_reply"])
async def test_a_form_that_arrives_as_an_error_page_is_a_portal_that_is_down(
    portal: ProvincialPortal, sandbox: Control, kind: str
) -> None:
    await portal.plans.open()
    sandbox.fault(kind, on="form", when="before", times=6)  # a browser asks again by itself
    with pytest.raises(PortalDown):
        await portal.plans.add()


@pytest.mark.native_only
async def test_a_list_that_has_become_an_error_page_before_this_action_is_a_portal_that_is_down(
    portal: ProvincialPortal, sandbox: Control
) -> None:
    details = await portal.plans.details(await saved(portal))
    (frame,) = [frame for frame in portal.screen.page.frames if "detail/list.do" in frame.url]
    sandbox.fault("http500", on="page", when="before")
    async with portal.screen.page.expect_event("framenavigated"):
        await frame.evaluate("() => { location.reload(); }")
    await portal.screen.begin("the next action", "click")  # what failed before it is forgotten
    with pytest.raises(PortalDown):
        await details.rows()


async def test_a_save_on_a_slow_portal_is_waited_for(portal: ProvincialPortal, sandbox: Control) -> None:
    form = await portal.plans.add()
    await form.fill(plan())
    sandbox.fault("slow", path_contains="save", seconds=4, times=1)  # longer than a page may be quiet
    assert (await form.save()).kind == "done"
    assert saved_plans(sandbox) == 1


async def test_an_answer_that_comes_too_late_is_not_known(portal: ProvincialPortal, sandbox: Control) -> None:
    form = await portal.plans.add()
    await form.fill(plan())
    sandbox.fault("slow", path_contains="save", seconds=6, times=1)
    portal.screen.terms = dataclasses.replace(portal.screen.terms, wait_seconds=4)
    with pytest.raises(OutcomeUnknown):
        await form.save()
    await form.close()


@pytest.mark.native_only
async def test_a_portal_that_is_gone_before_a_save_has_kept_nothing(portal: ProvincialPortal) -> None:
    form = await portal.plans.add()
    await form.fill(plan())
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{unused.getsockname()[1]}/save"
    await portal.screen.top.evaluate("url => { document.forms[0].action = url }", nobody)
    with pytest.raises(PortalDown):
        await form.save()
    await form.close()


@pytest.mark.parametrize(("kind", "error"), [("http500", PortalDown), ("session_over", SessionExpired)])
async def test_a_bad_read_is_told_exactly(
    portal: ProvincialPortal, sandbox: Control, kind: str, error: type[BotError]
) -> None:
    sandbox.fault(kind, on="page", when="before")
    with pytest.raises(error):
        await portal.plans.find()


@pytest.mark.parametrize(
    ("on", "ask"),
    [
        ("page", lambda plans, _: plans.find()),
        ("form", lambda plans, _: plans.add()),
        ("log", lambda plans, number: plans.log(number)),
        ("page", lambda plans, number: plans.details(number)),
    ],
    ids=["list", "form", "log", "details"],
)
async def test_a_page_that_never_comes_is_waited_for_no_longer_than_its_limit_and_not_called_missing(
    portal: ProvincialPortal, sandbox: Control, on: str, ask: Callable[[PlansPage, str], Awaitable[object]]
) -> None:
    number = (await portal.plans.find())[0]["计划编号"]
    portal.screen.terms = dataclasses.replace(portal.screen.terms, wait_seconds=4)
    sandbox.fault("hang", on=on, when="before", seconds=120, times=9)
    with pytest.raises(PortalTimeout):
        async with asyncio.timeout(30):  # which would come as TimeoutError
            await ask(portal.plans, number)


@pytest.mark.native_only
@pytest.mark.parametrize("status", [503, 0], ids=["HTTP 503", "cut"])
async def test_a_page_whose_own_scripts_did_not_come_is_a_portal_that_is_down(
    portal: ProvincialPortal, status: int
) -> None:
    number = (await portal.plans.find())[0]["计划编号"]
    portal.screen.terms = dataclasses.replace(portal.screen.terms, wait_seconds=4)
    context = portal.screen.page.context

    async def withheld(route: Route) -> None:
        await (route.fulfill(status=status) if status else route.abort("connectionreset"))

    await context.route("**/static/*.js", withheld)
    with pytest.raises(PortalDown) as caught:
        await (await portal.plans.details(number)).add()
    assert ".js" in str(caught.value.params["reason"])
    await context.unroute("**/static/*.js")
    await portal.screen.page.reload()
    await portal.plans.open()
    assert len(await (await portal.plans.details(number)).rows()) == 1


async def test_a_portal_in_maintenance_is_down(portal: ProvincialPortal, sandbox: Control) -> None:
    sandbox.fault("down", portal="provincial", times=9)
    with pytest.raises(PortalDown) as caught:
        await portal.plans.find()
    assert "503" in str(caught.value.params["reason"])


async def test_a_notice_over_the_list_is_closed_and_kept(portal: ProvincialPortal, sandbox: Control) -> None:
    sandbox.fault("notice", portal="provincial", text="系统将于今晚22:00进行升级维护，请提前保存数据。")
    assert len(await portal.plans.find()) > 10
    form = await portal.plans.add()
    await form.close()
    assert isinstance(portal.trail, Remembering)
    assert [data["kind"] for _, action, data in portal.trail.events if action == "said"] == ["notice"]


async def test_a_name_that_is_cut_shows_as_a_difference(portal: ProvincialPortal, sandbox: Control) -> None:
    sandbox.fault("cut_name", length=6)
    form = await portal.plans.add()
    await form.fill(plan())
    await form.save()
    await form.close()
    (row,) = [row for row in await portal.plans.find(name=NAME[:6]) if row["计划名称"] == NAME[:6]]
    view = await portal.plans.view(row["计划编号"])
    assert [(d.label, d.kept) for d in await view.differences(plan())] == [("计划名称", NAME[:6])]
    await view.close()
