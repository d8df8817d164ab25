"""YAML read as text with line numbers: every value keeps the characters that stand in the file.

Nothing is guessed from a value's looks (`no` is not False, `35.10` is not a float, `0531` keeps its zero): whoever
knows the field decides what its text means. Duplicate keys, foreign tags and endless aliases are problems.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from configs.problems import Problem
from configs.yaml_syntax import quoted, syntax_problem
from configs.yaml_text import compose, read_text

_NULLS = {"", "~", "null", "Null", "NULL"}
_PROGRAMS_WIDTH = 80  # a program that writes YAML folds lines longer than this, at a space that is the value's own
_MERGE = "tag:yaml.org,2002:merge"


@dataclass(frozen=True)
class Text:
    """A single value as it stands in the file; `value` is None for an empty one (`~`, `null` or nothing)."""

    value: str | None
    line: int
    quoted: bool = False  # in YAML's quotes, or a block: what stands in it is meant as it stands
    folded: bool = False  # begun in one line and continued in the next: YAML makes a space of the line's end
    comment: str = ""  # what YAML takes for a comment behind it, with the spaces before: ` #2 采购项目`
    column: int = 1  # of that comment's #, from 1


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
    reader = _Reader(shown, text)
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

    def __init__(self, shown: str, text: str) -> None:
        self.shown = shown
        self.problems: list[Problem] = []
        self._lines = text.splitlines()
        self._aliases = set(re.findall(r"\*([\w-]+)", text))
        self._done: dict[int, Node] = {}
        self._open: set[int] = set()

    def node(self, node: yaml.Node, key: str = "") -> Node:
        if id(node) in self._done:
            return self._done[id(node)]
        line = node.start_mark.line + 1
        if id(node) in self._open:
            self._problem(line, "yaml_endless")
            return Text(None, line)
        if not self._is_marked(node, key) and not _is_known(node.tag):
            self._problem(line, "yaml_tag", tag=node.tag)
        self._open.add(id(node))
        self._done[id(node)] = done = self._convert(node, line)
        self._open.discard(id(node))
        return done

    def _is_marked(self, node: yaml.Node, key: str) -> bool:
        """Note a value whose first word YAML takes for a mark, and drops: `&2 台式机`, `!A4 纸`."""
        line, column = node.start_mark.line, node.start_mark.column
        end = node.end_mark.column if node.end_mark.line == line else None
        source = self._lines[line][column:end].rstrip() if line < len(self._lines) else ""
        found = re.match(r"&([\w-]+)|!(?!!)", source)
        if not isinstance(node, yaml.ScalarNode) or not found or found[1] in self._aliases:
            return False
        right = f"{key}: {quoted(source)}" if key else quoted(source)
        self._problem(line + 1, "yaml_first", key, character=source[0], column=column + 1, right=right)
        return True

    def _convert(self, node: yaml.Node, line: int) -> Node:
        if isinstance(node, yaml.MappingNode):
            return Table(tuple(self._entries(node)), line)
        if isinstance(node, yaml.SequenceNode):
            return Items(tuple(self.node(item) for item in node.value), line)
        assert isinstance(node, yaml.ScalarNode)
        empty = not node.style and node.value in _NULLS
        block = node.style in {"|", ">"}
        end = node.end_mark
        behind = self._lines[end.line][end.column :] if not block and end.line < len(self._lines) else ""
        found = re.match(r"([ \t]+)#.*", behind)
        return Text(
            None if empty else str(node.value),
            line,
            quoted=bool(node.style),
            folded=not block and end.line + 1 != line and len(self._lines[line - 1]) < _PROGRAMS_WIDTH,
            comment=found[0].rstrip() if found else "",
            column=end.column + len(found[1]) + 1 if found else 1,
        )

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
                yield Entry(key.value, line, self.node(value, key.value))
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


def _is_known(tag: str) -> bool:
    return tag.startswith("tag:yaml.org,2002:") and "python" not in tag
