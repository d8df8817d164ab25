"""YAML read as text with line numbers: every value keeps the characters that stand in the file.

Nothing is guessed from a value's looks (`no` is not False, `35.10` is not a float, `0531` keeps its zero): whoever
knows the field decides what its text means. Duplicate keys, foreign tags and endless aliases are problems.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from configs.problems import Problem
from configs.yaml_text import compose, read_text, syntax_problem

_NULLS = {"", "~", "null", "Null", "NULL"}
_MERGE = "tag:yaml.org,2002:merge"


@dataclass(frozen=True)
class Text:
    """A single value as it stands in the file; `value` is None for an empty one (`~`, `null` or nothing)."""

    value: str | None
    line: int


@dataclass(frozen=True)
class Entry:
    """One `key: value` of a table."""

    key: str
    line: int
    value: "Node"


@dataclass(frozen=True)
class Table:
    """A mapping, in the order of the file."""

    entries: tuple[Entry, ...]
    line: int

    def get(self, key: str) -> "Node | None":
        """Find the value under a key."""
        return next((entry.value for entry in self.entries if entry.key == key), None)


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    line: int


Node = Text | Table | Items


def read_tree(path: Path, shown: str) -> tuple[Node | None, list[Problem]]:
    """Read a YAML file (`shown`: its name in problems). None with problems, or for an empty file None without any."""
    text, problems = read_text(path, shown)
    return (None, problems) if text is None else parse_tree(text, shown)


def parse_tree(text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """Read a YAML text; see `read_tree`."""
    reader = _Reader(shown)
    try:
        root = compose(text)
        if root is None:
            return None, []
        tree = reader.node(root)
    except yaml.YAMLError as error:
        return None, [syntax_problem(error, text, shown)]
    except RecursionError:
        return None, [Problem(shown, None, "", "yaml_too_deep")]
    empty = isinstance(tree, Text) and tree.value is None
    return (None if empty else tree), reader.problems


def plain(node: Node | None) -> object:
    """Give the tree as dicts, lists and texts, for pydantic; empty values are left out of dicts."""
    match node:
        case Table():
            values = ((entry.key, plain(entry.value)) for entry in node.entries)
            return {key: value for key, value in values if value is not None}
        case Items():
            return [plain(item) for item in node.items]
        case Text():
            return node.value
    return None


def line_at(node: Node | None, path: tuple[str | int, ...]) -> int | None:
    """Find the line of the value at `path`, or of the nearest place above it that the file has."""
    line = node.line if node else None
    for step in path:
        if isinstance(node, Table):
            entry = next((e for e in node.entries if e.key == step), None)
            if entry is None:
                return line
            node, line = entry.value, entry.line
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            line = node.line
        else:
            return line
    return line


class _Reader:
    """Turns PyYAML's nodes into ours, once each, and notes what is wrong on the way."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.problems: list[Problem] = []
        self._done: dict[int, Node] = {}
        self._open: set[int] = set()

    def node(self, node: yaml.Node) -> Node:
        if id(node) in self._done:
            return self._done[id(node)]
        line = node.start_mark.line + 1
        if id(node) in self._open:
            self._problem(line, "yaml_endless")
            return Text(None, line)
        if not node.tag.startswith("tag:yaml.org,2002:") or "python" in node.tag:
            self._problem(line, "yaml_tag", tag=node.tag)
        self._open.add(id(node))
        self._done[id(node)] = done = self._convert(node, line)
        self._open.discard(id(node))
        return done

    def _convert(self, node: yaml.Node, line: int) -> Node:
        if isinstance(node, yaml.MappingNode):
            return Table(tuple(self._entries(node)), line)
        if isinstance(node, yaml.SequenceNode):
            return Items(tuple(self.node(item) for item in node.value), line)
        assert isinstance(node, yaml.ScalarNode)
        empty = not node.style and node.value in _NULLS
        return Text(None if empty else str(node.value), line)

    def _entries(self, node: yaml.MappingNode) -> Iterator[Entry]:
        seen: dict[str, int] = {}
        merged: list[Entry] = []
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.tag == _MERGE:
                merged.extend(self._merged(value, line))
            elif not isinstance(key, yaml.ScalarNode):
                self._problem(line, "yaml_key_not_text")
            elif key.value in seen:
                self._problem(line, "key_twice", field=key.value, key=key.value, first=seen[key.value])
            else:
                seen[key.value] = line
                yield Entry(key.value, line, self.node(value))
        yield from (entry for entry in merged if entry.key not in seen)

    def _merged(self, value: yaml.Node, line: int) -> Iterator[Entry]:
        sources = self.node(value)
        for source in sources.items if isinstance(sources, Items) else (sources,):
            if isinstance(source, Table):
                yield from source.entries
            else:
                self._problem(line, "not_a_table", field="<<")

    def _problem(self, line: int, code: str, field: str = "", **params: str | int) -> None:
        self.problems.append(Problem(self.shown, line, field, code, dict(params)))
