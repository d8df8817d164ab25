"""Plans, their one detail line and their log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.store.clock import now
from sandbox.store.database import Database, Row
from sandbox.store.people import Account

DRAFT, AT_OFFICE, AT_BUREAU, RECORDED, RETURNED = "草稿", "待资金科室审核", "待采购办审核", "已备案", "已退回"
OPEN_TO_CHANGE = (DRAFT, RETURNED)


@dataclass(frozen=True)
class Query:
    """What a list asks for: `equal` and `contains` by column, days inclusive, ten rows a page."""

    equal: Mapping[str, str] = field(default_factory=dict)
    contains: Mapping[str, str] = field(default_factory=dict)
    first_day: str = ""
    last_day: str = ""
    oldest_first: bool = False
    page: int = 1
    size: int = 10
    seen_until: str = ""  # a stale list shows nothing newer

    def conditions(self) -> tuple[list[str], dict[str, Any]]:
        """Write the conditions that were given, with their values."""
        days = {"purchase_date >= :first_day": self.first_day, "purchase_date <= :last_day": self.last_day,
                "plans.created_at <= :seen_until": self.seen_until}  # fmt: skip
        where = [f"{column} = :{column}" for column, value in self.equal.items() if value]
        where += [f"instr({column}, :{column}) > 0" for column, value in self.contains.items() if value]
        where += [condition for condition, day in days.items() if day]
        days_given = {"first_day": self.first_day, "last_day": self.last_day, "seen_until": self.seen_until}
        return where, {**self.equal, **self.contains, **days_given}


@dataclass(frozen=True)
class Page:
    """The rows of one page, and how many rows and how much money (分) all pages have together."""

    rows: list[Row]
    number: int  # past the last page stands the last page
    pages: int
    count: int
    total: int


class Plans:
    """Every call of a writing method happens in one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def search(self, unit: str, query: Query) -> Page:
        """Find a unit's plans, each with the `amount` of its detail (0 without one)."""
        where, values = query.conditions()
        source = "FROM plans LEFT JOIN details ON details.plan_id = plans.id WHERE " + " AND ".join(
            ["unit = :unit", *where]
        )
        values["unit"] = unit
        sums = self._database.one(f"SELECT count(*) AS count, coalesce(sum(amount), 0) AS total {source}", values)
        assert sums is not None
        pages = max(-(-sums["count"] // query.size), 1)
        number = min(max(query.page, 1), pages)
        rows = self._database.all(
            f"SELECT plans.*, coalesce(amount, 0) AS amount {source}"
            f" ORDER BY plans.id {'ASC' if query.oldest_first else 'DESC'} LIMIT :size OFFSET :skip",
            {**values, "size": query.size, "skip": (number - 1) * query.size},
        )
        return Page(rows, number, pages, sums["count"], sums["total"])

    def every(self) -> list[Row]:
        """List all plans of everybody, the oldest first."""
        return self._database.all("SELECT * FROM plans ORDER BY id")

    def get(self, plan_id: int) -> Row | None:
        """Find one plan."""
        return self._database.one("SELECT * FROM plans WHERE id = ?", (plan_id,))

    def by_number(self, number: str) -> Row | None:
        """Find the plan with a 计划编号."""
        return self._database.one("SELECT * FROM plans WHERE number = ?", (number,))

    def add(self, account: Account, values: Mapping[str, Any], *, gap: int = 0) -> Row:
        """Write a new draft with the portal's number; `gap` numbers before it are never given."""
        unit = account.unit
        with self._database.transaction():
            plan_id = self._database.insert(
                "plans",
                {
                    **values, "number": self._next_number(unit.region + unit.code + values["year"], gap),
                    "account": account.user, "handler": account.handler, "region": unit.region, "unit": unit.code,
                    "status": DRAFT, "created_at": now(),
                },
            )  # fmt: skip
            self.note(plan_id, "保存", account.handler, "保存成功")
            return self._sure(plan_id)

    def change(self, plan_id: int, who: str, values: Mapping[str, Any]) -> Row:
        """Write new values into a plan that may still be changed."""
        with self._database.transaction():
            self._database.update("plans", plan_id, values)
            self.note(plan_id, "保存", who, "保存成功")
            return self._sure(plan_id)

    def remove(self, plan_id: int) -> None:
        """Delete a plan with its detail and its log."""
        self._database.run("DELETE FROM plans WHERE id = ?", (plan_id,))

    def move(self, plan_id: int, status: str, **more: object) -> None:
        """Set another status (and whatever else changes with it)."""
        self._database.update("plans", plan_id, {"status": status, **more})

    def detail(self, plan_id: int, seen_until: str = "") -> Row | None:
        """Find the plan's detail line, if it has one; a stale list does not show one newer than `seen_until`."""
        return self._database.one(
            "SELECT * FROM details WHERE plan_id = ? AND (created_at <= ? OR ? = '')", (plan_id, seen_until, seen_until)
        )

    def put_detail(self, plan_id: int, values: Mapping[str, Any]) -> None:
        """Write the detail line, new or changed."""
        with self._database.transaction():
            old = self.detail(plan_id)
            if old:
                self._database.update("details", old["id"], values)
            else:
                self._database.insert("details", {**values, "plan_id": plan_id, "created_at": now()})

    def remove_detail(self, plan_id: int) -> None:
        """Delete the detail line."""
        self._database.run("DELETE FROM details WHERE plan_id = ?", (plan_id,))

    def log(self, plan_id: int, seen_until: str = "") -> list[Row]:
        """List the log, the oldest entry first; a stale one shows nothing newer than `seen_until`."""
        return self._database.all(
            "SELECT * FROM log WHERE plan_id = ? AND (at <= ? OR ? = '') ORDER BY id", (plan_id, seen_until, seen_until)
        )

    def note(self, plan_id: int, step: str, who: str, result: str, opinion: str = "") -> None:
        """Write a log entry."""
        self._database.insert(
            "log",
            {"plan_id": plan_id, "step": step, "who": who, "result": result, "at": now(), "opinion": opinion},
        )

    def _next_number(self, prefix: str, gap: int) -> str:
        row = self._database.one("SELECT max(number) AS last FROM plans WHERE number GLOB ?", (f"{prefix}????",))
        last = row["last"] if row else None
        return f"{prefix}{self._database.next_serial(prefix, int(last[-4:]) if last else 0, gap):04d}"

    def _sure(self, plan_id: int) -> Row:
        plan = self.get(plan_id)
        assert plan is not None
        return plan
