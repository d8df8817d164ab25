"""How a plan is recognised in the list of a portal that knows nothing of our refs: by name and date.

The portal's lists are read wider than the name (some portals cut names silently), and narrowed here. The method is not
asked of a list: in the manual's own table 集中采购 stands under 采购方式. What a list cannot tell, the form does.
"""

import unicodedata
from datetime import date

from bots.widgets.values import as_date

SEARCH_CHARACTERS = 8  # of a name: short enough that a portal which cuts names still finds it
SHORTEST_CUT = 6
TELLING = ("金额", "日期", "时间", "状态", "版本")  # of a row: what tells two plans of the same name apart
DOTS = ("...", "…")  # a column too narrow for its names


def plain(text: str) -> str:
    """A text without the differences that portals make: widths and spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def search_words(name: str) -> str:
    """What to type into a portal's search so that even a shortened name is found."""
    return name[:SEARCH_CHARACTERS]


def same_name(wanted: str, shown: str) -> bool:
    """True for the name itself, and for its beginning when a portal (or a narrow column) cut it."""
    wanted, shown = plain(wanted), plain(shown).removesuffix(DOTS[0]).removesuffix(DOTS[1])
    return wanted == shown or (len(shown) >= SHORTEST_CUT and wanted.startswith(shown))


def another_day(wanted: date, shown: str) -> bool:
    """True when a list shows a day, in whichever notation, and not that one; what is no day says nothing."""
    day = as_date(shown)
    return day is not None and day != wanted


def never_cut(rows: list[dict[str, str]], *, name: tuple[str, str], number: str) -> set[str]:
    """The numbers of rows with a shorter name that no portal has cut, because it shows longer ones beside them."""
    longest = max((len(plain(row[name[0]])) for row in rows), default=0)
    shorter = [row for row in rows if plain(row[name[0]]) != plain(name[1])]
    return {row[number] for row in shorter if len(plain(row[name[0]])) < longest and not row[name[0]].endswith(DOTS)}


def as_listed(rows: list[dict[str, str]], *, number: tuple[str, str], name: str) -> str:
    """One row as the list shows it, for a person who has to choose: number, name, amounts and days."""
    row = next((row for row in rows if row[number[0]] == number[1]), None)
    if row is None:
        return number[1]
    more = [
        f"{header} {value}"
        for header, value in row.items()
        if value and header not in {number[0], name} and any(word in header for word in TELLING)
    ]
    return " ".join([number[1], row[name], f"({', '.join(more)})" if more else ""]).strip()


def candidates(
    rows: list[dict[str, str]], *, name: tuple[str, str], number: str, day: tuple[str, date] | None = None
) -> set[str]:
    """The numbers of the rows that could be the plan; `name`, `number` and `day` say column and value.

    A date that the list does not show, or not so that it can be read, cannot rule a row out: the form will tell.
    """
    return {
        row[number]
        for row in rows
        if same_name(name[1], row[name[0]]) and not (day and another_day(day[1], row.get(day[0], "")))
    }
