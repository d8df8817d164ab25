from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configs.money import AmountUnit, format_wan, format_yuan, parse_money
from configs.problems import BadValueError

AMOUNTS = st.decimals(min_value=0, max_value=Decimal("999999999999.99"), places=2)


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("35万元", "350000.00"),
        ("350000元", "350000.00"),
        ("35 万元", "350000.00"),
        ("1,234.50元", "1234.50"),
        ("３５万元", "350000.00"),
        ("１，２３４．５０元", "1234.50"),
        ("0.000001万元", "0.01"),
        ("0.1万元", "1000.00"),
        ("  0元 ", "0.00"),
        ("999999999999.99元", "999999999999.99"),
    ],
)
def test_an_amount_with_its_unit_is_read_exactly(text: str, yuan: str) -> None:
    assert str(parse_money(text)) == yuan


@given(AMOUNTS)
def test_what_is_written_for_people_is_read_back_as_the_same_amount(yuan: Decimal) -> None:
    assert parse_money(format_yuan(yuan)) == yuan
    assert parse_money(format_wan(yuan)) == yuan


@given(AMOUNTS)
def test_both_units_say_the_same_amount(yuan: Decimal) -> None:
    assert parse_money(f"{yuan / 10_000:f}万元") == parse_money(f"{yuan:f}元") == yuan


@given(st.text(max_size=12))
def test_any_text_is_an_amount_of_whole_fen_or_a_bad_value(text: str) -> None:
    try:
        yuan = parse_money(text)
    except BadValueError:
        return
    assert yuan >= 0
    assert yuan == yuan.quantize(Decimal("0.01"))
    assert text.rstrip().endswith("元")


@pytest.mark.parametrize(("unit", "yuan"), [("万元", 350000), ("元", 35)])
def test_a_bare_number_takes_the_unit_that_the_file_declares(unit: AmountUnit, yuan: int) -> None:
    assert parse_money("35", unit) == yuan


def test_an_own_unit_goes_before_the_declared_one() -> None:
    assert parse_money("35元", "万元") == 35


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("35万", "35万元"),
        ("35w", "35万元"),
        ("35W", "35万元"),
        ("35 RMB", "35元"),
        ("35块", "35元"),
        ("3.5亿元", "35,000万元"),
        ("0.5亿", "5,000万元"),
        ("35万元整", "35万元"),
        ("35美元", "35万元 / 35元"),
    ],
)
def test_a_wrong_unit_is_named_with_the_right_form(text: str, right: str) -> None:
    with pytest.raises(BadValueError) as caught:
        parse_money(text)
    assert caught.value.code == "money_unit_wrong"
    assert caught.value.params["right"] == right


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("35", "money_unit_missing"),
        ("", "money_form"),
        ("约35万元", "money_form"),
        ("12,34元", "money_form"),
        ("1.2.3元", "money_form"),
        ("-5元", "money_negative"),
        ("0.001元", "money_too_fine"),
        ("0.0000001万元", "money_too_fine"),
        ("1000000000000元", "money_too_big"),
        ("100000000万元", "money_too_big"),
        ("nan元", "money_form"),
        ("1e5元", "money_unit_wrong"),
        ("１_000元", "money_unit_wrong"),
    ],
)
def test_what_is_no_amount_is_refused(text: str, code: str) -> None:
    with pytest.raises(BadValueError) as caught:
        parse_money(text)
    assert caught.value.code == code


def test_amounts_for_people_have_no_needless_decimals() -> None:
    assert format_wan(Decimal(350000)) == "35万元"
    assert format_wan(Decimal("0.01")) == "0.000001万元"
    assert format_wan(Decimal(1000000)) == "100万元"
    assert format_yuan(Decimal("1234.5")) == "1,234.50元"
