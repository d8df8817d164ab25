"""Kept sessions at rest: encrypted, a file for each lane, readable by its owner only, written whole or not at all.

A session opens a portal without a password: whoever copies the file must not get in with it. The cipher is Fernet's;
its key is made of the vault's secret and of a salt that each file has of its own.
"""

import base64
import hashlib
import json
import logging
import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from bots.browser.evidence import safe_name
from bots.browser.kept import Kept

FIRST_LINE = "yuncai-session-1"
SALT_BYTES = 16
log = logging.getLogger("yuncai.sessions")


class NoKeyError(Exception):
    """There is no key, and none can be made; nothing is kept then, least of all in the clear."""


class Vault:
    """The sessions of one deployment; its methods wait for the disk, so call them in a thread."""

    def __init__(self, folder: Path, secret: Callable[[], str]) -> None:
        """`secret`: asked when it is first needed; may raise OSError."""
        self.folder = folder
        self._ask = secret
        self._secret: str | None = None

    def file(self, key: str) -> Path:
        """Where the session of a lane lies."""
        return self.folder / f"{safe_name(key)}.session"

    def take(self, key: str) -> Kept | None:
        """The session of a lane; None when there is none, or none that can be opened: a login follows."""
        self._take_over_plain_one(key)
        file = self.file(key)
        try:
            first, salt, token = file.read_bytes().split(b"\n", 2)
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            return self._drop(file, "damaged")
        if first.decode("ascii", "replace") != FIRST_LINE:
            return self._drop(file, "damaged")
        try:
            opened = json.loads(self._cipher(salt).decrypt(token))
        except InvalidToken:
            log.warning("the kept session %s is not used: another key has encrypted it; a login follows", file.name)
            return None  # its key may be there the next time: the keyring of a desktop is shut for a scheduler
        except NoKeyError as error:
            log.warning("the kept session %s cannot be opened: no key (%s)", file.name, error)
            return None
        kept = Kept.from_json(opened.get("session")) if opened.get("lane") == key else None
        return kept or self._drop(file, "of another lane")

    def keep(self, key: str, kept: Kept) -> None:
        """Keep the session of a lane. Raises OSError, NoKeyError."""
        salt = base64.b64encode(secrets.token_bytes(SALT_BYTES))
        token = self._cipher(salt).encrypt(json.dumps({"lane": key, "session": kept.as_json()}).encode())
        write_private(self.file(key), b"\n".join((FIRST_LINE.encode(), salt, token)))

    def forget(self, key: str) -> None:
        """Drop what was kept of a lane."""
        self.file(key).unlink(missing_ok=True)

    def _cipher(self, salt: bytes) -> Fernet:
        if self._secret is None:
            try:
                self._secret = self._ask()
            except OSError as error:
                raise NoKeyError(str(error)) from error
        key = hashlib.scrypt(self._secret.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32)
        return Fernet(base64.urlsafe_b64encode(key))

    def _take_over_plain_one(self, key: str) -> None:
        """What an earlier version kept in the clear is kept again, encrypted, and deleted."""
        old = self.folder / f"{safe_name(key)}.json"
        try:
            kept = Kept.from_json({"storage": json.loads(old.read_text("utf-8")), "tabs": {}})
        except FileNotFoundError:
            return
        except (OSError, ValueError):
            kept = None
        try:
            if kept is not None and not self.file(key).exists():
                self.keep(key, kept)
        except (OSError, NoKeyError) as error:
            log.warning("the session %s could not be encrypted: %s", old.name, error)
        old.unlink(missing_ok=True)

    @staticmethod
    def _drop(file: Path, why: str) -> None:
        log.warning("the kept session %s is dropped: %s; a login follows", file.name, why)
        file.unlink(missing_ok=True)


def write_private(file: Path, content: bytes) -> None:
    """Replace a file in one move; a crash or a power cut leaves the old one or the new one. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".session-")  # mkstemp: mode 600
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(file)
        _sync_folder(file.parent)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """The move itself must survive a power cut; Windows has no handle for a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
