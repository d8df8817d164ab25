"""The nodes of a tree that was opened in part, by the way to each: two of one name in different branches are two."""

from collections.abc import Iterable

from bots.widgets.panels import Item

Ways = dict[tuple[str, ...], Item]
_CODE_MIN = 1


def ways_in(items: Iterable[Item]) -> Ways:
    """The nodes of a tree by the way to each; "" where what stands above it is not drawn."""
    ways: Ways = {}
    above: list[str] = []
    for item in items:
        known = above[: item.level]
        above = [*known, *[""] * (item.level - len(known)), item.text]
        way = tuple(above)
        while way in ways:  # two of one name in one branch stay two
            way = (*way[:-1], f"{way[-1]}'")
        ways[way] = item
    return ways


def remember(ways: Ways, met: Ways) -> None:
    """Add what is new; two of one name in different branches are two, as far as their ways are known."""
    for way, item in ways.items():
        same = [known for known in met if _is_same(known, way)]
        if not any(all(known) for known in same):
            for known in same:
                del met[known]
            met[way] = item


def leaves_of(ways: Ways) -> list[Item]:
    """The nodes that can be chosen."""
    return [item for item in ways.values() if not item.branch and not item.disabled]


def next_branch(wanted: str, ways: Ways, opened: set[tuple[str, ...]]) -> tuple[str, ...] | None:
    """The branch to open next: the one whose code begins the wanted one's; of a mere name, the first."""
    code = code_of(wanted)
    closed = [way for way, item in ways.items() if item.branch and way not in opened]
    if not code:
        return next(iter(closed), None)
    leading = [way for way in closed if (own := code_of(way[-1])) and code.startswith(own)]
    return max(leading, key=lambda way: len(code_of(way[-1])), default=None)


def code_of(text: str) -> str:
    """The code at the head of `A05010201 办公桌`."""
    head = text.split(maxsplit=1)[0] if text.split() else ""
    return head if head.isascii() and head[:1].isalnum() and (len(head) > _CODE_MIN or head.isalpha()) else ""


def _is_same(known: tuple[str, ...], way: tuple[str, ...]) -> bool:
    return len(known) == len(way) and all(a == b or not (a and b) for a, b in zip(known, way, strict=True))
