"""资金科室 and 采购办, played through the sandbox's control API."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.sandbox_child import Sandbox
from flows.ledger import Filing
from flows.stages import Stage

OFFICE, BUREAU = "资金科室", "采购办"
RETURNED_REF = "jy-02"
OPINION = "单价超出资产配置标准，请说明配置理由后重新提交"
_WAITING_FOR = {OFFICE: Stage.SUBMITTED, BUREAU: Stage.OFFICE_REVIEW}
_AGREED = {OFFICE: "资金来源已核实，同意上报", BUREAU: "符合规定，同意备案"}


@dataclass(frozen=True)
class Decided:
    """What an office did."""

    office: str
    approved: int = 0
    returned: int = 0


def decide(sandbox: Sandbox, office: str, filings: Sequence[Filing]) -> Decided:
    """Let an office decide on everything that waits for it; it returns one plan and approves the rest."""
    waiting = [filing for filing in filings if filing.stage is _WAITING_FOR[office] and filing.number]
    returned = 0
    for filing in waiting:
        back = office == OFFICE and filing.ref == RETURNED_REF
        returned += back
        sandbox.post(
            "review",
            number=filing.number,
            office=office,
            decision="return" if back else "approve",
            opinion=OPINION if back else _AGREED[office],
        )
    return Decided(office, approved=len(waiting) - returned, returned=returned)
