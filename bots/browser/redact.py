"""Takes secrets out of everything that is kept: texts, values, and the entries of a Playwright trace."""

import base64
import html
import json
import re
import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path
from urllib.parse import quote, quote_plus

MASK = "•••"
SHORTEST_TOKEN = 6  # a cookie of fewer characters ("1", "zh") is no secret, and masking it would blacken whole pages
CARRIERS = re.compile(r"^(set-)?cookie2?$|^(proxy-)?authorization$|token|session|ticket|secret|^x-auth", re.IGNORECASE)
COOKIE_PAIR = re.compile(r"(?:^|[;\n]\s*)[^=;\s]+=([^;\n]+)")
VALUE_ATTRIBUTES = {"value", "__playwright_value_"}


class Redactor:
    """Replaces every secret, in every spelling that a page, a URL or a JSON file gives it."""

    def __init__(self, secrets: Collection[str]) -> None:
        spellings = {spelling for secret in secrets if secret for spelling in _spellings(secret)}
        self._texts = sorted(spellings, key=len, reverse=True)  # the longest first: one may contain another
        raw = {code for text in self._texts for code in (text.encode(), text.encode("gbk", "replace"))}
        self._bytes = sorted(raw, key=len, reverse=True)

    def text(self, text: str) -> str:
        """Mask the secrets in a text."""
        for spelling in self._texts:
            text = text.replace(spelling, MASK)
        return text

    def value(self, value: object) -> object:
        """Mask the secrets in plain JSON values, keys included."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {self.text(str(key)): self.value(item) for key, item in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self.value(item) for item in value]
        return value

    def bytes(self, content: bytes) -> bytes:
        """Mask the secrets in a file of any kind."""
        for spelling in self._bytes:
            content = content.replace(spelling, MASK.encode())
        return content


def clean_trace(source: Path, target: Path, secrets: Collection[str]) -> None:
    """Write a trace anew without passwords, cookies, tokens and what was typed into password fields."""
    with zipfile.ZipFile(source) as trace:
        entries = {name: trace.read(name) for name in trace.namelist()}
    structured = [name for name in entries if name.endswith((".trace", ".network"))]
    carried: set[str] = set()
    for name in structured:
        entries[name] = b"\n".join(_clean_line(line, carried) for line in entries[name].split(b"\n"))
    redactor = Redactor({*secrets, *(value for value in carried if len(value) >= SHORTEST_TOKEN)})
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as trace:
        for name, content in entries.items():
            trace.writestr(name, redactor.bytes(content))


def _clean_line(line: bytes, carried: set[str]) -> bytes:
    """Mask one event of a trace, and collect the values that its headers carried."""
    if not line.strip():
        return line
    event = json.loads(line)
    _mask(event, carried)
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()


def _mask(node: object, carried: set[str]) -> None:
    """Walk a trace event; mask headers and cookies that carry a session, and what stands in password fields."""
    if isinstance(node, list):
        for item in node:
            _mask(item, carried)
        if len(node) > 1 and node[0] == "INPUT" and isinstance(node[1], dict):  # an element of a DOM snapshot
            _mask_input(node[1], carried)
    if not isinstance(node, dict):
        return
    name, value = node.get("name"), node.get("value")
    if isinstance(name, str) and isinstance(value, str) and CARRIERS.search(name):
        carried.update(_carried(name, value))
        node["value"] = MASK
    for cookie in node.get("cookies") or []:
        if isinstance(cookie, dict) and isinstance(cookie.get("value"), str):
            carried.add(cookie["value"])
            cookie["value"] = MASK
    for item in node.values():
        _mask(item, carried)


def _mask_input(attributes: dict[str, object], carried: set[str]) -> None:
    if str(attributes.get("type", "")).lower() != "password":
        return
    for key in VALUE_ATTRIBUTES & attributes.keys():
        carried.add(str(attributes[key]))
        attributes[key] = MASK


def _carried(name: str, value: str) -> set[str]:
    """Take the secrets out of a header: of a cookie its values, of an authorization its last word."""
    if "cookie" in name.lower():
        first_only = name.lower().startswith("set-")
        pairs = [line.split(";", 1)[0] for line in value.split("\n")] if first_only else [value]
        return {found.strip() for pair in pairs for found in COOKIE_PAIR.findall(pair)}
    return {value.rsplit(maxsplit=1)[-1]} if value.split() else set()


def _spellings(secret: str) -> set[str]:
    """List the ways in which a secret may stand in a file."""
    encoded = base64.b64encode(secret.encode()).decode()
    found = {
        secret,
        quote(secret, safe=""),
        quote(secret),
        quote_plus(secret),
        html.escape(secret),
        html.escape(secret, quote=False),
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        json.dumps(html.escape(secret))[1:-1],
        encoded,
    }
    lowered = {re.sub(r"%[0-9A-F]{2}", lambda code: code[0].lower(), spelling) for spelling in found}
    return found | lowered
