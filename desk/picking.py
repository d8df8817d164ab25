"""Which filings a command is about: those that are named, or those that a filter finds in the ledger."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from configs.problems import ConfigProblems, Problem
from flows.ledger import Filing, Ledger
from flows.stages import Hold, Stage


@dataclass(frozen=True)
class Pick:
    """Refs, and filters that narrow them down; a filter alone picks among all."""

    refs: Sequence[str] = ()
    accounts: Sequence[str] = ()
    holds: Sequence[Hold] = ()
    stages: Sequence[Stage] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was named at all."""
        return not (self.refs or self.accounts or self.holds or self.stages)


def pick(ledger: Ledger | None, asked: Pick, *, otherwise: Collection[Hold] = ()) -> list[Filing]:
    """Find the filings; `otherwise`: the holds that are meant when neither refs nor holds were named.

    Raises ConfigProblems for refs that the ledger does not know.
    """
    filings = ledger.all_filings() if ledger else []
    known = {filing.ref for filing in filings}
    if unknown := [ref for ref in asked.refs if ref not in known]:
        raise ConfigProblems([Problem("", None, ref, "ref_unknown", {"ref": ref}) for ref in unknown])
    holds = asked.holds or (() if asked.refs else otherwise)
    return [
        filing
        for filing in filings
        if (not asked.refs or filing.ref in asked.refs)
        and (not asked.accounts or filing.account in asked.accounts)
        and (not holds or filing.hold in holds)
        and (not asked.stages or filing.stage in asked.stages)
    ]
