"""The one way in which anything new is written to a portal: look, act once, look again.

    observe → (already so? done) → fill → record the intent with what was there before → send once → observe → record

After a crash or a lost reply the intent is still open: what stands there now, less what stood there before and what
other filings own, tells what became of it: it is read whole, and what no portal can have made of our values was typed
by somebody else meanwhile. None is left: act again. One: it is ours. More: a person decides.

What stands there without an intent of ours was made by hand: it is adopted only in a run that was told to, and only
when every field is equal.
"""

from collections.abc import Awaitable, Callable, Iterable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from bots.widgets.values import Difference
from flows import fault_points, workshop
from flows.errors import MadeByHand, SavedButNotFound, SeveralCandidates, SimilarPlanExists
from flows.ledger import Filing, Intent, intents
from flows.read_back import labels, made_by_portal, told
from flows.sending import let_it_settle, nothing_was_kept, sending

Send = Callable[[], Awaitable[str]]


@dataclass(frozen=True)
class Creation:
    """What it takes to create one thing on a portal and to find it again by words."""

    step: str  # the ledger's name of the write: save, confirm
    filing: Filing
    settle_seconds: float  # how long the portal may still be at work on a request whose reply was lost
    look: Callable[[], Awaitable[set[str]]]  # numbers of everything that could be the plan, others' filings left out
    look_everywhere: Callable[[], Awaitable[set[str]]]  # the same without the portal's search
    another_name: Callable[[], set[str]]  # of the last look, what has another name after all: a shorter one, not cut
    listed: Callable[[str], str]  # a number of the last look, as the list shows its row
    differences: Callable[[str], Awaitable[list[Difference]]]  # where the thing with that number differs from the plan
    read_back: Callable[[str], Awaitable[list[Difference]]]  # the same of what was just saved, with a picture
    key_labels: frozenset[str]  # a difference in one of these makes it another plan altogether
    filled: Callable[[], AbstractAsyncContextManager[Send]]  # the form, filled; yields what sends it


@dataclass(frozen=True)
class Created:
    """What stands there now and is the filing's: its number, and where the portal kept something else."""

    number: str
    differences: list[Difference]


async def ensure_created(creation: Creation) -> Created:
    """Make sure that exactly one such thing stands on the portal, owned by the filing."""
    ledger, filing = workshop.current().ledger, creation.filing
    seen = await creation.look()
    intent = intents.open_intent(ledger, filing, creation.step)
    if intent is not None:
        created = await _reconcile(creation, intent, seen)
        if created is not None:
            return created
        nothing_was_kept(filing, intent)
    elif seen and not filing.plan.allow_duplicate:
        number = await _made_by_hand(creation, seen - creation.another_name())
        if number is not None:
            return Created(number, await creation.read_back(number))
    return await _send_once(creation, seen)


async def _reconcile(creation: Creation, intent: Intent, seen: set[str]) -> Created | None:
    """Find out what became of a write whose answer was lost; None when the portal never got it."""
    created = await _find_ours(creation, intent, seen)
    if created is None and intent.accepted is not None:
        raise SavedButNotFound(text=intent.accepted)
    return _record(creation, intent, created, "reconciled") if created else None


async def _find_ours(creation: Creation, intent: Intent, seen: set[str]) -> Created | None:
    """Find what came of our write among what is new there; the portal has the time that it needs to show it.

    Raises SeveralCandidates, and SimilarPlanExists when all that is new was typed by somebody else.
    """
    before = set(intent.before)
    new = seen - before or (await creation.look_everywhere()) - before
    strangers: dict[str, list[Difference]] = {}
    for late in (False,) if intent.refused else (False, True):
        if late:
            await let_it_settle(intent, creation.settle_seconds)
            new = (await creation.look_everywhere()) - before
        found = {number: await creation.read_back(number) for number in sorted(new - strangers.keys())}
        ours = [number for number in found if not found[number]] or [n for n in found if made_by_portal(found[n])]
        if len(ours) > 1:
            raise SeveralCandidates(numbers=ours, candidates=_listed(creation, ours))
        if ours:
            return Created(ours[0], found[ours[0]])
        strangers |= found
    if strangers and not creation.filing.plan.allow_duplicate:
        raise _similar(creation, strangers)
    return None


def _record(creation: Creation, intent: Intent, created: Created, how: str) -> Created:
    ledger, filing = workshop.current().ledger, creation.filing
    ledger.own(filing, created.number, how)
    intents.close(ledger, intent, created.number)
    fault_points.reached(f"recorded-{creation.step}", filing.ref)
    return created


async def _made_by_hand(creation: Creation, seen: set[str]) -> str | None:
    """Somebody made it by hand: adopt what equals the plan in every field if the run may; else a person decides."""
    shop, filing = workshop.current(), creation.filing
    equal: list[str] = []
    similar: dict[str, list[Difference]] = {}
    for number in sorted(seen):
        found = await creation.differences(number)
        if not found:
            equal.append(number)
        elif not creation.key_labels.intersection(labels(found)):
            similar[number] = found
    if len(equal) > 1:
        raise SeveralCandidates(numbers=equal, candidates=_listed(creation, equal))
    if similar and not equal:
        raise _similar(creation, similar)
    if not equal:
        return None
    if not shop.allowed.adopting:
        raise MadeByHand(numbers=equal, candidates=_listed(creation, equal))
    shop.ledger.own(filing, equal[0], "adopted")
    return equal[0]


def _similar(creation: Creation, similar: dict[str, list[Difference]]) -> SimilarPlanExists:
    alone = len(similar) == 1
    return SimilarPlanExists(
        numbers=sorted(similar),
        candidates=_listed(creation, similar),
        different=sorted({label for found in similar.values() for label in labels(found)}),
        differences=[
            line if alone else f"{number} {line}" for number, found in similar.items() for line in told(found)
        ],
    )


async def _send_once(creation: Creation, seen: set[str]) -> Created:
    ledger, filing = workshop.current().ledger, creation.filing
    async with creation.filled() as send, sending(filing, creation.step, seen) as intent:
        said = await send()
        intents.accept(ledger, intent, said)
    created = await _find_ours(creation, intent, await creation.look())
    if created is None:
        raise SavedButNotFound(text=said)
    return _record(creation, intent, created, "created")


def _listed(creation: Creation, numbers: Iterable[str]) -> list[str]:
    return [creation.listed(number) for number in sorted(numbers)]
