"""Where text goes: answers to standard output, progress and complaints to standard error."""

import os
import sys

from rich.console import Console

WIDTH_OF_A_FILE = 140  # nobody wraps a log file


def out() -> Console:
    """For answers."""
    return Console(width=_width(sys.stdout.isatty()), highlight=False)


def err() -> Console:
    """For progress, notices and errors."""
    return Console(stderr=True, width=_width(sys.stderr.isatty()), highlight=False)


def _width(is_terminal: bool) -> int | None:  # noqa: FBT001 - one plain question
    return None if is_terminal or "COLUMNS" in os.environ else WIDTH_OF_A_FILE
