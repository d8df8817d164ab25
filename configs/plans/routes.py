"""What each route demands of a plan beyond what every plan needs (manual, part one and part two)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from configs.plans.fields import CENTRALISED, FIELDS, MALL_METHODS, shown
from configs.plans.model import Plan
from configs.problems import Param, Problem

RouteTaken = Literal["provincial", "mall"]


@dataclass(frozen=True)
class LocatedPlan:
    """A plan and where it stands: `line` of its first key, `lines` of each field by path (`detail.quantity`)."""

    plan: Plan
    file: str
    line: int
    lines: dict[str, int]

    def problem(self, path: str, code: str, **params: Param) -> Problem:
        """Make a problem of this plan, at the field's line or, where the file lacks the field, at the plan's."""
        return Problem(self.file, self.lines.get(path, self.line), shown(path), code, params)


def missing_for(plan: Plan, route: RouteTaken) -> list[str]:
    """List the manual's labels (`明细.采购目录`) that `route` stars and the plan leaves open."""
    return [shown(path) for path in _missing(plan, route)]


def route_problems(located: LocatedPlan, route: RouteTaken, portals: tuple[str, ...] | None = None) -> list[Problem]:
    """Say what keeps a plan from `route`; `portals`: those that its account can enter, where that is known."""
    plan = located.plan
    problems = [located.problem(path, "provincial_needs") for path in _missing(plan, route)]
    if route == "mall" and plan.method not in MALL_METHODS:
        problems.append(located.problem("method", "mall_method", value=plan.method, allowed=list(MALL_METHODS)))
    if route == "mall" and plan.detail.catalogue == CENTRALISED:
        problems.append(located.problem("detail.catalogue", "mall_catalogue", value=plan.detail.catalogue))
    if portals is not None and route not in portals:
        problems.append(located.problem("account", "account_not_on_portal", account=plan.account, portal=route))
    return problems


def _missing(plan: Plan, route: RouteTaken) -> Iterator[str]:
    if route == "mall":
        return  # every plan has what the mall's sheet stars
    for field in FIELDS:
        if field.provincial and field.value_in(plan) is None:
            yield field.path
    if not plan.funds.total:
        yield "funds"
