"""In which unit a field's amount is: what the texts around it say, the nearest first; never a guess.

A text says a unit (`万元`, `（单位：元）`, `以万元计`), one that no amount is typed in (`千元`, `美元`),
or nothing of units (`不超过100万元`). What stands in the field's own item is asked first, all of it together; then the
headings of its column and its group, and what stands above it, each by itself.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from bots.widgets.words import Unit, name_of, squeeze, unit_after, unit_in

_WORDS = r"万元|[十百千]元|[十百千]万元?|亿元|元|[万亿]|美元|欧元|日元|港元|澳元|美金|英镑"
_STATED = re.compile(
    rf"(?:^|[\s(,;。、:]|金额|货币|计[量价])单位(?:均?[为是]|:)?\s*\(?(?:人民币)?({_WORDS}|[a-zA-Z]{{3}})(?![\u4e00-\u9fff])"
)
_COUNTED_IN = re.compile(rf"(?:以|按)(?:人民币)?({_WORDS})(?:人民币)?(?:为单位|为准|计|填|录)")
_AMOUNT = re.compile(
    r"[¥￥]?\d[\d,.]*(?:[十百千]?万|[千亿])?(?:美|欧|日|港|澳)?元?整?|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]{3,}"
)
_FOREIGN = re.compile(r"[美欧日港澳]元|美金|英镑|外币|千元|百元|百万元?|亿元|\$|rmb|cny|usd|eur|hkd|jpy")


@lru_cache(maxsize=4096)  # a form says the same words at every look
def stated(text: str) -> Unit | None:
    """The unit that a text states for others: `单位：万元`, `以万元计`, `资金构成（万元）`, a bare `万元`."""
    if (whole := unit_in(text)) is not None:
        return whole
    plain = unicodedata.normalize("NFKC", text)
    words = [*_STATED.findall(plain), *_COUNTED_IN.findall(plain)]
    return agreed(unit_in(word) or "other" for word in words) or name_of(text).unit


@lru_cache(maxsize=4096)
def said_beside(text: str) -> Unit | None:
    """The unit that a text beside a field says; `other` where it speaks of money in words that are not understood."""
    if (unit := stated(text)) is not None:
        return unit
    rest = _AMOUNT.sub("", squeeze(text))  # `不超过100万元` is a limit
    if rest == squeeze(text) and (unit := unit_after(text, strictly=False)) is not None:
        return unit
    return "other" if _FOREIGN.search(rest) else None


def agreed(statements: Iterable[Unit | None]) -> Unit | None:
    """What texts of one place say together; `disputed` where they disagree."""
    units = {unit for unit in statements if unit is not None}
    return None if not units else units.pop() if len(units) == 1 else "disputed"


def nearest(texts: Iterable[str]) -> Unit | None:
    """The first unit that is stated, the nearest text first."""
    return next((unit for unit in map(stated, texts) if unit is not None), None)
