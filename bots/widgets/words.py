"""What a label says: the name in it, apart from spaces, stars, colons, units and remarks in brackets."""

import re
import unicodedata
from collections.abc import Iterable
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


@dataclass(frozen=True)
class Name:
    """`业务科室(资金科室)*：` is text `业务科室(资金科室)`, base `业务科室`, notes (`资金科室`,), starred."""

    text: str
    base: str
    notes: tuple[str, ...] = ()
    unit: Unit | None = None
    starred: bool = False


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
    if wanted.text == offered.text:
        return 1.0
    if wanted.base == offered.base and wanted.base and not (wanted.notes and offered.notes):
        return 0.9
    if wanted.text in offered.notes or offered.text in wanted.notes:
        return 0.75
    if (
        not strict
        and len(wanted.base) > 1
        and len(offered.base) > 1
        and (wanted.base in offered.base or offered.base in wanted.base)
    ):
        return 0.5
    return 0.0


def best_likeness(wanted: Iterable[Name], offered: Name, *, strict: bool = True) -> float:
    """The likeness to a word or its synonyms; the word itself (first) goes a little before them."""
    return max(
        (likeness(name, offered, strict=strict) - (0.02 if place else 0.0) for place, name in enumerate(wanted)),
        default=0.0,
    )


def _unit_of(text: str) -> Unit | None:
    if found := _UNIT.fullmatch(text):
        return "万元" if found[1].startswith("万") else "元" if found[1] == "元" else "%"
    return "other" if _OTHER_UNIT.fullmatch(text) else None
