"""The key of kept sessions: one that is given, else one in the system's keyring, else a file beside the passwords.

Given is what the variable YUNCAI_SESSION_KEY or the file secrets/session_key holds. Where nothing is given, a key is
made once: in the keyring of the person who is logged in, or on a server, which has none, as secrets/session_key.
"""

import logging
import os
import queue
import secrets
import tempfile
import threading
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, SecretStr

from configs.problems import BadValueError

KEY_NAMES = {"sessionkey"}  # as configs.keys spells them
SHORTEST = 16
SERVICE, USER = "yuncai", "key of kept sessions"
KEYRING_SECONDS = 10.0  # a keyring that is locked may ask somebody who is not there
log = logging.getLogger("yuncai.sessions")


def _long_enough(key: SecretStr) -> SecretStr:
    if len(key.get_secret_value()) < SHORTEST:
        raise BadValueError("session_key_short", shortest=SHORTEST)  # never with its value
    return key


SessionKey = Annotated[SecretStr, AfterValidator(_long_enough)]


def session_key(given: SecretStr | None, secrets_folder: Path) -> str:
    """The key; made and stored where there is none yet. Raises OSError when it can be stored nowhere."""
    if given is not None:
        return given.get_secret_value()
    return _within(KEYRING_SECONDS) or _in_file(secrets_folder / "session_key")


def _within(seconds: float) -> str | None:
    """The keyring's key, if the keyring answers in time."""
    answers: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=lambda: answers.put(_in_keyring()), daemon=True).start()
    try:
        return answers.get(timeout=seconds)
    except queue.Empty:
        log.warning("the system keyring did not answer within %s s", seconds)
        return None


def _in_keyring() -> str | None:
    import keyring  # noqa: PLC0415 - looks for its backends when it is imported
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    try:
        if keyring.get_keyring().priority < 1:  # none, or one that keeps its secrets in the clear
            return None
        found = keyring.get_password(SERVICE, USER)
        if not found:
            keyring.set_password(SERVICE, USER, secrets.token_urlsafe(32))
            found = keyring.get_password(SERVICE, USER)
    except (KeyringError, OSError, RuntimeError) as error:
        log.warning("the system keyring is out of reach: %s", error)
        return None
    return found or None


def _in_file(path: Path) -> str:
    """A file that only its owner can read (mode 600, as all temporary files), made whole or not at all."""
    try:
        return path.read_text("utf-8").strip()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, prefix=".", delete=False, encoding="utf-8") as file:
        file.write(secrets.token_urlsafe(32) + "\n")
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)
    log.info("a key for kept sessions was made: %s", path)
    return path.read_text("utf-8").strip()
