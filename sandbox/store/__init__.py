"""What both portals remember.

`store.logins`   enter(portal, user, password) → Session · find(portal, token) · end(token, words)
`store.plans`    of_unit · get · by_number · add · change · put_detail · log · note …
`store.sheets`   of_unit · by_number · add(account, values) → row with its number · push(plan, detail)
`store.reviews`  submit · decide
`store.faults`   arm · look · take · clear

Amounts are whole 分 and quantities whole hundredths (`sandbox.store.amounts` reads and prints them); a row is a plain
dict of its columns; `sandbox.store.fields` says which label stands for which column.
"""

from collections import Counter
from pathlib import Path

from sandbox.store.database import Database
from sandbox.store.faults import Faults
from sandbox.store.logins import Logins
from sandbox.store.plans import Plans
from sandbox.store.reviews import Reviews
from sandbox.store.seed import seed
from sandbox.store.sheets import Sheets
from sandbox.store.still import NATIVE, Still


class Store:
    """One sandbox's memory: a file, or nothing but RAM."""

    def __init__(self, database: Path | None = None) -> None:
        self.database = Database(database)
        self.logins = Logins(self.database)
        self.plans = Plans(self.database)
        self.sheets = Sheets(self.database)
        self.reviews = Reviews(self.database, self.plans, self.sheets)
        self.faults = Faults()
        self._skin = NATIVE
        self.drift = Still()
        self.visits: Counter[str] = Counter()  # by path
        if self.database.one("SELECT id FROM plans LIMIT 1") is None:
            seed(self.database)

    @property
    def skin(self) -> str:
        """Name what the portals wear; no reset undresses them."""
        return self._skin

    @skin.setter
    def skin(self, skin: str) -> None:
        self._skin = self._drift.skin = skin

    @property
    def drift(self) -> Still:
        """Give what bends the portals today; it knows what they wear."""
        return self._drift

    @drift.setter
    def drift(self, drift: Still) -> None:
        self._drift = drift
        drift.skin = self._skin

    def reset(self) -> None:
        """Back to the first day: other people's plans, nobody logged in, good weather, nothing drifts."""
        with self.database.transaction():
            self.database.empty()
            seed(self.database)
        self.faults.clear()
        self.faults.played.clear()
        self.drift = Still()

    def close(self) -> None:
        """Close the database."""
        self.database.close()
