"""What a request says: every value in its body and its query, with the key under which it stands.

    name=%CC%A8&price=0.5                     name: 台式…, price: 0.5
    {"detail": [{"price": 0.5}]}              detail[0].price: 0.5
    data={"detail": …}                        data.detail[0].price: 0.5

What cannot be read (encrypted, compressed, too big) is told as `opaque`; nothing here raises.
"""

import base64
import binascii
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit

from bots.browser.door.decoding import meant_by, texts_of, unquoted

LARGEST = 4_000_000  # bytes that are read
MOST_LEAVES = 5000
DEEPEST = 8  # JSON in a string in JSON …
_SERIALIZED = re.compile(r"[\w.\[\]%-]+=[^&]*(?:&[\w.\[\]%-]+=[^&]*)+")  # a form that was packed into one text
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")
_ENCRYPTED = re.compile(r"[A-Za-z0-9+/=_-]{64,}")
_ELEMENT = re.compile(r"<([A-Za-z_][\w.:-]*)(?:\s[^<>]*)?>([^<]*)</\1\s*>")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_LINE = re.compile(r"^([\w.-]+)=(?:(?:string|number|boolean):)?(.*)$")  # DWR: c0-param0=string:%E5…


@dataclass(frozen=True)
class Outgoing:
    """A request that is about to leave."""

    method: str
    url: str
    content_type: str = ""
    content: bytes | None = b""  # None: the browser does not tell it


@dataclass(frozen=True)
class Leaf:
    """One value: its key, and its text in every reading."""

    key: str
    texts: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Nothing stands there."""
        return not any(text.strip() for text in self.texts)


@dataclass(frozen=True)
class Body:
    """The values of a request, and whether some of it could not be read."""

    leaves: tuple[Leaf, ...] = ()
    opaque: bool = False


def read(request: Outgoing) -> Body:
    """Read the query and the body of a request."""
    found = list(_form(urlsplit(request.url).query, "", ""))
    content = request.content
    if content is None or len(content) > LARGEST:
        return Body(tuple(found), opaque=True)
    kind, charset, boundary = _content_type(request.content_type)
    inside = list(_content(content, kind, charset, boundary)) if content.strip() else []
    leaves = tuple((found + inside)[:MOST_LEAVES])
    unread = bool(content.strip()) and not inside
    return Body(leaves, opaque=unread or any(_ENCRYPTED.fullmatch(text) for leaf in inside for text in leaf.texts))


def _content_type(header: str) -> tuple[str, str, str]:
    message = Message()
    message["content-type"] = header or "text/plain"
    return message.get_content_type(), str(message.get_param("charset") or ""), str(message.get_param("boundary") or "")


def _content(content: bytes, kind: str, charset: str, boundary: str) -> Iterator[Leaf]:
    if boundary:
        yield from _parts(content, boundary.encode(), charset)
        return
    if kind == "application/x-www-form-urlencoded":
        yield from _form(content.decode("latin-1"), charset, "")
        return
    for text in texts_of(content, charset):
        if b"\0" not in content and (leaves := list(_text(text, charset))):
            yield from leaves
            return


def _text(text: str, charset: str) -> Iterator[Leaf]:
    """A body that does not say, or not truly, how it is packed."""
    plain = text.strip()
    if plain.startswith("<"):
        yield from _xml(plain)
    elif (tree := _tree(plain)) is not None:
        yield from _walked(tree, "", 0)
    elif _SERIALIZED.fullmatch(plain):
        yield from _form(plain, charset, "")
    else:
        lines = [_LINE.match(line) for line in plain.splitlines()]
        for line in filter(None, lines):
            yield from _leaf(line[1], unquoted(line[2], charset), 0)


def _form(encoded: str, charset: str, under: str) -> Iterator[Leaf]:
    for pair in filter(None, encoded.split("&")):
        key, _, value = pair.partition("=")
        yield from _leaf(_joined(under, unquoted(key, charset)[0]), unquoted(value, charset), 0)


def _parts(content: bytes, boundary: bytes, charset: str) -> Iterator[Leaf]:
    """multipart/form-data; of a file only its name is a value."""
    for part in content.split(b"--" + boundary)[1:]:
        head, _, value = part.partition(b"\r\n\r\n")
        names = (texts_of(head, charset) or ("",))[0]
        named = re.search(r'name="([^"]*)"', names)
        file = re.search(r'filename="([^"]*)"', names)
        if named:
            texts = (file[1],) if file else texts_of(value.removesuffix(b"\r\n"), charset)
            yield from _leaf(named[1], texts, 0)


def _xml(text: str) -> Iterator[Leaf]:
    for name, value in _ELEMENT.findall(_CDATA.sub(lambda data: data[1].replace("<", "&lt;"), text)):
        yield from _leaf(name, (value,), 0)


def _walked(tree: object, key: str, depth: int) -> Iterator[Leaf]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from _walked(value, _joined(key, str(name)), depth)
    elif isinstance(tree, list):
        for place, value in enumerate(tree):
            yield from _walked(value, f"{key}[{place}]", depth)
    else:
        text = "" if tree is None else str(tree).lower() if isinstance(tree, bool) else str(tree)
        yield from _leaf(key, (text,), depth)


def _leaf(key: str, texts: Iterable[str], depth: int) -> Iterator[Leaf]:
    """One value; what is packed in its text is taken apart."""
    readings = tuple(dict.fromkeys(meant for text in texts for meant in meant_by(text)))
    for text in readings if depth < DEEPEST else ():
        if (tree := _tree(text.strip())) is not None or (tree := _tree(_from_base64(text))) is not None:
            yield from _walked(tree, key, depth + 1)
            return
        if _SERIALIZED.fullmatch(text):
            yield from _form(text, "", key)
            return
    yield Leaf(key, readings)


def _tree(text: str) -> object:
    """JSON that is more than one value; None for anything else. Numbers stay as they are written."""
    if text[:1] not in ("{", "["):
        return None
    with suppress(ValueError, RecursionError):
        found: object = json.loads(text, parse_float=str, parse_int=str)
        return found
    return None


def _from_base64(text: str) -> str:
    if not _BASE64.fullmatch(text):
        return ""
    with suppress(ValueError, binascii.Error):
        padded = text.translate(str.maketrans("-_", "+/")) + "=" * (-len(text) % 4)
        return base64.b64decode(padded).decode()
    return ""


def _joined(under: str, name: str) -> str:
    return f"{under}.{name}" if under else name
