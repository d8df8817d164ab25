"""A field that is likely meant, where no field is surely: a near word, its kind, an option that is the very value.

Never for amounts, numbers, codes and days: for those only a sure label counts. One field must stand far ahead of all
others, and nothing in its label may say that it is about something else (上年度计划名称, 采购方式说明).
"""

from collections.abc import Mapping, Sequence

from bots.terms import Terms
from bots.widgets.control import Control
from bots.widgets.match import SURE_ENOUGH
from bots.widgets.options import same_option
from bots.widgets.values import Value
from bots.widgets.words import name_of

NEAR, OFFERED = 0.5, 0.4  # what a near word counts, and an option that is the value
ENOUGH, AHEAD = 0.3, 0.25
_SHORTEST = 2  # signs that two words must share
_NO_GUESSES = frozenset({"amount", "number", "code", "date", "button", "menu"})


def likely(
    missing: Sequence[str], values: Mapping[str, Value], controls: Sequence[Control], terms: Terms
) -> dict[str, Control]:
    """The control of each missing label for which one stands far ahead; `controls` are those that nobody wants."""
    found: dict[str, Control] = {}
    for label in missing:
        if not _may_be_guessed(label, values.get(label), terms):
            continue
        scores = sorted(((_score(label, values.get(label), one, terms), one) for one in controls), key=_points)
        rival = scores[-2][0] if len(scores) > 1 else 0.0
        if scores and scores[-1][0] >= ENOUGH and scores[-1][0] - rival >= AHEAD:
            found[label] = scores[-1][1]
    taken = [control.index for control in found.values()]
    return {label: control for label, control in found.items() if taken.count(control.index) == 1}


def _points(scored: tuple[float, Control]) -> float:
    return scored[0]


def _may_be_guessed(label: str, value: Value | None, terms: Terms) -> bool:
    return isinstance(value, str | bool) and terms.lexicon.kind(label) not in _NO_GUESSES and label in terms.lexicon


def _score(label: str, value: Value | None, control: Control, terms: Terms) -> float:
    if not control.fillable or not control.words or control.words[0].sureness < SURE_ENOUGH:
        return 0.0
    near = max(_near(name_of(word).core, control.words[0].name.core, terms) for word in terms.words_for(label))
    never = {name_of(word).core for word in terms.lexicon.never(label)}
    if control.words[0].name.core in never:
        return 0.0
    offers = control.listed and isinstance(value, str) and any(same_option(value, one) for one in control.options)
    return NEAR * near + (OFFERED if offers and near else 0.0)


def _near(word: str, offered: str, terms: Terms) -> float:
    """How much of the longer word the shorter one is, where one holds the other; 0 where the rest changes its sense."""
    shorter, longer = sorted((word, offered), key=len)
    if len(shorter) < _SHORTEST or shorter not in longer:
        return 0.0
    rest = longer.replace(shorter, "", 1)
    return 0.0 if any(qualifier in rest for qualifier in terms.lexicon.qualifiers) else len(shorter) / len(longer)
