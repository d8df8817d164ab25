"""Password files, secrets/passwords__<account>: read to the letter, and checked for who else can read them.

pydantic-settings would drop a password's outer spaces and keep the byte-order mark that some editors write.
"""

import os
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from configs.notices import URL_PREFIX
from configs.problems import Problem

_FILE = "passwords__"
_OTHERS = ("session_key", "database_url", URL_PREFIX)  # other secrets, no passwords
_OTHERS_MAY = 0o077


class PasswordSource(PydanticBaseSettingsSource):
    """The files as a source of `passwords`."""

    def __init__(self, settings_cls: type[BaseSettings], folders: tuple[Path, ...]) -> None:
        super().__init__(settings_cls)
        self._folders = folders

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002 - the base class's
        """Never asked: the whole source is read at once."""
        return None, field_name, False

    def __call__(self) -> dict[str, Any]:
        """Read the passwords by account, in lower case."""
        files = password_files(*self._folders)
        found = {
            name: path.read_text("utf-8-sig", errors="replace").rstrip("\r\n")
            for name, path in files.items()
            if os.access(path, os.R_OK)
        }
        return {"passwords": found} if found else {}


def password_files(*folders: Path) -> dict[str, Path]:
    """Find the files by account (lower case)."""
    return {
        path.name[len(_FILE) :].lower(): path
        for folder in folders
        if folder.is_dir()
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name.lower().startswith(_FILE)
    }


def secrets_problems(folder: Path, accounts: list[str] | None) -> list[Problem]:
    """Report files that others on this machine may read, empty ones, and (None: unchecked) those of no account."""
    problems: list[Problem] = []
    open_folder = folder.is_dir() and _is_open(folder)
    for other in (path for path in sorted(folder.glob("*")) if open_folder and path.name.startswith(_OTHERS)):
        if other.is_file() and _is_open(other):
            shown = f"{folder.name}/{other.name}"
            problems.append(Problem(shown, None, "", "secrets_too_open", {"folder": str(folder), "file": str(other)}))
    for account, path in password_files(folder).items():
        shown = f"{folder.name}/{path.name}"
        if open_folder and _is_open(path):
            problems.append(Problem(shown, None, "", "secrets_too_open", {"folder": str(folder), "file": str(path)}))
        if accounts is not None and account not in {name.lower() for name in accounts}:
            problems.append(Problem(shown, None, "", "password_for_nobody", {"account": account, "known": accounts}))
        if not os.access(path, os.R_OK):
            problems.append(Problem(shown, None, "", "file_unreadable", {"reason": "permission"}))
        elif not path.read_text("utf-8", errors="replace").strip():
            problems.append(Problem(shown, None, "", "password_empty", {"account": account}))
    return problems


def _is_open(path: Path) -> bool:
    return os.name != "nt" and bool(path.stat().st_mode & _OTHERS_MAY)
