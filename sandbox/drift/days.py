"""How a portal writes the days in its lists: each has its own way, and keeps to it."""

import re
from collections.abc import Callable
from datetime import date

WAYS: tuple[Callable[[date], str], ...] = (
    date.isoformat,
    lambda day: f"{day:%Y/%m/%d}",
    lambda day: f"{day.year}-{day.month}-{day.day}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day:%Y%m%d}",
)
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def rewritten(text: str, way: Callable[[date], str]) -> str:
    """A cell, its day in that way if it is one."""
    return way(date.fromisoformat(text)) if ISO.fullmatch(text) else text
