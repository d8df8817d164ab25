"""What a request has to say, and what it may leave out."""

from datetime import date
from decimal import Decimal

import pytest

from bots.browser.door.bodies import Body, Leaf
from bots.browser.door.expected import Expected, Known, Posted
from bots.browser.door.judging import Judge, Judgement
from bots.widgets.values import Money, Value

WAN35 = Expected("预算金额", Money(Decimal(350000)), "万元")
NAME = Expected("计划名称", "台式计算机采购")
DAY = Expected("计划采购日期", date(2020, 9, 18), kind="moment")
FORM = (NAME, WAN35, DAY)
GOOD = {"name": "台式计算机采购", "amount": "35", "day": "2020-09-18"}


def body(**leaves: str) -> Body:
    return Body(tuple(Leaf(key, (text,)) for key, text in leaves.items()))


def judged(
    leaves: dict[str, str], *expected: Expected, known: Known | None = None, either_unit: bool = False
) -> Judgement:
    return Judge(body(**leaves), expected or FORM, known or {}, either_unit=either_unit).judgement()


def lacking(judgement: Judgement) -> dict[str, tuple[str, str]]:
    return {finding.label: (finding.reason, finding.got) for finding in judgement.lacking}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Money(Decimal(350000)), "35"),
        (Money(Decimal(350000)), "35.000000"),
        (Money(Decimal(350000)), "3.5e1"),
        (Money(Decimal(12345000)), "1,234.50"),
        (70, "70.0"),
        (Decimal("0.5"), ".50"),
        (date(2020, 9, 18), "2020/9/18"),
        (date(2020, 9, 18), "20200918"),
        (date(2020, 9, 18), "2020-09-18 00:00:00"),
        (date(2020, 9, 18), "2020-09-17T16:00:00.000Z"),
        (date(2020, 9, 18), "2020-09-18T00:00:00+08:00"),
        (date(2020, 9, 18), "1600358400000"),
        (date(2020, 9, 18), "1600358400"),
        (date(2020, 9, 18), "/Date(1600358400000)/"),
        (date(2020, 9, 18), "Fri Sep 18 2020 00:00:00 GMT+0800 (中国标准时间)"),
        (date(2020, 9, 18), "9/18/2020"),
        ("2020-09-18 09:30", "2020-09-18 09:30:00"),
        ("2020-09-18 09:30", "2020-09-18T01:30:00.000Z"),
        ("第一行\n第二行 ", "第一行\r\n第二行"),
        ("A&B <急>", "A&amp;B &lt;急&gt;"),
        ("2020", "2020"),
    ],
)
def test_a_value_is_known_in_every_notation(value: Value, text: str) -> None:
    expected = Expected("栏目", value, "万元" if isinstance(value, Money) else None)
    assert not judged({**GOOD, "x": text}, *FORM, expected).lacking


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Money(Decimal(350000)), "350000"),
        (Money(Decimal(350000)), "35.0001"),
        (date(2020, 9, 18), "2020-09-17T15:59:00.000Z"),
        (date(2020, 9, 18), "2020-09-18T16:00:00.000Z"),
        (date(2020, 9, 18), "2020-09-19"),
        ("2020-09-18 09:30", "2020-09-18 00:00"),
        ("2020-09-18 09:30", "2020-09-18"),
        ("台式计算机 #2 采购", "台式计算机"),
        ("0534", "534"),
    ],
)
def test_another_value_is_none(value: Value, text: str) -> None:
    expected = Expected("栏目", value, "万元" if isinstance(value, Money) else None)
    assert set(lacking(judged({"name": NAME.text, "x": text}, NAME, expected))) == {"栏目"}


def test_a_value_that_is_shown_and_not_sent_is_missed() -> None:
    assert lacking(judged({**GOOD, "amount": ""})) == {"预算金额": ("missing", "")}


def test_one_place_does_not_stand_for_two_values() -> None:
    again = Expected("自筹资金", Money(Decimal(350000)), "万元")
    assert set(lacking(judged({**GOOD, "own": "0"}, *FORM, again))) & {"预算金额", "自筹资金"}
    assert not judged({**GOOD, "own": "35"}, *FORM, again).lacking


def test_an_amount_in_the_other_unit_is_told_as_such() -> None:
    assert lacking(judged({**GOOD, "amount": "350000"})) == {"预算金额": ("other_unit", "350000")}


def test_where_the_site_says_so_an_amount_may_stand_in_the_other_unit_and_that_is_learned() -> None:
    found = judged({**GOOD, "amount": "350000"}, either_unit=True)
    assert not found.lacking
    assert found.names["预算金额"] == Posted("amount", "元")


def test_that_is_so_under_the_fields_own_name_too() -> None:
    named = Expected("预算金额", Money(Decimal(350000)), "万元", posted_as="amount")
    assert judged({**GOOD, "amount": "350000"}, NAME, DAY, named, either_unit=True).names["预算金额"].unit == "元"
    assert lacking(judged({**GOOD, "amount": "350000"}, NAME, DAY, named)) == {"预算金额": ("other_unit", "350000")}


def test_an_amount_whose_unit_is_chosen_beside_it_may_be_sent_in_either() -> None:
    chosen = Expected("预算金额", Money(Decimal(350000)), "万元", convertible=True)
    assert not judged({**GOOD, "amount": "350000"}, NAME, DAY, chosen).lacking
    assert lacking(judged({**GOOD, "amount": "3500"}, NAME, DAY, chosen))


def test_the_names_of_telling_values_are_learned() -> None:
    assert judged(GOOD).names == {
        "计划名称": Posted("name"),
        "预算金额": Posted("amount", "万元"),
        "计划采购日期": Posted("day"),
    }


def test_what_stands_in_two_places_is_not_learned() -> None:
    assert "预算金额" not in judged({**GOOD, "total": "35"}).names


KNOWN = {"预算金额": Posted("amount", "万元")}


def test_under_a_name_that_is_known_the_amount_must_stand_in_its_unit() -> None:
    wrong = judged({**GOOD, "amount": "350000", "pageSize": "35"}, known=KNOWN)
    assert lacking(wrong) == {"预算金额": ("other_unit", "350000")}
    assert lacking(judged({**GOOD, "amount": "36", "x": "35"}, known=KNOWN)) == {"预算金额": ("contradicted", "36")}


def test_the_unit_of_a_name_that_is_known_goes_before_the_one_that_was_typed() -> None:
    known = {"预算金额": Posted("amount", "元")}
    assert not judged({**GOOD, "amount": "350000"}, known=known).lacking
    assert set(lacking(judged(GOOD, known=known))) == {"预算金额"}


def test_zero_is_not_demanded_and_another_amount_under_its_name_is_a_contradiction() -> None:
    zero = Expected("预算金额", Money(Decimal(0)), "万元")
    assert not judged({"name": NAME.text, "day": "20200918"}, NAME, DAY, zero, known=KNOWN).lacking
    assert not judged({**GOOD, "amount": "0.00"}, NAME, DAY, zero, known=KNOWN).lacking
    assert lacking(judged(GOOD, NAME, DAY, zero, known=KNOWN)) == {"预算金额": ("contradicted", "35")}


@pytest.mark.parametrize(
    ("value", "text", "same"),
    [
        ("2020", "2019-12-31T16:00:00.000Z", True),
        ("2020", "2019-12-31", False),
        ("2020-09", "2020-09-01", True),
        ("2020-09", "2020年9月", True),
        ("2020-09", "2020-08-31T16:00:00.000Z", True),
        ("2020-09", "2020-10", False),
        ("09:30", "09:30:00", True),
        ("09:30", "2020-09-18T01:30:00.000Z", True),
        ("09:30", "00:00", False),
    ],
)
def test_a_part_of_a_date_may_be_sent_as_a_whole_one(value: str, text: str, *, same: bool) -> None:
    part = Expected("月份", value, kind="moment")
    assert bool(judged({"name": NAME.text, "x": text}, NAME, part).lacking) is not same


METHOD = Expected("采购方式", "公开招标", kind="choice", codes=("01",))


@pytest.mark.parametrize("text", ["01", "1", "公开招标", "01_公开招标"])
def test_a_choice_is_said_by_its_words_or_its_code(text: str) -> None:
    assert not judged({**GOOD, "method": text}, *FORM, METHOD).lacking


def test_a_choice_whose_code_is_known_must_be_there() -> None:
    assert lacking(judged({**GOOD, "method": "02"}, *FORM, METHOD)) == {"采购方式": ("missing", "")}


def test_a_choice_whose_code_nobody_knows_is_not_demanded_but_may_not_be_empty_under_its_name() -> None:
    coded = Expected("代理机构", "德州市政府采购中心", kind="choice", posted_as="agency")
    assert not judged({**GOOD, "agency": "3714001"}, *FORM, coded).lacking
    assert lacking(judged({**GOOD, "agency": ""}, *FORM, coded)) == {"代理机构": ("missing", "")}


def test_no_may_have_the_code_of_yes() -> None:
    no = Expected("是否科研项目", "否", kind="choice", codes=("1",))
    assert not judged({**GOOD, "research": "1"}, *FORM, no).lacking
    assert set(lacking(judged({**GOOD, "research": "0"}, *FORM, no))) == {"是否科研项目"}


def test_a_tick_is_true_on_one_or_absent() -> None:
    yes, no = Expected("允许进口", value=True, kind="tick"), Expected("允许进口", value=False, kind="tick")
    for text in ("true", "1", "on", "Y", "是"):
        assert not judged({**GOOD, "import": text}, *FORM, yes).lacking
    assert lacking(judged(GOOD, *FORM, yes))
    assert not judged(GOOD, *FORM, no).lacking
    known = {"允许进口": Posted("import")}
    assert lacking(judged({**GOOD, "import": "true"}, *FORM, no, known=known))


def test_a_disabled_field_may_be_left_out_but_not_sent_otherwise() -> None:
    year = Expected("业务年度", "2020", posted_as="year", optional=True)
    assert not judged(GOOD, *FORM, year).lacking
    assert lacking(judged({**GOOD, "year": "2021"}, *FORM, year)) == {"业务年度": ("contradicted", "2021")}


def test_a_list_of_several_in_one_place_says_each_of_them() -> None:
    parts = [Expected(f"资金来源:{code}", name, kind="choice", codes=(code,)) for code, name in
             (("01", "一般预算"), ("03", "自筹资金"))]  # fmt: skip
    assert not judged({**GOOD, "funds": "01,03"}, *FORM, *parts).lacking
    assert lacking(judged({**GOOD, "funds": "01"}, *FORM, *parts))


@pytest.mark.parametrize(
    "leaves",
    [
        {"token": "8f3"},
        {"name": "台式计算机采购"},
        {"event": "click", "page": "plan", "user": "linnan", "at": "1600358400123", "size": "10"},
        {},
    ],
    ids=["heartbeat", "name-check", "telemetry", "empty"],
)
def test_what_is_not_the_form_passes(leaves: dict[str, str]) -> None:
    assert not judged(leaves).carries


def test_a_form_that_is_sent_empty_is_seen() -> None:
    found = judged({"name": "", "method": "40"}, Expected("计划名称", "新的"))
    assert lacking(found) == {"计划名称": ("missing", "")}


def test_a_text_that_was_cut_is_told_as_it_was_sent() -> None:
    assert lacking(judged({**GOOD, "name": "台式计算机"})) == {"计划名称": ("missing", "台式计算机")}


def test_a_name_that_another_thing_has_too_is_not_the_fields() -> None:
    named = Expected("计划名称", "台式计算机采购", posted_as="name")
    leaves = (Leaf("plan.title", ("台式计算机采购",)), Leaf("user.name", ("王敏",)), Leaf("plan.amount", ("35",)))
    assert not Judge(Body(leaves), (named, WAN35), {}).judgement().lacking
