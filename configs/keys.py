"""Keys of YAML files: the manual's labels in all their spellings, and English names."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

_NOISE = re.compile(r"[\s*:·_\-]+")
_UNIT = re.compile(r"\((?:万元|元)\)")


def normalise(key: str) -> str:
    """One spelling for all: NFKC, without spaces, stars, colons, `_` and the unit in brackets, lower case."""
    plain = unicodedata.normalize("NFKC", key)
    return _NOISE.sub("", _UNIT.sub("", _NOISE.sub("", plain))).casefold()


def nearest(key: str, known: Iterable[str]) -> str:
    """Find the known key that was probably meant, as it should be written; empty when none is near."""
    spelled = {normalise(word): word for word in known}
    wanted = normalise(key)
    found = difflib.get_close_matches(wanted, spelled, n=1, cutoff=0.55)
    if not found and wanted:
        found = sorted((word for word in spelled if wanted in word or word in wanted), key=len)[:1]
    return spelled[found[0]] if found else ""
