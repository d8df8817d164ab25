"""From a site's YAML file to the plain terms that the page objects take, and to stages of the review log."""

import re

from bots.terms import Patterns, Terms, WitnessTerms
from configs.sites.model import PortalSite
from flows.stages import Stage

# What the bot itself says on both portals where their printed words differ from edition to edition (DOMAIN, rule 8).
COMMON_SYNONYMS = {
    "预算内国有资本运营金额": ("预算内国有资本经营金额",),
}


def terms_of(site: PortalSite) -> Terms:
    """A portal's terms for the page objects."""
    synonyms = {word: tuple(words) for word, words in site.synonyms.items()}
    for word, words in COMMON_SYNONYMS.items():
        synonyms[word] = (*synonyms.get(word, ()), *words)
    return Terms(
        base_url=site.base_url.rstrip("/"),
        entry=site.entry,
        synonyms=synonyms,
        patterns=Patterns(tuple((rule.kind, re.compile(rule.pattern)) for rule in site.messages)),
        menu=tuple(site.menu),
        ignore_tls=site.ignore_tls,
        wait_seconds=site.wait_seconds,
        pause_seconds=site.pause_seconds,
        witness=WitnessTerms(
            stops=site.witness.disagreeing == "stop",
            unread_is_normal=site.witness.unread == "normal",
            either_unit=site.witness.amounts == "either",
            in_steps=not site.witness.whole,
            unseen=site.witness.unseen,
        ),
    )


def stage_of_log_line(site: PortalSite, text: str) -> Stage:
    """The stage that a line of the 日志 tells of; UNKNOWN when no pattern of the site knows its words."""
    return Stage(site.stage_of(text))
