"""What the machine lets us install: Debian's packages, as root. Standard library only."""

import os
import shutil
import subprocess
from pathlib import Path


def can_apt_install() -> bool:
    """Whether this is Debian and we are root (on Ubuntu the package `chromium` is only a hint to use snap)."""
    return _is_debian() and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


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
    try:
        release = Path("/etc/os-release").read_text("utf-8")
    except OSError:
        return False
    return "debian" in {line.partition("=")[2].strip('"') for line in release.splitlines() if line.startswith("ID=")}
