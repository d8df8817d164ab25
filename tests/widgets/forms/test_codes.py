"""A code beside a name is told from the name, wherever it stands; what only looks like one stays in the name."""

import pytest

from bots.widgets.codes import code_and_name
from bots.widgets.options import same_option


@pytest.mark.parametrize(
    "text",
    [
        "A02010105_打印机", "A02010105 打印机", "A02010105打印机", "[A02010105]打印机", "【A02010105】 打印机",
        "（A02010105）打印机", "打印机(A02010105)", "打印机[A02010105]", "打印机 A02010105", "打印机-A02010105",
    ],
)  # fmt: skip
def test_a_code_stands_before_or_behind_a_name(text: str) -> None:
    assert code_and_name(text) == ("A02010105", "打印机")
    assert same_option("打印机", text)
    assert not same_option("A02010106_打印机", text)


@pytest.mark.parametrize("text", ["打印机(A3)", "复印纸 80g", "职业年金(2020)", "5号电池", "打印机", "371500", "3-5年"])
def test_what_belongs_to_a_name_is_no_code(text: str) -> None:
    assert code_and_name(text) == ("", text)


def test_short_codes_count_only_before_a_name() -> None:
    assert code_and_name("[011]工业贸易科") == ("011", "工业贸易科")
    assert not same_option("打印机", "打印机(A3)")
