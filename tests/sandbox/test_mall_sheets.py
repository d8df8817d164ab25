"""自建计划 over HTTP: what is kept, what is refused, and how the list is paged."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from sandbox.server import RunningSandbox, start
from sandbox.store.items import BY_CODE, SCATTERED
from tests.sandbox.mall_buyer import GOOD, Buyer


@pytest.fixture(scope="module")
def mall() -> Iterator[RunningSandbox]:
    running = start()
    yield running
    running.stop()


@pytest.fixture
def buyer(mall: RunningSandbox) -> Buyer:
    mall.store.faults.clear()
    buyer = Buyer(mall)
    buyer.login()
    return buyer


def _kept(buyer: Buyer, number: str) -> dict[str, Any]:
    (sheet,) = json.loads(buyer.send(f"/_control/sheets?number={number}"))
    assert isinstance(sheet, dict)
    return sheet


def test_every_field_that_is_posted_stands_in_the_database(buyer: Buyer) -> None:
    answer = buyer.create()
    assert (answer["code"], answer["msg"]) == (0, "自建计划创建成功")
    sheet = _kept(buyer, answer["number"])
    assert sheet["fields"] == {
        "计划单编号": answer["number"], "计划单名称": GOOD["name"], "业务年度": "2026", "采购方式": "网上超市",
        "预算品目": "A05010201 办公桌", "数量": "12.00", "计量单位": "张", "预算单价": "1280.55",
        "预算金额": "15366.60", "需求日期": "2026-12-18", "联系人": "于红梅", "联系电话": "0635-8210001",
        "备注": GOOD["remark"],
    }  # fmt: skip
    assert (sheet["status"], sheet["source"], sheet["plan_number"]) == ("待采购", "自建", "")
    assert sheet["account"] == "371500301001002"


def test_the_form_shows_what_was_kept(buyer: Buyer) -> None:
    number = buyer.create(name='引号"与<尖括号>')["number"]
    form = buyer.send(f"/wssc/backend/pages/planSheetForm.html?number={number}")
    for shown in (number, "引号&#34;与&lt;尖括号&gt;", "A05010201 办公桌", "1280.55", "15366.60", "2026-12-18", "张"):
        assert shown in form
    assert form.count("readonly") + form.count("disabled") == 13


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "计划单名称不能为空"),
        ({"name": "  "}, "计划单名称不能为空"),
        ({"year": ""}, "业务年度不能为空"),
        ({"method": ""}, "采购方式不能为空"),
        ({"itemCode": ""}, "预算品目不能为空"),
        ({"quantity": ""}, "数量不能为空"),
        ({"measure": ""}, "计量单位不能为空"),
        ({"price": ""}, "预算单价不能为空"),
        ({"amount": ""}, "预算金额不能为空"),
        ({"needDate": ""}, "需求日期不能为空"),
        ({"name": "桌" * 101}, "计划单名称不能超过100个字"),
        ({"remark": "长" * 501}, "备注不能超过500个字"),
        ({"method": "公开招标"}, "自建计划单的采购方式只能选择网上超市或定点采购"),
        ({"itemCode": "A02010105"}, "自建计划单只能选择分散采购品目"),
        ({"itemCode": "Z99"}, "自建计划单只能选择分散采购品目"),
        ({"amount": "15366.61"}, "预算金额与预算单价、数量不符"),
        ({"price": "1280.555"}, "预算单价必须为数字，最多保留两位小数"),
        ({"price": "一千"}, "预算单价必须为数字，最多保留两位小数"),
        ({"quantity": "0"}, "数量必须大于0"),
        ({"quantity": "-1"}, "数量必须大于0"),
        ({"needDate": "2026-02-30"}, "需求日期格式不正确"),
        ({"year": "1999"}, "业务年度不正确"),
        (
            {"quantity": "1", "price": "500000", "amount": "500000"},
            "预算金额达到限额标准，请到山东省政府采购网备案采购计划",
        ),
    ],
)
def test_a_bad_sheet_is_refused_in_words_and_not_kept(
    mall: RunningSandbox, buyer: Buyer, changes: dict[str, str], words: str
) -> None:
    before = len(mall.store.sheets.every())
    assert buyer.create(**changes) == {"code": 1, "msg": words}
    assert len(mall.store.sheets.every()) == before


def test_one_fen_below_the_limit_is_kept(buyer: Buyer) -> None:
    assert buyer.create(quantity="1", price="499999.99", amount="499999.99")["code"] == 0


def test_a_name_of_a_hundred_signs_is_kept_whole(buyer: Buyer) -> None:
    number = buyer.create(name="桌" * 100)["number"]
    assert _kept(buyer, number)["fields"]["计划单名称"] == "桌" * 100


def test_only_scattered_items_are_offered(buyer: Buyer) -> None:
    offered = buyer.ask("catalog/items")["list"]
    assert {"code": "A05010201", "name": "办公桌"} in offered
    assert {item["code"] for item in offered} == {item.code for item in BY_CODE.values() if item.catalogue == SCATTERED}


def test_the_list_comes_in_pages_of_ten_the_newest_first(buyer: Buyer) -> None:
    newest = buyer.create()["number"]
    page = buyer.ask("planSheet/list", pageNo="1", pageSize="10")["page"]
    assert page["list"][0]["number"] == newest
    assert (len(page["list"]), page["pageNo"], page["pages"]) == (10, 1, -(-page["total"] // 10))
    everything = [
        row["number"]
        for number in range(1, page["pages"] + 1)
        for row in buyer.ask("planSheet/list", pageNo=str(number), pageSize="10")["page"]["list"]
    ]
    assert len(everything) == len(set(everything)) == page["total"] > 10


def test_the_query_bar_narrows_the_list(buyer: Buyer) -> None:
    number = buyer.create(name="独一无二的采购")["number"]
    found = buyer.ask("planSheet/list", name="独一无二")["page"]
    assert [row["number"] for row in found["list"]] == [number]
    waiting = buyer.ask("planSheet/list", status="待采购", pageSize="100")["page"]["list"]
    assert {row["status"] for row in waiting} == {"待采购"}
    assert buyer.ask("planSheet/list", name="没有这样的")["page"] == {
        "list": [], "pages": 0, "total": 0, "pageNo": 1, "pageSize": 10,
    }  # fmt: skip


def test_what_the_province_pushed_bears_the_plans_number(buyer: Buyer) -> None:
    rows = buyer.ask("planSheet/list", pageSize="100")["page"]["list"]
    assert {row["source"] for row in rows} == {"自建", "省平台推送"}
    assert all(bool(row["planNumber"]) == (row["source"] == "省平台推送") for row in rows)
    pushed = next(row for row in rows if row["planNumber"])
    found = buyer.ask("planSheet/list", planNumber=pushed["planNumber"])["page"]["list"]
    assert [row["number"] for row in found] == [pushed["number"]]


def test_another_units_sheets_are_nobodys_business(mall: RunningSandbox, buyer: Buyer) -> None:
    number = buyer.create(name="只给自己看")["number"]
    stranger = Buyer(mall)
    stranger.login("371500405001002")
    assert stranger.ask("planSheet/list", name="只给自己看")["page"]["total"] == 0
    assert "计划单不存在" in stranger.send(f"/wssc/backend/pages/planSheetForm.html?number={number}")
