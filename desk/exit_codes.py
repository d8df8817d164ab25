"""Exit codes that a scheduler can rely on; `docs/operators.md` lists them for people."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0  # everything that was asked for has been done
    DEFECT = 1  # a mistake of ours; the log has the traceback
    BAD_INPUT = 2  # a plan, a setting or the command line is wrong; no browser was started
    NEEDS_PERSON = 3  # some plan was refused or returned, or needs somebody to look
    TRY_LATER = 4  # a portal is down, or another run is at work here; run the same command again later
    DISK = 5  # the workspace or the disk cannot be written
    CHANGED = 6  # a page is not as it was when its inventory was kept
    INTERRUPTED = 130  # Ctrl-C or SIGTERM; the next run goes on from there


OF_VERDICT = {
    "done": ExitCode.DONE,
    "attention": ExitCode.NEEDS_PERSON,
    "parked": ExitCode.TRY_LATER,
    "stopped": ExitCode.INTERRUPTED,
}
