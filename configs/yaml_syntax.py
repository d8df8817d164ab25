"""What a YAML parser stumbled on, as a problem with the place and the right spelling: no parser's words reach a clerk.

The line itself tells more than the parser does: which character begins the value, where a quote was left open.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from configs.problems import Param, Problem

QUOTES = "\"'“”‘’「」『』＂＇"
_FULL_WIDTH_COLON = re.compile(r"^\s*(?:-\s*)?[^\s:#\"']+：")
_LINE = re.compile(r"^[\s-]*(?P<key>[^\s:{\[\"'#][^:]*?)\s*:(?P<space>\s*)(?P<value>.*?)\s*$")
_COLON = re.compile(r":\s")
_HASH = re.compile(r"[ \t]#")
_AROUND_HASH = re.compile(r"[^{\[,:]*[ \t]#[^,}\]:]*")


@dataclass(frozen=True)
class Stumble:
    """Where a parser stopped: its own words, the line and column (from 1), and the line on which the thing began."""

    words: str
    line: int
    column: int
    began: int
    began_column: int
    lines: list[str]

    def raw(self, line: int) -> str:
        """A line of the file; nothing after the last."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    def text(self, line: int) -> str:
        """The same without the spaces at its ends."""
        return self.raw(line).strip()


class Found(NamedTuple):
    """The line to be put right, the problem's code, and the right spelling (empty: the line's value in quotes)."""

    line: int
    code: str
    right: str = ""
    column: int = 0  # 0: where the parser stopped in that line


def quoted(text: str) -> str:
    """A text as YAML takes it whatever it holds."""
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def syntax_problem(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    """Tell what stopped the parser: tabs, colons, quotes, brackets, indentation, a character that begins a value."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        return Problem(shown, line, "", "yaml_character", {"character": f"U+{ord(text[error.position]):04X}"})
    at = _stumble(error, text)
    found = next((found for look in _LOOKS if (found := look(at))), Found(at.line, "yaml_syntax"))
    return Problem(shown, found.line, "", found.code, _params(at, found))


def _params(at: Stumble, found: Found) -> dict[str, Param]:
    raw, here = at.raw(found.line), at.text(found.line)
    if found.code in {"yaml_two_documents", "yaml_tab"}:
        return {}
    if found.code == "yaml_colon":
        return {"text": here}
    where = {at.line: at.column, at.began: at.began_column}.get(found.line, 1)
    column = found.column or where
    return {
        "text": here,
        "column": column,
        "indent": len(raw) - len(raw.lstrip()),
        "character": raw[column - 1 : column],
        "right": found.right or _right(here, found.code),
    }


def _stumble(error: yaml.YAMLError, text: str) -> Stumble:
    context = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or context
    words = " ".join(str(getattr(error, part, None) or "") for part in ("context", "problem"))
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    began, began_column = (context.line + 1, context.column + 1) if context else (line, column)
    return Stumble(words, line, column, began, began_column, text.splitlines())


def _documents(at: Stumble) -> Found | None:
    two = "single document" in at.words or "<document start>" in at.words
    return Found(at.line, "yaml_two_documents") if two else None


def _tab(at: Stumble) -> Found | None:
    here = at.raw(at.line)
    if "\\t" not in at.words and not re.match(r"\s*\t", here):
        return None
    inside = here[: at.column - 1].strip()
    return Found(at.line, "yaml_tab_inside" if inside else "yaml_tab")


def _full_width_colon(at: Stumble) -> Found | None:
    for line in range(at.line, max(at.line - 3, 0), -1):
        if _FULL_WIDTH_COLON.match(at.text(line)) and ": " not in at.text(line):
            return Found(line, "yaml_colon")
    return None


def _quote(at: Stumble) -> Found | None:
    if "quoted scalar" in at.words and "unexpected" in at.words:
        return Found(at.began, "yaml_quote_open")
    if "unknown escape" in at.words or "escape sequence" in at.words:
        return Found(at.began, "yaml_backslash")
    return None


def _hash(at: Stumble) -> Found | None:
    """` #` swallowed the end of a line: the bracket's, or the colon of a key."""
    if "expected ',' or" not in at.words and "expected ':'" not in at.words:
        return None
    cut = next((n for n in range(at.began, at.line + 1) if _HASH.search(at.text(n))), None)
    if cut is None:
        return None
    meant = _AROUND_HASH.search(at.text(cut))
    return Found(cut, "yaml_hash_in_line", quoted(meant[0].strip()) if meant else "")


def _bracket(at: Stumble) -> Found | None:
    return Found(at.began, "yaml_bracket_open") if "expected ',' or" in at.words else None


def _colon(at: Stumble) -> Found | None:
    if "could not find expected ':'" not in at.words:
        return None
    here = at.text(at.began).removeprefix("- ")
    key, colon, value = here.partition(":")
    if colon and value:
        column = at.raw(at.began).index(":") + 1
        return Found(at.began, "yaml_colon_space", f"{key.strip()}: {value.strip()}", column)
    return Found(at.began, "yaml_no_colon")


def _second_colon(at: Stumble) -> Found | None:
    if "mapping values are not allowed" not in at.words:
        return None
    twice = _COLON.search(at.raw(at.line)[: at.column - 1])
    return Found(at.line, "yaml_colon_inside" if twice else "yaml_indent")


def _closed_too_early(at: Stumble) -> Found | None:
    return Found(at.line, "yaml_after_closing") if "but found '<scalar>'" in at.words else None


def _indent(at: Stumble) -> Found | None:
    found = re.search(r"but found '(<block \w+ start>|<block end>|\?|-)'", at.words)
    return Found(at.line, "yaml_indent") if found and "expected" in at.words else None


_FIRST = ("cannot start", "alias", "anchor", "tag", "block scalar", "not allowed here", "node content", "directive")


def _first_character(at: Stumble) -> Found | None:
    if not any(word in at.words for word in _FIRST):
        return None
    raw = at.raw(at.began)
    line = _LINE.match(raw)
    if line and line["value"] and line.start("value") == at.began_column - 1:
        return Found(at.began, "yaml_first")
    word = re.match(r"[^,\]}:]*", raw[at.began_column - 1 :])
    return Found(at.began, "yaml_first", quoted(word[0].strip()) if word else "")


_LOOKS: tuple[Callable[[Stumble], Found | None], ...] = (
    _documents,
    _tab,
    _full_width_colon,
    _quote,
    _hash,
    _bracket,
    _colon,
    _second_colon,
    _closed_too_early,
    _indent,
    _first_character,
)


def _right(here: str, code: str) -> str:
    """The line as it should be: its value in quotes; quotes that were meant as YAML's own are taken off first."""
    line = _LINE.match(here)
    value = line["value"] if line and line["value"] else here.removeprefix("- ")
    if code == "yaml_quote_open" or _is_wrapped(value):
        value = value.strip(QUOTES)
    return f"{line['key']}: {quoted(value)}" if line and line["value"] else quoted(value)


def _is_wrapped(value: str) -> bool:
    return len(value) > 1 and value[0] == value[-1] and (value[0] == "'" or (value[0] == '"' not in value[1:-1]))
