"""The drift's witness: whoever changes a field that is not meant is seen, also when nothing is saved afterwards."""

import pytest
from playwright.async_api import BrowserContext

from bench.drifting.witness import watch
from bots.provincial.portal import ProvincialPortal
from bots.widgets.values import Value
from sandbox.drift import Drift
from sandbox.server import RunningSandbox
from tests.pages.plans import plan

MEANT: dict[str, Value] = {
    "允许采购进口产品": True,
    "进口产品审批文号": "鲁财采〔2020〕17号",
    "联系电话": "0534-4231234",
}


DECOYS: list[tuple[int, dict[str, Value]]] = [
    (4, {"原采购方式": "B类"}),
    (57, {"采购方式说明": "急", "联系人邮箱": "wang@example.cn"}),
]


@pytest.mark.parametrize(("seed", "decoys"), DECOYS, ids=lambda it: str(it) if isinstance(it, int) else "")
async def test_a_decoy_is_seen_to_be_changed_and_no_field_that_is_meant(
    portal: ProvincialPortal,
    context: BrowserContext,
    running_sandbox: RunningSandbox,
    seed: int,
    decoys: dict[str, Value],
) -> None:
    drift = running_sandbox.store.drift = Drift(seed, {})
    await watch(context, running_sandbox.store)
    await portal.screen.page.reload()
    await portal.plans.open()
    form = await portal.plans.add()
    await form.fill(plan(**MEANT))
    assert drift.touched == []
    await form.fill(decoys)
    assert sorted(drift.touched) == sorted(decoys)
