"""The store: numbers, money, one transaction a save, and what survives."""

import threading
import time
from pathlib import Path

import pytest

from sandbox.server import start
from sandbox.store import Store, amounts
from sandbox.store.fields import FUNDS, PLAN_FIELDS
from sandbox.store.people import ACCOUNTS, UNITS
from sandbox.store.plans import AT_OFFICE, DRAFT, RECORDED, RETURNED, Query

VALUES = {
    **{field.column: "否" for field in PLAN_FIELDS[1:]}, **dict.fromkeys(FUNDS, 100), "name": "打印机采购项目",
    "year": "2020", "purchase_date": "2020-09-18", "deadline": "2020-09-18",
}  # fmt: skip
ACCOUNT = ACCOUNTS["371424612001002"]


def test_the_first_plan_of_2020_gets_the_manuals_number() -> None:
    store = Store()
    assert store.plans.add(ACCOUNT, VALUES)["number"] == "37142461200120200015"
    assert store.plans.add(ACCOUNT, VALUES)["number"] == "37142461200120200016"
    assert store.plans.add(ACCOUNT, VALUES | {"year": "2026"})["number"] == "37142461200120260001"


def test_numbers_are_never_given_twice_to_clerks_who_save_at_once() -> None:
    store = Store()
    numbers: list[str] = []

    def save() -> None:
        numbers.extend(store.plans.add(ACCOUNT, VALUES)["number"] for _ in range(20))

    clerks = [threading.Thread(target=save) for _ in range(5)]
    for one in clerks:
        one.start()
    for one in clerks:
        one.join()
    assert len(set(numbers)) == 100


def test_a_save_that_fails_in_the_middle_leaves_nothing() -> None:
    store = Store()
    before = len(store.plans.every())

    def save_and_break() -> None:
        with store.database.transaction():
            store.reviews.submit(store.plans.add(ACCOUNT, VALUES), "x")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        save_and_break()
    assert len(store.plans.every()) == before


def test_the_seed_is_the_same_every_time_and_has_hundreds_of_other_plans() -> None:
    first, second = Store(), Store()
    assert first.plans.every() == second.plans.every()
    own = {unit.code for unit in UNITS}
    assert sum(plan["unit"] not in own for plan in first.plans.every()) >= 300
    for unit in UNITS:
        found = first.plans.search(unit.code, Query())
        assert found.count >= 25
        assert {plan["account"] for plan in found.rows}.isdisjoint(ACCOUNTS)
    assert {DRAFT, AT_OFFICE, RECORDED, RETURNED} <= {plan["status"] for plan in first.plans.every()}


def test_every_seeded_plan_agrees_with_itself() -> None:
    store = Store()
    for plan in store.plans.every():
        detail, log = store.plans.detail(plan["id"]), store.plans.log(plan["id"])
        assert log[0]["step"] == "保存"
        if detail:
            assert sum(plan[fund] for fund in FUNDS) == detail["amount"]
            assert amounts.cost(detail["price"], detail["quantity"]) == detail["amount"]
        else:
            assert plan["status"] == DRAFT
        pushed = [sheet for sheet in store.sheets.every() if sheet["plan_number"] == plan["number"]] \
            if plan["id"] % 40 == 0 else None  # fmt: skip
        assert pushed is None or len(pushed) == (plan["status"] == RECORDED)


def test_a_file_survives_a_restart_with_plans_and_sessions(tmp_path: Path) -> None:
    store = Store(tmp_path / "s.db")
    number = store.plans.add(ACCOUNT, VALUES)["number"]
    token = store.logins.enter("mall", ACCOUNT.user, "Sandbox#2021").token
    store.close()
    again = Store(tmp_path / "s.db")
    assert again.plans.by_number(number)
    session = again.logins.find("mall", token)
    assert session
    assert not session.over
    assert again.logins.find("provincial", token) is None
    again.close()


def test_start_takes_less_than_half_a_second(tmp_path: Path) -> None:
    began = time.process_time()  # not the wall's: other tests may keep the machine busy
    running = start(tmp_path / "s.db")
    took = time.process_time() - began
    running.stop()
    assert took < 0.5


@pytest.mark.parametrize(("text", "fen"), [("35", 35_000_000), ("0.000001", 1), (" 1,234.5 ", 1_234_500_000)])
def test_wan_is_read_and_shown_exactly(text: str, fen: int) -> None:
    assert amounts.parse(text, amounts.FEN_A_WAN) == fen
    assert amounts.parse(amounts.wan(fen), amounts.FEN_A_WAN) == fen
    assert amounts.parse(amounts.wan_short(fen), amounts.FEN_A_WAN) == fen


@pytest.mark.parametrize("text", ["", "abc", "1e999", "NaN", "0.0000001", "１２万"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(amounts.NotAnAmount):
        amounts.parse(text, amounts.FEN_A_WAN)
