"""Which field of today is which field of then: by its label, else by its kind and its neighbours."""

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from bots.widgets.words import name_of
from desk.inspect.model import SeenField

Pairs = dict[int, int]  # place then → place now


def pair_fields(then: Sequence[SeenField], now: Sequence[SeenField]) -> Pairs:
    """Pair what belongs together; what is left over on either side is gone, or new."""
    pairs = _by_label(then, now)
    candidates = sorted(
        (-_likeness(then[a], now[b], neighbours), a, b)
        for a in range(len(then))
        if a not in pairs
        for b in range(len(now))
        if b not in pairs.values() and then[a].kind == now[b].kind
        if (neighbours := _common_neighbours(pairs, a, b, len(then), len(now)))
    )
    for _, a, b in candidates:
        if a not in pairs and b not in pairs.values():
            pairs[a] = b
    return pairs


def key_of(field: SeenField) -> str:
    """A label without its unit, as far as it tells one field from another."""
    return name_of(field.label).text


def _by_label(then: Sequence[SeenField], now: Sequence[SeenField]) -> Pairs:
    """Labels that stand several times on a page are taken in their order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, field in enumerate(now):
        if key_of(field):
            places[key_of(field)].append(place)
    pairs: Pairs = {}
    for place, field in enumerate(then):
        if waiting := places.get(key_of(field)):
            pairs[place] = waiting.pop(0)
    return pairs


def _common_neighbours(pairs: Pairs, a: int, b: int, then: int, now: int) -> int:
    """How many of the two nearest known fields, before and after, both places share."""
    back = {place_now: place_then for place_then, place_now in pairs.items()}
    before = next((place for place in range(a - 1, -1, -1) if place in pairs), None)
    after = next((place for place in range(a + 1, then) if place in pairs), None)
    before_now = next((back[place] for place in range(b - 1, -1, -1) if place in back), None)
    after_now = next((back[place] for place in range(b + 1, now) if place in back), None)
    return (before == before_now) + (after == after_now)


def _likeness(one: SeenField, other: SeenField, neighbours: int) -> float:
    same_options = bool(one.options) and set(one.options) == set(other.options)
    return neighbours + SequenceMatcher(None, one.label, other.label).ratio() + same_options
