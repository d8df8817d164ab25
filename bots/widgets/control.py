"""A control on a page, as a clerk would describe it: its words, what it shows, what it offers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from playwright.async_api import Frame

from bots.widgets.dates import TYPED, DateEntry, reading
from bots.widgets.options import is_no_choice
from bots.widgets.words import Name, Unit, unit_in

Kind = Literal[
    "text",
    "textarea",
    "password",
    "select",
    "radio",
    "checkbox",
    "checkboxes",
    "switch",
    "date",
    "cascader",
    "chained",
    "tree",
    "picker",
    "file",
    "shown",
]
"""`cascader`: a path of options (聊城市/临清市); `chained`: the same in several selects (`links`); `tree`: a node of a
tree that opens below the field; `picker`: read-only, with a button beside it; `shown`: plain text beside its label, on
a page for viewing."""


_CHOSEN: tuple[Unit, Unit] = ("元", "万元")


@dataclass(frozen=True)
class Word:
    """A text that may name a control: as written, taken apart, where it came from, how sure that is (0 to 100)."""

    raw: str
    name: Name
    source: str
    sureness: int


@dataclass(frozen=True)
class Control:
    """One visible control, or one group of radio buttons or check boxes."""

    index: int  # its place in the probe's list: nothing is written on the page
    kind: Kind
    words: tuple[Word, ...]  # the surest first
    value: str
    options: tuple[str, ...] = ()
    listed: bool = True  # whether `options` is all it offers; else it must be opened to be known
    scripted: bool = True  # whether a script can set it as a hand would
    required: bool = False
    read_only: bool = False
    disabled: bool = False
    max_length: int | None = None
    unit: Unit | None = None  # its own
    page_unit: Unit | None = None  # what its column, its group or the page says of amounts: 单位：万元
    unit_of: int | None = None  # the amount's place, where it is a choice of units beside one
    unit_choice: Control | None = field(default=None, compare=False, repr=False)  # a choice of units beside it
    has_button: bool = False
    opens: bool = False  # whether it is set in a window, a dialog or a drawer that it, or its button, opens
    labelled_by: int | None = None  # the element that names it, by a number: several controls may share it
    own_value: str | None = None  # of several that are one field: what this one alone shows
    multiple: bool = False  # whether a list takes several values
    held: tuple[str, ...] | None = None  # what the page would send for it, where that is kept beside what it shows
    posted_as: str = ""  # the name under which HTML would send it
    dating: DateEntry = TYPED  # of a date
    follows: bool = False  # it stands directly behind another control, no word between them
    links: tuple[Control, ...] = field(default=(), compare=False, repr=False)  # of a chained one, the first first
    toolkit: str = "native"
    frame: Frame | None = field(default=None, compare=False, repr=False)

    @property
    def label(self) -> str:
        """The best of its words, as the page writes it but for white space; empty when it has none."""
        return "".join(self.words[0].raw.split()) if self.words else ""

    @property
    def money_unit(self) -> Unit | None:
        """The unit of an amount in it: what is chosen beside it, its own, or else the page's."""
        if self.unit_choice is None:
            return self.unit or self.page_unit
        chosen = unit_in(self.unit_choice.value)
        return "disputed" if chosen and self.unit not in (None, chosen) else chosen

    @property
    def unit_to_choose(self) -> Unit | None:
        """The unit to be chosen beside an amount: where none is, or another than its own label says."""
        if self.unit_choice is None or self.money_unit in _CHOSEN:
            return None
        offered = [unit_in(option) for option in self.unit_choice.options] or list(_CHOSEN)
        known = self.unit or self.page_unit
        return next((unit for unit in (known, "元", "万元") if unit in _CHOSEN and unit in offered), None)

    @property
    def offers(self) -> bool:
        """Whether its value is one of a list."""
        return self.kind in ("select", "radio", "checkboxes", "cascader", "chained", "tree")

    @property
    def ticks(self) -> bool:
        """Whether it says yes or no by a tick or a switch."""
        return self.kind in ("checkbox", "switch")

    @property
    def still_loading(self) -> bool:
        """Whether it is a list that offers nothing yet."""
        return self.kind == "select" and self.listed and all(is_no_choice(option) for option in self.options)

    @property
    def chooses(self) -> bool:
        """Whether it is of the kind that other fields often depend on."""
        return self.offers or self.ticks

    @property
    def fillable(self) -> bool:
        """Whether a hand can change it: text, a choice, or a date behind a calendar."""
        return (
            not self.disabled
            and self.kind not in ("picker", "shown", "file")
            and (not self.read_only or self.kind == "date")
        )

    @property
    def empty(self) -> bool:
        """Whether it shows nothing yet, or only 请选择."""
        return is_no_choice(self.value) if self.offers else not self.ticks and not self.value.strip()

    @property
    def reading(self) -> str:
        """What it shows: the option's text, a date as 2020-09-18 (with its time), an amount just as it stands."""
        if self.offers and is_no_choice(self.value):
            return ""
        return reading(self) if self.kind == "date" else self.value
