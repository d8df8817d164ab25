"""/healthz and /metrics, on this machine only."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from prometheus_client import CollectorRegistry, make_wsgi_app

from desk.serve.service import State

LOOPBACK = "127.0.0.1"
Health = Callable[[], dict[str, Any]]


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's
        """Whoever watches asks every few seconds."""


@contextmanager
def telling_how_it_is(port: int, registry: CollectorRegistry, health: Health) -> Iterator[int]:
    """Answer while this holds; gives the port. Raises OSError when it is taken."""
    metrics = make_wsgi_app(registry)

    def app(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/metrics":
            return metrics(environ, start)  # type: ignore[no-any-return]
        if environ["PATH_INFO"] != "/healthz":
            start("404 Not Found", [("Content-Type", "text/plain")])
            return [b""]
        try:
            told, status = health(), "200 OK"
        except Exception as error:  # noqa: BLE001 - whatever it is, it is not well
            told, status = {"ok": False, "reason": type(error).__name__}, "503 Service Unavailable"
        start(status, [("Content-Type", "application/json")])
        return [json.dumps(told).encode()]

    with make_server(LOOPBACK, port, app, server_class=_Server, handler_class=_Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, name="metrics", daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()


def health_of(states: Sequence[State], readable: Callable[[], object]) -> dict[str, Any]:
    """Whether the ledger can be read, what is under way, and when what is due next."""
    readable()
    return {
        "ok": True,
        "running": [state.schedule.name for state in states if state.child is not None],
        "due": {state.schedule.name: state.begins.isoformat(timespec="seconds") for state in states},
        "last_exit": {state.schedule.name: state.exit_code for state in states},
    }
