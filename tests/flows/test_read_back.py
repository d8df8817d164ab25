"""What a portal makes of our values is told from what a person typed."""

import pytest

from bots.widgets.values import Difference
from flows.read_back import made_by_portal


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ("台式计算机采购项目", "台式计算机"),
        ("台式计算机采购项目", "台式计算机..."),
        ("7518008", ""),
        ("35.12346", "35.12"),
        ("351234.56", "351235"),
    ],
)
def test_what_was_cut_dropped_or_rounded_is_the_portals_doing(wanted: str, kept: str) -> None:
    assert made_by_portal([Difference("某字段", wanted, kept)])


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [("张三", "李四"), ("35.12346", "36.12"), ("351234.56", "350000"), ("351234.56", "0"), ("10", "100")],
)
def test_another_value_was_typed_by_a_person(wanted: str, kept: str) -> None:
    assert not made_by_portal([Difference("某字段", "一样", "一"), Difference("某字段", wanted, kept)])
