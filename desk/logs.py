"""The log file of a workspace: `.yuncai/logs/yuncai.log`, rotating; it holds no secret."""

import logging
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


def where() -> Path | None:
    """The log file in use."""
    return _current[0] if _current else None


def logger() -> logging.Logger:
    """The desk's own log."""
    return logging.getLogger("yuncai.desk")
