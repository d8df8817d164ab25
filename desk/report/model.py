"""What the report's template shows, as plain values."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from configs.money import format_wan, format_yuan
from configs.plans.fields import FIELDS, Page, PlanField
from configs.plans.model import Plan
from desk import words
from desk.messages.catalogue import rendered, text
from desk.report.evidence import EvidenceOf, Said
from flows.ledger import Filing, HistoryLine
from flows.ledger.runs import Run

GROUPS = ("good", "busy", "wait", "bad")


@dataclass(frozen=True)
class Section:
    """Some fields under one head."""

    title: str
    fields: list[tuple[str, str]]


@dataclass(frozen=True)
class Moment:
    """One line of the timeline."""

    at: str
    text: str
    detail: str
    words: list[str]
    tone: str


@dataclass(frozen=True)
class Entry:
    """One filing."""

    filing: Filing
    anchor: str
    state: str
    tone: str
    next: str
    why: str
    amount: str
    sections: list[Section]
    moments: list[Moment]
    said: list[Said]
    evidence: EvidenceOf
    folder: str  # relative to the report


@dataclass(frozen=True)
class Summary:
    """The head of the report."""

    run: Run
    command: str
    started: str
    took: str
    verdict: str
    made: str
    count: int
    total: str
    groups: list[tuple[str, str, int]]  # tone, words, how many


def entry_of(filing: Filing, history: list[HistoryLine], evidence: EvidenceOf, folder: str, place: int) -> Entry:
    """Put one filing into words."""
    return Entry(
        filing=filing,
        anchor=f"p{place}",
        state=words.state_text(filing),
        tone=words.state_colour(filing),
        next=words.next_text(filing),
        why=words.explanation(filing),
        amount=format_wan(filing.total_yuan),
        sections=sections_of(filing.plan),
        moments=[_moment(line) for line in history],
        said=evidence.said,
        evidence=evidence,
        folder=folder,
    )


def summary_of(run: Run, filings: list[Filing]) -> Summary:
    """Put the run into words."""
    tones = [words.state_colour(filing) for filing in filings]
    return Summary(
        run=run,
        command=text(f"report.command.{run.command}"),
        started=words.clock(run.started_at),
        took=_took(run),
        verdict=text(f"verdict.{run.verdict or 'running'}"),
        made=datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S"),
        count=len(filings),
        total=format_wan(sum((filing.total_yuan for filing in filings), Decimal(0))),
        groups=[(tone, text(f"report.group.{tone}"), tones.count(tone)) for tone in GROUPS],
    )


def sections_of(plan: Plan) -> list[Section]:
    """The plan as it was written: every field that has a value, under the manual's own labels."""
    funds = [field for field in FIELDS if field.group == "funds"]
    own = [field for field in FIELDS if field.page is Page.PLAN and field.group != "funds"]
    detail = [field for field in FIELDS if field.page is Page.DETAIL]
    other = [*plan.other.items(), *plan.detail.other.items()]
    found = [
        Section(text("report.section.plan"), _values(own, plan)),
        Section(text("report.section.funds"), _values(funds, plan)),
        Section(text("report.section.detail"), _values(detail, plan)),
        Section(text("report.section.other"), [(label, str(value)) for label, value in other]),
    ]
    return [section for section in found if section.fields]


def _values(fields: list[PlanField], plan: Plan) -> list[tuple[str, str]]:
    pairs = ((field.label.replace("(万元)", ""), _shown(field, field.value_in(plan))) for field in fields)
    return [(label, value) for label, value in pairs if value]


def _shown(field: PlanField, value: Any) -> str:  # noqa: ANN401, PLR0911 - one line a type
    match value:
        case None:
            return ""
        case bool():
            return text("report.yes") if value else text("report.no")
        case Decimal() if field.kind == "money":
            return f"{format_wan(value)}（{format_yuan(value)}）" if value else format_wan(value)
        case Decimal():
            return f"{value.normalize():f}"
        case date():
            return value.isoformat()
        case int() if field.kind == "month":
            return text("report.month", month=value)
    return rendered(value)


def _moment(line: HistoryLine) -> Moment:
    tones = {
        "refused": "bad",
        "needs_human": "bad",
        "returned": "bad",
        "unknown": "bad",
        "waiting": "wait",
        "retried": "wait",
        "left_unread": "wait",
        "left_silent": "wait",
        "left_differs": "bad",
        "recorded": "good",
        "in_mall": "good",
    }
    said = words.portal_words(line.params)
    opinion = str(line.params.get("opinion") or "")
    if opinion and not any(opinion in line_of_log for line_of_log in said):
        said.append(opinion)
    return Moment(
        words.clock(line.at),
        words.history_text(line),
        words.history_detail(line),
        list(dict.fromkeys(said)),
        tones.get(line.what, "busy"),
    )


def _took(run: Run) -> str:
    if not run.finished_at:
        return "—"
    seconds = (datetime.fromisoformat(run.finished_at) - datetime.fromisoformat(run.started_at)).total_seconds()
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
