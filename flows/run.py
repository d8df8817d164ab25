"""A run: what one command does with many plans, and how it ends."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass
from typing import Literal

from bots.browser.shared import SharedBrowser
from configs.workspace import Workspace
from flows import workshop
from flows.deciding import waits_for_release
from flows.errors import NotWorkedOn
from flows.fleet.dispatching import dispatch
from flows.fleet.presence import are_at_work, taking
from flows.intake import Order, left_a_mark, may_be_amended
from flows.ledger import Filing, Ledger, corrections, decisions
from flows.ledger.book import hash_of
from flows.ledger.database import password_in, place_of
from flows.ledger.runs import beat, begin_run, finish_run
from flows.lock import workspace_lock
from flows.mall.watching import is_finished
from flows.poll import poll_shift
from flows.route import Route
from flows.session import new_run_id, session
from flows.shift import file_shift
from flows.stages import SUBMITTED_OR_LATER, Hold, Stage, Until
from flows.workshop import Allowed

LAST_MOVES_SECONDS = 60.0  # for the moves under way when a run has to end early
Verdict = Literal["done", "attention", "parked", "stopped"]
Changed = Callable[[Filing], None]


@dataclass(frozen=True)
class RunSummary:
    """How a run ended, and the filings that it was about."""

    run_id: str
    verdict: Verdict
    filings: list[Filing]


def ledger_of(workspace: Workspace) -> Ledger:
    """The workspace's ledger."""
    settings = workspace.settings
    known = *settings.passwords.values(), *settings.notice_urls.values(), *settings.store_secrets.values()
    secrets = [secret.get_secret_value() for secret in known]
    if settings.database_url:
        secrets.append(password_in(settings.database_url.get_secret_value()))
    return Ledger(place_of(workspace), secrets)


async def file_plans(
    workspace: Workspace,
    orders: Sequence[Order],
    *,
    until: Until,
    lanes: int,
    on_change: Changed,
    stopping: asyncio.Event,
    allowed: Allowed | None = None,
    browser: SharedBrowser | None = None,
) -> RunSummary:
    """File every order as far as `until`. A second run files nothing twice; a run that was stopped goes on.

    `allowed`: what a person has allowed beyond that. `browser`: one that runs already and stays open; None starts one
    for this run.
    """
    allowed = allowed or Allowed()
    with _moving(workspace) as (ledger, has_workers):
        ledger.listeners.append(on_change)
        run_id = new_run_id("file")
        with taking(ledger) if has_workers else nullcontext():
            begin_run(
                ledger, run_id, "file", workspace.site.name, [order.plan.ref for order in orders], asdict(allowed)
            )
            filings = [_take_up(ledger, workspace, order, until, run_id, allowed) for order in orders]
        work = [filing for filing in filings if not _at_rest(filing, until)]
        if work and has_workers:
            await dispatch(ledger, run_id, "file_shift", _by(work, "lane"), stopping=stopping)
        elif work:
            await _run_shifts(
                workspace, ledger, run_id, work, lanes=lanes, stopping=stopping, allowed=allowed, browser=browser
            )
        if not stopping.is_set():
            _tell_of_silence(ledger, run_id, work, until)
        return _summary(ledger, run_id, [filing.ref for filing in filings], stopping)


async def poll_filings(
    workspace: Workspace,
    *,
    refs: Sequence[str] | None,
    lanes: int,
    on_change: Changed,
    stopping: asyncio.Event,
    browser: SharedBrowser | None = None,
) -> RunSummary:
    """Read the review logs of everything that is under way, and find what the mall made of it."""
    with _moving(workspace) as (ledger, has_workers):
        ledger.listeners.append(on_change)
        run_id = new_run_id("poll")
        asked = ledger.all_filings(refs)
        begin_run(ledger, run_id, "poll", workspace.site.name, [filing.ref for filing in asked])
        work = [filing for filing in asked if filing.number and _under_way(filing, workspace)]
        if work and has_workers:
            await dispatch(ledger, run_id, "poll_shift", _by(work, "account"), stopping=stopping)
        elif work:
            await _run_shifts(workspace, ledger, run_id, work, lanes=lanes, stopping=stopping, browser=browser)
        return _summary(ledger, run_id, [filing.ref for filing in asked], stopping)


@contextmanager
def _moving(workspace: Workspace) -> Iterator[tuple[Ledger, bool]]:
    """The ledger, and whether workers do the work; where none is alive, the command works itself, and alone."""
    if workspace.settings.database_url:
        ledger = ledger_of(workspace)
        try:
            if are_at_work(ledger):
                yield ledger, True
                return
        finally:
            ledger.close()
    with workspace_lock(workspace):
        ledger = ledger_of(workspace)
        try:
            yield ledger, False
        finally:
            ledger.close()


async def _run_shifts(
    workspace: Workspace,
    ledger: Ledger,
    run_id: str,
    work: list[Filing],
    *,
    lanes: int,
    stopping: asyncio.Event,
    allowed: Allowed | None = None,
    browser: SharedBrowser | None,
) -> None:
    """Queue one shift for each lane (to poll: each account) that has work, and wait until all of them are over."""
    command = run_id.rpartition("-")[2]
    shift = file_shift if command == "file" else poll_shift
    places = _by(work, "lane" if command == "file" else "account")
    selection = frozenset(filing.id for filing in work)
    async with session(
        workspace,
        ledger,
        command=command,
        run_id=run_id,
        selection=selection,
        lanes=lanes,
        stopping=stopping,
        browser=browser,
    ) as engine:
        workshop.current().allowed = allowed or Allowed()
        shifts = [
            await engine.queue(shift, workflow_id=f"{command}:{place}:{run_id}", lane=place, args=(place, run_id))
            for place in places
        ]
        try:
            for workflow_id in shifts:
                await engine.finished(workflow_id, lambda: _still_well(ledger, run_id))
        except Exception:
            stopping.set()  # whoever is in the middle of a move ends it first
            await workshop.current().lanes.at_rest(within=LAST_MOVES_SECONDS)
            raise


def _by(work: Sequence[Filing], what: Literal["lane", "account"]) -> dict[str, list[Filing]]:
    """Filings by their lane or account, in the order in which those first come."""
    places: dict[str, list[Filing]] = {}
    for filing in work:
        places.setdefault(getattr(filing, what), []).append(filing)
    return places


def _still_well(ledger: Ledger, run_id: str) -> None:
    if failure := workshop.current().failure:
        raise failure
    beat(ledger, run_id)


def _take_up(ledger: Ledger, workspace: Workspace, order: Order, until: Until, run_id: str, allowed: Allowed) -> Filing:
    """Find or begin the filing of an order, and begin a new attempt unless there is nothing left to do."""
    plan = order.plan
    filing = ledger.filing(plan.ref)
    if filing is None:
        filing = ledger.register(
            plan,
            source=order.source,
            lane=order.lane,
            route=order.route.value,
            why=order.why,
            site=workspace.site.name,
            until=until,
            run_id=run_id,
        )
    if filing.hold is Hold.CANCELLED:
        if not allowed.resuming:
            return filing
        filing = decisions.resume(ledger, filing)
    if filing.plan_hash != hash_of(plan):
        filing = _take_edit_over(ledger, filing, order)
    if _at_rest(filing, until):
        return filing
    return ledger.begin_attempt(filing, until=until, run_id=run_id, source=order.source)


def _take_edit_over(ledger: Ledger, filing: Filing, order: Order) -> Filing:
    """The file was edited: the new content counts where nothing stands on a portal yet, or may still be changed."""
    if not left_a_mark(filing, ledger):
        return corrections.rewrite(
            ledger, filing, order.plan, source=order.source, lane=order.lane, route=order.route.value, why=order.why
        )
    if may_be_amended(filing):
        return corrections.amend(ledger, filing, order.plan, source=order.source, why=order.why)
    return filing


def _at_rest(filing: Filing, until: Until) -> bool:
    """True when there is nothing left to file; what is under review is `poll`'s business."""
    if filing.hold is Hold.CANCELLED:
        return True
    if filing.is_amending:
        return False
    far_enough = {Stage.DETAILED} if until is Until.SAVED and filing.hold is None else set()
    return filing.stage in SUBMITTED_OR_LATER | far_enough


def _tell_of_silence(ledger: Ledger, run_id: str, work: Sequence[Filing], until: Until) -> None:
    """Whatever is neither far enough nor held was not worked on: the engine took it for done already, say."""
    for filing in map(ledger.by_id, [filing.id for filing in work]):
        waits_for_submit = filing.route == Route.MALL and until is Until.SAVED  # the mall knows no draft
        if filing.hold is None and not _at_rest(filing, until) and not waits_for_submit:
            ledger.hold(filing, Hold.WAITING, NotWorkedOn(run=run_id))


def _under_way(filing: Filing, workspace: Workspace) -> bool:
    """True for what may have moved on since it was last seen; a returned plan may have been submitted again by hand."""
    if filing.hold is Hold.CANCELLED or (filing.hold and (filing.is_amending or waits_for_release(filing))):
        return False
    return filing.stage in SUBMITTED_OR_LATER and not is_finished(filing, workspace.portal("mall").sheet_finished)


def _summary(ledger: Ledger, run_id: str, refs: list[str], stopping: asyncio.Event) -> RunSummary:
    filings = ledger.all_filings(refs)
    verdict = _verdict(filings, stopped=stopping.is_set())
    finish_run(ledger, run_id, verdict)
    return RunSummary(run_id, verdict, filings)


def _verdict(filings: list[Filing], *, stopped: bool) -> Verdict:
    live = [filing for filing in filings if filing.hold is not Hold.CANCELLED]
    holds = {filing.hold for filing in live}
    if stopped:
        return "stopped"
    if holds & {Hold.REFUSED, Hold.NEEDS_HUMAN} or any(f.stage in {Stage.RETURNED, Stage.UNKNOWN} for f in live):
        return "attention"
    if Hold.WAITING in holds:
        return "parked"
    return "done"
