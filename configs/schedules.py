"""Schedules: what `yuncai serve` runs by itself, and when.

schedules:
- {name: night, run: file, cron: "0 1 * * *"}
- {name: watch, run: poll, cron: "*/30 9-17 * * *", days: working}
"""

from datetime import UTC, datetime
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cronsim import CronSim, CronSimError
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from configs.problems import BadValueError
from configs.sites.quiet_hours import QuietHours

_STRICT = ConfigDict(frozen=True, extra="forbid")


def _cron(value: str) -> str:
    try:
        next(CronSim(value, datetime.now(UTC)))
    except (CronSimError, StopIteration):
        raise BadValueError("cron_form", value=value) from None
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadValueError("zone_unknown", value=value) from None
    return value


class Schedule(BaseModel):
    """`cron`: minute hour day month weekday. `days: working` leaves out holidays and weekends, as China shifts them."""

    model_config = _STRICT

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_\-]{0,40}$")]
    run: Literal["file", "poll"]
    cron: Annotated[str, AfterValidator(_cron)]
    days: Literal["all", "working"] = "all"
    lanes: Annotated[int, Field(ge=1, le=64)] | None = None


class ServeSettings(BaseModel):
    """How `yuncai serve` works: its clock, when it leaves the portals alone, where it tells how it is (loopback)."""

    model_config = _STRICT

    timezone: Annotated[str, AfterValidator(_zone)] = "Asia/Shanghai"
    quiet_hours: tuple[QuietHours, ...] = ()  # what comes due then begins when they are over
    port: Annotated[int, Field(ge=0, le=65535)] = 9464


def _names_differ(schedules: tuple[Schedule, ...]) -> tuple[Schedule, ...]:
    names = [schedule.name for schedule in schedules]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise BadValueError("schedule_twice", value=twice)
    return schedules


ScheduleList = Annotated[tuple[Schedule, ...], AfterValidator(_names_differ)]
