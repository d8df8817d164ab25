"""The life of a filing: how far it has come on the portal, and what holds it back."""

from enum import StrEnum


class Stage(StrEnum):
    """How far a plan has come, as far as a portal has confirmed it."""

    PLANNED = "planned"  # nothing of it stands on a portal that we know of
    SAVED = "saved"
    DETAILED = "detailed"
    SUBMITTED = "submitted"  # with 资金科室
    OFFICE_REVIEW = "office_review"  # 资金科室 has approved; with 采购办
    RECORDED = "recorded"  # 备案
    IN_MALL = "in_mall"  # a 计划单 stands in the mall: pushed, or self-built
    RETURNED = "returned"  # 退回, with an opinion
    UNKNOWN = "unknown"  # the log says something that no pattern knows


class Hold(StrEnum):
    """Why an open filing does not go on by itself."""

    REFUSED = "refused"  # the portal or the plan: its author must act
    NEEDS_HUMAN = "needs_human"  # a person must look
    WAITING = "waiting"  # the portal was down, or the run was stopped; the next run goes on
    CANCELLED = "cancelled"  # a person has given it up: only `retry` takes it up again


SUBMITTED_OR_LATER = frozenset(
    {Stage.SUBMITTED, Stage.OFFICE_REVIEW, Stage.RECORDED, Stage.IN_MALL, Stage.RETURNED, Stage.UNKNOWN}
)


class Until(StrEnum):
    """Where filing ends: before the submit, or after it."""

    SAVED = "saved"
    SUBMITTED = "submitted"
