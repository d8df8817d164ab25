"""`python -m sandbox --port 0 --skin element`: says where it is in one line, and serves until Ctrl-C."""

import argparse
import contextlib
import os
import signal
import sys
import threading
from pathlib import Path
from types import FrameType

from sandbox.drift import Drift
from sandbox.server import start
from sandbox.skins.wardrobe import NATIVE, NoSuchSkin, checked, skins


def main() -> None:
    """Start, announce, serve."""
    parser = argparse.ArgumentParser(prog="sandbox", description="Both portals in miniature, on loopback.")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--until-eof", action="store_true", help="end when standard input does: its parent has died")
    parser.add_argument("--database", type=Path, help="an SQLite file that survives; without it, memory")
    parser.add_argument("--skin", type=_skin, default=NATIVE, help=f"one of {', '.join(skins())}")
    parser.add_argument("--drift", type=int, metavar="SEED", help="both portals in another release and structure")
    parser.add_argument("--ways", nargs="+", metavar="FEATURE=WAY", help="these ways alone, instead of the seed's")
    options = parser.parse_args()
    try:
        drifts = options.drift is not None or options.ways
        drift = Drift(options.drift or 1, _ways(options.ways)) if drifts else None
    except ValueError as error:
        parser.error(f"no such way: {error}")
    running = start(options.database, options.port, options.skin)
    if drift:
        running.store.drift = drift
    signal.signal(signal.SIGTERM, _interrupt)
    if options.until_eof:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    sys.stdout.write(f"sandbox {running.url}\n")
    sys.stdout.flush()
    with contextlib.suppress(KeyboardInterrupt):
        running.wait()
    running.stop()


def _ways(given: list[str] | None) -> dict[str, str] | None:
    return None if given is None else {feature: way for feature, _, way in (one.partition("=") for one in given)}


def _skin(name: str) -> str:
    try:
        return checked(name)
    except NoSuchSkin as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _end_with_parent() -> None:
    """A parent that was killed can end nobody; but its end of the pipe closes."""
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)  # whoever was started in the background may be deaf to Ctrl-C


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
