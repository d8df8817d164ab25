"""The sandbox on a port of its own: uvicorn in a thread, with a bounded start."""

import socket
import threading
import time
from pathlib import Path

import uvicorn

from sandbox.app import create_app
from sandbox.skins.wardrobe import NATIVE, checked
from sandbox.store import Store

START_SECONDS = 10.0


class SandboxDidNotStart(RuntimeError):
    """The server was not there in time."""


class RunningSandbox:
    """A sandbox that accepts connections; `url` ends with a slash, `control` is where the control API lives."""

    def __init__(self, server: uvicorn.Server, thread: threading.Thread, store: Store, port: int) -> None:
        self._server, self._thread, self.store = server, thread, store
        self.url = f"http://127.0.0.1:{port}/"
        self.control = f"{self.url}_control/"

    def stop(self) -> None:
        """Stop the server and close the database; a second call does nothing."""
        self._server.should_exit = True
        self._thread.join(timeout=START_SECONDS)
        self.store.close()

    def wait(self) -> None:
        """Serve until somebody stops it."""
        while self._thread.is_alive():
            self._thread.join(timeout=0.5)


def start(database: Path | None = None, port: int = 0, skin: str = NATIVE) -> RunningSandbox:
    """Serve both portals from a thread; raises SandboxDidNotStart after ten seconds, NoSuchSkin at once."""
    worn = checked(skin)
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", port))
    store = Store(database)
    store.skin = worn
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(store), http="h11", ws="none", lifespan="off", log_level="error", access_log=False,
            timeout_graceful_shutdown=1,
        )
    )  # fmt: skip
    thread = threading.Thread(target=server.run, args=([listening],), name="sandbox", daemon=True)
    thread.start()
    deadline = time.monotonic() + START_SECONDS
    while not server.started:
        if time.monotonic() > deadline or not thread.is_alive():
            server.should_exit = True
            raise SandboxDidNotStart(f"port {port}")
        time.sleep(0.005)
    return RunningSandbox(server, thread, store, listening.getsockname()[1])
