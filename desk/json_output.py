"""What `check`, `file`, `poll`, `retry`, `status`, `inspect` … print with `--json`: a promise to programs.

    {"format": 1, "command", "exit_code", "verdict", "run", "report",
     "problems": [{"file", "line", "field", "code", "params", "text"}],
     "plans":    [{"ref", "name", "account", "source", "lane", "route", "why", "rows", "amount_yuan"}],
     "filings":  [{"ref", "name", "account", "source", "lane", "route", "why", "amount_yuan", "number", "sheet_number",
                   "sheet_status", "stage", "hold", "trouble": {"code", "params", "text"} | null, "opinion", "until",
                   "attempt", "run", "created_at", "updated_at", "evidence",
                   "history": [{"at", "run", "what", "params", "text"}]}],
     "error":    {"code", "text"} | null}

`poll` adds what it found to be different, in the portal's words where they are the portal's:

    {"changes": [{"ref", "name", "account", "number", "from", "to", "who", "when", "opinion", "said", "at", "text"}]}

`history` adds the portal's own log as it was last read:

    {"log": [{"step", "who", "at", "result", "opinion", "raw", "stage"}]}

`release` and `cancel` add what was done: {"decided": [{"ref", "done", "text"}]}. `inspect` adds:

    {"inventory": {"format", "where", "address", "taken_at", "fields", "grids", "buttons"},  as desk/inspect/model.py
     "changes": [{"kind", "label", "params", "breaks", "text"}] | null, "saved": file | null, "picture": file | null}

Amounts are decimal texts in 元, times are UTC. Keys may be added within format 1, never taken away.
A filing's `history` is only filled by `status` and `history` for one plan.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from configs.problems import Problem
from desk import words
from desk.exit_codes import ExitCode
from flows.intake import Order
from flows.ledger import Filing, HistoryLine

FORMAT = 1


def document(command: str, exit_code: ExitCode, **parts: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON value
    """The document with every key, those that do not apply empty."""
    empty: dict[str, Any] = {
        "verdict": None,
        "run": None,
        "report": None,
        "problems": [],
        "plans": [],
        "filings": [],
        "error": None,
    }
    return {"format": FORMAT, "command": command, "exit_code": int(exit_code), **empty, **parts}


def write(values: dict[str, Any]) -> None:
    """Print a document on standard output."""
    sys.stdout.write(json.dumps(values, ensure_ascii=False, indent=2, default=str) + "\n")
    sys.stdout.flush()


def problems_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Mistakes in files."""
    return [
        {
            "file": p.file,
            "line": p.line,
            "field": p.field,
            "code": p.code,
            "params": p.params,
            "text": words.problem_text(p),
        }
        for p in problems
    ]


def orders_json(orders: Iterable[Order]) -> list[dict[str, Any]]:
    """Checked plans with their routes."""
    return [
        {
            "ref": o.plan.ref,
            "name": o.plan.name,
            "account": o.plan.account,
            "source": o.source,
            "lane": o.lane,
            "route": o.route.value,
            "why": o.why,
            "rows": list(o.rows),
            "amount_yuan": f"{o.plan.total:.2f}",
        }
        for o in orders
    ]


def filing_json(filing: Filing, history: Sequence[HistoryLine] = (), evidence: str | None = None) -> dict[str, Any]:
    """One filing, with its history where one was asked for."""
    trouble = filing.trouble
    return {
        "ref": filing.ref, "name": filing.name, "account": filing.account, "source": filing.source,
        "lane": filing.lane, "route": filing.route, "why": filing.route_why,
        "amount_yuan": f"{filing.total_yuan:.2f}", "number": filing.number, "sheet_number": filing.sheet_number,
        "sheet_status": filing.sheet_status,
        "stage": filing.stage.value, "hold": filing.hold.value if filing.hold else None,
        "trouble": {"code": trouble.code, "params": trouble.params, "text": words.trouble_text(trouble)}
        if trouble else None,
        "opinion": filing.opinion, "until": filing.until.value, "attempt": filing.attempt, "run": filing.run_id,
        "created_at": filing.created_at, "updated_at": filing.updated_at, "evidence": evidence,
        "history": [{"at": line.at, "run": line.run_id, "what": line.what, "params": line.params,
                     "text": words.history_text(line)} for line in history],
    }  # fmt: skip
