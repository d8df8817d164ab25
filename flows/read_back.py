"""What the portal keeps, beside what the plan says: every field that differs is told, with both values."""

from collections.abc import Iterable, Sequence

from bots.errors import ValueNotKept
from bots.widgets.values import Difference

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


def refuse_differences(number: str, differences: Sequence[Difference]) -> None:
    """Raises ValueNotKept with all differences when there is any."""
    if differences:
        first = differences[0]
        raise ValueNotKept(
            number=number, label=first.label, wanted=first.wanted, kept=first.kept, differences=told(differences)
        )
