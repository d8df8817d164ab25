"""Words, options and typed values: what counts as the same, and what does not."""

from datetime import date
from decimal import Decimal

import pytest

from bots.errors import FieldAmbiguous, OptionNotOffered
from bots.widgets.options import choose, same_option
from bots.widgets.values import Money, Value, same, typed
from bots.widgets.words import Unit, likeness, name_of

OFFICES = ("请选择", "011_工业贸易科", "012_教科文科", "013_教科文科(二)")


@pytest.mark.parametrize(
    "label",
    [
        "计划名称",
        "计划名称*",
        "*计划名称：",
        "计 划 名 称:",
        "计\u3000划\xa0名称 ＊：",
        "1、计划名称",
        "★计划名称",
        "计划名称(必填)",
        "计划名称\u200b",
    ],
)
def test_a_label_is_its_name_whatever_surrounds_it(label: str) -> None:
    assert likeness(name_of("计划名称"), name_of(label)) == 1


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("预算内一般预算金额(万元)", "万元"),
        ("预算内一般预算金额（万元）*：", "万元"),
        ("预算内一般预算金额[元]", "元"),
        ("预算内一般预算金额(单位：万元)", "万元"),
        ("预算内一般预算金额", None),
    ],
)
def test_the_unit_is_taken_out_of_the_label(label: str, unit: Unit | None) -> None:
    name = name_of(label)

    assert (name.base, name.unit) == ("预算内一般预算金额", unit)
    assert likeness(name_of("预算内一般预算金额"), name) == 1


@pytest.mark.parametrize(
    ("label", "starred"),
    [("计划名称*", True), ("*计划名称：", True), ("计划名称 ＊：", True), ("1、*计划名称", True), ("金额*(万元)", True),
     ("计划名称(必填)", True), ("计划名称", False), ("分辨率1024*768以上", False)],
)  # fmt: skip
def test_a_star_at_an_edge_demands_and_one_between_figures_does_not(label: str, starred: bool) -> None:  # noqa: FBT001
    assert name_of(label).starred is starred


def test_a_number_in_brackets_is_no_unit() -> None:
    assert name_of("附件(十)").unit is None
    assert likeness(name_of("附件"), name_of("附件(十)")) < 1


def test_a_wish_for_one_unit_is_not_met_by_another() -> None:
    assert likeness(name_of("单价(元)"), name_of("单价(万元)")) == 0


def test_brackets_name_a_field_less_surely_than_the_whole() -> None:
    whole, before, within = (
        likeness(name_of(word), name_of("业务科室(资金科室)*"))
        for word in ("业务科室(资金科室)", "业务科室", "资金科室")
    )

    assert whole > before > within > 0.55


@pytest.mark.parametrize(
    ("wanted", "label"),
    [
        ("计划名称", "计划编号"),
        ("金额", "计划金额"),
        ("采购方式", "采购方式说明"),
        ("计划日期(始)", "计划日期(止)"),
        ("单价", ""),
    ],
)
def test_another_label_is_another_field(wanted: str, label: str) -> None:
    assert likeness(name_of(wanted), name_of(label)) == 0


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ("工业贸易科", "011_工业贸易科"),
        ("011_工业贸易科", "工业贸易科"),
        ("办公桌", "A05010201 办公桌"),
        ("ＰＰＰ", "ppp"),
        ("A05010201 办公桌", "A05010201_办公桌"),
        ("9月", "09月"),
        ("9", "9月"),
        ("2020", "2020年"),
        ("网上超市", " 网上超市 "),
        ("木制台、桌类", "A060205木制台、桌类"),
    ],
)
def test_an_option_may_bear_a_code_or_be_written_otherwise(wanted: str, shown: str) -> None:
    assert same_option(wanted, shown)


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ("工业贸易科", "011_工业贸易二科"),
        ("A05010201 办公桌", "A060205 办公桌"),
        ("011", "011_工业贸易科"),
        ("9月", "9年"),
        ("1", "10"),
        ("超市", "网上超市"),
        ("", "否"),
        ("询价", "询价采购"),
    ],
)
def test_a_similar_option_is_another_one(wanted: str, shown: str) -> None:
    assert not same_option(wanted, shown)


def test_an_option_that_is_not_offered_is_refused_with_all_that_are() -> None:
    with pytest.raises(OptionNotOffered) as refusal:
        choose("农业科", OFFICES, label="业务科室", where="provincial/计划")

    assert refusal.value.params["offered"] == ["011_工业贸易科", "012_教科文科", "013_教科文科(二)"]
    assert refusal.value.params["wanted"] == "农业科"


def test_two_options_of_one_name_are_not_chosen_between() -> None:
    with pytest.raises(FieldAmbiguous):
        choose("办公桌", ("A060205 办公桌", "A05010201 办公桌"), label="预算品目", where="mall")
    assert choose("A05010201 办公桌", ("A060205 办公桌", "A05010201 办公桌"), label="预算品目", where="mall") == 1


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Money(Decimal(350000)), "万元", "35"),
        (Money(Decimal("350000.01")), "万元", "35.000001"),
        (Money(Decimal("0.01")), "万元", "0.000001"),
        (Money(Decimal(0)), "万元", "0"),
        (Money(Decimal("1E+6")), "元", "1000000"),
        (Money(Decimal("4800.50")), "元", "4800.5"),
        (Decimal("10.00"), None, "10"),
        (True, None, "是"),
        (date(2020, 9, 18), None, "2020-09-18"),
        (2020, None, "2020"),
    ],
)
def test_values_are_typed_as_a_clerk_would(value: Value, unit: Unit | None, text: str) -> None:
    assert typed(value, unit) == text


@pytest.mark.parametrize(
    ("value", "shown", "unit"),
    [
        (Money(Decimal(350000)), "35.000000", "万元"),
        (Money(Decimal(0)), "0.0", "万元"),
        (Money(Decimal(1234567)), "1,234,567.00", "元"),
        (Money(Decimal(350000)), "35万元", None),
        (Money(Decimal(350000)), "350,000.00元", "万元"),
        (Decimal(10), "10.00", None),
        (3, "3.00", None),
        (date(2020, 9, 18), "2020年9月18日", None),
        (date(2020, 9, 18), "2020/09/18 00:00:00", None),
        (False, "否", None),
        ("甲\n乙", "甲\r\n乙", None),
        ("0.0", "0.000000", "万元"),
    ],
)
def test_a_value_is_kept_when_its_type_says_so(value: Value, shown: str, unit: Unit | None) -> None:
    assert same(value, shown, unit)


@pytest.mark.parametrize(
    ("value", "shown", "unit"),
    [
        (Money(Decimal(350000)), "35", None),
        (Money(Decimal(350000)), "35", "元"),
        (Money(Decimal(350000)), "", "万元"),
        (Money(Decimal("350000.01")), "35.00", "万元"),
        (Money(Decimal(0)), "", "万元"),
        (Decimal(10), "10台", None),
        (date(2020, 9, 18), "2020-09-19", None),
        (date(2020, 9, 18), "2020-02-30", None),
        (False, "", None),
        (True, "否", None),
        ("台式计算机采购项目", "台式计算机采购", None),
        ("一（期）", "一(期)", None),
        ("007", "7", None),
    ],
)
def test_a_value_that_was_cut_rounded_or_converted_is_not_kept(value: Value, shown: str, unit: Unit | None) -> None:
    assert not same(value, shown, unit)
