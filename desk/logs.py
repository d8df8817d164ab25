"""The log file of a workspace: `.yuncai/logs/yuncai.log`, rotating; it holds no secret."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "yuncai.log"
MOST_BYTES = 2_000_000
KEPT_FILES = 5
_FORM = "%(asctime)s %(levelname)-7s %(name)s  %(message)s"
_current: list[Path] = []


def keep(folder: Path) -> Path:
    """Write the log into a folder from here on. Raises OSError when the folder cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE_NAME
    root = logging.getLogger()
    for handler in [h for h in root.handlers if isinstance(h, RotatingFileHandler)]:
        root.removeHandler(handler)
        handler.close()
    handler = RotatingFileHandler(path, maxBytes=MOST_BYTES, backupCount=KEPT_FILES, encoding="utf-8")
    handler.setFormatter(logging.Formatter(_FORM))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for noisy in ("asyncio", "sqlalchemy", "dbos"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    logging.raiseExceptions = False  # a full disk must not print tracebacks over the clerk's table
    _current[:] = [path]
    return path


def also_on_standard_error(name: str) -> None:
    """What a long-lived command logs under this name, as plain lines with their time: for systemd and terminals."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%d %H:%M:%S"))
    logging.getLogger(name).addHandler(handler)


def where() -> Path | None:
    """The log file in use."""
    return _current[0] if _current else None


def logger() -> logging.Logger:
    """The desk's own log."""
    return logging.getLogger("yuncai.desk")
