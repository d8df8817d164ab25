"""The one way in which anything new is written to a portal: look, act once, look again.

    observe → (already so? done) → fill → record the intent with what was there before → send once → observe → record

After a crash or a lost reply the intent is still open: what stands there now, less what stood there before and what
other filings own, tells what became of it. None: act again. One: it is ours. More: a person decides.

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
from flows.read_back import labels, told
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
    key_labels: frozenset[str]  # a difference in one of these makes it another plan altogether
    filled: Callable[[], AbstractAsyncContextManager[Send]]  # the form, filled; yields what sends it


async def ensure_created(creation: Creation) -> str:
    """Make sure that exactly one such thing stands on the portal, and return its number, owned by the filing."""
    ledger, filing = workshop.current().ledger, creation.filing
    seen = await creation.look()
    intent = intents.open_intent(ledger, filing, creation.step)
    if intent is not None:
        number = await _reconcile(creation, intent, seen)
        if number is not None:
            return number
        nothing_was_kept(filing, intent)
    elif seen and not filing.plan.allow_duplicate:
        number = await _made_by_hand(creation, seen - creation.another_name())
        if number is not None:
            return number
    return await _send_once(creation, seen)


async def _reconcile(creation: Creation, intent: Intent, seen: set[str]) -> str | None:
    """Find out what became of a write whose answer was lost; None when the portal never got it."""
    ledger, filing = workshop.current().ledger, creation.filing
    before = set(intent.before)
    new = seen - before or (await creation.look_everywhere()) - before
    if not new and intent.accepted is not None:
        raise SavedButNotFound(text=intent.accepted)
    if not new:
        await let_it_settle(intent, creation.settle_seconds)
        new = (await creation.look_everywhere()) - before
    if not new:
        return None
    number = _only(creation, new)
    ledger.own(filing, number, "reconciled")
    intents.close(ledger, intent, number)
    fault_points.reached(f"recorded-{creation.step}", filing.ref)
    return number


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
        alone = len(similar) == 1
        raise SimilarPlanExists(
            numbers=sorted(similar),
            candidates=_listed(creation, similar),
            different=sorted({label for found in similar.values() for label in labels(found)}),
            differences=[
                line if alone else f"{number} {line}" for number, found in similar.items() for line in told(found)
            ],
        )
    if not equal:
        return None
    if not shop.allowed.adopting:
        raise MadeByHand(numbers=equal, candidates=_listed(creation, equal))
    shop.ledger.own(filing, equal[0], "adopted")
    return equal[0]


async def _send_once(creation: Creation, seen: set[str]) -> str:
    ledger, filing = workshop.current().ledger, creation.filing
    async with creation.filled() as send, sending(filing, creation.step, seen) as intent:
        said = await send()
        intents.accept(ledger, intent, said)
    new = (await creation.look()) - seen or (await creation.look_everywhere()) - seen
    if not new:
        raise SavedButNotFound(text=said)
    number = _only(creation, new)
    ledger.own(filing, number, "created")
    intents.close(ledger, intent, number)
    fault_points.reached(f"recorded-{creation.step}", filing.ref)
    return number


def _only(creation: Creation, numbers: set[str]) -> str:
    if len(numbers) > 1:
        raise SeveralCandidates(numbers=sorted(numbers), candidates=_listed(creation, numbers))
    (number,) = numbers
    return number


def _listed(creation: Creation, numbers: Iterable[str]) -> list[str]:
    return [creation.listed(number) for number in sorted(numbers)]
