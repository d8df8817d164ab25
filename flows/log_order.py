"""The lines of a 日志 from the oldest to the newest, whichever way round a portal lists them.

The manual does not say which; by the wrong one a plan that was returned would be taken for one just submitted.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from flows.ledger import LogLine
from flows.stages import Stage

AFTERNOON = ("下午", "晚上", "PM", "pm")
NOON = 12
HOUR = 3  # the place of the hour among a time's numbers
DECISIONS = frozenset({Stage.OFFICE_REVIEW, Stage.RECORDED, Stage.IN_MALL, Stage.RETURNED})
BEGINNINGS = frozenset({Stage.SAVED, Stage.SUBMITTED})


def oldest_first(lines: Sequence[LogLine]) -> tuple[LogLine, ...]:
    """Turn a log round if its newest line stands first."""
    return tuple(reversed(lines)) if _newest_first(lines) else tuple(lines)


def _newest_first(lines: Sequence[LogLine]) -> bool:
    """By its times; where those say nothing: a review does not begin with a decision and end with what it is about."""
    times = [time for line in lines if (time := _time(line.at))]
    rising = sum(earlier < later for earlier, later in pairwise(times))
    falling = sum(earlier > later for earlier, later in pairwise(times))
    if rising != falling:
        return falling > rising
    return bool(lines) and lines[0].stage in DECISIONS and lines[-1].stage in BEGINNINGS


def _time(text: str) -> list[int]:
    """A time's numbers; all lines of a log write them in the same way, so they can be compared."""
    numbers = [int(digits) for digits in re.findall(r"\d+", text)]
    if len(numbers) > HOUR and numbers[HOUR] < NOON and any(word in text for word in AFTERNOON):
        numbers[HOUR] += NOON
    return numbers
