"""Changes: what one run has found to be different, out of the ledger's history."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from flows.ledger import Ledger, schema
from flows.stages import Hold, Stage

MOVES = frozenset({*Stage, Hold.REFUSED, Hold.NEEDS_HUMAN, "sheet_moved", "resubmitted"})


@dataclass(frozen=True)
class Change:
    """One filing that stands elsewhere than before.

    `what`: a stage, a hold, `resubmitted` or `sheet_moved` (then `before` and `status` are the mall's own words).
    `who`, `when`, `opinion`, `said`: the portal's words, as its log has them.
    """

    ref: str
    name: str
    account: str
    number: str
    what: str
    before: str
    at: str
    params: dict[str, Any]

    @property
    def who(self) -> str:
        """Who decided, as the portal names them."""
        return str(self.params.get("who") or "")

    @property
    def when(self) -> str:
        """When, as the portal writes it."""
        return str(self.params.get("when") or "")

    @property
    def opinion(self) -> str:
        """The reviewer's opinion in full."""
        return str(self.params.get("opinion") or "")


def changes_of(ledger: Ledger, run_id: str) -> list[Change]:
    """What changed in a run, in the order in which it was seen."""
    return _changes(ledger, schema.history.c.run_id == run_id)


def changes_between(ledger: Ledger, after: int, until: int) -> list[Change]:
    """What changed, by the numbers of the history's lines: after one, up to another."""
    return _changes(ledger, schema.history.c.id > after, schema.history.c.id <= until)


def _changes(ledger: Ledger, *which: sa.ColumnElement[bool]) -> list[Change]:
    lines, filings = schema.history.c, schema.filings.c
    columns = (filings.ref, filings.name, filings.account, filings.number, lines.what, lines.params, lines.at)
    query = (
        sa.select(*columns)
        .join_from(schema.history, schema.filings)
        .where(lines.what.in_([str(move) for move in MOVES]), *which)
        .order_by(lines.id)
    )
    with ledger.engine.connect() as connection:
        found = [
            Change(ref, name, account, number or "", what, str(params.get("before", "")), at, params)
            for ref, name, account, number, what, params, at in connection.execute(query)
        ]
    return [change for change in found if change.what != change.before]
