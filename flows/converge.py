"""The one way in which anything new is written to a portal: look, adopt or act once, look again.

    observe → (already so? done) → fill → record the intent with what was there before → send once → observe → record

After a crash or a lost reply the intent is still open: what stands there now, less what stood there before and what
other filings own, tells what became of it. None: act again. One: adopt it. More: a person decides.
"""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from flows import fault_points, workshop
from flows.errors import SavedButNotFound, SeveralCandidates, SimilarPlanExists
from flows.ledger import Filing, Intent, intents
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
    differences: Callable[[str], Awaitable[list[str]]]  # labels in which the thing with that number differs
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
        number = await _adopt_what_a_clerk_made(creation, seen - creation.another_name())
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
    number = _only(new)
    ledger.own(filing, number, "reconciled")
    intents.close(ledger, intent, number)
    fault_points.reached(f"recorded-{creation.step}", filing.ref)
    return number


async def _adopt_what_a_clerk_made(creation: Creation, seen: set[str]) -> str | None:
    """Somebody made it by hand: adopt it when it equals the plan in every field; ask when only the key is equal."""
    equal: list[str] = []
    similar: dict[str, list[str]] = {}
    for number in sorted(seen):
        labels = await creation.differences(number)
        if not labels:
            equal.append(number)
        elif not creation.key_labels.intersection(labels):
            similar[number] = labels
    if len(equal) > 1:
        raise SeveralCandidates(numbers=equal)
    if similar and not equal:
        raise SimilarPlanExists(
            numbers=sorted(similar), different=sorted({label for labels in similar.values() for label in labels})
        )
    if not equal:
        return None
    workshop.current().ledger.own(creation.filing, equal[0], "adopted")
    return equal[0]


async def _send_once(creation: Creation, seen: set[str]) -> str:
    ledger, filing = workshop.current().ledger, creation.filing
    async with creation.filled() as send, sending(filing, creation.step, seen) as intent:
        said = await send()
        intents.accept(ledger, intent, said)
    new = (await creation.look()) - seen or (await creation.look_everywhere()) - seen
    if not new:
        raise SavedButNotFound(text=said)
    number = _only(new)
    ledger.own(filing, number, "created")
    intents.close(ledger, intent, number)
    fault_points.reached(f"recorded-{creation.step}", filing.ref)
    return number


def _only(numbers: set[str]) -> str:
    if len(numbers) > 1:
        raise SeveralCandidates(numbers=sorted(numbers))
    (number,) = numbers
    return number
