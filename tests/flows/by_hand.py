"""A clerk who works on the portals by hand, beside the bot: types plans, changes, submits and deletes them."""

from decimal import Decimal

from configs.plans.model import Plan
from sandbox.provincial.layout import codes
from sandbox.store.fields import DETAIL_FIELDS, PLAN_FIELDS, Field
from tests.control import Control
from tests.flows.written import detail_fields, provincial_fields
from tests.sandbox.province_clerk import Clerk, said

MADE = "基准采购品目名称"  # by the portal's picker


class Hand:
    """One clerk at the provincial portal; `changes` are the portal's labels."""

    def __init__(self, sandbox: Control) -> None:
        self._sandbox = sandbox
        self._clerk = Clerk(sandbox.url)
        self._clerk.login()

    def types(self, plan: Plan, *, detail: bool = True, changes: dict[str, str] | None = None) -> str:
        """A draft with these values; gives its number."""
        before = {row["number"] for row in self._sandbox.plans()}
        self._post("plan/save.do", _posted(PLAN_FIELDS, provincial_fields(plan) | (changes or {})))
        (number,) = {row["number"] for row in self._sandbox.plans()} - before
        if detail:
            self.adds_detail(number, plan)
        return str(number)

    def changes(self, number: str, plan: Plan, changes: dict[str, str]) -> None:
        """修改 of a draft."""
        fields = _posted(PLAN_FIELDS, provincial_fields(plan) | changes)
        self._post("plan/save.do", {"planId": self._id(number), **fields})

    def adds_detail(self, number: str, plan: Plan, changes: dict[str, str] | None = None, *, op: str = "add") -> None:
        """增加 (or 修改) of the detail line."""
        fields = detail_fields(plan) | {MADE: plan.detail.item_name} | (changes or {})
        self._post("detail/save.do", {"planId": self._id(number), "op": op, **_posted(DETAIL_FIELDS, fields)})

    def deletes_detail(self, number: str) -> None:
        """删除 of the detail line."""
        self._clerk.ask("detail/delete.do", {"planId": self._id(number)})

    def submits(self, number: str) -> None:
        """提交."""
        self._post("plan/submit.do", {"planId": self._id(number)})

    def deletes(self, number: str) -> None:
        """删除 of a draft."""
        self._post("plan/delete.do", {"planId": self._id(number)})

    def _id(self, number: str) -> str:
        (found,) = self._clerk.ids(number=number)
        return found

    def _post(self, path: str, form: dict[str, str]) -> None:
        answer = said(self._clerk.ask(path, form))
        assert "成功" in answer, answer


def _posted(fields: tuple[Field, ...], values: dict[str, str]) -> dict[str, str]:
    """What the portal's form sends for values under their labels; amounts are in 元 here and in 万元 there."""
    posted = {}
    for field in fields:
        text = values.get(field.word, "")
        if field.kind == "wan":
            text = f"{Decimal(text) / 10000:f}"
        elif field.kind == "choice":
            text = {option: code for code, option in codes(field).items()}.get(text, text)
        posted[field.column] = text
    return posted
