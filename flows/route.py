"""The route of a plan: the manual's first paragraph.

Inside the 集中采购目录, or outside it and at or above the 限额标准 → filed with the province, which pushes it to the
mall after 备案. Outside the catalogue and below the limit → built in the mall.
"""

from dataclasses import dataclass
from enum import StrEnum

from configs.catalogues.answer import Catalogues
from configs.plans.model import Plan


class Route(StrEnum):
    """Where a plan is filed."""

    PROVINCIAL = "provincial"
    MALL = "mall"


@dataclass(frozen=True)
class Decision:
    """A route, why (`route.<why>` of the message catalogue), and the tables' rows that it rests on."""

    route: Route
    why: str
    rows: tuple[str, ...] = ()


def decide(plan: Plan, region: str, catalogues: Catalogues) -> Decision:
    """Decide a plan's route; `auto` asks the dated tables. Raises MissingRow when they have no answer."""
    if plan.route != "auto":
        return Decision(Route(plan.route), "by_hand")
    answer = catalogues.decide_inputs(plan.detail.item_code, plan.kind, region, plan.purchase_date)
    if answer.in_catalogue:
        return Decision(Route.PROVINCIAL, "in_catalogue", answer.rows)
    if plan.total >= answer.limit_yuan:
        return Decision(Route.PROVINCIAL, "at_or_above_limit", answer.rows)
    return Decision(Route.MALL, "below_limit", answer.rows)
