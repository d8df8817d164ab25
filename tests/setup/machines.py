"""Invented machines: programs on a PATH."""

from pathlib import Path


def script(path: Path, text: str) -> None:
    """A program that a shell runs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
