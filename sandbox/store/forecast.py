"""Weather by chance: a seed and a probability for each kind of fault, drawn anew at every operation.

A rate's name is a kind, or a kind at an operation: {"http500": 0.02, "lost_reply@save": 0.1}. `params` says how a kind
plays: {"slow_write": {"seconds": "2"}}.
"""

import random
from collections.abc import Mapping
from typing import Any

# What asks for consistency from page to page is armed for a while instead: a field demanded, an option gone, a captcha.
BY_CHANCE = frozenset({
    "http500", "reset", "hang", "late", "lost_reply", "slow_write", "stale", "twice", "session_over", "kicked",
    "notice", "refusal", "question", "cut_name", "round_amount", "gap",
})  # fmt: skip


class Forecast:
    """What the weather is like; without rates it is always fine."""

    def __init__(
        self,
        seed: int = 0,
        rates: Mapping[str, float] | None = None,
        params: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        """Raises ValueError for a kind that cannot be left to chance."""
        self.seed, self.rates, self.params = seed, dict(rates or {}), dict(params or {})
        unknown = {name.partition("@")[0] for name in self.rates} - BY_CHANCE
        if unknown:
            raise ValueError(", ".join(sorted(unknown)))
        self._luck = random.Random(seed)  # noqa: S311  it has to be the same for the same seed

    def draw(self, kind: str, on: str | None) -> dict[str, Any] | None:
        """Say whether this kind plays now: how, or None."""
        rate = self.rates.get(f"{kind}@{on}", self.rates.get(kind, 0.0))
        if rate <= 0 or self._luck.random() >= rate:
            return None
        return dict(self.params.get(kind, {}))
