"""Several values in one field: `一般预算、政府性基金`; an option that holds a separator is matched whole first."""

import re
from collections.abc import Callable, Sequence

from bots.widgets.options import same_option

JOINED = "、"
_SEPARATOR = re.compile(r"([、，,])")


def split(text: str) -> list[str]:
    """The values in a text, taken apart at every separator."""
    return [part.strip() for part in _SEPARATOR.split(text)[::2] if part.strip()]


def parts_of(text: str, fits: Callable[[str], bool]) -> list[str]:
    """The values in a text: the fewest that `fits` knows; taken apart at every separator where it knows none."""
    pieces = _SEPARATOR.split(text.strip())
    values, marks = pieces[::2], pieces[1::2]
    parts: list[str] = []
    at = 0
    while at < len(values):
        end = next((end for end in range(len(values), at + 1, -1) if fits(_joined(values, marks, at, end))), at + 1)
        if part := _joined(values, marks, at, end):
            parts.append(part)
        at = end
    return list(dict.fromkeys(parts))


def same_several(wanted: str, shown: str, options: Sequence[str] = ()) -> bool:
    """Whether two texts name the same values, in any order."""
    if same_option(wanted, shown):
        return True

    def fits(text: str) -> bool:
        return any(same_option(text, option) for option in options)

    want, show = parts_of(wanted, fits), parts_of(shown, fits)
    among = all(any(same_option(one, other) for other in show) for one in want)
    return len(want) == len(show) and among and all(any(same_option(one, other) for one in want) for other in show)


def _joined(values: Sequence[str], marks: Sequence[str], start: int, end: int) -> str:
    text = values[start]
    for place in range(start + 1, end):
        text += marks[place - 1] + values[place]
    return text.strip()
