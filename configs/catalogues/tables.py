"""Reading the tables: the workspace's own first, then the shipped ones that the site's profile names."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from configs.binding import read_model
from configs.catalogues.answer import Catalogues, overlaps
from configs.catalogues.model import RegionFile, TableFile
from configs.plans.written import cut_off
from configs.problems import ConfigProblems, Problem
from configs.yaml_tree import Items, Node, Table, Text, read_tree

SHIPPED = Path(__file__).parent


@cache
def region_names() -> dict[str, str]:
    """Read the shipped names of regions by code."""
    return dict(_region_file().regions)


def regions_around(code: str) -> tuple[str, ...]:
    """List what a region lies in, the widest first (山东省, 聊城市), as far as the shipped names tell."""
    names = {**_region_file().wider, **_region_file().regions}
    wider = dict.fromkeys((code[:2] + "0000", code[:4] + "00"))
    return tuple(names[one] for one in wider if one in names and one != code)


@cache
def _region_file() -> RegionFile:
    found, problems = read_model(RegionFile, SHIPPED / "regions.yaml", "regions.yaml")
    if found is None:
        raise ConfigProblems(problems)
    return found


def load_catalogues(root: Path, shipped: tuple[str, ...] = ()) -> tuple[Catalogues, list[Problem]]:
    """Read a workspace's `catalogues/*.yaml`, and the shipped tables by name (`sandbox`)."""
    own: list[tuple[str, TableFile]] = []
    problems: list[Problem] = []
    for path in sorted((*root.glob("catalogues/*.yaml"), *root.glob("catalogues/*.yml"))):
        shown = path.relative_to(root).as_posix()
        found, more = read_model(TableFile, path, shown)
        problems.extend(more)
        problems.extend(_cut_off(read_tree(path, shown)[0], shown))
        if found is not None:
            own.append((shown, found))
    problems.extend(overlaps(own))
    names = region_names()
    return Catalogues((*own, *_shipped(shipped)), tuple(names.items())), problems


def shipped_tables() -> tuple[str, ...]:
    """List the names of the shipped tables."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.yaml") if path.stem != "regions"))


def _cut_off(node: Node | None, shown: str, key: str = "") -> Iterator[Problem]:
    """Where a name or a source goes on behind what YAML takes for a comment."""
    match node:
        case Table():
            for entry in node.entries:
                yield from _cut_off(entry.value, shown, entry.key)
        case Items():
            for item in node.items:
                yield from _cut_off(item, shown, key)
        case Text():
            for _, code, params in cut_off(key, node):
                yield Problem(shown, node.line, key, code, params)


def _shipped(names: tuple[str, ...]) -> list[tuple[str, TableFile]]:
    tables = []
    for name in names:
        shown = f"{name}.yaml (yuncai)"
        found, problems = read_model(TableFile, SHIPPED / f"{name}.yaml", shown)
        if found is None:
            raise ConfigProblems(problems)
        tables.append((shown, found))
    return tables
