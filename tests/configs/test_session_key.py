"""The key of kept sessions is given, or the keyring's, or a file's that only its owner can read; never YAML's."""

import stat
import time
from collections.abc import Callable
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError
from pydantic import SecretStr

from configs import session_key as module
from configs.session_key import session_key
from configs.settings import load_settings

Write = Callable[[str, str], Path]
GIVEN = "sixteen characters or more"


class Remembering(KeyringBackend):
    priority: float = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class Forgetful(Remembering):
    def set_password(self, service: str, username: str, password: str) -> None:
        """Pretend."""


class Locked(Remembering):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringError("locked")


class Asking(Remembering):
    def get_password(self, service: str, username: str) -> str | None:
        time.sleep(1)
        return "a dialog that nobody answers"


class Plaintext(Remembering):
    priority = 0.5


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Callable[[KeyringBackend], None]:
    return lambda backend: (
        monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
        or monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
    )


def test_a_given_key_is_used_as_it_is(tmp_path: Path) -> None:
    assert session_key(SecretStr(GIVEN), tmp_path / "secrets") == GIVEN
    assert not (tmp_path / "secrets").exists()


def test_a_keyring_keeps_the_key_and_the_disk_does_not(tmp_path: Path, ring: Callable[[KeyringBackend], None]) -> None:
    backend = Remembering()
    ring(backend)
    key = session_key(None, tmp_path / "secrets")
    assert list(backend.kept.values()) == [key]
    assert session_key(None, tmp_path / "secrets") == key
    assert not (tmp_path / "secrets").exists()


@pytest.mark.parametrize("backend", [Forgetful, Locked, Plaintext, Asking])
def test_without_a_keyring_that_can_be_trusted_the_key_is_a_file_of_its_owner(
    tmp_path: Path,
    ring: Callable[[KeyringBackend], None],
    monkeypatch: pytest.MonkeyPatch,
    backend: type[Remembering],
) -> None:
    ring(backend())
    monkeypatch.setattr(module, "KEYRING_SECONDS", 0.1)
    key = session_key(None, tmp_path / "secrets")
    file = tmp_path / "secrets" / "session_key"
    assert file.read_text().strip() == key
    assert (stat.S_IMODE(file.stat().st_mode), stat.S_IMODE(file.parent.stat().st_mode)) == (0o600, 0o700)
    assert session_key(None, tmp_path / "secrets") == key
    settings, problems = load_settings(tmp_path)
    assert (settings.session_key and settings.session_key.get_secret_value(), problems) == (key, [])


def test_the_environment_goes_before_the_file(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("secrets/session_key", "another one that is long enough\n")
    monkeypatch.setenv("YUNCAI_SESSION_KEY", GIVEN)
    settings, problems = load_settings(tmp_path)
    assert problems == []
    assert settings.session_key == SecretStr(GIVEN)
    assert GIVEN not in repr(settings)


def test_a_key_in_yaml_is_refused_and_a_short_one_is_not_repeated(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("yuncai.yaml", f"lanes: 2\nsession_key: {GIVEN}\n")
    settings, problems = load_settings(tmp_path)
    assert [(problem.line, problem.code) for problem in problems] == [(2, "session_key_in_yaml")]
    assert settings.session_key is None
    write("yuncai.yaml", "lanes: 2\n")
    monkeypatch.setenv("YUNCAI_SESSION_KEY", "abc-short")
    _, problems = load_settings(tmp_path)
    assert [problem.code for problem in problems] == ["session_key_short"]
    assert "abc-short" not in str(problems)
