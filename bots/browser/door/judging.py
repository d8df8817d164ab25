"""Whether a request says what the plan says: every value has to have its own place in it.

Values are assigned to places as a whole, so that one `35` does not stand for two amounts. Where the key of a field is
known (learned from a filing that was read back, or the field's own name), the value must stand under that key.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bots.browser.door.alike import OTHER_UNIT, number_in, says, says_amount, says_nothing
from bots.browser.door.bodies import Body, Leaf
from bots.browser.door.expected import Expected, Known, Posted
from bots.widgets.values import Money

Reason = Literal["missing", "contradicted", "other_unit"]
ENOUGH = 4  # a request with a quarter of the telling values, and as many places as there are values, carries the form
MOST_PARTS = 20
LONGEST = 200  # characters that are told of what stands in a request
_GROUPED = re.compile(r"[¥￥]?\d{1,3}(?:,\d{3})+(?:\.\d*)?\D{0,2}")  # 1,234.50 is one number
_SEPARATORS = re.compile(r"\s*[,，、;；|]\s*|\s+[-–~～至]\s+|\s*[~～至]\s*")


@dataclass(frozen=True)
class Finding:
    """One value that the request does not say: what was wanted, what stands under the key that pairs with it."""

    label: str
    wanted: str
    got: str
    reason: Reason
    key: str = ""


@dataclass(frozen=True)
class Judgement:
    """What became of one request."""

    carries: bool  # the form, or most of it
    touches: bool  # any telling value of it
    found: dict[str, str] = field(default_factory=dict)  # label → key
    lacking: tuple[Finding, ...] = ()
    names: dict[str, Posted] = field(default_factory=dict)  # what may be learned if the portal keeps what was sent


@dataclass(frozen=True)
class _Place:
    """A place in the request that can stand for one value."""

    key: str
    leaf: Leaf
    texts: tuple[str, ...]

    def says(self, expected: Expected) -> bool:
        return any(says(expected, text) for text in self.texts)


class Judge:
    """Judges one request against the values of a form; `either_unit`: 元 may stand where 万元 was typed, and back."""

    def __init__(self, body: Body, expected: Sequence[Expected], known: Known, *, either_unit: bool = False) -> None:
        self._expected, self._known, self._either_unit = expected, known, either_unit
        self._leaves = body.leaves
        self._fitting: dict[tuple[str, int], bool] = {}  # asked before
        self._places = [place for leaf in body.leaves for place in _places_of(leaf)]
        self._root = self._root_of_names()
        self._keyed = {each.label: self._under_key(each) for each in expected}
        self._found = self._assigned()

    def judgement(self, *, first: bool = True) -> Judgement:
        """The whole of it; not `first`: the form has left already, and only the greater part of it counts as one."""
        telling = [each for each in self._expected if each.telling]
        carried = sum(each.label in self._found for each in telling)
        carries = self._carries(len(telling), carried, first=first)
        lacking = tuple(filter(None, (self._lacks(each) for each in self._expected))) if carries else ()
        found = {label: place.key for label, place in self._found.items()}
        return Judgement(carries, carried > 0, found, lacking, dict(self._learned()))

    def _carries(self, telling: int, carried: int, *, first: bool) -> bool:
        """Whether this is the request with the form, and no heartbeat, check of a name, or search."""
        demanded = sum(each.demanded for each in self._expected)
        if not demanded:
            return False
        if telling and carried * 2 > telling:
            return True
        if sum(map(bool, self._keyed.values())) * 2 > len(self._expected):
            return True
        if not first or len(self._leaves) < demanded:
            return False
        empty = sum(leaf.empty for leaf in self._leaves)
        return (carried > 0 and carried * ENOUGH >= telling) or (carried == 0 and empty * 2 >= demanded)

    def _root_of_names(self) -> str:
        """What stands before the fields' own names where a page packs its whole form into one value: `data.`."""
        named = {each.posted_as for each in self._expected if each.posted_as}
        roots = Counter(
            place.key.removesuffix(name)
            for place in self._places
            for name in named
            if place.key == name or place.key.endswith(f".{name}")
        )
        root, times = max(roots.items(), key=lambda one: (one[1], not one[0]), default=("", 0))
        return root if times > 1 else ""

    def _under_key(self, expected: Expected) -> list[_Place]:
        """The places under the field's key: the one that was learned, or else the name of the field itself."""
        learned = self._known.get(expected.label)
        key = learned.key if learned else expected.posted_as and f"{self._root}{expected.posted_as}"
        return [place for place in self._places if key and place.key == key]

    def _fits(self, expected: Expected, place: _Place) -> bool:
        key = expected.label, id(place)
        if key not in self._fitting:
            learned = self._known.get(expected.label)
            if learned and learned.unit and learned.key == place.key and isinstance(expected.value, Money):
                fits = any(says_amount(expected.value, text, learned.unit) for text in place.texts)
            else:
                fits = place.says(expected)
            self._fitting[key] = fits
        return self._fitting[key]

    def _candidates(self, expected: Expected) -> list[_Place]:
        keyed = self._keyed[expected.label]
        found = [place for place in keyed or self._places if self._fits(expected, place)]
        if found or expected.label in self._known or not (self._either_unit or expected.convertible):
            return found
        elsewhere = self._in_other_unit(expected)
        return [place for place in elsewhere if place in keyed] if keyed else elsewhere

    def _in_other_unit(self, expected: Expected) -> list[_Place]:
        value, unit = expected.value, expected.unit
        if not isinstance(value, Money) or unit not in OTHER_UNIT or not value.yuan:
            return []
        other = OTHER_UNIT[unit]
        return [place for place in self._places if any(says_amount(value, text, other) for text in place.texts)]

    def _assigned(self) -> dict[str, _Place]:
        """A place for each value, as many as there can be; the scarcest first."""
        wishes = {each.label: self._candidates(each) for each in self._expected if not each.blank}
        taken: dict[int, str] = {}

        def seat(label: str, tried: set[int]) -> bool:
            for place in wishes[label]:
                if id(place) in tried:
                    continue
                tried.add(id(place))
                if id(place) not in taken or seat(taken[id(place)], tried):
                    taken[id(place)] = label
                    return True
            return False

        for label in sorted(wishes, key=lambda label: len(wishes[label])):
            seat(label, set())
        by_id = {id(place): place for place in self._places}
        return {label: by_id[place] for place, label in taken.items()}

    def _lacks(self, expected: Expected) -> Finding | None:
        if expected.label in self._found:
            return None
        keyed = self._keyed[expected.label]
        if keyed:
            return self._under_its_key(expected, keyed)
        if not expected.demanded:
            return None
        if elsewhere := self._in_other_unit(expected):
            return self._finding(expected, elsewhere[0], "other_unit")
        cut = next((place for place in self._places if _cut(expected, place)), None)
        return self._finding(expected, cut, "missing")

    def _under_its_key(self, expected: Expected, keyed: list[_Place]) -> Finding | None:
        """The field's own key is there, and no place under it says the value."""
        place = next((place for place in keyed if not place.leaf.empty), keyed[0])
        if expected.blank:
            fine = expected.kind == "choice" or any(says_nothing(text) for text in place.texts)
            return None if fine else self._finding(expected, place, "contradicted")
        if place.leaf.empty:
            return None if expected.optional else self._finding(expected, place, "missing")
        if expected.kind == "choice" and not expected.codes:  # nobody knows its code: something stands there
            return None
        in_other = place in self._in_other_unit(expected)
        return self._finding(expected, place, "other_unit" if in_other else "contradicted")

    def _finding(self, expected: Expected, place: _Place | None, reason: Reason) -> Finding:
        wanted = f"{expected.text}{expected.unit}" if isinstance(expected.value, Money) else expected.text
        got = place.leaf.texts[0][:LONGEST] if place and place.leaf.texts else ""
        return Finding(expected.label, wanted, got, reason, place.key if place else "")

    def _learned(self) -> Iterator[tuple[str, Posted]]:
        """The keys that are beyond doubt: telling values that stand in one place only."""
        for expected in self._expected:
            place = self._found.get(expected.label)
            if place is None or not (expected.telling or expected.kind == "moment" or _worded(expected, place)):
                continue
            if any(self._fits(expected, other) for other in self._places if other.key != place.key):
                continue
            yield expected.label, Posted(place.key, self._unit_at(expected, place))

    def _unit_at(self, expected: Expected, place: _Place) -> str:
        if not isinstance(expected.value, Money) or expected.unit not in OTHER_UNIT:
            return ""
        typed_so = any(says_amount(expected.value, text, expected.unit) for text in place.texts)
        return expected.unit if typed_so else OTHER_UNIT[expected.unit]


def _places_of(leaf: Leaf) -> Iterable[_Place]:
    """The value itself, and where it lists several (01,03; 2020-09-18 ~ 2020-10-18) each of them."""
    yield _Place(leaf.key, leaf, leaf.texts)
    for text in leaf.texts[:1]:
        parts = _SEPARATORS.split(text)
        if 1 < len(parts) <= MOST_PARTS and not _GROUPED.fullmatch(text.strip()):
            for part in parts:
                yield _Place(leaf.key, leaf, (part,))


def _worded(expected: Expected, place: _Place) -> bool:
    """Whether a choice is sent by words or by a code that no other field has by chance."""
    text = place.texts[0].strip() if place.texts else ""
    return expected.kind == "choice" and len(text) > 1 and number_in(text) is None


def _cut(expected: Expected, place: _Place) -> bool:
    """Whether a place holds the beginning of a text: what became of it is then told."""
    wanted = expected.value
    return isinstance(wanted, str) and any(
        len(text.strip()) > 1 and wanted.startswith(text.strip()) for text in place.texts
    )
