"""A plan is recognised by name and date; never by less."""

from datetime import date

import pytest

from flows.natural_key import another_day, candidates, never_cut, same_name

DAY = date(2020, 9, 18)
ROW = {"计划编号": "1", "计划名称": "台式计算机采购项目", "采购日期": "2020-09-18", "采购方式": "集中采购"}


def find(**changes: str) -> set[str]:
    day = ("采购日期", DAY)
    return candidates([ROW | changes], name=("计划名称", "台式计算机采购项目"), number="计划编号", day=day)


def test_the_plan_itself_is_found() -> None:
    assert find() == {"1"}


@pytest.mark.parametrize("changes", [{"计划名称": "台式计算机采购项目二"}, {"采购日期": "2020-09-19"}])
def test_another_name_or_date_is_another_plan(changes: dict[str, str]) -> None:
    assert find(**changes) == set()


def test_a_name_that_a_portal_cut_is_still_recognised() -> None:
    assert find(计划名称="台式计算机采购") == {"1"}
    assert find(计划名称="台式计算机采购...") == {"1"}
    assert not same_name("台式计算机采购项目", "台式")


@pytest.mark.parametrize(
    "shown",
    ["2020-09-18", "2020/9/18", "2020年09月18日", "2020年9月18日", "20200918", "2020-09-18 10:30:00", "2020.9.18"],
)
def test_a_day_is_the_same_in_every_notation(shown: str) -> None:
    assert find(采购日期=shown) == {"1"}
    assert another_day(date(2020, 9, 17), shown)


@pytest.mark.parametrize("shown", ["", "-", "09-18", "2020年三季度"])
def test_what_is_no_whole_day_rules_no_plan_out(shown: str) -> None:
    assert find(采购日期=shown) == {"1"}


def test_a_shorter_name_beside_longer_ones_was_not_cut_and_is_another_plan() -> None:
    longer = ROW | {"计划编号": "2", "计划名称": "台式计算机采购项目二期"}
    wanted = ("计划名称", "台式计算机采购项目一")
    assert never_cut([ROW], name=wanted, number="计划编号") == set()
    assert never_cut([ROW, longer], name=wanted, number="计划编号") == {"1"}
    assert never_cut([ROW | {"计划名称": "台式计算机…"}, longer], name=wanted, number="计划编号") == set()
