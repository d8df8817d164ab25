"""A label said in another way: stars, colons, spaces, brackets; sometimes by a synonym, sometimes without its unit."""

import random
import re
from collections.abc import Callable, Iterable

from sandbox.drift.chance import happens

_UNIT = re.compile(r"[(（](万元|元)[)）]$")
_TWO_SIGNS = 2
STARS = ("*", "* ", "＊", "★")
COLONS = ("：", ":", " ：", "： ", "\u00a0:")


def punctuated(label: str, luck: random.Random) -> str:
    """Set the same words with other punctuation."""
    if not label:
        return label
    if happens(luck, 0.3):
        label = label.replace("(", "（").replace(")", "）")
    if len(label) == _TWO_SIGNS and happens(luck, 0.5):
        label = luck.choice(("\u3000", "\u00a0", "  ")).join(label)
    if happens(luck, 0.2):
        star = luck.choice(STARS)
        label = star + label if happens(luck, 0.5) else label + star
    if happens(luck, 0.5):
        label += luck.choice(COLONS)
    if happens(luck, 0.2):
        label = luck.choice(("\u00a0", " ")) + label + luck.choice(("\u00a0", "\u3000", " "))
    return label


def headed(label: str, luck: random.Random) -> str:
    """Set a column's header otherwise: brackets and spaces only."""
    if happens(luck, 0.3):
        label = label.replace("(", "（").replace(")", "）")
    return label + luck.choice(("", "", "\u00a0", " "))


def renamed(label: str, words: Iterable[str], own: Callable[[str], str]) -> str:
    """Say it in the portal's own words (`own`: of a word of the manual); what stands in brackets behind it stays."""
    for word in words:
        rest = label.removeprefix(word.split("(")[0])
        if rest != label and (not rest or rest[0] in "(（"):
            said = own(word)
            return label if said == word else said + rest
    return label


def without_unit(label: str) -> tuple[str, str]:
    """Take the unit off a label: 单价(万元) → 单价, 万元."""
    found = _UNIT.search(label)
    return (label[: found.start()], found[1]) if found else (label, "")
