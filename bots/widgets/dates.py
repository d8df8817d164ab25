"""What a date field shows and holds against what is asked; a value is never narrowed to what a field can show.

A plain day in a field with a time means its midnight.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from bots.errors import FieldNotAccepted
from bots.widgets.moments import MIDNIGHT, Moment, Order, Span, clock_text, is_unsure, read

if TYPE_CHECKING:
    from bots.widgets.control import Control
    from bots.widgets.values import Value

Entry = Literal["typed", "typed_first", "picked", "set"]
"""`typed`: key strokes count; `typed_first`: they do, and else its calendar; `picked`: only what is clicked in its
calendar counts; `set`: the browser's own date field, which a script sets as a hand does."""


@dataclass(frozen=True)
class DateEntry:
    """How a date gets into a field, and how the field writes one."""

    entry: Entry = "typed"
    order: Order = ""
    foreign: bool = False  # nobody can tell what the portal makes of its notation
    first: str = ""  # the first and last day that the field itself allows, as 2020-09-18
    last: str = ""
    spans: bool = False  # one field for two days
    end: int | None = None  # one of two fields of a span: 0 its start, 1 its end
    pair: int | None = None  # the same for both of them
    prompt: str = ""  # yyyy-MM-dd


TYPED = DateEntry()


def asked(value: Value) -> Moment | Span | None:
    """The date in a value; None when it is none."""
    if isinstance(value, date):
        return Moment(value.year, value.month, value.day)
    if isinstance(value, str | int) and not isinstance(value, bool):
        return read(str(value))
    return None


def agrees(control: Control, value: Value) -> bool | None:
    """Whether a field, or a text that is only shown, has the date in a value; None when the value is no date.

    A plain day beside a text for reading is the same day at any time: the portal may add when it was entered.
    """
    wanted = asked(value)
    if wanted is None:
        return None
    if control.kind == "date":
        return holds(control, wanted)
    return None if isinstance(value, date) or not _is_timed(wanted) else shows(control, wanted)


def plan_text(label: str, control: Control, value: Value, text: str, *, where: str) -> str:
    """What to enter for a value; raises FieldNotAccepted for what the field is known not to take."""
    wanted = asked(value)
    _refuse_early(label, control, wanted, text, where=where)
    return text if wanted is None else text_for(control, wanted, text)


def shows(control: Control, wanted: Moment | Span) -> bool:
    """Whether the field shows that date, all of it and no other time."""
    return _says(control.value, wanted, control.dating.order)


def holds(control: Control, wanted: Moment | Span) -> bool:
    """Whether the field shows that date, and what is kept beside what it shows is the same."""
    return shows(control, wanted) and _held(control, wanted)


def reading(control: Control) -> str:
    """What it shows as 2020-09-18, with a time other than midnight; just as it stands where that is not known."""
    shown = read(control.value, control.dating.order)
    if isinstance(shown, Moment) and shown.time == MIDNIGHT:
        return Moment(shown.year, shown.month, shown.day).iso
    return shown.iso if shown else control.value


def why_not(control: Control, value: Value) -> str:
    """Why a date field does not hold a value after it was entered."""
    wanted, shown = asked(value), read(control.value, control.dating.order)
    if wanted is None:
        return "does_not_hold"
    if shows(control, wanted):
        return "not_held"
    if is_unsure(control.value):
        return "date_notation"
    if isinstance(shown, Span) != isinstance(wanted, Span) and shown:
        return "span"
    if isinstance(wanted, Moment) and isinstance(shown, Moment) and wanted.time and shown.time is None:
        return "no_time"
    return "does_not_hold"


def text_for(control: Control, wanted: Moment | Span, text: str) -> str:
    """The date in the manner in which the field shows one already, or asks for one; else as `text` has it."""
    if control.dating.entry in ("picked", "set") or control.read_only:
        return wanted.iso
    manner = control.value if read(control.value, control.dating.order) else control.dating.prompt
    if not manner:
        return text
    if isinstance(wanted, Span):
        ends = [_written(end, manner, control.dating.order) for end in (wanted.start, wanted.end)]
        return " - ".join(ends)
    return _written(wanted, manner, control.dating.order)


def _refuse_early(label: str, control: Control, wanted: Moment | Span | None, text: str, *, where: str) -> None:
    """Raise FieldNotAccepted for what the field is known not to take, before anything is touched."""
    dating = control.dating
    reason = ""
    if wanted is None:
        reason = "no_date" if text.strip() and (dating.entry == "picked" or control.read_only) else ""
    elif _is_other_kind(control, wanted):
        reason = "span"
    elif dating.foreign or (dating.entry == "typed" and not dating.order and is_unsure(control.value)):
        reason = "date_notation"
    elif not _within(wanted, dating):
        reason = "day_not_offered"
    if reason:
        raise FieldNotAccepted(label=label, wanted=text, got=control.reading, where=where, reason=reason)


def _is_other_kind(control: Control, wanted: Moment | Span) -> bool:
    """Whether a span is asked of one of its ends, or one day of a field of two."""
    if isinstance(wanted, Span):
        return control.dating.end is not None
    return control.dating.spans or isinstance(read(control.value, control.dating.order), Span)


def _is_timed(wanted: Moment | Span) -> bool:
    return isinstance(wanted, Moment) and wanted.time is not None


def _within(wanted: Moment | Span, dating: DateEntry) -> bool:
    ends = (wanted.start, wanted.end) if isinstance(wanted, Span) else (wanted,)
    for end in ends:
        first, last = dating.first[: len(end.iso)], dating.last[: len(end.iso)]
        if (first and end.iso < first) or (last and end.iso > last):
            return False
    return True


def _says(text: str, wanted: Moment | Span, order: Order) -> bool:
    shown = read(text, order)
    if isinstance(wanted, Moment):
        return isinstance(shown, Moment) and shown.is_same(wanted)
    return isinstance(shown, Span) and shown.is_same(wanted)


def _held(control: Control, wanted: Moment | Span) -> bool:
    if control.held is None:
        return True
    kept = [text for text in control.held if text.strip()]
    return bool(kept) and all(text == control.value or _says(text, wanted, control.dating.order) for text in kept)


def _written(wanted: Moment, manner: str, order: Order) -> str:
    """`wanted` as `manner` is written: 2020年09月18日, 2020/09/18, 20200918, 09/18/2020; with a time if it has one."""
    plain = manner.strip()
    if wanted.day is None or wanted.month is None:
        return wanted.iso
    year, month, day = f"{wanted.year:04}", f"{wanted.month:02}", f"{wanted.day:02}"
    if order and re.match(r"^(\d{1,2}|[mMdD]{1,2})\D", plain):
        sign = re.sub(r"^[\dmMdD]+", "", plain)[:1] or "/"
        text = sign.join((month, day, year) if order == "mdy" else (day, month, year))
    elif "年" in plain:
        text = f"{year}年{month}月{day}日"
    elif re.match(r"^(\d{8}|[yY]{4}MM[dD]{2})(\D|$)", plain):
        text = f"{year}{month}{day}"
    else:
        sign = "/" if re.match(r"^.{4}/", plain) else "." if re.match(r"^.{4}\.", plain) else "-"
        text = sign.join((year, month, day))
    time = wanted.time
    shape = re.search(r"(\d{1,2}|[hH]{1,2}):(\d{2}|mm)(:(\d{2}|ss))?", plain)
    if time is None and shape:
        time = MIDNIGHT
    if time is None:
        return text
    short = time[2] == 0 and not (shape and shape[3]) and shape is not None
    return f"{text} {clock_text(time)[:5] if short else clock_text(time)}"
