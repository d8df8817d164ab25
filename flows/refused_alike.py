"""The same refusal again and again: something else is wrong than the plans, so the run stops there, and asks.

Counted in the ledger, for each run and portal: its lanes count together, on however many machines.
"""

import re

from bots.errors import BotError, Fate
from flows.errors import RefusedAlike
from flows.ledger import Filing, refusals
from flows.workshop import Workshop


def raise_if_refused_alike(shop: Workshop, filing: Filing) -> None:
    """Before a step of a filing. Raises RefusedAlike when a person has to look first."""
    site = shop.workspace.portal(filing.route)
    if site.same_refusals:
        times, words = refusals.alike(shop.ledger, shop.run_id, filing.route)
        if times >= site.same_refusals:
            raise RefusedAlike(address=site.base_url, times=times, text=words)


def met(shop: Workshop, filing: Filing, error: BotError) -> None:
    """A filing was held."""
    if error.fate is Fate.BUSINESS and not error.params.get("always"):  # what every plan has to give is asked for once
        refusals.count(shop.ledger, shop.run_id, filing.route, str(shop.ledger.masked(_words_of(error))))


def went_well(shop: Workshop, filing: Filing) -> None:
    """A filing was not refused."""
    refusals.begin_anew(shop.ledger, shop.run_id, filing.route)


def _words_of(error: BotError) -> str:
    """What was said, less the numbers in it: those differ from plan to plan."""
    said = error.params.get("text") or " ".join(f"{value}" for value in error.params.values())
    return re.sub(r"\d+", "…", str(said))
