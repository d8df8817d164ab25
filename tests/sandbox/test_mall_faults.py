"""Every bad day that the mall can be told to have, seen over HTTP."""

import json
import time
from collections.abc import Iterator
from http.client import IncompleteRead
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from sandbox.server import RunningSandbox, start
from sandbox.store.items import BY_CODE
from tests.sandbox.mall_buyer import GOOD, USER, Buyer

LIST = "/wssc/backend/pages/planSheets.html"
FORM = "/wssc/backend/pages/planSheetForm.html"


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


def arm(mall: RunningSandbox, **fault: object) -> None:
    with urlopen(Request(f"{mall.control}faults", json.dumps(fault).encode())) as answer:  # noqa: S310  loopback
        assert answer.status == 200


def count(mall: RunningSandbox) -> int:
    return len(mall.store.sheets.of_unit("301001"))


def test_slow_pages_are_slow_once(mall: RunningSandbox, buyer: Buyer) -> None:
    arm(mall, kind="slow", path_contains="planSheet/list", seconds=0.4, times=1)
    began = time.monotonic()
    buyer.ask("planSheet/list")
    slow = time.monotonic()
    buyer.ask("planSheet/list")
    assert slow - began >= 0.4 > time.monotonic() - slow


@pytest.mark.parametrize(("when", "kept"), [("before", 0), ("after", 1)])
def test_an_http_500_at_confirm_keeps_nothing_before_and_the_sheet_after(
    mall: RunningSandbox, buyer: Buyer, when: str, kept: int
) -> None:
    before = count(mall)
    arm(mall, kind="http500", on="confirm", when=when, times=1)
    with pytest.raises(HTTPError) as error:
        buyer.create()
    assert error.value.code == 500
    assert count(mall) == before + kept
    assert buyer.create()["code"] == 0


def test_an_http_500_on_a_page_plays_on_the_next_page(mall: RunningSandbox, buyer: Buyer) -> None:
    arm(mall, kind="http500", on="page", times=1)
    with pytest.raises(HTTPError):
        buyer.send(LIST)
    assert "计划单编号" in buyer.send(LIST)


def test_a_lost_reply_keeps_the_sheet_and_cuts_the_connection(mall: RunningSandbox, buyer: Buyer) -> None:
    before = count(mall)
    arm(mall, kind="lost_reply", on="confirm", times=1)
    with pytest.raises(IncompleteRead):
        buyer.create()
    assert count(mall) == before + 1


def test_a_session_that_is_over_stays_over(mall: RunningSandbox, buyer: Buyer) -> None:
    before = count(mall)
    arm(mall, kind="session_over", on="confirm", times=1)
    assert buyer.create() == {"code": 401, "msg": "登录超时，请重新登录"}
    assert buyer.ask("planSheet/list")["code"] == 401
    assert "登录超时" in buyer.send(LIST)
    assert count(mall) == before


def test_somebody_else_logging_in_kicks(mall: RunningSandbox, buyer: Buyer) -> None:
    arm(mall, kind="kicked", times=1)
    assert buyer.ask("planSheet/list") == {"code": 401, "msg": "账号已在别处登录，请重新登录"}


def test_a_single_session_ends_the_older_one(mall: RunningSandbox, buyer: Buyer) -> None:
    arm(mall, kind="single_session")
    Buyer(mall).login(user="371526310001002")  # who ends nobody's
    assert not [play for play in mall.store.faults.played if play["kind"] == "single_session"]
    Buyer(mall).login()
    assert buyer.ask("planSheet/list")["code"] == 401
    assert [play["account"] for play in mall.store.faults.played if play["kind"] == "single_session"] == [USER]


def test_a_notice_lies_on_one_page(mall: RunningSandbox, buyer: Buyer) -> None:
    arm(mall, kind="notice", portal="mall", text="今晚停机", times=1)
    assert 'data-notice="今晚停机"' in buyer.send("/wssc/backend/")
    assert "data-notice" not in buyer.send("/wssc/backend/")


def test_an_armed_refusal_is_told_in_its_own_words(mall: RunningSandbox, buyer: Buyer) -> None:
    arm(mall, kind="refusal", on="confirm", text="本单位本月已停止申报", times=1)
    assert buyer.create() == {"code": 1, "msg": "本单位本月已停止申报"}
    assert buyer.create()["code"] == 0


def test_a_fault_for_another_account_does_not_play(mall: RunningSandbox, buyer: Buyer) -> None:
    arm(mall, kind="refusal", on="confirm", text="不许", account="371500405001002", times=1)
    assert buyer.create()["code"] == 0
    arm(mall, kind="refusal", on="confirm", text="就是你", account=USER, times=1)
    assert buyer.create()["msg"] == "就是你"


def test_a_name_is_cut_in_silence(mall: RunningSandbox, buyer: Buyer) -> None:
    arm(mall, kind="cut_name", length=5)
    assert buyer.create()["code"] == 0
    assert mall.store.sheets.of_unit("301001")[0]["name"] == GOOD["name"][:5]


def test_an_amount_loses_its_fen_in_silence(mall: RunningSandbox, buyer: Buyer) -> None:
    arm(mall, kind="round_amount")
    assert buyer.create()["code"] == 0
    assert mall.store.sheets.of_unit("301001")[0]["amount"] == 1536600


def test_the_portal_is_down_until_it_is_cleared(mall: RunningSandbox, buyer: Buyer) -> None:
    arm(mall, kind="down", portal="mall")
    for _ in range(2):
        with pytest.raises(HTTPError) as error:
            buyer.send("/wssc/liaocheng/index.html")
        assert error.value.code == 503
    mall.store.faults.clear()
    assert "采购公告" in buyer.send("/wssc/liaocheng/index.html")


@pytest.mark.parametrize("label", ["联系电话", "资金来源"])
def test_a_field_that_is_suddenly_required_is_starred_and_demanded(
    mall: RunningSandbox, buyer: Buyer, label: str
) -> None:
    arm(mall, kind="require_field", portal="mall", label=label)
    assert f'<span class="must">*</span>{label}' in buyer.send(FORM)
    assert buyer.create(phone="") == {"code": 1, "msg": f"{label}不能为空"}
    assert buyer.create(**{label: "有了", "phone": "1"})["code"] == 0


def test_a_field_that_only_a_fault_knows_is_kept_too(mall: RunningSandbox, buyer: Buyer) -> None:
    arm(mall, kind="require_field", portal="mall", label="资金来源")
    number = buyer.create(资金来源="自筹")["number"]
    (sheet,) = json.loads(buyer.send(f"/_control/sheets?number={number}"))
    assert sheet["fields"]["资金来源"] == "自筹"
    assert 'name="资金来源" value="自筹" readonly' in buyer.send(f"{FORM}?number={number}")


def test_a_question_comes_before_the_save_and_only_yes_saves(mall: RunningSandbox, buyer: Buyer) -> None:
    before = count(mall)
    arm(mall, kind="question", on="confirm", text="已有同名计划单，是否继续？")
    assert buyer.create() == {"code": 302, "msg": "已有同名计划单，是否继续？"}
    assert count(mall) == before
    assert buyer.create(confirmed="1")["code"] == 0


def test_an_option_can_be_missing(mall: RunningSandbox, buyer: Buyer) -> None:
    arm(mall, kind="drop_option", label="采购方式", option="定点采购")
    arm(mall, kind="drop_option", label="预算品目", option=BY_CODE["A05010201"].title)
    form = buyer.send(FORM)
    assert "<option>网上超市</option>" in form
    assert "定点采购" not in form
    assert "A05010201" not in {item["code"] for item in buyer.ask("catalog/items")["list"]}
