"""Before any browser starts: plans, accounts and tables are checked together, and every plan gets its route."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from configs.catalogues.answer import MissingRow
from configs.catalogues.names import item_findings
from configs.plans.model import Plan
from configs.plans.routes import LocatedPlan, route_problems
from configs.problems import Param, Problem, in_order
from configs.workspace import Workspace
from flows.ledger import Filing, Ledger, intents
from flows.ledger.book import hash_of
from flows.route import Decision, Route, decide
from flows.stages import Hold, Stage


@dataclass(frozen=True)
class Order:
    """A checked plan, where it was written, and where it goes."""

    plan: Plan
    source: str  # plans/office.yaml:14
    route: Route
    why: str  # route.<why> of the message catalogue
    rows: tuple[str, ...]  # the rows of the tables that the route rests on
    lane: str


@dataclass
class Intake:
    """All orders, or all problems: nothing is filed while anything is wrong."""

    orders: list[Order] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def lane_key(account: str, route: Route) -> str:
    """The key of an account's lane on a portal: `linnan@provincial`."""
    return f"{account}@{route.value}"


def take_in(
    workspace: Workspace,
    paths: Sequence[Path] | None = None,
    ledger: Ledger | None = None,
    *,
    retrying: Collection[str] = (),
) -> Intake:
    """Read and check plan files (the workspace's own when none are named); every problem of every file at once.

    What was given up may be edited at will, but for the refs that are about to be taken up again (`retrying`).
    """
    loaded = workspace.load_plans(list(paths) if paths else None)
    intake = Intake(problems=list(loaded.problems))
    for located in loaded.plans:
        decision, problems = _route_of(workspace, located)
        if ledger is not None and decision is not None:
            problems.extend(_changed_under_way(located, decision, ledger, retrying=retrying))
        intake.problems.extend(problems)
        if decision is None or problems:
            continue
        lane = lane_key(located.plan.account, decision.route)
        source = f"{located.file}:{located.line}"
        intake.orders.append(Order(located.plan, source, decision.route, decision.why, decision.rows, lane))
    intake.problems.extend(_missing_passwords(workspace, intake.orders))
    intake.problems = in_order(intake.problems)
    return intake


def _route_of(workspace: Workspace, located: LocatedPlan) -> tuple[Decision | None, list[Problem]]:
    account = workspace.accounts.get(located.plan.account)
    if account is None:
        return None, []  # reported where the plans were read
    items = workspace.catalogues.items(account.region, located.plan.purchase_date)
    named = [located.problem(path, code, **params) for path, code, params in item_findings(located.plan, items)]
    try:
        decision = decide(located.plan, account.region, workspace.catalogues)
    except MissingRow as missing:
        return None, [*named, missing.problem(located.file, located.lines.get("route", located.line))]
    return decision, [*named, *route_problems(located, decision.route.value, tuple(account.portals))]


def _missing_passwords(workspace: Workspace, orders: list[Order]) -> list[Problem]:
    needed = [order.plan.account for order in orders if workspace.portal(order.route.value).login == "password"]
    return workspace.missing_passwords(needed)


def _changed_under_way(
    located: LocatedPlan, decision: Decision, ledger: Ledger, *, retrying: Collection[str]
) -> Iterator[Problem]:
    """What its reviewers have cannot be changed by editing its file: what was filed must stay provable."""
    filing = ledger.filing(located.plan.ref)
    if filing is None or filing.plan_hash == hash_of(located.plan) or not left_a_mark(filing, ledger):
        return
    if filing.hold is Hold.CANCELLED and filing.ref not in retrying:
        return
    params: dict[str, Param] = {"ref": filing.ref, "number": filing.number or "?"}
    if filing.number is None:
        yield located.problem("ref", "changed_unknown", **params)
    elif not may_be_amended(filing):
        yield located.problem("ref", "changed_under_way", **params)
    elif filing.lane != lane_key(located.plan.account, decision.route):
        yield located.problem("account", "moved_under_way", lane=filing.lane, **params)


def may_be_amended(filing: Filing) -> bool:
    """True for what stands on a portal and is in nobody's hands but ours: a draft, or a plan that was returned."""
    return filing.is_draft or (filing.stage is Stage.RETURNED and filing.route == Route.PROVINCIAL)


def left_a_mark(filing: Filing, ledger: Ledger) -> bool:
    """True when something of the filing stands on a portal, or may stand there."""
    return filing.number is not None or filing.stage is not Stage.PLANNED or intents.any_open(ledger, filing)
