"""What has to be done to a control so that it shows a value: checked before anything is typed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from bots.errors import FieldNotAccepted, OptionNotOffered
from bots.widgets import dates
from bots.widgets.control import Control
from bots.widgets.held import holds_code, is_held
from bots.widgets.items import Item, Part, choose_item, fit, holds_another, item_in, promise, shows
from bots.widgets.options import choose, is_no_choice, same_option, same_path, yes_or_no
from bots.widgets.places import Place
from bots.widgets.several import parts_of, same_several
from bots.widgets.values import Difference, Money, Value, as_number, same, typed


@dataclass(frozen=True)
class Move:
    """One control, and what it is to show: a text, one option, several, or a tick."""

    label: str
    control: Control
    text: str  # what a clerk would type or choose
    chosen: tuple[str, ...] = ()
    checked: bool | None = None
    partner: str = ""  # the label of the other end of a span that it sets as well
    item: Item | None = None  # to be chosen by its code and name
    by_window: bool = False  # in a window that it opens

    @property
    def shown(self) -> str:
        """The value for a trail; never a secret."""
        return "•••" if self.control.kind == "password" else self.text

    def as_script(self) -> dict[str, object]:
        """The move as the page's script takes it."""
        if self.checked is not None:
            return {"index": self.control.index, "checked": self.checked}
        if self.control.kind == "checkboxes" or self.control.multiple:
            return {"index": self.control.index, "chosen": list(self.chosen)}
        key = "option" if self.control.offers else "text"
        return {"index": self.control.index, key: self.text}


def holds(control: Control, value: Value) -> bool:
    """Whether the control shows the value already, compared in the value's own type."""
    if control.kind == "password" or not is_held(control):  # what stands in a password cannot be read
        return False
    if control.ticks:
        return _ticked(value) is (control.value == "是")
    if isinstance(value, Item) and holds_another(value, control.held or ()):
        return False
    if (chosen := _holds_choice(control, value)) is not None:
        return chosen
    if control.kind in ("date", "shown") and (known := dates.agrees(control, value)) is not None:
        return known
    unit = control.money_unit if isinstance(value, Money) else control.unit
    chosen_from = control.offers or control.kind == "shown" or (isinstance(value, Place) and control.read_only)
    return same(value, control.value, unit, option=chosen_from)


def _holds_choice(control: Control, value: Value) -> bool | None:
    """The same of a path, of several values, of a code, of what tells of an item; None for anything else."""
    if isinstance(value, Item):
        return None
    if isinstance(value, Part) and not control.fillable and shows(value.item, control.value):
        return True
    if control.kind in ("cascader", "chained"):
        return same_path(typed(value), control.value)
    if (control.kind == "checkboxes" or control.multiple) and isinstance(value, str):
        return same_several(typed(value), control.value, control.options)
    return True if isinstance(value, str) and holds_code(control, value) else None


def difference(label: str, control: Control, value: Value) -> Difference | None:
    """How a control's showing differs from the value, if it does."""
    if holds(control, value):
        return None
    if isinstance(value, Item):
        return Difference(label, str(value), control.reading)
    if isinstance(value, Money) and control.money_unit not in ("万元", "元"):
        return Difference(label, f"{typed(value, '元')}元", control.reading)
    unit = control.money_unit if isinstance(value, Money) else None
    return Difference(label, typed(value, control.money_unit), control.reading, unit or "")


def plan_move(label: str, control: Control, value: Value, *, where: str) -> Move:
    """The move that would make a control show a value.

    Raises OptionNotOffered, or FieldNotAccepted with a reason: a text that would be cut (`too_long`), an amount whose
    field says neither 元 nor 万元 (`no_unit`) or both (`units_disagree`), no way to say yes or no (`not_a_choice`), a
    list that is empty (`nothing_offered`), a group of choices whose words cannot be told apart (`choices_unclear`).
    """
    if isinstance(value, Money) and control.money_unit not in ("万元", "元"):
        raise FieldNotAccepted(
            label=label,
            wanted=f"{typed(value, '元')}元",
            got=control.reading,
            where=where,
            reason="units_disagree" if control.money_unit == "disputed" else "no_unit",
        )
    text = typed(value, control.money_unit)
    if control.ticks:
        ticked = _ticked(value)
        if ticked is None:
            raise FieldNotAccepted(label=label, wanted=text, got=control.reading, where=where, reason="not_a_choice")
        return Move(label, control, text, checked=ticked)
    if control.offers and control.listed and _is_idle(control, text):  # the page is at fault, not the plan
        reason = "choices_unclear" if control.kind in ("radio", "checkboxes") else "nothing_offered"
        raise FieldNotAccepted(label=label, wanted=text, got=control.reading, where=where, reason=reason)
    if control.kind == "checkboxes" or (control.multiple and control.listed):
        return Move(label, control, text, _several(label, control, text, where))
    if control.offers:
        item = value if isinstance(value, Item) else None
        if item and _begins_chain(control, item):
            return Move(label, _as_chain(control), text, item=item)
        return Move(label, control, _option(label, control, item or text, where), item=item)
    if control.kind == "date":
        text = dates.plan_text(label, control, value, text, where=where)
    if control.max_length is not None and len(text.encode("utf-16-le")) // 2 > control.max_length:
        raise FieldNotAccepted(
            label=label,
            wanted="•••" if control.kind == "password" else text,
            got="",
            where=where,
            reason="too_long",
            limit=control.max_length,
        )
    return Move(label, control, text)


def window_move(label: str, control: Control, value: Value) -> Move:
    """The move that chooses a value in the window that a control opens, or a region in what it opens below itself."""
    if isinstance(value, Place):
        return Move(label, control, value, by_window=True)
    item = value if isinstance(value, Item) else item_in(typed(value))
    return Move(label, control, item.name, item=item, by_window=True)


def _begins_chain(control: Control, item: Item) -> bool:
    """Whether a list offers no item but the groups of them by their codes: another list follows when one is chosen."""
    if control.kind != "select" or not control.listed or any(fit(item, (option,)) for option in control.options):
        return False
    return any((promise(item, option) or 0) > 1 for option in control.options)


def _as_chain(control: Control) -> Control:
    return replace(control, kind="chained", options=(), listed=False, scripted=False, links=(control,))


def _is_idle(control: Control, text: str) -> bool:
    """Whether a list offers nothing, or nothing but 请选择 where something else is wanted."""
    return not control.options or (all(map(is_no_choice, control.options)) and not is_no_choice(text))


def _ticked(value: Value) -> bool | None:
    return value if isinstance(value, bool) else None if isinstance(value, Money) else yes_or_no(typed(value))


def _several(label: str, control: Control, text: str, where: str) -> tuple[str, ...]:
    parts = parts_of(text, lambda part: any(same_option(part, option) for option in control.options))
    return tuple(control.options[choose(part, control.options, label=label, where=where)] for part in parts)


def _option(label: str, control: Control, wanted: str | Item, where: str) -> str:
    text = typed(wanted)
    if isinstance(wanted, Item) and control.listed:
        rows = [(option,) for option in control.options]
        return control.options[choose_item(wanted, rows, label=label, where=where)]
    if not control.listed:
        return text  # what it offers is seen when it is open
    if is_no_choice(text):
        idle = [option for option in control.options if is_no_choice(option)]
        if not idle:
            raise OptionNotOffered(label=label, wanted=text, where=where, offered=list(control.options))
        return idle[0]
    return control.options[choose(text, control.options, label=label, where=where)]


def exacting(values: Mapping[str, Value]) -> frozenset[str]:
    """The labels of amounts and codes: their field must be named by a label proper."""
    return frozenset(
        label
        for label, value in values.items()
        if isinstance(value, Money | Decimal) or (isinstance(value, str) and as_number(value))
    )
