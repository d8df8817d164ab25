"""Regions as portals write them: by code, by name, by path, or as the one leaf of a city that is the city itself."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Self

from bots.widgets.codes import code_and_name

_LEVELS = re.compile(r"\s*[/›>＞→\\]\s*")
_CODED = re.compile(r"^(\d{2,12})[\s_\-:、|.]*(\D.*)?$")
_CODE_LENGTHS = (2, 4, 6, 9, 12)  # of the official code, with or without its idle zeros; others are a portal's own
_CITY = re.compile(r".+(市|州|盟|地区)$")
# 市本级, 市直, 市级, 县本级, 本级: a level's own budget, as the leaf below its name
_OWN = r"(?:[省市州县区]?本级|[省市州县区](?:直属?|级|属))(?:单位|机关|部门)?"
_BARE_OWN = re.compile(_OWN)
_DECOR = re.compile(r"[\s（）()\-_·]")

THE_CODE, THE_NAME, OWN_LEAF, BARE_LEAF = 4, 3, 2, 1


class Place(str):
    """A region: its name, as text; its official code of six digits; the names of what it lies in, the widest first."""

    __slots__ = ("code", "within")
    code: str
    within: tuple[str, ...]

    def __new__(cls, name: str, code: str = "", within: tuple[str, ...] = ()) -> Self:
        """Code and `within` may be unknown."""
        place = super().__new__(cls, name)
        place.code, place.within = code, within
        return place

    def rank(self, text: str, above: Sequence[str] = ()) -> int:
        """How surely an entry is this very region, `above` being what it is listed under; 0 when it is another one."""
        *more, last = _path(text) or [""]
        above = [*map(_name, above), *map(_name, more)]
        if self._elsewhere(above):
            return 0
        code, name = _apart(last)
        if code and code == _stem(self.code):
            return THE_CODE
        if name == self:
            return 0 if code and self.code else THE_NAME
        if self._own_leaf().fullmatch(name):
            return OWN_LEAF
        if _BARE_OWN.fullmatch(name) and (above[-1:] == [self] or (not above and self._is_city())):
            return BARE_LEAF if not above else OWN_LEAF
        return 0

    def leads(self, text: str) -> bool:
        """Whether an entry is something that this region lies in."""
        code, name = _apart(text)
        return name in self.within or bool(code and self.code and _stem(self.code).startswith(code))

    def _own_leaf(self) -> re.Pattern[str]:
        """聊城市本级, 聊城市市直, 聊城本级."""
        stem = self[:-1] if len(self) > 2 and self[-1] in "省市县区" else self  # noqa: PLR2004 - 莘县 has no shorter name
        return re.compile(f"(?:{re.escape(self)}|{re.escape(stem)})(?:{_OWN}|直属?|级)")

    def _is_city(self) -> bool:
        return self.code.endswith("00")

    def _elsewhere(self, above: Sequence[str]) -> bool:
        """Whether it is listed under a city that it does not lie in: counties of one name are many."""
        known = (self, *self.within)
        return bool(self.within) and any(_CITY.fullmatch(name) and name not in known for name in above)


def meant_by(place: Place, offered: Sequence[str], above: Sequence[str] = ()) -> tuple[int, bool] | None:
    """Which entry is the region, or (True) leads to it; None when there is none, or more than one.

    The only entry of a level leads on.
    """
    ranks = [place.rank(text, above) for text in offered]
    best = max(ranks, default=0)
    if best:
        return (ranks.index(best), False) if ranks.count(best) == 1 else None
    leading = [at for at, text in enumerate(offered) if place.leads(text)] or list(range(len(offered)))
    return (leading[0], True) if len(leading) == 1 else None


def _path(text: str) -> list[str]:
    return [part for part in _LEVELS.split(unicodedata.normalize("NFKC", text)) if part.strip()]


def _apart(text: str) -> tuple[str, str]:
    """The code, without its idle zeros, and the plain name of an entry."""
    plain = " ".join(part for part in code_and_name(text) if part)
    coded = _CODED.match(plain)
    if not coded:
        return "", _DECOR.sub("", plain)
    return _stem(coded[1]) if len(coded[1]) in _CODE_LENGTHS else "", _DECOR.sub("", coded[2] or "")


def _name(text: str) -> str:
    return _apart(text)[1]


def _stem(code: str) -> str:
    """3715 of 371500 and of 371500000000."""
    return re.sub(r"(?:00)+$|0{3}(?:00)*$", "", code)
