"""Quiet hours, as a site's file writes them: `22:00-06:30`, every day, by the clock of China."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator

from configs.problems import BadValueError

CHINA = ZoneInfo("Asia/Shanghai")
_TIME = r"([01]\d|2[0-3]):([0-5]\d)"
_SPAN = re.compile(rf"{_TIME}\s*[-–—~～至]\s*{_TIME}")


def _span(value: str) -> str:
    found = _SPAN.fullmatch(value.strip())
    if not found or found.group(1, 2) == found.group(3, 4):
        raise BadValueError("quiet_hours_form", value=value)
    return f"{found[1]}:{found[2]}-{found[3]}:{found[4]}"


QuietHours = Annotated[str, AfterValidator(_span)]


def quiet_until(spans: Iterable[str], moment: datetime) -> str | None:
    """Until when (`06:30`) it is quiet at a moment; None when it is not. A span may go over midnight."""
    clock = moment.astimezone(CHINA).strftime("%H:%M")
    for span in spans:
        begin, _, end = span.partition("-")
        inside = begin <= clock < end if begin < end else clock >= begin or clock < end
        if inside:
            return end
    return None
