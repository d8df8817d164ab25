"""Bytes and texts of a request, in every way in which they may be meant.

Old portals send GBK and name no charset, encode twice, or write `%u53F0`. A charset is believed where it decodes
cleanly; where several do, all readings are kept: a value has to be found in one of them.
"""

import re
from contextlib import suppress
from urllib.parse import unquote_to_bytes

CHARSETS = ("utf-8", "gb18030")
_UNICODE_ESCAPE = re.compile(r"%u([0-9a-fA-F]{4})")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")


def texts_of(content: bytes, charset: str = "") -> tuple[str, ...]:
    """The bytes as text, each reading once; none when no charset fits. A stated `charset` that fits is the only one."""
    for stated in filter(None, (charset,)):
        with suppress(UnicodeDecodeError, LookupError):
            return (content.decode(stated),)
    readings = []
    for name in CHARSETS:
        with suppress(UnicodeDecodeError):
            readings.append(content.decode(name))
    return tuple(dict.fromkeys(readings))


def unquoted(text: str, charset: str = "") -> tuple[str, ...]:
    """A key or value of a query or an urlencoded body; as it stands where its escapes are no text."""
    plain = text.replace("+", " ")
    try:
        raw = plain.encode("latin-1")  # bytes that nobody escaped are kept as they came
    except UnicodeEncodeError:
        raw = plain.encode()
    return texts_of(unquote_to_bytes(raw), charset) or (plain,)


def meant_by(text: str) -> tuple[str, ...]:
    """A decoded text, and what it says when it was encoded once more than it is decoded."""
    readings = [text]
    if _UNICODE_ESCAPE.search(text):
        readings.append(_UNICODE_ESCAPE.sub(lambda code: chr(int(code[1], 16)), text))
    for reading in readings[:]:
        if _PERCENT.search(reading) and reading.isascii():
            readings.extend(texts_of(unquote_to_bytes(reading)))
    return tuple(dict.fromkeys(readings))
