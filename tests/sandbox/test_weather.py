"""Bad days that only a long night brings, on both portals, at pages and scripts; and weather that a seed makes."""

import json
import time
from http.client import IncompleteRead, RemoteDisconnected
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from sandbox.server import RunningSandbox
from tests.control import Control
from tests.sandbox.mall_buyer import Buyer
from tests.sandbox.province_clerk import USER, Clerk, said

CUT = (RemoteDisconnected, ConnectionResetError, IncompleteRead)


@pytest.fixture
def buyer(box: RunningSandbox) -> Buyer:
    buyer = Buyer(box)
    buyer.login()
    return buyer


def tell(sandbox: Control, path: str, **body: object) -> Any:  # noqa: ANN401  any JSON
    request = Request(f"{sandbox.base}{path}", json.dumps(body).encode())  # noqa: S310  loopback
    with urlopen(request, timeout=10) as answer:  # noqa: S310  loopback
        return json.load(answer)


def ask(sandbox: Control, path: str) -> Any:  # noqa: ANN401  any JSON
    with urlopen(f"{sandbox.base}{path}", timeout=10) as answer:  # noqa: S310  loopback
        return json.load(answer)


def names(sandbox: Control) -> list[str]:
    return [plan["fields"]["计划名称"] for plan in sandbox.plans(account=USER)]


def test_a_proxy_has_error_pages_of_its_own(anyone: Clerk, sandbox: Control) -> None:
    sandbox.fault("http500", on="save", when="before", status=502)
    sandbox.fault("late", on="save", status=504, seconds=0.2)
    for code in ("502", "504"):
        with pytest.raises(HTTPError, match=code):
            anyone.save_plan()
    assert names(sandbox) == []
    time.sleep(0.4)
    assert len(names(sandbox)) == 1


def test_a_reset_has_written_nothing(anyone: Clerk, buyer: Buyer, sandbox: Control) -> None:
    sandbox.fault("reset", on="save")
    with pytest.raises(CUT):
        anyone.save_plan()
    assert names(sandbox) == []
    sandbox.fault("reset", on="confirm")
    before = len(sandbox.sheets())
    with pytest.raises(CUT):
        buyer.create()
    assert len(sandbox.sheets()) == before


@pytest.mark.parametrize(("when", "kept"), [("before", 0), ("after", 1)])
def test_a_portal_that_hangs_may_have_written_or_not(anyone: Clerk, sandbox: Control, when: str, kept: int) -> None:
    sandbox.fault("hang", on="save", when=when, seconds=0.3)
    began = time.monotonic()
    with pytest.raises(CUT):
        anyone.save_plan()
    assert time.monotonic() - began > 0.29
    assert len(names(sandbox)) == kept


def test_a_slow_write_is_answered_well_in_the_end(anyone: Clerk, buyer: Buyer, sandbox: Control) -> None:
    for on in ("save", "confirm"):
        sandbox.fault("slow_write", on=on, seconds=0.3)
    began = time.monotonic()
    assert said(anyone.save_plan()) == "保存成功！"
    assert buyer.create()["code"] == 0
    assert time.monotonic() - began > 0.59


def test_what_is_sent_twice_is_kept_twice(anyone: Clerk, buyer: Buyer, sandbox: Control) -> None:
    before = len(sandbox.sheets())
    for on in ("save", "confirm"):
        sandbox.fault("twice", on=on)
    anyone.save_plan()
    buyer.create()
    assert len(names(sandbox)) == 2
    assert len(sandbox.sheets()) == before + 2


def test_a_stale_list_and_a_stale_log_lack_what_is_new(anyone: Clerk, buyer: Buyer, sandbox: Control) -> None:
    plan = anyone.file()
    buyer.create()
    for _ in range(2):
        sandbox.fault("stale", seconds=60)
    assert anyone.newest() != plan
    number = buyer.ask("planSheet/list")["page"]["list"][0]["number"]
    assert number != sandbox.sheets()[-1]["number"]
    sandbox.fault("stale", seconds=60, portal="provincial")
    details = f"detail/list.do?planId={plan}"
    assert "集中采购目录" not in anyone.ask(details)
    assert "集中采购目录" in anyone.ask(details)
    sandbox.fault("stale", on="log", seconds=60)
    log = f"plan/log.do?planId={plan}"
    assert "提交成功" not in anyone.ask(log)
    assert "提交成功" in anyone.ask(log)
    assert anyone.newest() == plan


def test_numbers_may_have_gaps(anyone: Clerk, buyer: Buyer, sandbox: Control) -> None:
    anyone.save_plan()
    sandbox.fault("gap", portal="provincial", by=7)
    anyone.save_plan()
    first, second = (int(plan["number"]) for plan in sandbox.plans(account=USER))
    assert second - first == 8
    last = int(buyer.create()["number"][-5:])
    sandbox.fault("gap", portal="mall", by=3)
    assert int(buyer.create()["number"][-5:]) == last + 4


def test_a_session_ends_after_so_many_requests(anyone: Clerk, buyer: Buyer, sandbox: Control) -> None:
    tell(sandbox, "faults", kind="session_limit", requests=2)
    for _ in range(2):
        assert "会话已超时" not in anyone.ask("plan/list.do")
        assert buyer.ask("planSheet/list")["code"] == 0
    assert said(anyone.ask("plan/list.do")) == "会话已超时，请重新登录"
    assert buyer.ask("planSheet/list")["code"] == 401


def test_a_locked_account_is_told_so(anyone: Clerk, buyer: Buyer, sandbox: Control) -> None:
    for portal in ("provincial", "mall"):
        sandbox.fault("locked", portal=portal)
    assert said(anyone.login()) == "账号已锁定"
    assert buyer.login()["msg"] == "账号已锁定"


def test_a_fault_that_lasts_ends_by_itself(anyone: Clerk, sandbox: Control) -> None:
    tell(sandbox, "faults", kind="down", portal="provincial", lasts=0.3)
    with pytest.raises(HTTPError, match="503"):
        anyone.ask("plan/list.do")
    time.sleep(0.4)
    assert "计划编号" in anyone.ask("plan/form.do?op=add")


def weathered(clerk: Clerk, sandbox: Control, seed: int) -> list[str]:
    """What becomes of a dozen saves under a seed's weather."""
    since = len(ask(sandbox, "played"))
    tell(sandbox, "weather", seed=seed, rates={"refusal@save": 0.3, "http500@save": 0.2},
         params={"refusal": {"text": "预算指标不足"}})  # fmt: skip
    for _ in range(12):
        try:
            clerk.save_plan()
        except HTTPError:
            continue
    return [play["kind"] for play in ask(sandbox, f"played?since={since}")]


def test_weather_is_the_same_for_the_same_seed_and_everything_played_is_known(anyone: Clerk, sandbox: Control) -> None:
    first, again, other = (weathered(anyone, sandbox, seed) for seed in (7, 7, 8))
    assert first == again != other
    assert {"refusal", "http500"} == {*first, *other}
    sandbox.clear_faults()
    assert said(anyone.save_plan()) == "保存成功！"


def test_only_what_can_be_met_by_chance_is_left_to_it(sandbox: Control) -> None:
    with pytest.raises(HTTPError, match="400"):
        tell(sandbox, "weather", seed=1, rates={"captcha": 0.5})


def test_a_clerk_works_by_hand_at_the_same_time(anyone: Clerk, buyer: Buyer, sandbox: Control) -> None:
    anyone.save_plan()
    anyone.save_detail(anyone.newest())
    (plan,) = sandbox.plans(account=USER)
    changes = {"预算内一般预算金额": "12.34", "传真号码": "1"}
    copy = tell(sandbox, "byhand", act="copy", number=plan["number"], account=USER, changes=changes, detail={})
    tell(sandbox, "byhand", act="edit", number=plan["number"], detail={"规格要求": "新"})
    tell(sandbox, "byhand", act="submit", number=plan["number"])
    edited, copied = sandbox.plans(account=USER)
    assert copied["number"] == copy["number"]
    assert copied["fields"] == plan["fields"] | changes | {"计划编号": copy["number"]}
    assert (edited["detail"]["规格要求"], edited["status"]) == ("新", "待资金科室审核")
    assert copied["detail"] == plan["detail"]
    tell(sandbox, "byhand", act="delete", number=copy["number"])
    assert len(sandbox.plans(account=USER)) == 1
    with pytest.raises(HTTPError, match="409"):
        tell(sandbox, "byhand", act="delete", number=plan["number"])
    sheet = buyer.create()["number"]
    twin = tell(sandbox, "byhand", act="copy", number=sheet, account=USER, changes={"预算金额": "1.00"})["number"]
    tell(sandbox, "byhand", act="edit", number=sheet, changes={"联系人": "新"})
    assert sandbox.sheets(number=sheet)[0]["fields"]["联系人"] == "新"
    assert sandbox.sheets(number=twin)[0]["fields"]["预算金额"] == "1.00"
    tell(sandbox, "byhand", act="delete", number=twin)
    assert not sandbox.sheets(number=twin)
