"""The review of a plan where a portal draws it as a timeline, as steps or as a list, in every toolkit that has one."""

import pytest

from bots.provincial.review_log import ReviewLog
from configs.sites.loading import load_site
from flows.log_line import line_of
from flows.log_order import oldest_first
from tests.widgets.contract.conftest import Look, until_pressed

pytestmark = pytest.mark.thorough


async def test_a_plan_that_was_just_submitted_has_a_review_of_one_line(look: Look, toolkit: str) -> None:
    if toolkit in {"easyui", "native"}:
        pytest.skip("it has nothing that is called a timeline")
    screen = await look("history.html?lines=1")
    assert screen
    (row,) = await ReviewLog(screen, "gallery/history").read()
    assert line_of(load_site("sandbox").provincial, row).stage == "submitted"


async def test_what_was_decided_when_and_why_is_read_and_the_window_closed(look: Look, toolkit: str) -> None:
    screen = await look("history.html")
    if screen is None:
        assert toolkit == "easyui"  # it has nothing of the kind
        return
    rows = await ReviewLog(screen, "gallery/history").read()
    site = load_site("sandbox").provincial
    lines = oldest_first([line_of(site, row) for row in rows])
    assert [(line.stage, line.at) for line in lines] == [
        ("submitted", "2020-09-18 10:30:05"),
        ("returned", "2020-09-19 09:00:00"),
        ("submitted", "2020-09-19 15:20:41"),
        ("office_review", "2020-09-21 08:10:00"),
    ]
    assert [line.opinion for line in lines] == ["", "资金来源有误，请核实", "", ""]
    assert lines[0].result == lines[2].result
    assert lines[0].result[0] in "提王"  # no icon's letter
    assert all(("张三" if "资金科室" in line.raw else "王敏") in line.raw for line in lines)
    await until_pressed(screen, "关闭")
