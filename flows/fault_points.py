"""Named points before and after each write to a portal and each record of ours, where a test lets the process die.

In production no hook is set and `reached` does nothing. All points are listed here, and `tests/flows/test_kill.py` dies
at each of them. A record has the name of its line in the history (`created`, `saved`), or of its intent (`begin-save`).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Hook = Callable[[str, str], None]
_hooks: list[Hook] = []


def _both(*whats: str) -> tuple[str, ...]:
    return tuple(f"{when}-{what}" for what in whats for when in ("before", "after"))


def _write(step: str, *records: str) -> tuple[str, ...]:
    """The points of one write in their order: the intent, the click, what is recorded of its outcome."""
    return (*_both(f"begin-{step}"), f"before-{step}", f"after-{step}", *records, *_both(f"close-{step}"))


def _creation(step: str) -> tuple[str, ...]:
    return (*_write(step, *_both(f"accept-{step}", "created")), f"recorded-{step}")


PROVINCIAL = (
    *_both("registered", "taken_up", "evidence"),
    *_creation("save"),
    *_both("saved"),
    *_write("detail"),
    *_both("detailed"),
    *_write("submit"),
    *_both("submitted", "hashes"),
)
MALL = (*_creation("confirm"), *_both("in_mall"))
RECONCILED = _both("reconciled")  # after a write whose outcome nobody recorded
ADOPTED = _both("adopted")  # what a clerk made by hand
# A refusal is an answer that is looked into: nothing was kept.
ANSWERED = _both("answer-save", "answer-detail", "answer-submit", "answer-confirm", "refused")
HELD = _both("needs_human")
WAITING = _both("waiting")
POLLED = _both("office_review", "recorded", "returned")  # and `in_mall`
AMENDED = (*_both("amended_in_file"), *_write("amend"), *_write("amend_detail"))  # what differs is filled anew
RESUBMITTED = _both("resubmitted")
DECIDED = _both("released", "drop", "forgotten", "chosen", "cancelled", "resumed")  # by a person

POINTS = frozenset(
    (*PROVINCIAL, *MALL, *RECONCILED, *ADOPTED, *ANSWERED, *HELD, *WAITING, *POLLED, *AMENDED, *RESUBMITTED, *DECIDED)
)


def reached(point: str, ref: str) -> None:
    """The filing `ref` (or its number in the ledger, where no more is known) has come to `point`: `after-save`."""
    for hook in _hooks:
        hook(point, ref)


@contextmanager
def around(what: str, ref: str) -> Iterator[None]:
    """A record of ours: `before-…` and, when it is made, `after-…`."""
    reached(f"before-{what}", ref)
    yield
    reached(f"after-{what}", ref)


def install(hook: Hook) -> None:
    """Let a test watch, or break, the points."""
    _hooks.append(hook)


def clear() -> None:
    """Forget all hooks."""
    _hooks.clear()
