"""Before any browser starts: plans, accounts and tables are checked together, and every plan gets its route."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from configs.catalogues.answer import MissingRow
from configs.plans.check import LocatedPlan, load_plans
from configs.plans.model import Plan
from configs.plans.routes import route_problems
from configs.problems import Problem
from configs.workspace import Workspace
from flows.lanes import lane_key
from flows.ledger import Filing, Ledger
from flows.ledger.book import hash_of
from flows.route import Route, decide
from flows.stages import Stage


@dataclass(frozen=True)
class Order:
    """A checked plan, where it was written, and where it goes."""

    plan: Plan
    source: str  # plans/office.yaml:14
    route: Route
    why: str
    lane: str


@dataclass
class Intake:
    """All orders, or all problems: nothing is filed while anything is wrong."""

    orders: list[Order] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def take_in(workspace: Workspace, paths: Sequence[Path] | None = None, ledger: Ledger | None = None) -> Intake:
    """Read and check plan files (the workspace's own when none are named); every problem of every file at once."""
    loaded = load_plans(list(paths) if paths else workspace.plan_files())
    intake = Intake(problems=list(loaded.problems))
    for located in loaded.plans:
        order = _order(workspace, located, intake.problems)
        if order is None:
            continue
        if ledger is not None and (problem := _changed_under_way(located, ledger)):
            intake.problems.append(problem)
            continue
        intake.orders.append(order)
    return intake


def _order(workspace: Workspace, located: LocatedPlan, problems: list[Problem]) -> Order | None:
    plan = located.plan
    account = workspace.accounts.get(plan.account)
    if account is None:
        problems.append(
            _problem(located, "account", "unknown_account", account=plan.account, known=sorted(workspace.accounts))
        )
        return None
    try:
        decision = decide(plan, account.region, workspace.catalogues)
    except MissingRow as missing:
        problems.append(_problem(located, "route", missing.code, **missing.params))
        return None
    found = list(route_problems(located, decision.route.value))
    if decision.route.value not in account.portals:
        found.append(
            _problem(located, "account", "account_not_on_portal", account=account.name, portal=decision.route.value)
        )
    problems.extend(found)
    if found:
        return None
    return Order(
        plan, f"{located.file}:{located.line}", decision.route, decision.why, lane_key(plan.account, decision.route)
    )


def _changed_under_way(located: LocatedPlan, ledger: Ledger) -> Problem | None:
    """A plan that stands on a portal cannot be changed by editing its file: what was filed must stay provable."""
    filing = ledger.filing(located.plan.ref)
    if filing is None or filing.plan_hash == hash_of(located.plan) or not left_a_mark(filing, ledger):
        return None
    return _problem(located, "ref", "changed_under_way", ref=filing.ref, number=filing.number or "?")


def left_a_mark(filing: Filing, ledger: Ledger) -> bool:
    """True when something of the filing stands on a portal, or may stand there."""
    return filing.number is not None or filing.stage is not Stage.PLANNED or ledger.has_open_intent(filing)


def _problem(located: LocatedPlan, field_name: str, code: str, **params: str | int | list[str]) -> Problem:
    line = located.lines.get(field_name, located.line)
    return Problem(file=located.file, line=line, field=field_name, code=code, params=params)
