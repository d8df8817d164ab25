"""What a filled form is expected to send: each value as it went into its control, with what the page pairs with it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from bots.browser.door.expected import PART, Expected, Kind
from bots.widgets.control import Control
from bots.widgets.items import Item
from bots.widgets.options import is_no_choice, yes_or_no
from bots.widgets.values import Money, Value

_JOINED = re.compile("[、，,]")
_DAY = re.compile(r"\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?")
_SPAN = 2  # days
# AngularJS and Angular write their mark before the code itself
_FRAMEWORKS = re.compile(r"^(?:(?:string|number|boolean):|\d+: '?)(.*?)'?$")
_NO_CODES = frozenset({"", "on", "[object Object]"})


def expected_of(values: Mapping[str, Value], controls: Mapping[str, Control]) -> list[Expected]:
    """One for each value, and one for each member of a list of several; passwords are nobody's business."""
    return [
        each
        for label, value in values.items()
        if (control := controls.get(label)) and control.kind != "password"
        for each in (
            _of_item(label, value, control, controls) if isinstance(value, Item) else _of(label, value, control)
        )
    ]


def _of(label: str, value: Value, control: Control) -> Iterator[Expected]:
    kind = _kind(value, control)
    if kind == "tick":
        value = (yes_or_no(value) if isinstance(value, str) else bool(value)) or False
    for name, one, codes in _parts(label, value, kind, control):
        yield Expected(
            name,
            one,
            unit=control.money_unit if isinstance(one, Money) else control.unit,
            kind=kind,
            codes=codes,
            posted_as=control.posted_as,
            convertible=control.unit_choice is not None,
            optional=control.disabled or control.kind == "shown" or _worked_out(one, control),
        )


def _of_item(label: str, item: Item, control: Control, controls: Mapping[str, Control]) -> Iterator[Expected]:
    """Its name, or a code: what the page pairs with the choice, and its own where the form shows it."""
    if control.fillable and not control.chooses and not control.opens:
        yield from _of(label, item.name, control)
        return
    own = (item.code,) if item.code and _shown_beside(item, control, controls) else ()
    codes = tuple(dict.fromkeys((*_codes(control), *own)))
    yield Expected(label, item.name, kind="choice", codes=codes, posted_as=control.posted_as, optional=not codes)


def _shown_beside(item: Item, control: Control, controls: Mapping[str, Control]) -> bool:
    shown = [control, *(controls[label] for label in item.told if label in controls)]
    return any(item.code.casefold() in each.value.casefold() for each in shown)


def _worked_out(value: Value, control: Control) -> bool:
    """Whether the page works the number out by itself: many a portal does it again, and is not sent it."""
    return control.read_only and isinstance(value, Money | Decimal)


def _kind(value: Value, control: Control) -> Kind:
    if control.ticks:
        return "tick"
    if control.offers:
        return "choice"
    return "moment" if control.kind == "date" or isinstance(value, date) else "text"


def _parts(label: str, value: Value, kind: Kind, control: Control) -> Iterator[tuple[str, Value, tuple[str, ...]]]:
    """The field's one value with its codes; of a list of several, and of a span of days, each by itself."""
    codes = _codes(control)
    several = kind == "choice" and (control.kind == "checkboxes" or len(control.held or ()) > 1)
    days = _DAY.findall(value) if kind == "moment" and isinstance(value, str) else []
    if several:
        shown = _JOINED.split(control.value)
        paired = dict(zip(shown, codes, strict=False)) if len(shown) == len(codes) else {}
        for part in filter(str.strip, _JOINED.split(str(value))):
            yield f"{label}{PART}{part}", part, (paired[part],) if part in paired else ()
    elif len(days) == _SPAN:
        for day in days:
            yield f"{label}{PART}{day}", day, ()
    else:
        yield label, value, codes


def _codes(control: Control) -> tuple[str, ...]:
    """What the page would send for a choice; nothing where that is no code that could be met in a request."""
    if not control.chooses or not control.held or is_no_choice(control.value):
        return ()
    found = (_FRAMEWORKS.sub(r"\1", code.strip()) for code in control.held)
    codes = tuple(code for code in found if code not in _NO_CODES)
    return codes if len(codes) == len(control.held) else ()
