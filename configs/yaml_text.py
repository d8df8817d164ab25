"""A file's characters: its encoding, and YAML parsed into nodes with their places."""

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
