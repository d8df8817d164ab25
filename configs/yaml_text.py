"""A file's characters: its encoding, and YAML syntax errors in words that point at the cause."""

import codecs
import re
from contextlib import suppress
from pathlib import Path

import yaml

from configs.problems import Problem

_FAST = getattr(yaml, "CSafeLoader", None)
_DEEP = 500
_BRACKET = re.compile(r"[][{}]")
_INDENT = re.compile(r"^[ ?-]*", re.MULTILINE)
_CJK = re.compile(r"[\u4e00-\u9fff]")
_FULL_WIDTH_COLON = re.compile(r"^\s*(?:-\s*)?[^\s:#\"']+：")


def read_text(path: Path, shown: str) -> tuple[str | None, list[Problem]]:
    """Read UTF-8, with or without BOM; None and a problem for anything else."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None, [Problem(shown, None, "", "file_missing")]
    except OSError as error:
        return None, [Problem(shown, None, "", "file_unreadable", {"reason": error.strerror or str(error)})]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None, [Problem(shown, 1, "", "encoding_utf16")]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [Problem(shown, line, "", "encoding_gbk" if _is_gbk(data) else "encoding_unknown")]


def compose(text: str) -> yaml.Node | None:
    """Parse YAML into nodes, with libyaml where it is there: eight times as fast.

    libyaml would overflow the stack on endless nesting, so that is refused before (RecursionError). Errors always come
    from the Python parser, which words them better (yaml.YAMLError).
    """
    if _nesting(text) > _DEEP:
        raise RecursionError
    if _FAST is not None:
        with suppress(yaml.YAMLError):
            return yaml.compose(text, Loader=_FAST)
    return yaml.compose(text, Loader=yaml.SafeLoader)


def syntax_problem(error: yaml.YAMLError, text: str, shown: str) -> Problem:
    """Tell what the parser stumbled on, the usual causes apart: tabs, full-width colons, a second document."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    detail = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        return Problem(shown, line, "", "yaml_character", {"character": f"U+{ord(text[error.position]):04X}"})
    line = mark.line + 1 if mark else 1
    lines = text.splitlines()
    here = lines[line - 1] if line <= len(lines) else ""
    if "single document" in str(getattr(error, "context", "")):
        return Problem(shown, line, "", "yaml_two_documents")
    if "\\t" in detail or re.match(r"\s*\t", here):
        return Problem(shown, line, "", "yaml_tab")
    colon = next(
        (
            n
            for n in range(line, max(line - 3, 0), -1)
            if n <= len(lines) and _FULL_WIDTH_COLON.match(lines[n - 1]) and ": " not in lines[n - 1]
        ),
        None,
    )
    if colon is not None:
        return Problem(shown, colon, "", "yaml_colon", {"text": lines[colon - 1].strip()})
    return Problem(shown, line, "", "yaml_syntax", {"detail": detail, "text": here.strip()})


def _nesting(text: str) -> int:
    """How deep a text can nest at most: by its brackets, and by its deepest line."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest + max(map(len, _INDENT.findall(text)))


def _is_gbk(data: bytes) -> bool:
    try:
        return bool(_CJK.search(data.decode("gb18030")))
    except UnicodeDecodeError:
        return False
