"""Dates as clerks write them: `2020-09-18`, `2020/9/18`, `2020年9月18日`."""

import re
import unicodedata
from datetime import date

from configs.problems import BadValueError

FIRST_YEAR, LAST_YEAR = 2000, 2100

_FORMS = (
    re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"),
    re.compile(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})"),
    re.compile(r"([0-9]{4})\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日"),
)


def parse_date(text: str) -> date:
    """Read a date; raises BadValueError: date_form, date_impossible (no such day), date_year."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = next((match for form in _FORMS if (match := form.fullmatch(plain))), None)
    if found is None:
        raise BadValueError("date_form", value=text)
    year, month, day = (int(part) for part in found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadValueError("date_year", value=text)
    try:
        return date(year, month, day)
    except ValueError:
        raise BadValueError("date_impossible", value=text) from None
