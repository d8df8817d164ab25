"""A page that is not understood before anything of a run went well is not understood for any plan of its lane."""

from bots.errors import BotError, ButtonMissing, GridMissing, MenuMissing, ScreenNotRecognised
from flows.errors import LaneShut
from flows.ledger import Filing, runs
from flows.stages import Stage
from flows.workshop import Workshop

PAGES = (MenuMissing, GridMissing, ScreenNotRecognised, ButtonMissing)


def raise_if_shut(shop: Workshop, filing: Filing) -> None:
    """Before a step of a filing. Raises LaneShut where its lane was shut in this run."""
    if trouble := runs.why_shut(shop.ledger, filing.run_id, filing.lane):
        raise LaneShut(account=filing.plan.account, reason=trouble.code)


def shut_if_puzzled(shop: Workshop, filing: Filing, error: BotError) -> None:
    """A filing was held: its lane waits for a person, too, unless a plan of this run has got past that page."""
    stands_nowhere = filing.stage is Stage.PLANNED and filing.number is None
    if isinstance(error, PAGES) and stands_nowhere and not shop.ledger.has_begun(filing.run_id, filing.lane):
        runs.shut_lane(shop.ledger, filing.run_id, filing.lane, error)
