"""What a request has to say of one field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bots.widgets.options import is_no_choice
from bots.widgets.values import Money, Value, typed
from bots.widgets.words import Unit

Kind = Literal["text", "choice", "tick", "moment"]  # moment: a year, a month, a day, a time, in a field for them
PART = ":"  # between a label and one of the several values of its field
SHORTEST = 2  # a text of one character stands anywhere


@dataclass(frozen=True)
class Expected:
    """A value of the plan as it went into its field.

    `unit`: the one in which an amount was typed. `codes`: what the page itself pairs with a choice, where it shows it.
    `posted_as`: the name under which HTML would send the field. `convertible`: its unit is chosen beside it, so that
    the page may send it in either. `optional`: a disabled field, which HTML does not send.
    """

    label: str
    value: Value
    unit: Unit | None = None
    kind: Kind = "text"
    codes: tuple[str, ...] = ()
    posted_as: str = ""
    convertible: bool = False
    optional: bool = False

    @property
    def blank(self) -> bool:
        """Nothing, zero, or no: a request may leave it out."""
        if isinstance(self.value, bool):
            return self.kind == "tick" and not self.value
        if isinstance(self.value, Money):
            return not self.value.yuan
        if isinstance(self.value, str):
            return is_no_choice(self.value) if self.kind == "choice" else not self.value.strip()
        return self.value == 0

    @property
    def demanded(self) -> bool:
        """A request that carries the form must say it: but for what is blank, and for a choice of unknown code."""
        return not self.blank and not self.optional and (self.kind != "choice" or bool(self.codes))

    @property
    def telling(self) -> bool:
        """Whether finding it says that a request carries the form: a 1, 是, or the time stands in any request."""
        return self.demanded and self.kind == "text" and len(self.text) >= SHORTEST

    @property
    def text(self) -> str:
        """The value as it was typed."""
        return typed(self.value, (self.unit or "元") if isinstance(self.value, Money) else None)


@dataclass(frozen=True)
class Posted:
    """Where the portal takes a field: the key, and the unit of an amount."""

    key: str
    unit: str = ""


Known = Mapping[str, Posted]  # by label: learned from filings that were read back
