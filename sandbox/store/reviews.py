"""What the reviewers do: 资金科室, then 采购办, then 备案确认 and the push to the mall (manual, part one, (四))."""

from sandbox.store.database import Database, Row
from sandbox.store.fields import office_title
from sandbox.store.plans import AT_BUREAU, AT_OFFICE, DRAFT, RECORDED, RETURNED, Plans
from sandbox.store.sheets import Sheets

OFFICE, BUREAU = "资金科室", "采购办"
APPROVED, SENT_BACK = "审核通过", "退回"
_WAITING_FOR = {OFFICE: AT_OFFICE, BUREAU: AT_BUREAU}


class NotTheirTurn(Exception):
    """The plan is not waiting for this office."""


class Reviews:
    """Submit, approve, return."""

    def __init__(self, database: Database, plans: Plans, sheets: Sheets) -> None:
        self._database, self._plans, self._sheets = database, plans, sheets

    def submit(self, plan: Row, who: str) -> None:
        """Send a draft or returned plan to 资金科室."""
        assert plan["status"] in {DRAFT, RETURNED}
        with self._database.transaction():
            self._plans.move(plan["id"], AT_OFFICE)
            self._plans.note(plan["id"], "提交", who, "提交成功")

    def decide(self, number: str, office: str, *, approve: bool, opinion: str) -> Row:
        """Write down one office's decision; gives back the plan. Raises NotTheirTurn."""
        with self._database.transaction():
            plan = self._plans.by_number(number)
            if plan is None or _WAITING_FOR.get(office) != plan["status"]:
                raise NotTheirTurn(f"{number} is {plan['status'] if plan else 'unknown'}, not waiting for {office}")
            who = office_title(plan["office"]) if office == OFFICE else "政府采购监督管理办公室"
            self._plans.note(plan["id"], f"{office}审核", who, APPROVED if approve else SENT_BACK, opinion)
            if not approve:
                self._plans.move(plan["id"], RETURNED, version=plan["version"] + 1)
            elif office == OFFICE:
                self._plans.move(plan["id"], AT_BUREAU)
            else:
                self._record(plan)
            decided = self._plans.by_number(number)
            assert decided is not None
            return decided

    def _record(self, plan: Row) -> None:
        detail = self._plans.detail(plan["id"])
        assert detail is not None
        self._plans.move(plan["id"], RECORDED)
        self._plans.note(plan["id"], "备案确认", "系统", "已备案")
        self._sheets.push(plan, detail)
        self._plans.note(plan["id"], "推送网上商城", "系统", "推送成功")
