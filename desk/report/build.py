"""Writes `.yuncai/reports/<run>.html`: everything inside one file, readable without JavaScript, and printable."""

import os
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from desk import words
from desk.messages.catalogue import spoken, text
from desk.report.evidence import Picture, read_evidence
from desk.report.model import Entry, entry_of, summary_of
from flows.changes import changes_of
from flows.evidence import evidence_folder, folder_name
from flows.ledger import Filing, Ledger
from flows.ledger.runs import Run, all_runs

TEMPLATES = Path(__file__).parent / "templates"
CROWD = 60  # plans that a poll's report shows all the same, changed or not
MOST_EMBEDDED_BYTES = 40_000_000  # beyond that a browser has no joy in the file; further pictures are only linked


def build_report(
    state_dir: Path,
    ledger: Ledger,
    run_id: str | None = None,
    *,
    evidence_dir: Path | None = None,
    fetch: Callable[[list[str]], None] | None = None,
) -> Path:
    """Write the report of a run (None: the newest one), whole or not at all, and return its path.

    `fetch`: brings the evidence of filings (by their folders' names) from where other machines have put it.
    """
    run = _find(all_runs(ledger), run_id)
    folder = state_dir / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{run.id}.html"
    filings = ledger.all_filings(run.selection)
    shown_ones = _worth_showing(ledger, run, filings)
    if fetch:
        fetch([folder_name(filing.ref) for filing in shown_ones])
    entries = []
    for place, filing in enumerate(shown_ones, start=1):
        proof = evidence_folder(evidence_dir or state_dir / "evidence", filing.ref)
        evidence = read_evidence(proof, held=filing.hold is not None)
        shown = Path(os.path.relpath(evidence.folder, folder)).as_posix()
        entries.append(entry_of(filing, ledger.history(filing.id), evidence, shown, place))
    page = (
        _environment()
        .get_template("report.html.j2")
        .render(
            lang="zh-CN" if spoken() == "zh" else "en",
            summary=summary_of(run, filings),
            entries=entries,
            left_out=len(filings) - len(entries),
            embedded=_Embedding(entries),
            css=Markup((TEMPLATES / "report.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        )
    )
    unfinished = path.with_suffix(".part")
    unfinished.write_text(page, encoding="utf-8")
    unfinished.replace(path)
    return path


def _worth_showing(ledger: Ledger, run: Run, filings: list[Filing]) -> list[Filing]:
    """All of them; of a poll of a crowd, what has changed and what needs somebody."""
    if run.command == "file" or len(filings) <= CROWD:
        return filings
    changed = {change.ref for change in changes_of(ledger, run.id)}
    return [filing for filing in filings if filing.ref in changed or words.needs_attention(filing)]


class _Embedding:
    """Decides which pictures stand inside the page: the main ones, in order, until the file is big enough."""

    def __init__(self, entries: list[Entry]) -> None:
        room = MOST_EMBEDDED_BYTES
        self._inside: set[Path] = set()
        for picture in (picture for entry in entries for picture in entry.evidence.main):
            room -= picture.size * 4 // 3
            if room >= 0:
                self._inside.add(picture.file)

    def __contains__(self, picture: Picture) -> bool:
        return picture.file in self._inside


def _find(runs: list[Run], run_id: str | None) -> Run:
    return next(run for run in runs if run_id in {None, run.id})


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["text"] = text
    return environment
