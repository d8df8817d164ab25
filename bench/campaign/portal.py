"""The sandbox as a process of its own, and the campaign's hand on its control API."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen


class Portal:
    """What stands in the portals' database, and what the weather has played."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._played: list[dict[str, Any]] = []

    def rows(self) -> dict[str, dict[str, Any]]:
        """Every plan and every self-built 计划单 by its number."""
        sheets = [sheet for sheet in self.ask("sheets") if not sheet["plan_number"]]
        return {row["number"]: row for row in [*self.ask("plans"), *sheets]}

    def played(self) -> list[dict[str, Any]]:
        """Every fault that was met so far."""
        self._played += self.ask(f"played?since={len(self._played)}")
        return self._played

    def ask(self, path: str) -> Any:  # noqa: ANN401 - any JSON
        """Ask the control API."""
        with urlopen(f"{self.url}_control/{path}", timeout=60) as answer:  # noqa: S310 - loopback
            return json.load(answer)

    def tell(self, path: str, **values: object) -> Any:  # noqa: ANN401 - any JSON
        """Tell the control API something; None when it says that this cannot be done now."""
        request = Request(f"{self.url}_control/{path}", json.dumps(values).encode())  # noqa: S310 - loopback
        try:
            with urlopen(request, timeout=60) as answer:  # noqa: S310 - loopback
                return json.load(answer)
        except HTTPError as error:
            if error.code != 409:  # noqa: PLR2004 - not their turn, not by hand
                raise
            return None

    def forget_visits(self) -> None:
        """Count anew what is asked for."""
        request = Request(f"{self.url}_control/visits", method="DELETE")  # noqa: S310 - loopback
        urlopen(request, timeout=60).close()  # noqa: S310 - loopback

    def fine_weather(self) -> None:
        """No fault is armed, none is left to chance."""
        request = Request(f"{self.url}_control/faults", method="DELETE")  # noqa: S310 - loopback
        urlopen(request, timeout=60).close()  # noqa: S310 - loopback


@contextmanager
def portal_running(database: Path) -> Iterator[Portal]:
    """A sandbox on its first day, on a free port."""
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--until-eof", "--database", str(database)]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        yield Portal(child.stdout.readline().split()[1])
    finally:
        child.terminate()
        child.wait()
