"""Several controls beside one label that are one field: a code and a name, a number and its unit.

采购名称 [A05040101] [复印纸] (选择)        数量 [12] [台 ▼]
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bots.widgets.control import Control, Word
from bots.widgets.options import is_no_choice
from bots.widgets.words import name_of, squeeze

UNIT = Word("计量单位", name_of("计量单位"), "measure", 70)
_SIGNS = "台套件批个项辆张把箱包本支只组部架间份卷块条吨米升年月次人桶瓶盒袋双副"
_MEASURES = frozenset({*_SIGNS, "千克", "公斤", "平方米", "立方米"})
_TEXTS = ("text", "picker")


def compounds(controls: Sequence[Control]) -> list[Control]:
    """The controls, those that are one field as one, and a unit beside a number under its own name."""
    homes: dict[int, list[Control]] = {}
    for control in controls:
        if control.labelled_by is not None:
            homes.setdefault(control.labelled_by, []).append(control)
    changed: dict[int, Control | None] = {}
    for beside in homes.values():
        changed |= _as_one(beside) or _with_unit(beside)
    after = (changed.get(control.index, control) for control in controls)
    return [control for control in after if control is not None]


def _as_one(beside: Sequence[Control]) -> dict[int, Control | None]:
    """Texts that one window fills together: the one whose button opens it shows what all of them show."""
    openers = [control for control in beside if control.opens]
    filled_by_it = all(control.kind in _TEXTS and (control.opens or not control.fillable) for control in beside)
    if len(beside) < 2 or not filled_by_it or len(openers) != 1:  # noqa: PLR2004
        return {}
    value = " ".join(control.value for control in beside if control.value)
    whole = replace(openers[0], value=value, own_value=openers[0].value, words=beside[0].words)
    return {**{control.index: None for control in beside}, openers[0].index: whole}


def _with_unit(beside: Sequence[Control]) -> dict[int, Control | None]:
    """A choice of measures after a number: no label says so, and none has to."""
    pairs = pairwise(beside)
    return {
        unit.index: replace(unit, words=(UNIT,))
        for number, unit in pairs
        if unit.kind == "select" and number.kind == "text" and unit.unit_of is None and _measures(number, unit)
    }


def _measures(number: Control, unit: Control) -> bool:
    options = [squeeze(option) for option in unit.options if not is_no_choice(option)]
    if options:
        return sum(option in _MEASURES for option in options) * 2 > len(options)
    return any(word.name.base.endswith("数量") for word in number.words[:1])
