"""Rules between a plan's fields that need no portal; each runs as soon as the fields it needs could be read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from configs.money import FEN, format_yuan
from configs.plans.model import Plan
from configs.problems import Param

Finding = tuple[str, str, dict[str, Param]]  # path, code, params


@dataclass(frozen=True)
class Rule:
    """A check and the paths that it reads."""

    needs: tuple[str, ...]
    check: Callable[[Plan], Iterator[Finding]]


def broken_rules(plan: Plan, unreadable: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Find what a plan breaks; rules that need an unreadable path are left out: `plan` may lack those attributes."""
    for rule in RULES:
        if not any(_touches(need, path) for need in rule.needs for path in unreadable):
            yield from rule.check(plan)


def _touches(need: str, path: str) -> bool:
    return need == path or need.startswith(f"{path}.") or path.startswith(f"{need}.")


def _amount_is_product(plan: Plan) -> Iterator[Finding]:
    product = plan.detail.unit_price * plan.detail.quantity
    if product != product.quantize(FEN):
        yield "detail.amount", "amount_too_fine", {"product": f"{product.normalize():f}元"}
    elif plan.detail.amount != product:
        yield (
            "detail.amount",
            "amount_differs",
            {"amount": format_yuan(plan.detail.amount), "product": format_yuan(product)},
        )


def _funds_are_amount(plan: Plan) -> Iterator[Finding]:
    product = plan.detail.unit_price * plan.detail.quantity
    if plan.funds.total and plan.funds.total != product:
        yield "funds", "funds_differ", {"funds": format_yuan(plan.funds.total), "amount": format_yuan(product)}


def _deadline_after_purchase(plan: Plan) -> Iterator[Finding]:
    if plan.deadline and plan.deadline < plan.purchase_date:
        yield (
            "deadline",
            "deadline_before_purchase",
            {"deadline": str(plan.deadline), "purchase": str(plan.purchase_date)},
        )


def _month_fits(plan: Plan) -> Iterator[Finding]:
    if plan.month != plan.purchase_date.month:
        yield (
            "month",
            "month_differs",
            {"month": plan.month, "purchase": str(plan.purchase_date), "right": plan.purchase_date.month},
        )


def _year_not_ahead(plan: Plan) -> Iterator[Finding]:
    if plan.purchase_date.year < plan.year:
        yield "year", "purchase_before_year", {"year": plan.year, "purchase": str(plan.purchase_date)}


def _import_is_approved(plan: Plan) -> Iterator[Finding]:
    if plan.imported and not plan.import_approval:
        yield "import_approval", "import_approval_missing", {}


RULES = (
    Rule(("detail.unit_price", "detail.quantity", "detail.amount"), _amount_is_product),
    Rule(("detail.unit_price", "detail.quantity", "funds"), _funds_are_amount),
    Rule(("deadline", "purchase_date"), _deadline_after_purchase),
    Rule(("month", "purchase_date"), _month_fits),
    Rule(("year", "purchase_date"), _year_not_ahead),
    Rule(("imported", "import_approval"), _import_is_approved),
)
