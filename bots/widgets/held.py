"""Shown is not held: what a toolkit's control would send, beside what it shows."""

import re

from bots.widgets.control import Control
from bots.widgets.options import is_no_choice

_CODE = re.compile(r"[A-Za-z]{1,3}\d{2,}[\w.\-]*|\d{6,}")  # a row number or a year says nothing of the value


def is_held(control: Control) -> bool:
    """Whether the page would send something for what a control shows; of HTML's own fields that is one and the same."""
    if control.held is None or control.toolkit == "native" or control.ticks or control.kind in ("password", "file"):
        return True
    return is_no_choice(control.value) or any(value.strip() for value in control.held)


def holds_code(control: Control, wanted: str) -> bool:
    """Whether a choice holds the wanted code itself, while it shows the name that goes with it."""
    return (
        control.offers
        and control.held == (wanted,)
        and not is_no_choice(control.value)
        and _CODE.fullmatch(wanted) is not None
    )


def moved_without(before: Control, after: Control) -> bool:
    """Whether a choice shows another text than before while what the page would send has stayed the same."""
    return (
        before.held is not None
        and after.toolkit != "native"
        and after.offers
        and before.held == after.held
        and before.value != after.value
    )
