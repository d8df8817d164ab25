"""What the machine lets us install: Debian's packages, as root. Standard library only."""

import os
import shutil
import subprocess
from pathlib import Path


def can_apt_install(*, ubuntu_too: bool = False) -> bool:
    """Whether this is Debian and we are root (on Ubuntu the package `chromium` is only a hint to use snap)."""
    known = _is_debian() or (ubuntu_too and _is_ubuntu())
    return known and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> bool:
    """Install packages with what they need and nothing they only recommend; whether that worked."""
    print(f"· apt-get install {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", *command],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            print(done.stdout[-2000:] + done.stderr[-2000:], flush=True)
            return False
    return True


def _is_debian() -> bool:
    return _system() == "debian"


def _is_ubuntu() -> bool:
    return _system() == "ubuntu"


def _system() -> str:
    """What the machine calls itself, by the name in its os-release."""
    try:
        release = Path("/etc/os-release").read_text("utf-8")
    except OSError:
        return ""
    named = [line.partition("=")[2].strip('"') for line in release.splitlines() if line.startswith("ID=")]
    return named[0] if named else ""
