"""Making a workspace out of the starter files; nothing that is there is ever overwritten."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from desk.commands.schema import schema_text
from desk.messages.catalogue import Language
from desk.sandbox_child import ACCOUNTS, PASSWORD

FILES = Path(__file__).parent
SCHEMA = "plan.schema.json"
OWN_NAMES = {"gitignore": ".gitignore"}  # a .gitignore inside our own tree would hide the starter files


@dataclass
class Made:
    """What was written, and what was there already; paths relative to the workspace."""

    written: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)


def make_workspace(folder: Path, language: Language) -> Made:
    """Write the starter files into a folder. Raises OSError when it cannot be written."""
    made = Made()
    source = FILES / language
    _make_secrets(folder)
    for path in sorted(path for path in source.rglob("*") if path.is_file()):
        relative = path.relative_to(source)
        _write(folder, relative.with_name(OWN_NAMES.get(relative.name, relative.name)), path.read_text("utf-8"), made)
    _write(folder, Path(SCHEMA), schema_text(), made)
    for name in ACCOUNTS:
        _write(folder, Path("secrets") / f"passwords__{name}", PASSWORD, made, mode=0o600)
    return made


def _make_secrets(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "secrets").mkdir(mode=0o700, exist_ok=True)


def _write(folder: Path, relative: Path, content: str, made: Made, mode: int = 0o644) -> None:
    path = folder / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    except FileExistsError:
        made.kept.append(relative)
        return
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
        file.write(content)
    made.written.append(relative)
