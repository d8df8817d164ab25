"""What a form may lack of what it is asked to show: portals leave fields out, or ask for 金额 in place of 单价."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Gaps:
    """`optional`: labels that a form need not have; of each group in `one_of` it must have one at least."""

    optional: frozenset[str] = frozenset()
    one_of: tuple[frozenset[str], ...] = ()

    def refused(self, missing: Iterable[str]) -> list[str]:
        """The labels among the missing ones that may not be."""
        lacking = list(missing)
        whole = {label for group in self.one_of if group.issubset(lacking) for label in group}
        return [label for label in lacking if label not in self.optional or label in whole]


NO_GAPS = Gaps()
