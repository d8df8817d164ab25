"""Codes that portals write beside names: `011_工业贸易科`, `[371500]聊城市`, `A0201 打印机`, `聊城市(371500)`."""

import re
import unicodedata

_CODE = r"[A-Za-z]?\d[A-Za-z\d.]*"
_BEFORE = re.compile(rf"^({_CODE})(?:[_\-:、|/\s]+|(?<=\d{{5}}))(?=[^\d\s])(.+)$")
_IN_BRACKETS = re.compile(rf"^[(\[【〔<〈]\s*({_CODE})\s*[)\]】〕>〉][_\-:、|/\s]*(?=[^\d\s])(.+)$")
# behind a name only what is surely one: 打印机(A3) and 职业年金(2020) are names
_BEHIND = re.compile(r"^(.*[^\d\s_\-:、|/(\[【])\s*(?:[(\[【]\s*|[_\-|/\s]+)([A-Za-z]?\d{5,}[\d.]*)\s*[)\]】]?$")


def code_and_name(text: str) -> tuple[str, str]:
    """The code and the name, as they are written; the code is empty where there is none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if found := _BEFORE.match(plain) or _IN_BRACKETS.match(plain):
        return found[1], found[2].strip()
    if found := _BEHIND.match(plain):
        return found[2], found[1].strip()
    return "", plain
