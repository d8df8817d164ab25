"""The tests' hand on the sandbox's control API: what stands in its database, its reviewers, its faults."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from sandbox.skins import wardrobe


@dataclass
class Control:
    base: str
    url: str
    worn: str = wardrobe.NATIVE

    def reset(self) -> None:
        self._call("POST", "reset")
        self.clear_faults()

    def wear(self, skin: str) -> None:
        self._call("POST", "skin", {"skin": skin})
        self.worn = skin

    @contextmanager
    def plain(self) -> Iterator[None]:
        """How the portal looked before it was rebuilt: what only leads up to a test costs half as much there."""
        worn = self.worn
        self.wear(wardrobe.NATIVE)
        yield
        self.wear(worn)

    def plans(self, **where: str) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", self._call("GET", f"plans?{urlencode(where)}"))

    def sheets(self, **where: str) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", self._call("GET", f"sheets?{urlencode(where)}"))

    def review(
        self, number: str, office: str, decision: str = "approve", opinion: str = "", *, push: bool = True
    ) -> None:
        said = {"number": number, "office": office, "decision": decision, "opinion": opinion, "push": push}
        self._call("POST", "review", said)

    def fault(self, kind: str, *, times: int = 1, **params: object) -> None:
        self._call("POST", "faults", {"kind": kind, "times": times, **params})

    def visits(self, path: str) -> int:
        """How often addresses with this in their path were asked for since `forget_visits`."""
        counted = cast("dict[str, int]", self._call("GET", "visits"))
        return sum(times for visited, times in counted.items() if path in visited)

    def forget_visits(self) -> None:
        self._call("DELETE", "visits")

    def armed(self) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", self._call("GET", "faults"))

    def by_hand(self, act: str, number: str, **how: object) -> str:
        done = cast("dict[str, str]", self._call("POST", "byhand", {"act": act, "number": number, **how}))
        return done["number"]

    def clear_faults(self) -> None:
        self._call("DELETE", "faults")

    def _call(self, method: str, path: str, body: dict[str, object] | None = None) -> object:
        data = json.dumps(body).encode() if body is not None else None
        request = Request(self.base + path, data=data, method=method, headers={"Content-Type": "application/json"})  # noqa: S310 - loopback
        with urlopen(request, timeout=10) as reply:  # noqa: S310 - loopback
            return json.load(reply)
