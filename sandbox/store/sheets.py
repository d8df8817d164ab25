"""The mall's 计划单, self-built or pushed by the province."""

from collections.abc import Mapping
from typing import Any

from sandbox.store.clock import now
from sandbox.store.database import Database, Row
from sandbox.store.people import Account

SELF_BUILT, PUSHED = "自建", "省平台推送"
WAITING, BUYING, FINISHED = "待采购", "采购中", "已完成"


class Sheets:
    """Amounts are 分, quantities hundredths, as everywhere in the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_unit(self, unit: str, seen_until: str = "") -> list[Row]:
        """List a unit's sheets, the newest first; a stale list shows nothing newer than `seen_until`."""
        return self._database.all(
            "SELECT * FROM sheets WHERE unit = ? AND (created_at <= ? OR ? = '') ORDER BY id DESC",
            (unit, seen_until, seen_until),
        )

    def every(self) -> list[Row]:
        """List all sheets of everybody, the oldest first."""
        return self._database.all("SELECT * FROM sheets ORDER BY id")

    def by_number(self, number: str) -> Row | None:
        """Find the sheet with a 计划单编号."""
        return self._database.one("SELECT * FROM sheets WHERE number = ?", (number,))

    def of_plan(self, plan_number: str) -> Row | None:
        """Find the sheet that the mall was given for a plan."""
        return self._database.one("SELECT * FROM sheets WHERE plan_number = ?", (plan_number,))

    def add(self, account: Account, values: Mapping[str, Any], *, gap: int = 0) -> Row:
        """Write a self-built sheet; `values` by column: name, year, method, item_code, item_name, quantity, price …."""
        unit = account.unit
        return self._insert(
            values["year"], unit.region,
            {**values, "account": account.user, "handler": account.handler, "region": unit.region, "unit": unit.code,
             "source": SELF_BUILT},
            gap,
        )  # fmt: skip

    def change(self, sheet_id: int, values: Mapping[str, Any]) -> None:
        """Write new values into a sheet."""
        self._database.update("sheets", sheet_id, values)

    def remove(self, sheet_id: int) -> None:
        """Delete a sheet."""
        self._database.run("DELETE FROM sheets WHERE id = ?", (sheet_id,))

    def push(self, plan: Row, detail: Row) -> Row:
        """Write the sheet that the province pushes for a recorded plan."""
        kept = ("account", "handler", "region", "unit", "name", "year", "method", "contact", "phone", "remark")
        bought = ("item_code", "item_name", "quantity", "measure", "price", "amount")
        return self._insert(
            plan["year"], plan["region"],
            {**{key: plan[key] for key in kept}, **{key: detail[key] for key in bought},
             "need_date": plan["deadline"], "source": PUSHED, "plan_number": plan["number"]},
        )  # fmt: skip

    def _insert(self, year: str, region: str, values: Mapping[str, Any], gap: int = 0) -> Row:
        prefix = f"JHD{year}{region}"
        with self._database.transaction():
            row = self._database.one("SELECT max(number) AS last FROM sheets WHERE number GLOB ?", (f"{prefix}?????",))
            last = row["last"] if row else None
            number = f"{prefix}{self._database.next_serial(prefix, int(last[-5:]) if last else 0, gap):05d}"
            self._database.insert("sheets", {"status": WAITING, **values, "number": number, "created_at": now()})
            sheet = self.by_number(number)
            assert sheet is not None
            return sheet
