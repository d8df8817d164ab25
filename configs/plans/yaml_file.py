"""A plan file as it is written: 默认 laid under each plan, keys recognised, every value with its line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from configs.keys import nearest, normalise
from configs.money import UNITS
from configs.plans import fields as f
from configs.plans.written import badly_written
from configs.problems import Param, Problem
from configs.yaml_tree import Entry, Items, Node, Table, Text, read_tree

TOP_KEYS = {
    "版本": "version",
    "version": "version",
    "金额单位": "unit",
    "amount_unit": "unit",
    "默认": "defaults",
    "defaults": "defaults",
    "计划": "plans",
    "plans": "plans",
}
VERSION = "1"
_TOP = {normalise(key): name for key, name in TOP_KEYS.items()}
_GROUPS = {normalise(key): name for key, name in f.GROUP_KEYS.items()}
_MADE_BY_PORTAL = {normalise(key) for key in f.MADE_BY_PORTAL}
_NOT_A_DEFAULT = {"ref", "allow_duplicate"}

Where = tuple[str, ...]  # ("detail", "quantity"), ("other", "联系人")


@dataclass(frozen=True)
class Leaf:
    """One written value: its text, its line, and its key as the file spells it."""

    value: str | None
    line: int
    written: str


@dataclass
class RawPlan:
    """One plan of a file, with the file's defaults, before its values are read."""

    file: str
    line: int
    leaves: dict[Where, Leaf] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def nested(self) -> dict[str, Any]:
        """Give the texts as nested dicts under English names."""
        data: dict[str, Any] = {}
        for path, leaf in self.leaves.items():
            if leaf.value is None:
                continue
            place = data
            for step in path[:-1]:
                place = place.setdefault(step, {})
            place[path[-1]] = leaf.value
        data.setdefault("detail", {})
        return data

    def problem(self, path: Where, code: str, **params: Param) -> Problem:
        """Make a problem at a path: with the file's spelling and line where it has it, else at the plan's."""
        leaf = self.leaves.get(path)
        if leaf is not None:
            return Problem(self.file, leaf.line, leaf.written, code, params)
        inside = [leaf.line for other, leaf in self.leaves.items() if other[:-1] == path and leaf.line >= self.line]
        return Problem(self.file, min(inside, default=self.line), f.shown(".".join(path)), code, params)


@dataclass
class PlanFile:
    """A file's plans, the unit it declares for bare amounts, and what is wrong with its form."""

    file: str
    unit: str | None = None
    plans: list[RawPlan] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_plan_file(path: Path, shown: str) -> PlanFile:
    """Read one plan file (`shown`: its name in problems)."""
    root, problems = read_tree(path, shown)
    found = PlanFile(shown, problems=problems)
    if root is None:
        if not problems:
            problems.append(Problem(shown, None, "", "file_empty"))
        return found
    if not isinstance(root, Table):
        problems.append(_not_a_table(shown, root, ""))
        return found
    parts = _top_entries(root, found)
    found.unit = _unit(parts.get("unit"), found)
    _check_version(parts.get("version"), found)
    _read_plans(parts, root, found)
    return found


def _top_entries(root: Table, found: PlanFile) -> dict[str, Entry]:
    parts: dict[str, Entry] = {}
    for entry in root.entries:
        name = _TOP.get(normalise(entry.key))
        if name is None:
            found.problems.append(
                Problem(
                    found.file,
                    entry.line,
                    entry.key,
                    "unknown_key",
                    {"key": entry.key, "nearest": nearest(entry.key, TOP_KEYS) or "计划"},
                )
            )
        elif name in parts:
            found.problems.append(_twice(found.file, entry, entry.key, parts[name].line))
        else:
            parts[name] = entry
    return parts


def _read_plans(parts: dict[str, Entry], root: Table, found: PlanFile) -> None:
    defaults = RawPlan(found.file, root.line)
    if "defaults" in parts and not _is_empty(parts["defaults"].value):
        _read_table(parts["defaults"].value, parts["defaults"].key, defaults)
        for name in _NOT_A_DEFAULT:
            leaf = defaults.leaves.pop((name,), None)
            if leaf is not None:
                defaults.problems.append(Problem(found.file, leaf.line, leaf.written, "not_a_default"))
    found.problems.extend(defaults.problems)
    entry = parts.get("plans")
    if entry is None or _is_empty(entry.value):
        found.problems.append(Problem(found.file, entry.line if entry else root.line, "计划", "plans_missing"))
        return
    if not isinstance(entry.value, Items):
        found.problems.append(Problem(found.file, entry.line, entry.key, "plans_not_a_list"))
        return
    for node in entry.value.items:
        raw = RawPlan(found.file, node.line)
        _read_table(node, entry.key, raw)
        raw.leaves = {**defaults.leaves, **raw.leaves}
        found.plans.append(raw)


def _read_table(node: Node, key: str, raw: RawPlan) -> None:
    if not isinstance(node, Table):
        raw.problems.append(_not_a_table(raw.file, node, key))
        return
    for entry in node.entries:
        word = normalise(entry.key)
        if word in f.PLAN_PATHS:
            _leaf(entry, tuple(f.PLAN_PATHS[word].split(".")), entry.key, raw)
        elif word in _GROUPS:
            _read_group(entry, (_GROUPS[word],), entry.key, raw)
        elif word in f.DETAIL_PATHS:
            params: dict[str, Param] = {"key": entry.key, "group": f.GROUP_LABELS["detail"]}
            raw.problems.append(Problem(raw.file, entry.line, entry.key, "key_belongs_in", params))
        else:
            raw.problems.append(_unknown(raw.file, entry, entry.key, _names("", "funds", tables=True)))


def _read_group(entry: Entry, group: Where, written: str, raw: RawPlan) -> None:
    if _is_empty(entry.value):
        return
    if not isinstance(entry.value, Table):
        raw.problems.append(_not_a_table(raw.file, entry.value, written))
        return
    known = {"funds": f.FUND_PATHS, "detail": f.DETAIL_PATHS}.get(".".join(group))
    for inner in entry.value.entries:
        spelled = f"{written}.{inner.key}"
        word = normalise(inner.key)
        if known is None:
            raw.problems.extend(_other_problems(raw.file, inner, spelled))
            _leaf(inner, (*group, inner.key.strip()), spelled, raw)
        elif word in known:
            _leaf(inner, tuple(known[word].split(".")), spelled, raw)
        elif group == ("detail",) and _GROUPS.get(word) == "other":
            _read_group(inner, ("detail", "other"), spelled, raw)
        else:
            raw.problems.append(_unknown(raw.file, inner, spelled, _names(group[0])))


def _leaf(entry: Entry, path: Where, written: str, raw: RawPlan) -> None:
    if not isinstance(entry.value, Text):
        raw.problems.append(Problem(raw.file, entry.line, written, "not_one_value"))
    elif path in raw.leaves:
        raw.problems.append(_twice(raw.file, entry, written, raw.leaves[path].line))
    else:
        raw.leaves[path] = Leaf(entry.value.value, entry.line, written)
        for _, code, params in badly_written(entry.key, entry.value, ".".join(path)):
            raw.problems.append(Problem(raw.file, entry.line, written, code, params))


def _other_problems(file: str, entry: Entry, written: str) -> Iterator[Problem]:
    word = normalise(entry.key)
    if word in _MADE_BY_PORTAL:
        yield Problem(file, entry.line, written, "made_by_portal", {"key": entry.key})
    elif word in f.PLAN_PATHS or word in f.DETAIL_PATHS:
        place = f.shown(f.PLAN_PATHS.get(word) or f.DETAIL_PATHS[word])
        yield Problem(file, entry.line, written, "other_is_known", {"key": entry.key, "right": place})


def _unknown(file: str, entry: Entry, written: str, names: list[str]) -> Problem:
    if normalise(entry.key) in _MADE_BY_PORTAL:
        return Problem(file, entry.line, written, "made_by_portal", {"key": entry.key})
    near = nearest(entry.key, names)
    if near:
        return Problem(file, entry.line, written, "unknown_key", {"key": entry.key, "nearest": near})
    return Problem(file, entry.line, written, "unknown_field", {"key": entry.key})


def _names(*groups: str, tables: bool = False) -> list[str]:
    names = [key for field in f.FIELDS if field.group in groups for key in f.keys_of(field)]
    return [*names, *(f.GROUP_KEYS if tables else ())]


def _twice(file: str, entry: Entry, written: str, first: int) -> Problem:
    return Problem(file, entry.line, written, "key_twice", {"key": entry.key, "first": first})


def _not_a_table(file: str, node: Node, written: str) -> Problem:
    if isinstance(node, Text) and node.value and "：" in node.value:
        return Problem(file, node.line, written, "yaml_colon", {"text": node.value.split()[0]})
    return Problem(file, node.line, written, "not_a_table")


def _is_empty(node: Node) -> bool:
    return isinstance(node, Text) and node.value is None


def _unit(entry: Entry | None, found: PlanFile) -> str | None:
    if entry is None:
        return None
    value = entry.value.value if isinstance(entry.value, Text) else None
    if value in UNITS:
        return value
    found.problems.append(
        Problem(found.file, entry.line, entry.key, "not_one_of", {"value": value or "", "allowed": list(UNITS)})
    )
    return "万元"  # so that the bare amounts below are not reported one by one for this


def _check_version(entry: Entry | None, found: PlanFile) -> None:
    if entry is None or (isinstance(entry.value, Text) and entry.value.value == VERSION):
        return
    value = (entry.value.value or "") if isinstance(entry.value, Text) else ""
    found.problems.append(
        Problem(found.file, entry.line, entry.key, "not_one_of", {"value": value, "allowed": [VERSION]})
    )
