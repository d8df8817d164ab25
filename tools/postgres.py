"""PostgreSQL for tests and benches: installed by the set-up, started by themselves on a free port.

Standard library only.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.system import apt_install, can_apt_install

PACKAGE = "postgresql"  # Debian's and Ubuntu's name
NO_CLUSTER = Path("/etc/postgresql-common/createcluster.conf")  # Debian would make and start one of its own
NAME = "yuncai"
HOST = "127.0.0.1"

NO_POSTGRES = """\
测试要用 PostgreSQL，这台电脑没有。
  Debian/Ubuntu：sudo apt-get install -y --no-install-recommends postgresql
  macOS：brew install postgresql
然后再执行一次同样的命令。make demo 不需要 PostgreSQL。
The tests need PostgreSQL; this machine has none.
  Debian/Ubuntu: sudo apt-get install -y --no-install-recommends postgresql
  macOS: brew install postgresql
Then run the same command again. `make demo` needs no PostgreSQL."""


def programs() -> Path | None:
    """The folder of the newest PostgreSQL's programs, or None."""
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = known[-1] if known else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def install_postgres() -> None:
    """Install it, unless it is there; ends the program when that can't be done."""
    if programs() is None and can_apt_install(ubuntu_too=True):
        if not NO_CLUSTER.exists():
            NO_CLUSTER.parent.mkdir(parents=True, exist_ok=True)
            NO_CLUSTER.write_text("create_main_cluster = false\n", "utf-8")
        apt_install(PACKAGE)
    if programs() is None:
        sys.exit(NO_POSTGRES)


class Server:
    """A running server; everybody on this machine may enter, and nothing survives it."""

    def __init__(self, folder: Path, port: int) -> None:
        self._folder, self._port = folder, port

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"t{uuid.uuid4().hex}"
        made = [str(self._folder / "createdb"), "-h", HOST, "-p", str(self._port), "-U", NAME, name]
        subprocess.run(made, check=True, capture_output=True)
        return f"postgresql://{NAME}@{HOST}:{self._port}/{name}"


@contextmanager
def server() -> Iterator[Server]:
    """Make a cluster, serve it, and throw it away."""
    folder = programs()
    if folder is None:
        sys.exit(NO_POSTGRES)
    home = Path(tempfile.mkdtemp(prefix="yuncai-pg-"))
    port, user = _free_port(), _user(home)
    data = str(home / "data")
    try:
        made = [str(folder / "initdb"), "-D", data, "-U", NAME, "--auth=trust", "--no-sync", "-E", "UTF8"]
        subprocess.run([*made, "--locale=C.UTF-8"], check=True, capture_output=True, **user)
        options = f"-p {port} -k {home} -c listen_addresses={HOST} -c fsync=off -c max_connections=300"
        control = [str(folder / "pg_ctl"), "-D", data, "-w", "-l", str(home / "log")]
        subprocess.run([*control, "-o", options, "start"], check=True, stdout=subprocess.DEVNULL, **user)
        try:
            yield Server(folder, port)
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=False, stdout=subprocess.DEVNULL, **user)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _user(home: Path) -> dict[str, Any]:
    """PostgreSQL does not run as root: then its own user runs it, who gets the folder."""
    if os.geteuid() != 0:
        return {}
    known = pwd.getpwnam("postgres")
    os.chown(home, known.pw_uid, known.pw_gid)
    return {"user": known.pw_uid, "group": known.pw_gid, "extra_groups": [], "cwd": home}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
