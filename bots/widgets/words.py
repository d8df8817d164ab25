"""What a label says: the name in it, apart from spaces, stars, colons, units and remarks in brackets."""

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Unit = Literal["万元", "元", "%", "other", "disputed"]
"""`other`: one that no amount is typed in, such as 千元 or 美元; known as a unit, so that none is guessed instead.
`disputed`: two texts that are equally near disagree."""

STARS = "*★※"
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_BRACKETS = str.maketrans("[]【】〔〕{}", "()()()()")
_ENDS = ":;,.、。-_—"
_NUMBERING = re.compile(r"^\(?\d{1,2}\)?[.、](?=\D)")
_STARRED = re.compile(r"(?:^|[.、)])[*★※]|[*★※](?=[:;.,、(*★※]|$)")  # at an edge: 分辨率1024*768以上 demands nothing
_NOTE = re.compile(r"\(([^()]*)\)")
_BEFORE_UNIT = r"(?:金额)?(?:单位:?)?(?:人民币:?)?"
_UNIT = re.compile(_BEFORE_UNIT + r"(万元?|元|%)(?:人民币)?(?:/\w+)?")
_SCALED = r"[十百]元|千元?|[十百千]万元?|亿元?|[十百千万亿]*(?:[美欧日港澳]元|美金|英镑|外币)|rmb|cny|usd|eur|hkd|jpy"
_OTHER_UNIT = re.compile(rf"{_BEFORE_UNIT}(?:{_SCALED})(?:人民币)?(?:/\w+)?")
_AFTER = re.compile(rf"^\(?{_BEFORE_UNIT}(?:万?元|{_SCALED})")
_BEGINS = re.compile(rf"^\(?{_BEFORE_UNIT}(?:万?元|{_SCALED})(?:以[上下内外]|起|左右|[^\u4e00-\u9fffa-z])")
_DEMAND = frozenset({"必填", "必选", "必输"})
_PROMPT = re.compile(r"^请?(?:输入|选择|填写|录入)")
_FILLERS = re.compile(
    r"^(?:请?(?:输入|选择|选取|填写|录入)|所属|所在|是否|本次|当前)(?=[^()]{2})|(?<=[^()]{2})(?:信息)$"
)


@dataclass(frozen=True)
class Name:
    """`业务科室(资金科室)*：` is text `业务科室(资金科室)`, base `业务科室`, notes (`资金科室`,), starred."""

    text: str
    base: str
    notes: tuple[str, ...] = ()
    unit: Unit | None = None
    starred: bool = False

    @property
    def core(self) -> str:
        """The name without the verbs and fillers around it: 地区 of 请选择所属地区, 科研项目 of 是否科研项目."""
        return _core(self.base)


@dataclass(frozen=True, eq=False)  # known by identity: `ranked` makes one for each concept
class Ranked:
    """The words of a concept, each with what it loses against the concept's own."""

    words: tuple[tuple[Name, float], ...]


def squeeze(text: str) -> str:
    """NFKC, without any white space, case folded: two texts that look alike are then equal."""
    plain = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    return "".join(plain.split()).casefold()


def unit_in(text: str) -> Unit | None:
    """The unit that a text such as `万元`, `(单位：元)` is about, if it is nothing but a unit."""
    return _unit_of(squeeze(text).translate(_BRACKETS).strip("()"))


def unit_after(text: str, *, strictly: bool = True) -> Unit | None:
    """The unit in the text behind a field: `万元`, `元（含税）`; `other` where it begins like one and goes on.

    Not `strictly`: a word that only begins with one (元旦) is no unit.
    """
    first = next(
        filter(None, re.split(r"[\s,;、()*。]+", unicodedata.normalize("NFKC", text).translate(_BRACKETS))), ""
    )
    begins = _AFTER if strictly else _BEGINS
    return unit_in(first) or ("other" if begins.match(squeeze(text).translate(_BRACKETS)) else None)


def name_of(text: str, *, prompt: bool = False) -> Name:
    """Take a label apart; `prompt`: the text is a placeholder such as `请输入计划名称`."""
    plain = squeeze(text).translate(_BRACKETS)
    starred = _STARRED.search(plain) is not None
    plain = _NUMBERING.sub("", "".join(c for c in plain if c not in STARS).strip(_ENDS))
    if prompt:
        plain = _PROMPT.sub("", plain)
    unit: Unit | None = None
    notes: list[str] = []
    kept = plain
    for found in _NOTE.finditer(plain):
        about = _unit_of(found[1])
        if about:
            unit = about
        elif found[1] in _DEMAND:
            starred = True
        else:
            notes.append(found[1])
            continue
        kept = kept.replace(found[0], "", 1)
    return Name(kept.strip(_ENDS), _NOTE.sub("", kept).strip(_ENDS), tuple(notes), unit, starred)


def likeness(wanted: Name, offered: Name, *, strict: bool = True) -> float:
    """How surely a label `offered` is the word `wanted`: 1 the same, 0 another one."""
    if not wanted.text or not offered.text or (wanted.unit and offered.unit and wanted.unit != offered.unit):
        return 0.0
    both_noted = bool(wanted.notes and offered.notes)
    degrees = (
        (1.0, wanted.text == offered.text),
        (0.9, bool(wanted.base) and wanted.base == offered.base and not both_noted),
        (0.85, bool(wanted.core) and wanted.core == offered.core and not both_noted),
        (0.75, wanted.text in offered.notes or offered.text in wanted.notes),
        (0.5, not strict and _holds(wanted.base, offered.base)),
    )
    return next((degree for degree, holds in degrees if holds), 0.0)


def _holds(one: str, other: str) -> bool:
    """Whether one of two words of more than a sign is a part of the other."""
    return len(one) > 1 and len(other) > 1 and (one in other or other in one)


@functools.lru_cache(maxsize=16384)  # every look at a form asks it of each concept and each label
def best_likeness(wanted: Ranked, offered: Name, *, strict: bool = True) -> float:
    """The likeness to a concept, by whichever of its words."""
    return max(
        (likeness(name, offered, strict=strict) - loss for name, loss in wanted.words if name.text),
        default=0.0,
    )


@functools.lru_cache(maxsize=1024)
def ranked(words: tuple[tuple[str, float], ...]) -> Ranked:
    """The words of a concept, taken apart; one object for the same words."""
    return Ranked(tuple((name_of(word), loss) for word, loss in words))


@functools.lru_cache(maxsize=4096)
def _core(base: str) -> str:
    while (less := _FILLERS.sub("", base)) != base:
        base = less
    return base


def _unit_of(text: str) -> Unit | None:
    if found := _UNIT.fullmatch(text):
        return "万元" if found[1].startswith("万") else "元" if found[1] == "元" else "%"
    return "other" if _OTHER_UNIT.fullmatch(text) else None
