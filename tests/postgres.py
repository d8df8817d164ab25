"""A PostgreSQL of the tests' own: one server for each worker on a free port, an empty database for whoever asks."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from tools.postgres import programs

NAME = "yuncai"


class Server:
    """A running server; everybody on this machine may enter, and nothing survives it."""

    def __init__(self, port: int) -> None:
        self._port = port

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"t{uuid.uuid4().hex}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return self._address(name)

    def _address(self, database: str) -> str:
        return f"postgresql://{NAME}@127.0.0.1:{self._port}/{database}"


@contextmanager
def server() -> Iterator[Server]:
    """Make a cluster, serve it, and throw it away."""
    bin_folder = programs()
    assert bin_folder is not None, "the set-up installs it"
    folder = Path(tempfile.mkdtemp(prefix="yuncai-pg-"))
    port, user = _free_port(), _user(folder)
    data = str(folder / "data")
    try:
        made = [str(bin_folder / "initdb"), "-D", data, "-U", NAME, "--auth=trust", "--no-sync", "-E", "UTF8"]
        subprocess.run([*made, "--locale=C.UTF-8"], check=True, capture_output=True, **user)
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200"
        control = [str(bin_folder / "pg_ctl"), "-D", data, "-w", "-l", str(folder / "log")]
        subprocess.run([*control, "-o", options, "start"], check=True, stdout=subprocess.DEVNULL, **user)
        try:
            yield Server(port)
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=False, stdout=subprocess.DEVNULL, **user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user(folder: Path) -> dict[str, Any]:
    """PostgreSQL does not run as root: then its own user runs it, who gets the folder."""
    if os.geteuid() != 0:
        return {}
    known = pwd.getpwnam("postgres")
    os.chown(folder, known.pw_uid, known.pw_gid)
    return {"user": known.pw_uid, "group": known.pw_gid, "extra_groups": [], "cwd": folder}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
