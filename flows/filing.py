"""Filing one plan: the manual's steps in the manual's order, each recorded, each safe to run again."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from bots.errors import BotError, Fate
from flows import engine, workshop
from flows.attempts import persist
from flows.demands import raise_if_demanded
from flows.errors import Unexpected
from flows.evidence import file_evidence
from flows.ledger import Filing
from flows.listed import once_it_is_listed
from flows.mall.building import ensure_built
from flows.provincial.detailing import ensure_detailed
from flows.provincial.saving import ensure_saved
from flows.provincial.submitting import ensure_submitted
from flows.puzzled import raise_if_shut, shut_if_puzzled
from flows.refused_alike import met, raise_if_refused_alike, went_well
from flows.route import Route
from flows.sending import looking_after_refusal
from flows.stages import SUBMITTED_OR_LATER, Hold, Stage, Until
from flows.workshop import Workshop

GO_ON, DONE, HELD = "go_on", "done", "held"
Ensure = Callable[[Filing, Any], Awaitable[Filing]]
log = logging.getLogger("yuncai.filing")


@engine.workflow("file_plan")
async def file_plan(filing_id: int, attempt: int) -> str:
    """File a plan as far as its `until` says. Ends `done` or `held`; why, the ledger knows."""
    filing = workshop.current().ledger.by_id(filing_id)
    with workshop.of_run(filing.run_id) as shop:
        if filing_id not in shop.selection or attempt != filing.attempt:
            return HELD  # left over from an earlier run that asked for something else
        return await _file(shop, filing)


async def _file(shop: Workshop, filing: Filing) -> str:
    filing_id = filing.id
    try:
        async with shop.lanes.turn(filing.lane) as clerk, file_evidence(filing, clerk):
            for chapter in CHAPTERS[Route(filing.route)]:
                verdict = await chapter(filing_id)
                if verdict == HELD:
                    return HELD
                if verdict == DONE:
                    break
            went_well(shop, filing)
    except BotError as error:  # the evidence cannot be written, the browser does not start
        shop.ledger.hold(filing, hold_for(error), error)
        return HELD
    return DONE


@engine.step("save")
async def save(filing_id: int) -> str:
    """采购计划信息填写."""
    return await _chapter("save", ensure_saved, filing_id)


@engine.step("detail")
async def detail(filing_id: int) -> str:
    """计划明细填写; the last step when filing ends at `saved`."""
    verdict = await _chapter("detail", ensure_detailed, filing_id)
    until = workshop.current().ledger.by_id(filing_id).until
    return DONE if verdict == GO_ON and until is Until.SAVED else verdict


@engine.step("submit")
async def submit(filing_id: int) -> str:
    """采购计划提交."""
    return await _chapter("submit", ensure_submitted, filing_id)


@engine.step("build")
async def build(filing_id: int) -> str:
    """自建计划单创建. The mall knows no draft, so `until saved` leaves the plan for later."""
    filing = workshop.current().ledger.by_id(filing_id)
    if filing.until is Until.SAVED and filing.stage is Stage.PLANNED:
        workshop.current().ledger.note(filing, "left_for_later", reason="mall_has_no_draft")
        return DONE
    return await _chapter("build", ensure_built, filing_id)


CHAPTERS = {Route.PROVINCIAL: (save, detail, submit), Route.MALL: (build,)}


async def _chapter(what: str, ensure: Ensure, filing_id: int) -> str:
    """Run one step with persistence; whatever cannot be overcome becomes a hold in the ledger, never an exception."""
    shop = workshop.current()
    filing = shop.ledger.by_id(filing_id)
    clerk = shop.lanes.at_work(filing.lane)

    async def move() -> Filing:
        settle = clerk.site.settle_seconds
        return await once_it_is_listed(filing, settle, lambda: ensure(shop.ledger.by_id(filing_id), clerk))

    try:
        clerk.pace.raise_if_none_may_begin()
        raise_if_shut(shop, filing)
        raise_if_demanded(shop, filing)
        raise_if_refused_alike(shop, filing)
        await persist(clerk, lambda: looking_after_refusal(filing, move), what=what, filing=filing)
        clerk.names.verified(filing)
    except BotError as error:
        met(shop, filing, error)
        shut_if_puzzled(shop, filing, error)
        shop.ledger.hold(filing, hold_for(error), error)
        return HELD
    except Exception as error:
        log.exception("%s %s", what, filing.ref)
        shop.ledger.hold(filing, Hold.NEEDS_HUMAN, Unexpected(reason=f"{type(error).__name__}: {error}"))
        return HELD
    return DONE if rests_with_others(shop.ledger.by_id(filing_id)) else GO_ON


def rests_with_others(filing: Filing) -> bool:
    """True when nothing is left to file: its reviewers have it, or its author has to correct what they returned."""
    return filing.stage in SUBMITTED_OR_LATER and not filing.is_amending


def hold_for(error: BotError) -> Hold:
    """What an error that could not be overcome means for its filing."""
    if error.fate is Fate.BUSINESS:
        return Hold.REFUSED
    if error.fate is Fate.SYSTEM:
        return Hold.WAITING
    return Hold.NEEDS_HUMAN
