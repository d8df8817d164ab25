"""What the portal keeps, beside what the plan says: every field that differs is told, with both values."""

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation

from bots.errors import ValueNotKept
from bots.widgets.values import Difference
from flows.natural_key import plain

NOTHING = "—"


def told(differences: Iterable[Difference]) -> list[str]:
    """The differences as people read them: `单价(万元): 0.7 ≠ 0.5`, the plan's value first."""
    return [
        f"{each.label}{f'({each.unit})' if each.unit else ''}: {each.wanted or NOTHING} ≠ {each.kept or NOTHING}"
        for each in differences
    ]


def labels(differences: Iterable[Difference]) -> list[str]:
    """The labels that differ, each once."""
    return list(dict.fromkeys(each.label for each in differences))


def made_by_portal(differences: Iterable[Difference]) -> bool:
    """True when a portal may have made all of it of the plan's values: cut a text, dropped it, or rounded a number.

    Anything else was typed by a person.
    """
    return all(_cut_or_rounded(each) for each in differences)


def _cut_or_rounded(difference: Difference) -> bool:
    try:
        wanted, kept = Decimal(difference.wanted.rstrip("元")), Decimal(difference.kept.rstrip("元"))
    except InvalidOperation:
        return plain(difference.wanted).startswith(plain(difference.kept).removesuffix("...").removesuffix("…"))
    shown = int(
        kept.normalize().as_tuple().exponent
    )  # 350000 has lost no digits before its point: no portal rounds those
    return bool(kept) and abs(wanted - kept) < Decimal(1).scaleb(min(shown, 0))


def refuse_differences(number: str, differences: Sequence[Difference]) -> None:
    """Raises ValueNotKept with all differences when there is any."""
    if differences:
        first = differences[0]
        raise ValueNotKept(
            number=number, label=first.label, wanted=first.wanted, kept=first.kept, differences=told(differences)
        )
