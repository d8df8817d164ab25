"""Working days of China: shifted ones at weekends count, holidays do not."""

from datetime import date, timedelta
from functools import cache

import holidays


@cache
def _calendar(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("CN", years=year)


def is_working_day(day: date) -> bool:
    """Whether offices work on that day. A year whose holidays nobody has announced yet has none but the fixed ones."""
    return bool(_calendar(day.year).is_working_day(day))


def working_days_between(first: date, last: date) -> int:
    """How many working days have passed: those after `first`, up to and with `last`."""
    return sum(is_working_day(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))
