"""What a form demands of every plan, and some plans do not give: asked for once in a run.

The first filing that meets such a field stops before its form is sent. Other plans that do not give it either are held
with the same words before a page is opened for them, so that none is left half filed.
"""

from bots.errors import RequiredFieldEmpty
from bots.widgets.words import best_likeness, name_of, ranked
from configs.plans.model import Plan
from flows.ledger import Filing
from flows.mall.values import sheet_values
from flows.provincial.values import detail_values, plan_values
from flows.route import Route
from flows.stages import Stage
from flows.terms import terms_of
from flows.workshop import Workshop

_GIVEN = 0.8  # so alike that the form shall decide whether the plan gives it


def raise_if_demanded(shop: Workshop, filing: Filing) -> None:
    """Before a filing begins. Raises RequiredFieldEmpty where another plan of the run has met it in the empty form."""
    if filing.stage is not Stage.PLANNED or filing.number:
        return
    for demand in shop.ledger.troubles(filing.run_id, filing.route, RequiredFieldEmpty(labels=[]).code):
        always = [label for label in demand.get("always", []) if not _gives(shop, filing, label)]
        if always:
            raise RequiredFieldEmpty(labels=always, where=demand["where"], always=always)


def _gives(shop: Workshop, filing: Filing, label: str) -> bool:
    terms = terms_of(shop.workspace.portal(filing.route))
    concepts = (concept for concept, value in _values(filing.plan, filing.route).items() if value not in (None, ""))
    return any(best_likeness(ranked(terms.ranked(concept)), name_of(label)) >= _GIVEN for concept in concepts)


def _values(plan: Plan, route: str) -> dict[str, object]:
    if Route(route) is Route.MALL:
        return dict(sheet_values(plan))
    return {**detail_values(plan), **plan_values(plan)}
