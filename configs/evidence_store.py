"""Where evidence is copied for all machines: `evidence.store` of yuncai.yaml, an address that fsspec knows.

evidence:
  store: s3://bucket/yuncai
  store_options: {endpoint_url: "https://s3.example"}

What lets us in stands in secrets/store_secrets__key, secrets/store_secrets__secret (or whatever that store calls them).
"""

import re
from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from configs.problems import Param, Problem
from configs.yaml_tree import line_at, read_tree

STORE_KEYS = frozenset({"storesecrets"})
SECRET = re.compile("key|secret|token|passw")


def store_problems(root: Path, address: str | None, options: Collection[str]) -> list[Problem]:
    """What is wrong with the address of a store, or with its options, each with its line of yuncai.yaml."""
    found: list[tuple[tuple[str, ...], str, dict[str, Param]]] = []
    if address is not None and (wrong := _wrong(address)):
        found.append((("evidence", "store"), *wrong))
    found.extend(
        (("evidence", "store_options", name), "store_secret_in_yaml", {})
        for name in options
        if SECRET.search(name.lower())
    )
    if not found:
        return []
    node, _ = read_tree(root / "yuncai.yaml", "yuncai.yaml")
    return [Problem("yuncai.yaml", line_at(node, loc), ".".join(loc), code, params) for loc, code, params in found]


def _wrong(address: str) -> tuple[str, dict[str, Param]] | None:
    from fsspec.registry import known_implementations  # noqa: PLC0415 - only where a store is wanted

    parts = urlsplit(address)
    known = known_implementations.get(parts.scheme)
    if known is None or not (parts.netloc + parts.path).strip("/"):
        return "store_unknown", {"known": ["s3://…", "oss://…", "file:///…"]}
    if "@" in parts.netloc:
        return "store_secret_in_yaml", {}
    package = known["class"].partition(".")[0]
    if find_spec(package) is None:
        return "store_package_missing", {"package": package}
    return None
