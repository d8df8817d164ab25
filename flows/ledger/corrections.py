"""A plan that was edited after it was taken up: what of it is taken over, and when it counts as submitted again."""

from configs.plans.changes import changed_labels
from configs.plans.model import Plan
from flows.ledger.book import Ledger, hash_of
from flows.ledger.records import Filing
from flows.stages import Stage


def rewrite(ledger: Ledger, filing: Filing, plan: Plan, *, source: str, lane: str, route: str, why: str) -> Filing:
    """Take over a corrected plan; only for a filing that has left nothing on a portal."""
    return ledger.change(
        filing.id,
        "rewritten",
        {"source": source},
        plan=plan.model_dump(mode="json"),
        plan_hash=hash_of(plan),
        name=plan.name,
        total_yuan=str(plan.total),
        source=source,
        account=plan.account,
        lane=lane,
        route=route,
        route_why=why,
    )


def amend(ledger: Ledger, filing: Filing, plan: Plan, *, source: str, why: str) -> Filing:
    """Take over a plan that was edited while a draft of it, or what was returned of it, stands on a portal.

    The plan before stays in the history, and in `amends` until the new one is submitted. A returned plan that is
    edited back to what was returned has nothing to be submitted again.
    """
    earlier = [*filing.amends, filing.plan]
    if filing.stage is Stage.RETURNED and hash_of(earlier[0]) == hash_of(plan):
        earlier = []
    over = filing.stage is Stage.RETURNED and not filing.is_amending  # what was submitted has come back since
    return ledger.change(
        filing.id,
        "amended_in_file",
        {
            "source": source,
            "changed": changed_labels(filing.plan, plan),
            "before": filing.plan.model_dump(mode="json"),
        },
        settles="submit" if over else "",
        plan=plan.model_dump(mode="json"),
        plan_hash=hash_of(plan),
        name=plan.name,
        total_yuan=str(plan.total),
        source=source,
        route_why=why,
        amends=[each.model_dump(mode="json") for each in earlier] or None,
    )


def resubmitted(
    ledger: Ledger, filing: Filing, version: str, stage: Stage, *, said: str, opinion: str | None
) -> Filing:
    """What was corrected has been submitted again; the portal counts it as `version`. That ends the write, too."""
    return ledger.change(
        filing.id,
        "resubmitted",
        {"version": version, "said": said},
        settles="submit",
        amends=None,
        stage=stage.value,
        opinion=opinion,
        hold=None,
        trouble=None,
    )
