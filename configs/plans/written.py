"""How a value is written in a plan file: nothing of it may be lost on the way from the file to the portal.

YAML drops what follows ` #`, makes one line of two, and keeps quotes that an editor has turned into “…”.
"""

import re
from collections.abc import Iterator

from configs.plans import fields as f
from configs.problems import Param
from configs.yaml_syntax import quoted
from configs.yaml_tree import Text

# Typed by a clerk in their own words: what stands behind ` #` may as well be meant. Of the others a portal knows all.
_FREE = frozenset(
    {
        "name",
        "import_approval",
        "award_approval",
        "fax",
        "detail.item_name",
        "detail.item_base_name",
    }
)
_PAIRS = {pair[0]: pair[1] for pair in ("“”", "‘’", "「」", "『』", "〝〞", "＂＂", "＇＇", "””", "’’")}
_GLUED = re.compile(r"[ \t]#[^\s#]")  # one space, and no other behind the #: nobody writes a comment so

Finding = tuple[str, str, dict[str, Param]]  # key, code, params


def badly_written(key: str, text: Text, path: str) -> Iterator[Finding]:
    """Tell what of a value would be lost, or is not meant: the problem's code and values."""
    value = text.value or ""
    free = path in _FREE or path not in f.BY_PATH  # what stands under 其他 is in nobody's table
    yield from cut_off(key, text, free=free)
    if text.folded:
        yield key, "text_folded", {"right": f"{key}: {value}"}
    bare = unwrapped(value) if not text.quoted else None
    if bare is not None:
        yield key, "quotes_pasted", {"value": value, "right": f"{key}: {bare}", "meant": f"{key}: {quoted(value)}"}


def cut_off(key: str, text: Text, *, free: bool = False) -> Iterator[Finding]:
    """Tell where what YAML takes for a comment may be a part of the value; of a `free` text any comment may be."""
    if _GLUED.match(text.comment) or (free and text.comment and text.value is not None):
        meant = f"{text.value or ''}{text.comment}".strip()
        yield key, "yaml_hash", {"text": meant, "column": text.column, "right": f"{key}: {quoted(meant)}"}


def unwrapped(value: str) -> str | None:
    """What stands in the quotes that a value is wholly wrapped in; None where it is not. `“甲”和“乙”` is not."""
    closing = _PAIRS.get(value[:1])
    inner = value[1:-1].strip()
    if closing is None or not inner or value[-1] not in {closing, '"'}:
        return None
    depth = 0
    for character in inner:
        depth += 1 if character == value[0] != closing else -1 if character == closing else 0
        if depth < 0:
            return None
    return inner if depth == 0 else None
