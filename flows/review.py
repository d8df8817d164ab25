"""Manual 一(四)2: 点击日志可查看审核进度. The portal's log, sorted into stages; what nobody knows stays UNKNOWN."""

from dataclasses import dataclass

from bots.errors import RowMissing
from flows import workshop
from flows.clerk import Clerk
from flows.errors import PlanVanished
from flows.ledger import Filing
from flows.stages import SUBMITTED_OR_LATER, Stage
from flows.terms import stage_of_log_line

OPINION_COLUMNS = ("审核意见", "意见", "备注")


@dataclass(frozen=True)
class ReviewLog:
    """The log's lines in the portal's words, and the stage that the last telling line stands for."""

    lines: tuple[str, ...]
    stage: Stage
    opinion: str
    telling: int = 0  # how many lines tell of more than a save

    @property
    def last(self) -> str:
        """Its newest line."""
        return self.lines[-1] if self.lines else ""

    @property
    def was_submitted(self) -> bool:
        """True when the log shows a submit or anything after it."""
        return self.stage in SUBMITTED_OR_LATER


async def read_log(filing: Filing, clerk: Clerk) -> ReviewLog:
    """Open the plan's 日志 and read it. Raises PlanVanished when the list has no such plan any more."""
    assert filing.number is not None
    try:
        rows = await clerk.provincial.plans.log(filing.number)
    except RowMissing as error:
        raise PlanVanished(number=filing.number) from error
    stage, opinion, telling = Stage.SAVED, "", 0
    texts: list[str] = []
    for row in rows:
        text = " ".join(value for header, value in row.items() if value and header not in {"序号", "选择"})
        texts.append(text)
        told = stage_of_log_line(clerk.site, text)
        if told is Stage.SAVED:
            continue
        stage, telling = told, telling + 1
        if told is Stage.SUBMITTED:
            opinion = ""  # what was said of the version before is history
        opinion = next((row[column] for column in OPINION_COLUMNS if row.get(column)), opinion)
    return ReviewLog(tuple(texts), stage, opinion, telling)


def take_over(filing: Filing, log: ReviewLog) -> Filing:
    """Write the log's stage into the ledger when it is news."""
    ledger = workshop.current().ledger
    if log.stage is filing.stage and (log.opinion or None) == filing.opinion and filing.hold is None:
        return filing
    news = {"opinion": log.opinion or None} if (log.opinion or None) != filing.opinion else {}
    return ledger.advance(filing, log.stage, said=log.last, **news)
