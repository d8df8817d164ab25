"""Options of drop-downs and choices: which of the offered texts is the wanted one."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bots.errors import FieldAmbiguous, OptionNotOffered
from bots.widgets.codes import code_and_name
from bots.widgets.places import Place
from bots.widgets.words import squeeze

_CODE = re.compile(r"[a-z]{0,3}\d[a-z\d.\-]*")  # in a column of its own, squeezed
_COUNTED = re.compile(r"^0*(\d+)(年度?|月份?|日)?$")
_NO_CHOICE = re.compile(r"^[-=—.*]*(?:请选择.*|选择|(?:数据)?加载中.*|全部|所有|不限)?[-=—.*]*$")
_LEVELS = re.compile(r"\s*[/›>＞→\\]\s*")
_YES = frozenset({"是", "true", "yes", "y", "1", "√", "✓", "on", "有"})
_NO = frozenset({"否", "false", "no", "n", "0", "×", "off", "无"})


@dataclass(frozen=True)
class _Option:
    plain: str
    code: str
    name: str


def path_of(text: str) -> tuple[str, ...]:
    """The levels of `山东省 / 聊城市 / 临清市`."""
    return tuple(part.strip() for part in _LEVELS.split(unicodedata.normalize("NFKC", text)) if part.strip())


def same_path(wanted: str, shown: str) -> bool:
    """Whether two paths name the same place, level by level; a last level alone is enough of it."""
    want, show = path_of(wanted), path_of(shown)
    if isinstance(wanted, Place):
        return bool(show) and wanted.rank(show[-1], show[:-1]) > 0
    if not want or not show:
        return not want and not show
    return len(want) in (1, len(show)) and all(map(same_option, want, show[-len(want) :]))


def is_no_choice(text: str) -> bool:
    """Whether a text such as `请选择`, `--请选择--` or nothing stands for "not chosen yet"."""
    return _NO_CHOICE.fullmatch(squeeze(text)) is not None


def yes_or_no(text: str) -> bool | None:
    """是 / 否 in the ways that people and portals write it; None for anything else."""
    plain = squeeze(text)
    return True if plain in _YES else False if plain in _NO else None


def same_option(wanted: str, shown: str) -> bool:
    """Whether two texts name the same option: equal, or equal but for a code before (`011_工业贸易科`)."""
    if isinstance(wanted, Place):
        return wanted.rank(shown) > 0
    return _closeness(_taken_apart(wanted), _taken_apart(shown)) > 0


def choose(wanted: str, offered: Sequence[str], *, label: str, where: str) -> int:
    """The place of the wanted option; raises OptionNotOffered, or FieldAmbiguous when two fit equally."""
    return choose_row(wanted, [(text,) for text in offered], label=label, where=where)


def choose_row(wanted: str, rows: Sequence[tuple[str, ...]], *, label: str, where: str) -> int:
    """The same where an option may have columns: each row is its whole text, then the columns that are matched too."""
    meant = _taken_apart(wanted)
    offered = [row[0] for row in rows]
    place = wanted if isinstance(wanted, Place) else None
    ranks = [place.rank(" ".join(row[1:]) or row[0]) if place else _rank(wanted, meant, row) for row in rows]
    best = max(ranks, default=0)
    if not best:
        raise OptionNotOffered(
            label=label, wanted=wanted, where=where, offered=[text for text in offered if not is_no_choice(text)]
        )
    if ranks.count(best) > 1:
        raise FieldAmbiguous(
            label=f"{label}={wanted}",
            where=where,
            candidates=[text for text, rank in zip(offered, ranks, strict=True) if rank == best],
        )
    return ranks.index(best)


def search_terms(wanted: str) -> list[str]:
    """What to type into a list that is searched: all but the last letter, of the whole and of the name; the code."""
    code, name = code_and_name(wanted)
    texts = [wanted.strip(), *([name, f"{code} "] if code else [])]
    return list(dict.fromkeys((text[:-1] or text) for text in texts if text))


def _rank(wanted: str, meant: _Option, row: tuple[str, ...]) -> int:
    """How well a row fits: 3 its very text, 2 its text or a column of it, 1 but for a code before it, 0 not."""
    text, *columns = row
    if text == wanted:
        return 3
    if not columns:
        return _closeness(meant, _taken_apart(text))
    parts = [squeeze(column) for column in columns]
    if meant.plain in (squeeze(text), *parts):
        return 2
    codes = [part for part in parts if _CODE.fullmatch(part)]
    if not codes:
        return max(_closeness(meant, _taken_apart(column)) for column in columns)
    return 1 if meant.code in codes and meant.name in parts else 0


def _taken_apart(text: str) -> _Option:
    code, name = code_and_name(text)
    return _Option(squeeze(text), squeeze(code), squeeze(name))


def _closeness(wanted: _Option, shown: _Option) -> int:
    if wanted.plain == shown.plain:
        return 2
    if wanted.name == shown.name and not (wanted.code and shown.code and wanted.code != shown.code):
        return 1
    counts = _COUNTED.match(wanted.plain), _COUNTED.match(shown.plain)
    if counts[0] and counts[1] and int(counts[0][1]) == int(counts[1][1]):
        return 0 if counts[0][2] and counts[1][2] and counts[0][2][0] != counts[1][2][0] else 1
    return 0
