"""Which control is meant by which label: the best assignment as a whole, or an error; never a guess."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bots.errors import FieldAmbiguous, FieldMissing
from bots.terms import Terms
from bots.widgets.control import Control
from bots.widgets.words import Ranked, best_likeness, ranked

Scores = dict[int, dict[int, float]]  # wanted → control → likeness

SURE_ENOUGH = 40  # of a word's source
SURE_ENOUGH_FOR_MONEY = 50  # a placeholder alone does not say where an amount goes
LIKE_ENOUGH = 0.55
LIKE_ENOUGH_LENIENT = 0.3
_SECOND_WORD = 0.6  # a control's lesser words count less than the best one
_TIE = 0.015  # below the step between a word and its synonym


@dataclass(frozen=True)
class Wish:
    """The labels to be found on the form `where`; `exacting` ones (amounts, codes) need a label proper, not a hint.

    `strict`: the whole label must agree; else a part of it will do.
    """

    labels: tuple[str, ...]
    terms: Terms
    where: str
    strict: bool = True
    exacting: frozenset[str] = frozenset()


def _nameable(controls: Sequence[Control]) -> list[Control]:
    """Without the choices of a unit that have no name of their own: they are part of the amount beside them."""
    return [
        control
        for control in controls
        if control.unit_of is None or any(word.name.base.endswith("单位") for word in control.words)
    ]


def match(wish: Wish, controls: Sequence[Control]) -> dict[str, Control]:
    """Find the control of each label; raises FieldAmbiguous, or FieldMissing with all that are missing."""
    found, missing = try_match(wish, controls)
    if missing:
        raise lacking(missing, wish.where, controls, found)
    return found


def lacking(
    missing: Sequence[str], where: str, controls: Sequence[Control], found: Mapping[str, Control]
) -> FieldMissing:
    """No control answers to these labels; the candidates are what nobody wants, the nearest first."""
    candidates = _nearest(missing[0], controls, set(found.values()))
    return FieldMissing(label="、".join(missing), where=where, candidates=candidates)


def try_match(wish: Wish, controls: Sequence[Control]) -> tuple[dict[str, Control], list[str]]:
    """Like match, but hands back the labels that no control answers to; raises FieldAmbiguous."""
    controls = _nameable(controls)
    scores: Scores = {}
    enough = LIKE_ENOUGH if wish.strict else LIKE_ENOUGH_LENIENT
    for place, label in enumerate(wish.labels):
        names = ranked(wish.terms.ranked(label))
        sure = SURE_ENOUGH_FOR_MONEY if label in wish.exacting else SURE_ENOUGH
        row = {at: score(names, control, sure=sure, strict=wish.strict) for at, control in enumerate(controls)}
        scores[place] = {at: value for at, value in row.items() if value >= enough}
    _drop_idle_text(scores, controls)
    _drop_idle_twins(scores, controls)
    assigned: dict[int, int] = {}
    for group in _components(scores):
        assigned |= _assign_surely({place: scores[place] for place in group}, wish, controls)
    found = {wish.labels[place]: controls[at] for place, at in sorted(assigned.items())}
    return found, [label for label in wish.labels if label not in found]


def score(names: Ranked, control: Control, *, sure: int = SURE_ENOUGH, strict: bool = True) -> float:
    """How well a control answers to a word and its synonyms: by its text; where the text came from only gates."""
    best = 0.0
    for word in control.words:
        if word.sureness >= sure:
            like = best_likeness(names, word.name, strict=strict)
            best = max(best, like if word.name.base == control.words[0].name.base else like * _SECOND_WORD)
    return best


def _drop_idle_text(scores: Scores, controls: Sequence[Control]) -> None:
    """A cell that only shows text steps back where a real control answers to the same label."""
    for row in scores.values():
        if any(controls[at].kind != "shown" for at in row):
            for at in [at for at in row if controls[at].kind == "shown"]:
                del row[at]


def _drop_idle_twins(scores: Scores, controls: Sequence[Control]) -> None:
    """A control that is switched off steps back where one that works answers to the label at least as well."""
    for row in scores.values():
        live = max((value for at, value in row.items() if not controls[at].disabled), default=0.0)
        for at in [at for at, value in row.items() if controls[at].disabled and value <= live]:
            del row[at]


def _components(scores: Scores) -> list[list[int]]:
    """Labels that compete for the same controls, together: most stand alone."""
    groups: list[tuple[list[int], set[int]]] = []
    for place, row in scores.items():
        if not row:
            continue
        together, reach = [place], set(row)
        for group in [group for group in groups if group[1] & reach]:
            groups.remove(group)
            together += group[0]
            reach |= group[1]
        groups.append((together, reach))
    return [sorted(together) for together, _ in groups]


def _assign_surely(scores: Scores, wish: Wish, controls: Sequence[Control]) -> dict[int, int]:
    best = assignment(scores)
    total = sum(scores[place][at] for place, at in best.items())
    for place, at in best.items():
        without = scores | {place: {other: value for other, value in scores[place].items() if other != at}}
        second = assignment(without)
        if sum(without[p][a] for p, a in second.items()) > total - _TIE:
            rivals = sorted({at, *scores[place]}, key=lambda other: -scores[place].get(other, 0))
            raise FieldAmbiguous(
                label=wish.labels[place], where=wish.where, candidates=[_described(controls[rival]) for rival in rivals]
            )
    return best


def assignment(scores: Scores) -> dict[int, int]:
    """The assignment of most likeness (the Hungarian method; a label may also stay without a control)."""
    rows = list(scores)
    columns = sorted({at for row in scores.values() for at in row})
    width = len(columns) + len(rows)  # each label has its own empty place besides
    cost = [[0.0] * (width + 1)] + [
        [0.0, *(-scores[place].get(at, -9.0) for at in columns), *([0.0] * len(rows))] for place in rows
    ]
    taken = _cheapest(cost, len(rows), width)
    return {
        rows[row - 1]: columns[column - 1]
        for column, row in taken.items()
        if column <= len(columns) and columns[column - 1] in scores[rows[row - 1]]
    }


def _cheapest(cost: Sequence[Sequence[float]], height: int, width: int) -> dict[int, int]:
    """Shortest augmenting paths with potentials; rows and columns are counted from 1. Gives column → row."""
    infinite = float("inf")
    by_row, by_column = [0.0] * (height + 1), [0.0] * (width + 1)
    owner, way = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, height + 1):
        owner[0], column = row, 0
        least, seen = [infinite] * (width + 1), [False] * (width + 1)
        while owner[column]:
            seen[column] = True
            here, step, following = owner[column], infinite, 0
            for other in range(1, width + 1):
                if seen[other]:
                    continue
                slack = cost[here][other] - by_row[here] - by_column[other]
                if slack < least[other]:
                    least[other], way[other] = slack, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(width + 1):
                if seen[other]:
                    by_row[owner[other]] += step
                    by_column[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            owner[column], column = owner[way[column]], way[column]
    return {column: row for column, row in enumerate(owner) if column and row}


def _described(control: Control) -> str:
    return f"{control.label} [{control.kind}] {control.reading}".strip()


def _nearest(label: str, controls: Sequence[Control], used: Iterable[Control]) -> list[str]:
    taken: Mapping[int, Control] = {control.index: control for control in used}
    rest = [control for control in controls if control.label and control.index not in taken]
    free = [control.label for control in rest if control.kind != "shown"] or [control.label for control in rest]
    return sorted(dict.fromkeys(free), key=lambda text: -SequenceMatcher(None, label, text).ratio())
