"""How a plan is recognised on a portal that knows nothing of our refs: by name, date and method.

The portal's lists are read wider than the name (some portals cut names silently), and narrowed here. Numbers that
other filings own are never candidates.
"""

import unicodedata
from collections.abc import Mapping
from datetime import date

SEARCH_CHARACTERS = 8  # of a name: short enough that a portal which cuts names still finds it
SHORTEST_CUT = 6

Row = Mapping[str, str]


def plain(text: str) -> str:
    """A text without the differences that portals make: widths and spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def search_words(name: str) -> str:
    """What to type into a portal's search so that even a shortened name is found."""
    return name[:SEARCH_CHARACTERS]


def same_name(wanted: str, shown: str) -> bool:
    """True for the name itself, and for its beginning when a portal (or a narrow column) cut it."""
    wanted, shown = plain(wanted), plain(shown).removesuffix("...").removesuffix("…")
    return wanted == shown or (len(shown) >= SHORTEST_CUT and wanted.startswith(shown))


def same_day(wanted: date, shown: str) -> bool:
    """True when a list shows that day, in whichever notation."""
    digits = "".join(c if c.isdigit() else " " for c in shown).split()
    return digits[:3] == [f"{wanted.year}", f"{wanted.month:02}", f"{wanted.day:02}"] or "".join(digits)[:8] == (
        wanted.strftime("%Y%m%d")
    )


def candidates(
    rows: list[dict[str, str]], *, name: str, day: tuple[str, date] | None, exact: Mapping[str, str], number: str
) -> dict[str, Row]:
    """The rows that could be the plan, by number: same name, day (column, date) and exact columns.

    A column that the list does not have cannot rule a row out.
    """
    found: dict[str, Row] = {}
    for row in rows:
        if not same_name(name, next((row[c] for c in ("计划名称", "计划单名称") if c in row), "")):
            continue
        if day is not None and day[0] in row and not same_day(day[1], row[day[0]]):
            continue
        if any(column in row and plain(row[column]) != plain(value) for column, value in exact.items()):
            continue
        found[row[number]] = row
    return found
