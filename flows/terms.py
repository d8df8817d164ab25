"""From a site's YAML file to the plain terms that the page objects take, and to stages of the review log."""

import re
from functools import cache

from bots.lexicon import Concept, Lexicon
from bots.terms import Patterns, Terms, WitnessTerms
from configs.lexicon import load_lexicon
from configs.sites.model import PortalSite
from flows.stages import Stage


@cache
def lexicon_of(portal: str) -> Lexicon:
    """What portals call the manual's concepts; `portal`: provincial or mall."""
    shipped = load_lexicon()
    screens = {
        screen: {name: Concept(each.kind, each.words, each.never) for name, each in concepts.items()}
        for screen, concepts in shipped.screens(portal).items()
    }
    return Lexicon(screens, shipped.qualifiers)


def terms_of(site: PortalSite) -> Terms:
    """A portal's terms for the page objects."""
    return Terms(
        base_url=site.base_url.rstrip("/"),
        entry=site.entry,
        synonyms=site.synonyms,
        lexicon=lexicon_of(site.portal),
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
