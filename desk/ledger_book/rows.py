"""The rows of the 台账: plain values under the columns' heads, in the language in use."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from configs.workspace import Workspace
from desk import words
from desk.messages.catalogue import text
from flows.ledger import Filing, Ledger
from flows.ledger.milestones import first_times
from flows.stages import Stage

COLUMNS = (
    "ref",
    "name",
    "unit",
    "account",
    "route",
    "amount_yuan",
    "number",
    "sheet_number",
    "sheet_status",
    "state",
    "opinion",
    "reason",
    "next",
    "submitted_at",
    "recorded_at",
    "updated_at",
    "source",
    "evidence",
)
Cell = str | Decimal | datetime | Path | None


@dataclass(frozen=True)
class Sheet:
    """Heads, and a row for each filing; `tones`: how each stands, for its colour."""

    heads: list[str]
    rows: list[list[Cell]]
    tones: list[str]


def sheet_of(ledger: Ledger, filings: Iterable[Filing], workspace: Workspace) -> Sheet:
    """Put filings into rows."""
    from flows.evidence import evidence_place  # noqa: PLC0415 - the engine and the browser cost a second

    times = first_times(ledger)
    rows: list[list[Cell]] = []
    tones: list[str] = []
    for filing in filings:
        account, proof = workspace.accounts.get(filing.account), evidence_place(workspace, filing.ref)
        when = times.get(filing.id, {})
        values: dict[str, Cell] = {
            "ref": filing.ref,
            "name": filing.name,
            "unit": account.unit if account else "",
            "account": filing.account,
            "route": text(f"route.{filing.route}"),
            "amount_yuan": filing.total_yuan,
            "number": filing.number,
            "sheet_number": filing.sheet_number,
            "sheet_status": filing.sheet_status,
            "state": words.state_text(filing),
            "opinion": filing.opinion,
            "reason": words.trouble_text(filing.trouble) if filing.hold and filing.trouble else None,
            "next": words.next_text(filing),
            "submitted_at": _local(when.get(Stage.SUBMITTED)),
            "recorded_at": _local(when.get(Stage.RECORDED) or when.get(Stage.IN_MALL)),
            "updated_at": _local(filing.updated_at),
            "source": filing.source,
            "evidence": None if isinstance(proof, Path) and not proof.is_dir() else proof,
        }
        rows.append([values[column] for column in COLUMNS])
        tones.append(words.state_colour(filing))
    return Sheet([text(f"column.{column}") for column in COLUMNS], rows, tones)


def _local(moment: str | None) -> datetime | None:
    """A time of the ledger as the wall clock shows it, which is what Excel wants."""
    return datetime.fromisoformat(moment).astimezone().replace(tzinfo=None, microsecond=0) if moment else None
