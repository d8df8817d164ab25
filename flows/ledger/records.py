"""What the ledger tells: plain, frozen records."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from bots.errors import BotError, Param
from configs.plans.model import Plan
from flows.stages import Hold, Stage, Until


@dataclass(frozen=True)
class Trouble:
    """Why a filing is held: an error's code and values, to be said in any language."""

    code: str
    params: dict[str, Param] = field(default_factory=dict)

    @classmethod
    def of(cls, error: BotError) -> "Trouble":
        """The trouble that an error tells of."""
        return cls(error.code, dict(error.params))


@dataclass(frozen=True)
class Filing:
    """The life of one plan, as far as it is known."""

    id: int
    ref: str
    plan: Plan
    plan_hash: str
    name: str
    total_yuan: Decimal
    source: str
    account: str
    route: str
    route_why: str
    site: str
    lane: str
    until: Until
    stage: Stage
    hold: Hold | None
    trouble: Trouble | None
    number: str | None
    sheet_number: str | None
    sheet_status: str | None
    opinion: str | None
    amends: tuple[Plan, ...]  # what may still stand on the portal: the plan before its file was edited
    attempt: int
    run_id: str
    created_attempt: int | None
    created_at: str
    updated_at: str

    @property
    def awaits_sheet(self) -> bool:
        """True when the province has recorded the plan and the mall's 计划单 has not been found yet."""
        return (
            self.route == "provincial" and self.stage in {Stage.RECORDED, Stage.IN_MALL} and self.sheet_number is None
        )

    @property
    def is_in_mall(self) -> bool:
        """True when the province is done with it, or never had it: what comes next, the mall's list tells."""
        return self.stage in {Stage.RECORDED, Stage.IN_MALL}

    @property
    def is_amending(self) -> bool:
        """True when it was returned and its plan was corrected since: it is to be changed and submitted again."""
        return self.stage is Stage.RETURNED and bool(self.amends)

    @property
    def is_draft(self) -> bool:
        """True when it stands on a portal, as far as we know not submitted yet."""
        return self.number is not None and self.stage in {Stage.PLANNED, Stage.SAVED, Stage.DETAILED}

    @property
    def is_fresh(self) -> bool:
        """True when we ourselves created it on the portal in this very attempt: nothing older can be known of it."""
        return self.created_attempt == self.attempt


@dataclass(frozen=True)
class HistoryLine:
    """One thing that happened to a filing."""

    at: str
    run_id: str
    what: str
    params: dict[str, Any]


@dataclass(frozen=True)
class LogLine:
    """One line of a plan's 日志, in the portal's words; `raw` is all of it, `stage` what the site takes it for."""

    step: str
    who: str
    at: str
    result: str
    opinion: str
    raw: str
    stage: Stage


@dataclass(frozen=True)
class Reading:
    """When a plan's 日志 was last read, by which run, and how the list showed the plan just before."""

    row: str
    read_at: str
    run_id: str


@dataclass(frozen=True)
class Intent:
    """A write that was about to be sent: what stood on the portal before it."""

    id: int
    step: str
    before: tuple[str, ...]
    opened_at: str
    accepted: str | None  # the portal's yes, when it came
    answer: str | None  # its words, when they were a refusal or nobody knew them
    refused: bool  # whether they were a refusal
    ref: str  # of the filing
