"""What a filled form is expected to send: each value as it went into its control, with what the page pairs with it."""

import re
from collections.abc import Iterator, Mapping

from bots.browser.door.expected import Expected, Kind
from bots.widgets.control import Control
from bots.widgets.options import is_no_choice, yes_or_no
from bots.widgets.values import Money, Value

_JOINED = re.compile("[、，,]")
# AngularJS and Angular write their mark before the code itself
_FRAMEWORKS = re.compile(r"^(?:(?:string|number|boolean):|\d+: '?)(.*?)'?$")
_NO_CODES = frozenset({"", "on", "[object Object]"})


def expected_of(values: Mapping[str, Value], controls: Mapping[str, Control]) -> list[Expected]:
    """One for each value, and one for each member of a list of several; passwords are nobody's business."""
    return [
        each
        for label, value in values.items()
        if (control := controls.get(label)) and control.kind != "password"
        for each in _of(label, value, control)
    ]


def _of(label: str, value: Value, control: Control) -> Iterator[Expected]:
    kind: Kind = "tick" if control.ticks else "choice" if control.offers else "text"
    unit = control.money_unit if isinstance(value, Money) else control.unit
    codes = _codes(control)
    if kind == "tick":
        ticked = yes_or_no(str(value)) if isinstance(value, str) else bool(value)
        yield Expected(label, bool(ticked), unit, kind, codes, control.posted_as)
        return
    if control.kind != "checkboxes" and len(control.held or ()) < 2:  # noqa: PLR2004 - one value
        yield Expected(label, value, unit, kind, codes, control.posted_as)
        return
    parts = [part for part in _JOINED.split(str(value)) if part.strip()]
    shown = _JOINED.split(control.value)
    paired = dict(zip(shown, codes, strict=False)) if len(shown) == len(codes) else {}
    for part in parts:
        code = (paired[part],) if part in paired else ()
        yield Expected(f"{label}:{part}" if len(parts) > 1 else label, part, unit, kind, code, control.posted_as)


def _codes(control: Control) -> tuple[str, ...]:
    """What the page would send for a choice; nothing where that is no code that could be met in a request."""
    if not control.chooses or not control.held or is_no_choice(control.value):
        return ()
    found = (_FRAMEWORKS.sub(r"\1", code.strip()) for code in control.held)
    codes = tuple(code for code in found if code not in _NO_CODES)
    return codes if len(codes) == len(control.held) else ()
