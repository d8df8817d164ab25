"""Looks for secrets in everything that a run leaves behind, in every usual encoding."""

import base64
import gzip
import html
import io
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, quote_plus

import psycopg
from psycopg import sql

ALIGNMENTS = 3
CHARSETS = ("utf-8", "gbk", "utf-16-le", "utf-16-be")


def spellings(secret: str) -> dict[str, bytes]:
    """How a secret may stand in a file, by the encoding's name; what is too short to be telling is left out."""
    texts = {
        "plain": secret,
        "url": quote(secret, safe=""),
        "url, plus": quote_plus(secret),
        "url, path": quote(secret),
        "url, gbk": quote(secret.encode("gbk"), safe=""),
        "json": json.dumps(secret)[1:-1],
        "json, chinese": json.dumps(secret, ensure_ascii=False)[1:-1],
        "json in json": json.dumps(json.dumps(secret)[1:-1])[1:-1],
        "html": html.escape(secret),
        "html, quotes left": html.escape(secret, quote=False),
        "html, numbers": "".join(f"&#{ord(c)};" for c in secret),
        "html, hexadecimal": "".join(f"&#x{ord(c):x};" for c in secret),
    }
    texts |= {f"{name}, lower case": text.lower() for name, text in texts.items() if name.startswith("url")}
    found = {f"{name}, {charset}": text.encode(charset) for name, text in texts.items() for charset in CHARSETS}
    for charset in CHARSETS:
        raw = secret.encode(charset)
        found |= {f"hexadecimal, {charset}": raw.hex().encode(), f"HEX, {charset}": raw.hex().upper().encode()}
        for shift in range(ALIGNMENTS):
            found |= {f"base64 +{shift}, {charset}": _base64(raw, shift),
                      f"base64url +{shift}, {charset}": _base64(raw, shift, b"-_")}  # fmt: skip
    return found


def _base64(raw: bytes, shift: int, letters: bytes = b"+/") -> bytes:
    """The letters that depend on the secret alone, where `shift` bytes stand before it."""
    first = -(-shift * 8 // 6)
    last = (shift + len(raw)) * 8 // 6
    return base64.b64encode(b"\0" * shift + raw, letters)[first:last]


def leaks(blobs: Iterable[tuple[str, bytes]], secrets: Iterable[str]) -> list[str]:
    """Where which secret was found, and how it was written there."""
    wanted = {secret: spellings(secret) for secret in secrets}
    return sorted(
        {
            f"{name}: {encoding} of {secret[:4]}…"
            for name, content in blobs
            for secret, encodings in wanted.items()
            for encoding, spelled in encodings.items()
            if spelled in content
        }
    )


def everything_in(folder: Path, *, but: tuple[str, ...] = ()) -> Iterator[tuple[str, bytes]]:
    """Every file, what is inside archives and compressed files, and the rows of databases."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not name.startswith(but):
            yield name, name.encode()
            yield from _inside(name, path.read_bytes())
            if path.suffix == ".sqlite":
                yield f"{name} (rows)", b"\n".join(_values(path))


def _values(path: Path) -> Iterator[bytes]:
    """Every value of a database: a long text lies about in its file in pieces."""
    with closing(sqlite3.connect(path)) as database:
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in database.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - its own name
                yield from (value if isinstance(value, bytes) else str(value).encode() for value in row)


def rows_of(address: str) -> Iterator[tuple[str, bytes]]:
    """Every value of every table of a PostgreSQL database, the engine's among them."""
    with psycopg.connect(address) as connection:
        tables = connection.execute(
            "SELECT table_schema, table_name FROM information_schema.tables"
            " WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        for table in tables:
            rows = connection.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(*table))).fetchall()
            yield "/".join(table), b"\n".join(str(value).encode() for row in rows for value in row)


def _inside(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.namelist():
                yield from _inside(f"{name}/{entry}", archive.read(entry))
    elif content.startswith(b"\x1f\x8b"):
        yield f"{name} (unpacked)", gzip.decompress(content)
