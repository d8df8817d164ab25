"""The sandbox as a child process: started, waited for, spoken to over HTTP, and always ended."""

import json
import os
import queue
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.request import Request, urlopen

from configs.problems import ConfigProblems, Problem
from desk.interrupt import before_leaving, ending_as_interrupt

PASSWORD = "Sandbox#2021"  # noqa: S105 - a toy's password that everybody may know
ACCOUNTS = {"linnan": "371424612001002", "jyj": "371500301001002"}  # those that the starter and the demo use
PEOPLE = (
    ("371424612001002", "临邑县", "612001_临邑县临南镇人民政府"),
    ("371500301001002", "聊城市", "301001_聊城市教育和体育局"),
    ("371500405001002", "聊城市", "405001_聊城市人民医院"),
    ("371502205001002", "东昌府区", "205001_东昌府区财政局"),
    ("371526310001002", "高唐县", "310001_高唐县第一中学"),
    ("371581118001002", "临清市", "118001_临清市公安局"),
)
START_SECONDS = 30
STOP_SECONDS = 5
CALL_SECONDS = 20


class Sandbox:
    """A running sandbox."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process = process
        self.url = url

    @property
    def provincial(self) -> str:
        """The provincial portal's entry."""
        return f"{self.url}sdgp/"

    @property
    def mall(self) -> str:
        """The mall's entry."""
        return f"{self.url}wssc/liaocheng/index.html"

    @property
    def control(self) -> str:
        """Where reviewers and faults are played."""
        return f"{self.url}_control/"

    def get(self, path: str) -> Any:  # noqa: ANN401 - any JSON
        """Ask the control API."""
        return _call(Request(self.control + path))  # noqa: S310 - our own loopback address

    def post(self, path: str, **values: object) -> Any:  # noqa: ANN401 - any JSON
        """Tell the control API."""
        body = json.dumps(values, ensure_ascii=False).encode()
        return _call(Request(self.control + path, body, {"Content-Type": "application/json"}))  # noqa: S310 - as above


@contextmanager
def running_sandbox(
    *, port: int = 0, database: Path | None = None, log: Path | None = None, skin: str | None = None
) -> Iterator[Sandbox]:
    """Start the sandbox and end it on the way out, whatever happens. Raises ConfigProblems when it does not start."""
    _check_port(port)
    command = [sys.executable, "-m", "sandbox", "--port", str(port), "--until-eof"]
    if database is not None:
        command += ["--database", str(database)]
    if skin is not None:
        command += ["--skin", skin]
    with ending_as_interrupt(), _errors_into(log) as errors:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command,
            stdin=subprocess.PIPE,  # closes when we die, however we die
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env=_environment(),
            start_new_session=True,
        )  # Ctrl-C is ours to handle: a run still finishes its step on the portal
        with before_leaving(process.kill):
            try:
                yield Sandbox(process, _announced(process))
            finally:
                _end(process)


def _announced(process: subprocess.Popen[str]) -> str:
    lines: queue.Queue[str] = queue.Queue()
    assert process.stdout is not None
    stdout = process.stdout
    threading.Thread(target=lambda: lines.put(stdout.readline()), daemon=True).start()
    try:
        words = lines.get(timeout=START_SECONDS).split()
        if not words:  # it has closed its output: it is ending, and says why by its exit code
            process.wait(STOP_SECONDS)
    except (queue.Empty, subprocess.TimeoutExpired):
        words = []
    if len(words) != 2 or words[0] != "sandbox":  # noqa: PLR2004 - "sandbox http://…"
        reason = f"exit {process.poll()}" if process.poll() is not None else f"{START_SECONDS} s"
        raise ConfigProblems([Problem("", None, "", "sandbox_not_started", {"reason": reason})])
    return words[1]


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise ConfigProblems([Problem("", None, "", "port_taken", {"port": port})]) from None


def _environment() -> Mapping[str, str]:
    """The child finds the package where we were found, installed or not."""
    root = str(Path(__file__).resolve().parent.parent)
    known = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{known}" if known else root, "PYTHONUTF8": "1"}


@contextmanager
def _errors_into(log: Path | None) -> Iterator[IO[str] | None]:
    if log is None:
        yield None
        return
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as file:
        yield file


def _call(request: Request) -> Any:  # noqa: ANN401 - any JSON
    with urlopen(request, timeout=CALL_SECONDS) as response:  # noqa: S310 - our own loopback address
        return json.load(response)
