"""Manual 一(四)2: 点击日志可查看审核进度. The portal's log, sorted into stages; what nobody knows stays UNKNOWN."""

from dataclasses import dataclass

from bots.errors import RowMissing
from flows import workshop
from flows.clerk import Clerk
from flows.errors import PlanVanished
from flows.ledger import Filing, LogLine, readings
from flows.log_line import lines_of
from flows.stages import SUBMITTED_OR_LATER, Stage


@dataclass(frozen=True)
class ReviewLog:
    """The log's lines in the portal's words, the oldest first, and the stage that the last telling one stands for."""

    lines: tuple[LogLine, ...]

    @property
    def _telling(self) -> list[LogLine]:
        return [line for line in self.lines if line.stage is not Stage.SAVED]

    @property
    def telling(self) -> int:
        """How many lines tell of more than a save."""
        return len(self._telling)

    @property
    def stage(self) -> Stage:
        """Where the plan is, by the last line that tells of it."""
        return self._telling[-1].stage if self._telling else Stage.SAVED

    @property
    def opinion(self) -> str:
        """The newest opinion on the version that was submitted last; what was said of the one before is history."""
        said = ""
        for line in self._telling:
            said = line.opinion or ("" if line.stage is Stage.SUBMITTED else said)
        return said

    @property
    def last(self) -> str:
        """Its newest line."""
        return self.lines[-1].raw if self.lines else ""

    @property
    def decided(self) -> LogLine | None:
        """The line that the stage was taken from."""
        return self._telling[-1] if self._telling else None

    @property
    def was_submitted(self) -> bool:
        """True when the log shows a submit or anything after it."""
        return self.stage in SUBMITTED_OR_LATER


async def read_log(filing: Filing, clerk: Clerk) -> ReviewLog:
    """Open the plan's 日志, read it whole and keep its lines.

    Raises PlanVanished when the list has no such plan any more.
    """
    assert filing.number is not None
    try:
        rows = await clerk.provincial.plans.log(filing.number)
    except RowMissing as error:
        raise PlanVanished(number=filing.number) from error
    log = ReviewLog(lines_of(clerk.site, rows))
    shop = workshop.current()
    readings.keep(shop.ledger, filing, log.lines, run_id=shop.run_id)
    return log


def take_over(filing: Filing, log: ReviewLog) -> Filing:
    """Write the log's stage into the ledger when it is news: from which stage, by whom and when, in which words."""
    ledger = workshop.current().ledger
    if log.stage is filing.stage and (log.opinion or None) == filing.opinion and filing.hold is None:
        return filing
    news: dict[str, str | None] = {"before": filing.stage.value}
    if log.decided:
        news |= {"who": log.decided.who, "when": log.decided.at}
    if (log.opinion or None) != filing.opinion:
        news["opinion"] = log.opinion or None
    return ledger.advance(filing, log.stage, said=log.last, **news)
