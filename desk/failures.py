"""What stopped a command, as an exit code and one sentence; a clerk never sees a traceback."""

import errno
import logging
import tempfile
import traceback
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy.exc

from bots.errors import BotError, Fate
from configs.problems import ConfigProblems, Problem
from desk import logs
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text
from desk.words import trouble_text
from flows.ledger import Trouble
from flows.lock import WorkspaceBusyError

_DISK = {errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EPERM, errno.EDQUOT, errno.EIO, errno.EFBIG}
_DISK_WORDS = ("readonly database", "database or disk is full", "unable to open database file", "disk i/o error")


@dataclass(frozen=True)
class Failure:
    """How a command failed."""

    exit_code: ExitCode
    code: str
    sentence: str
    problems: list[Problem] = field(default_factory=list)


def failure_of(error: BaseException) -> Failure:  # noqa: PLR0911 - one line a kind of failure
    """Sort an exception that ended a command; an unknown one is put into the log with its traceback."""
    match error:
        case KeyboardInterrupt():
            return Failure(ExitCode.INTERRUPTED, "interrupted", text("failure.interrupted"))
        case ConfigProblems():
            return Failure(ExitCode.BAD_INPUT, "bad_input", text("failure.bad_input"), error.problems)
        case BotError():
            return Failure(_code_of(error), error.code, trouble_text(Trouble.of(error)))
        case WorkspaceBusyError():
            return Failure(ExitCode.TRY_LATER, "busy", text("failure.busy", pid=error.pid))
        case OSError() if error.errno in _DISK or error.filename is not None:
            return _disk(error.strerror or str(error), error.filename)
        case sqlalchemy.exc.OperationalError() if "psycopg" in str(type(error.orig)):
            return Failure(ExitCode.TRY_LATER, "database", text("failure.database", reason=_without_address(error)))
        case sqlalchemy.exc.DBAPIError() if any(words in str(error.orig).lower() for words in _DISK_WORDS):
            return _disk(str(error.orig), None)
    return Failure(ExitCode.DEFECT, "defect", text("failure.defect", kind=type(error).__name__, log=_write_down(error)))


def _without_address(error: sqlalchemy.exc.DBAPIError) -> str:
    """The database's own first line; its address may hold a password."""
    return str(error.orig).strip().split("\n", 1)[0].rpartition("failed: ")[2][:200]


def _disk(reason: str, path: str | bytes | int | None) -> Failure:
    return Failure(ExitCode.DISK, "disk", text("failure.disk", reason=reason, path=path or text("failure.some_path")))


def _code_of(error: BotError) -> ExitCode:
    return ExitCode.TRY_LATER if error.fate in {Fate.SYSTEM, Fate.UNKNOWN} else ExitCode.NEEDS_PERSON


def _write_down(error: BaseException) -> str:
    """Put the traceback into the log, or where there is none yet into a file of its own."""
    path = logs.where()
    if path is not None:
        logging.getLogger("yuncai").error("a defect", exc_info=error)
        return str(path)
    with tempfile.NamedTemporaryFile("w", prefix="yuncai-", suffix=".log", delete=False, encoding="utf-8") as file:
        file.writelines(traceback.format_exception(error))
    return str(Path(file.name))
