"""A question is agreed to for what it asks; what it says besides may only tell how an ordinary yes goes on."""

import pytest

from bots.widgets.dialogs import sort
from configs.sites.loading import load_site
from flows.terms import terms_of

PATTERNS = terms_of(load_site("real").provincial).patterns


@pytest.mark.parametrize(
    "text",
    [
        "确定要提交选中的计划吗？提交后不能修改。",
        "计划提交后将报资金科室和采购办审核，确定提交吗？",
        "提交计划 提交后将报资金科室和采购办审核，确定提交吗？",
        "提交后将由采购办审核，且不能再修改。确定要提交以下计划吗？",
        "提交确认：确定提交吗？",
    ],
)
def test_what_follows_an_ordinary_yes_is_agreed_to(text: str) -> None:
    assert sort(PATTERNS, text).kind == "question"


@pytest.mark.parametrize(
    "text",
    [
        "本年度已有同名计划，确定提交吗？",
        "提交计划 金额超出指标，确定提交吗？",
        "提交后将删除其他明细，确定提交吗？",
        "保存后将覆盖原有数据，确定保存吗？",
        "提交计划 确定删除吗？",
        "提交后将报采购办审核，原计划作废，确定提交吗？",
    ],
)
def test_any_other_condition_is_a_persons_to_decide(text: str) -> None:
    assert sort(PATTERNS, text).kind != "question"
