"""The page objects of the manual's part one, on the sandbox, in its order."""

from decimal import Decimal

import pytest

from bots.errors import OptionNotOffered, RefusedByPortal, RequiredFieldEmpty, RowMissing
from bots.provincial.portal import ProvincialPortal
from bots.widgets.buttons import press
from bots.widgets.items import Item
from tests.control import Control
from tests.pages.conftest import Remembering
from tests.pages.plans import DETAIL, ITEM, plan, saved, yuan


async def test_a_plan_is_saved_detailed_submitted_and_read_back(portal: ProvincialPortal, sandbox: Control) -> None:
    values = plan()
    form = await portal.plans.add()
    changed = await form.fill(values)
    assert {"计划名称", "计划采购日期", "自筹资金金额"} <= set(changed)
    assert await form.fill(values) == []
    message = await form.save()
    assert (message.kind, message.text) == ("done", "保存成功！")
    await form.close()

    (row,) = await portal.plans.find(name="（页面）")
    number = row["计划编号"]
    assert (row["计划名称"], row["资金科室"]) == (values["计划名称"], "011_工业贸易科")
    view = await portal.plans.view(number)
    assert await view.differences(values) == []
    assert [d.label for d in await view.differences({**values, "备注": "别的"})] == ["备注"]
    assert (await view.read(["计划编号", "自筹资金金额"]))["计划编号"] == number
    await view.close()

    details = await portal.plans.details(number)
    assert await details.rows() == []
    detail = await details.add()
    await detail.fill({"采购名称": ITEM, **DETAIL})
    assert (await detail.save()).kind == "done"
    await detail.close()
    (line,) = await details.rows()
    assert (line["采购名称"], line["金额(万元)"]) == ("台式计算机", "35.123460")
    kept = await details.view(line)
    assert await kept.differences({**DETAIL, "采购名称": "台式计算机", "金额": yuan("351234.60")}) == []
    await kept.close()
    await details.back()

    assert (await portal.plans.submit(number)).text == "提交成功！"
    assert [entry["操作环节"] for entry in await portal.plans.log(number)][-1] == "提交"
    await portal.plans.picture_row("提交后的计划", number)
    (in_database,) = sandbox.plans(number=number)
    assert in_database["fields"]["自筹资金金额"] == "1234.60"
    assert in_database["detail"]["基准采购品目编码"] == "A02010105"
    assert len(portal.screen.windows) == 1


@pytest.mark.every_skin
async def test_the_log_of_a_draft_is_read_although_it_has_one_line_only(portal: ProvincialPortal) -> None:
    form = await portal.plans.add()
    await form.fill(plan())
    await form.save()
    await form.close()
    (row,) = await portal.plans.find(name="（页面）")
    assert [entry["操作环节"] for entry in await portal.plans.log(row["计划编号"])] == ["保存"]


async def test_the_trail_holds_every_move_and_the_portals_words(portal: ProvincialPortal) -> None:
    await saved(portal)
    trail = portal.trail
    assert isinstance(trail, Remembering)
    assert ("provincial/采购计划维护/增加", "click", {}) in trail.events
    assert trail.said() == ["保存成功！"]


async def test_all_pages_are_read_without_sums(portal: ProvincialPortal, sandbox: Control) -> None:
    own = [one for one in sandbox.plans() if one["unit"] == "612001"]
    rows = await portal.plans.find()
    assert len(rows) == len(own) > 10
    assert sorted(row["计划编号"] for row in rows) == sorted(one["number"] for one in own)


async def test_a_search_by_number_and_year_is_the_portals_own(portal: ProvincialPortal, sandbox: Control) -> None:
    number = (await portal.plans.find())[0]["计划编号"]
    assert [row["计划编号"] for row in await portal.plans.find(number=number)] == [number]
    year = int(number[12:16])
    assert all(row["计划编号"][12:16] == str(year) for row in await portal.plans.find(year=year))
    assert await portal.plans.find(name="没有这样的计划") == []


async def test_a_plan_that_is_not_there_is_named(portal: ProvincialPortal) -> None:
    with pytest.raises(RowMissing) as caught:
        await portal.plans.view("37142461200120219999")
    assert caught.value.params["key"] == "37142461200120219999"


async def test_refusals_come_in_the_portals_words_and_the_form_stays(portal: ProvincialPortal) -> None:
    form = await portal.plans.add()
    zero = {label: yuan(0) for label in ("预算内一般预算金额", "自筹资金金额")}
    await form.fill(plan(**zero))
    with pytest.raises(RefusedByPortal) as caught:
        await form.save()
    assert caught.value.params["text"] == "资金合计必须大于0"
    await form.fill(plan())
    assert (await form.save()).kind == "done"
    await form.close()


async def test_a_second_detail_is_refused(portal: ProvincialPortal) -> None:
    number = await saved(portal)
    details = await portal.plans.details(number)
    form = await details.add()
    await form.fill({"采购名称": ITEM, **DETAIL, "单价": yuan(35000), "数量": Decimal(1)})
    await form.save()
    await form.close()
    with pytest.raises(RefusedByPortal) as caught:
        await details.add()
    assert caught.value.params["text"] == "一个计划只能有一条明细"
    await details.close()
    with pytest.raises(RefusedByPortal) as caught:
        await portal.plans.submit(number)
    assert caught.value.params["text"] == "明细金额与计划金额不一致"


async def test_an_item_that_the_tree_lacks_lists_what_it_offers(portal: ProvincialPortal) -> None:
    number = await saved(portal)
    form = await (await portal.plans.details(number)).add()
    with pytest.raises(OptionNotOffered) as caught:
        await form.fill({"采购名称": Item("台式电脑", "A02010105")})
    assert "A02010105 台式计算机" in caught.value.params["offered"]  # type: ignore[operator]
    await form.close()
    assert len(portal.screen.windows) == 1


async def test_an_option_that_is_gone_and_a_starred_field_without_value_are_told_before_saving(
    portal: ProvincialPortal, sandbox: Control
) -> None:
    sandbox.fault("drop_option", label="采购方式", option="网上超市", times=1)
    sandbox.fault("require_field", portal="provincial", label="传真号码", times=5)
    form = await portal.plans.add()
    values = plan()
    del values["传真号码"]
    with pytest.raises(OptionNotOffered) as caught:
        await form.fill(values)
    assert "定点采购" in caught.value.params["offered"]  # type: ignore[operator]
    values["采购方式"] = "定点采购"
    with pytest.raises(RequiredFieldEmpty):
        await form.fill(values)
    await form.close()


async def test_open_comes_back_from_anywhere_and_leaves_no_window(portal: ProvincialPortal) -> None:
    number = await saved(portal)
    details = await portal.plans.details(number)
    await (await details.add()).fill(DETAIL)
    await portal.plans.open()
    assert len(portal.screen.windows) == 1
    assert (await portal.plans.find(number=number))[0]["计划编号"] == number


async def test_a_list_that_begins_again_while_it_is_read_is_read_on_where_it_was(portal: ProvincialPortal) -> None:
    whole = [row["计划编号"] for row in await portal.plans.find()]
    seen = [row["计划编号"] for row in await portal.plans.first_page()]
    second = await portal.plans.next_page()
    assert second
    seen += [row["计划编号"] for row in second]
    await portal.screen.begin("somebody searches", "click")
    await press(portal.screen, "查询")
    await portal.screen.settle()
    while page := await portal.plans.next_page():
        seen += [row["计划编号"] for row in page]
    assert seen == whole
