"""Bad days that a test or a rehearsal arms through the control API. Kept in memory, gone with the process.

`times` counts how often a fault plays; the kinds in LASTING play until they are cleared when no `times` is given.
"""

import threading
from dataclasses import dataclass, field
from typing import Any

LASTING = frozenset({
    "slow", "down", "captcha", "password_expired", "cut_name", "require_field", "drop_option", "round_amount",
    "single_session",
})  # fmt: skip
KINDS = LASTING | {"http500", "late", "lost_reply", "session_over", "kicked", "notice", "refusal", "question"}


@dataclass
class Fault:
    """One armed fault: `left` plays remain (None: until cleared), for one account or for everybody."""

    kind: str
    left: int | None
    account: str | None = None
    params: dict[str, Any] = field(default_factory=dict)

    def text(self, key: str, default: str = "") -> str:
        """Give a parameter as text."""
        return str(self.params.get(key, default))


class Faults:
    """Arm, look, take, clear."""

    def __init__(self) -> None:
        self._armed: list[Fault] = []
        self._lock = threading.Lock()

    def arm(self, kind: str, times: int | None = None, account: str | None = None, **params: object) -> Fault:
        """Arm a fault; raises ValueError for a kind that nobody plays."""
        if kind not in KINDS:
            raise ValueError(kind)
        fault = Fault(kind, times if times is not None or kind in LASTING else 1, account, params)
        with self._lock:
            self._armed.append(fault)
        return fault

    def look(self, kind: str, account: str | None = None, **wanted: str) -> list[Fault]:
        """List the armed faults of a kind that concern this account and these parameters, without playing them.

        A parameter that the fault does not have matches everything.
        """
        with self._lock:
            return [fault for fault in self._armed if self._fits(fault, kind, account, wanted)]

    def take(self, kind: str, account: str | None = None, **wanted: str) -> Fault | None:
        """Play the first fitting fault once; None when none is armed."""
        with self._lock:
            for fault in self._armed:
                if self._fits(fault, kind, account, wanted):
                    self._spend(fault)
                    return fault
        return None

    def spend(self, fault: Fault) -> None:
        """Count a fault that was only looked at as played."""
        with self._lock:
            self._spend(fault)

    def armed(self) -> list[Fault]:
        """List everything that is armed."""
        with self._lock:
            return list(self._armed)

    def clear(self) -> None:
        """Let the weather be good again."""
        with self._lock:
            self._armed.clear()

    def _spend(self, fault: Fault) -> None:
        if fault.left is not None:
            fault.left -= 1
            if fault.left <= 0 and fault in self._armed:
                self._armed.remove(fault)

    @staticmethod
    def _fits(fault: Fault, kind: str, account: str | None, wanted: dict[str, str]) -> bool:
        return (
            fault.kind == kind
            and fault.account in {None, account}
            and all(fault.params.get(key) in {None, value} for key, value in wanted.items())
        )
