"""What the reviewers do: 资金科室, then 采购办, then 备案确认 and the push to the mall (manual, part one, (四))."""

from sandbox.store.database import Database, Row
from sandbox.store.fields import office_title
from sandbox.store.plans import AT_BUREAU, AT_OFFICE, DRAFT, RECORDED, RETURNED, Plans
from sandbox.store.sheets import Sheets

OFFICE, BUREAU, MALL = "资金科室", "采购办", "网上商城"
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

    def decide(self, number: str, office: str, *, approve: bool, opinion: str, push: bool = True) -> Row:
        """Write down one office's decision; gives back the plan. Raises NotTheirTurn.

        `push`: what 采购办 records reaches the mall at once; otherwise when `push` is called.
        """
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
                self._plans.move(plan["id"], RECORDED)
                self._plans.note(plan["id"], "备案确认", "系统", "已备案")
                if push:
                    self._push(plan)
            return self._as_it_is_now(number)

    def push(self, number: str) -> Row:
        """Let the mall have a recorded plan; gives back the plan. Raises NotTheirTurn."""
        with self._database.transaction():
            plan = self._plans.by_number(number)
            if plan is None or plan["status"] != RECORDED or self._sheets.of_plan(number):
                raise NotTheirTurn(f"{number} is {plan['status'] if plan else 'unknown'}, or in the mall already")
            self._push(plan)
            return self._as_it_is_now(number)

    def _as_it_is_now(self, number: str) -> Row:
        plan = self._plans.by_number(number)
        assert plan is not None
        return plan

    def _push(self, plan: Row) -> None:
        detail = self._plans.detail(plan["id"])
        assert detail is not None
        self._sheets.push(plan, detail)
        self._plans.note(plan["id"], "推送网上商城", "系统", "推送成功")
