"""Bad days that a test or a rehearsal arms through the control API. Kept in memory, gone with the process.

`times` counts how often a fault plays; the kinds in LASTING play until they are cleared when no `times` is given.
`lasts` ends any of them after so many seconds. What the forecast leaves to chance needs no arming.
"""

import threading
import time
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from sandbox.store.database import Row
from sandbox.store.forecast import Forecast

LASTING = frozenset({
    "slow", "down", "captcha", "password_expired", "locked", "cut_name", "require_field", "drop_option", "round_amount",
    "list_amount",
    "single_session", "session_limit",
    "status_column",  # no trouble, but a portal whose list of plans tells where each is
})  # fmt: skip
KINDS = LASTING | {
    "http500", "reset", "hang", "late", "lost_reply", "slow_write", "stale", "twice", "session_over", "kicked",
    "notice", "refusal", "question", "gap",
}  # fmt: skip


@dataclass
class Fault:
    """One armed fault: `left` plays remain (None: until cleared), for one account or for everybody."""

    kind: str
    left: int | None
    account: str | None = None
    params: dict[str, Any] = field(default_factory=dict)
    ends: float | None = None  # on the monotonic clock

    def text(self, key: str, default: str = "") -> str:
        """Give a parameter as text."""
        return str(self.params.get(key, default))

    def seconds(self, default: float) -> float:
        """Give its length."""
        return float(self.params.get("seconds", default))


class Faults:
    """Arm, look, take, clear; `played` remembers everything that was met, in its order."""

    def __init__(self) -> None:
        self.forecast = Forecast()
        self.played: list[dict[str, Any]] = []
        self._armed: list[Fault] = []
        self._lock = threading.Lock()

    def arm(
        self, kind: str, times: int | None = None, account: str | None = None, lasts: float | None = None,
        **params: object,
    ) -> Fault:  # fmt: skip
        """Arm a fault; raises ValueError for a kind that nobody plays."""
        if kind not in KINDS:
            raise ValueError(kind)
        left = times if times is not None or kind in LASTING or lasts is not None else 1
        fault = Fault(kind, left, account, params, None if lasts is None else time.monotonic() + lasts)
        with self._lock:
            self._armed.append(fault)
        return fault

    def look(self, kind: str, account: str | None = None, **wanted: str) -> list[Fault]:
        """List the armed faults of a kind that concern this account and these parameters, without playing them.

        A parameter that the fault does not have matches everything.
        """
        with self._lock:
            self._forget_what_ended()
            return [fault for fault in self._armed if self._fits(fault, kind, account, wanted)]

    def take(self, kind: str, account: str | None = None, **wanted: str) -> Fault | None:
        """Play the first fitting fault once, or what the forecast draws; None when there is neither."""
        with self._lock:
            self._forget_what_ended()
            for fault in self._armed:
                if self._fits(fault, kind, account, wanted):
                    self._spend(fault, account, wanted)
                    return fault
            drawn = self.forecast.draw(kind, wanted.get("on"))
            if drawn is None:
                return None
            fault = Fault(kind, 1, account, drawn)
            self._spend(fault, account, wanted)
            return fault

    def spend(self, fault: Fault, account: str | None = None) -> None:
        """Count a fault that was only looked at as played."""
        with self._lock:
            self._spend(fault, account, {})

    def listed(self, rows: list[Row], account: str, portal: str, on: str) -> list[Row]:
        """Show other amounts in a list than were saved, by a factor, where that is armed."""
        fault = self.take("list_amount", account, portal=portal, on=on) if rows else None
        if fault is None:
            return rows
        factor = Fraction(fault.text("factor", "10000"))
        return [row | {"amount": int(row["amount"] * factor)} for row in rows]

    def armed(self) -> list[Fault]:
        """List everything that is armed."""
        with self._lock:
            self._forget_what_ended()
            return list(self._armed)

    def clear(self) -> None:
        """Let the weather be good again."""
        with self._lock:
            self._armed.clear()
            self.forecast = Forecast()

    def _spend(self, fault: Fault, account: str | None, wanted: dict[str, str]) -> None:
        at = time.strftime("%Y-%m-%d %H:%M:%S")
        self.played.append({"kind": fault.kind, "at": at, "account": account, **fault.params, **wanted})
        if fault.left is not None:
            fault.left -= 1
            if fault.left <= 0 and fault in self._armed:
                self._armed.remove(fault)

    def _forget_what_ended(self) -> None:
        self._armed = [fault for fault in self._armed if fault.ends is None or fault.ends > time.monotonic()]

    @staticmethod
    def _fits(fault: Fault, kind: str, account: str | None, wanted: dict[str, str]) -> bool:
        return (
            fault.kind == kind
            and fault.account in {None, account}
            and all(fault.params.get(key) in {None, value} for key, value in wanted.items())
        )
