"""The page objects of the manual's part two, on the sandbox, in its order."""

from typing import Any

import pytest

from bots.errors import (
    BotError,
    OptionNotOffered,
    OutcomeUnknown,
    RefusedByPortal,
    RowMissing,
    SessionExpired,
    UnknownDialog,
)
from bots.mall.portal import MallPortal
from tests.control import Control
from tests.pages.conftest import Remembering
from tests.pages.plans import SHEET, yuan


def sheets_named(sandbox: Control, name: str) -> list[str]:
    return [sheet["number"] for sheet in sandbox.sheets() if sheet["fields"]["计划单名称"] == name]


async def test_a_sheet_is_created_found_and_read_back(mall: MallPortal, sandbox: Control) -> None:
    form = await mall.sheets.add()
    await form.fill(SHEET)
    assert await form.fill(SHEET) == []
    message = await form.confirm()
    assert (message.kind, message.text) == ("done", "自建计划创建成功")
    await form.close()

    (row,) = await mall.sheets.find(name="（页面）")
    assert (row["来源"], row["预算金额(元)"]) == ("自建", "3601.50")
    view = await mall.sheets.view(row["计划单编号"])
    kept = {**SHEET, "预算金额": yuan("3601.50")}
    assert await view.differences(kept) == []
    assert [d.label for d in await view.differences({**kept, "预算单价": yuan("1200.51")})] == ["预算单价"]
    await view.picture("创建后的计划单")
    await view.close()
    await mall.sheets.picture_row("计划单管理", row["计划单编号"])
    assert sheets_named(sandbox, "办公桌采购（页面）") == [row["计划单编号"]]
    assert isinstance(mall.trail, Remembering)
    assert mall.trail.pictures == ["创建后的计划单", "计划单管理"]


async def test_the_whole_list_is_read_over_its_pages(mall: MallPortal, sandbox: Control) -> None:
    rows = await mall.sheets.find()
    own = [sheet["number"] for sheet in sandbox.sheets() if sheet["unit"] == "612001"]
    assert sorted(row["计划单编号"] for row in rows) == sorted(own)
    assert len(rows) > 20


async def test_a_sheet_on_a_later_page_is_found_for_a_look(mall: MallPortal) -> None:
    last = (await mall.sheets.find())[-1]
    await mall.sheets.find(name="没有这样的计划单")
    form = await mall.sheets.view(last["计划单编号"])
    assert (await form.read(["计划单名称"]))["计划单名称"] == last["计划单名称"]
    await form.close()


async def test_sheets_of_a_pushed_plan_are_found_by_its_number(mall: MallPortal, sandbox: Control) -> None:
    pushed = next(sheet for sheet in sandbox.sheets() if sheet["unit"] == "612001" and sheet["plan_number"])
    (row,) = await mall.sheets.find(plan_number=pushed["plan_number"])
    assert row["计划单编号"] == pushed["number"]


async def test_a_sheet_that_is_not_there_is_named(mall: MallPortal) -> None:
    with pytest.raises(RowMissing):
        await mall.sheets.view("JHD0")


async def test_items_of_the_central_catalogue_are_not_offered(mall: MallPortal) -> None:
    form = await mall.sheets.add()
    with pytest.raises(OptionNotOffered) as caught:
        await form.fill({**SHEET, "预算品目": "A02010105 台式计算机"})
    assert "A05010201 办公桌" in caught.value.params["offered"]  # type: ignore[operator]
    await form.close()
    assert await mall.sheets.find(name="（页面）") == []


@pytest.mark.parametrize(
    ("fault", "error", "created"),
    [
        ({"kind": "refusal", "text": "预算指标已被冻结，不能创建"}, RefusedByPortal, 0),
        ({"kind": "question", "text": "本单位已有相同品目的计划单，是否继续？"}, UnknownDialog, 0),
        ({"kind": "session_over"}, SessionExpired, 0),
        ({"kind": "http500", "when": "before"}, OutcomeUnknown, 0),
        ({"kind": "http500", "when": "after"}, OutcomeUnknown, 1),
        ({"kind": "lost_reply"}, OutcomeUnknown, 1),
    ],
    ids=lambda value: value["kind"] + value.get("when", "") if isinstance(value, dict) else "",
)
async def test_a_bad_confirm_is_told_exactly(
    mall: MallPortal, sandbox: Control, fault: dict[str, Any], error: type[BotError], created: int
) -> None:
    form = await mall.sheets.add()
    await form.fill(SHEET)
    sandbox.fault(**fault, on="confirm")
    with pytest.raises(error) as caught:
        await form.confirm()
    if "text" in fault:
        assert caught.value.params["text"] == fault["text"]
    assert len(sheets_named(sandbox, "办公桌采购（页面）")) == created
    if error is not SessionExpired:
        await form.close()
        assert len(await mall.sheets.find(name="（页面）")) == created


async def test_a_notice_is_closed_and_kept(mall: MallPortal, sandbox: Control) -> None:
    sandbox.fault("notice", portal="mall", text="系统将于今晚22:00进行升级维护，请提前保存数据。")
    await mall.screen.page.reload()
    await mall.sheets.open()
    form = await mall.sheets.add()
    await form.close()
    assert isinstance(mall.trail, Remembering)
    notices = [data for _, action, data in mall.trail.events if action == "said"]
    assert [data["kind"] for data in notices] == ["notice"]
    assert "升级维护" in str(notices[0]["text"])
