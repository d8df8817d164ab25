"""When a schedule is due: its cron line on the clock of a time zone, on working days only where it says so."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cronsim import CronSim

from configs.schedules import Schedule
from flows.working_days import is_working_day

LOOKS_BACK = timedelta(days=40)  # what was missed longer ago is not made up: everything has changed since


def next_due(schedule: Schedule, after: datetime, zone: ZoneInfo) -> datetime:
    """The first time that it is due after a moment."""
    return next(_times(schedule, after.astimezone(zone), backwards=False))


def last_due(schedule: Schedule, until: datetime, zone: ZoneInfo) -> datetime | None:
    """The last time that it was due, up to a moment; None when that is long ago."""
    just_after = until.astimezone(zone) + timedelta(seconds=1)
    for moment in _times(schedule, just_after, backwards=True):
        return moment if moment > until - LOOKS_BACK else None
    return None


def _times(schedule: Schedule, start: datetime, *, backwards: bool) -> Iterator[datetime]:
    for moment in CronSim(schedule.cron, start, reverse=backwards):
        if schedule.days == "all" or is_working_day(moment.date()):
            yield moment
