"""What the tables say of a purchase: inside the 集中采购目录 or not, and the 限额标准. No row, no answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from configs.catalogues.model import CatalogueTable, LimitRow, TableFile
from configs.problems import Param, Problem

OWN_TABLES = "catalogues/*.yaml"
_KIND_OF_LETTER = {"A": "货物", "B": "工程", "C": "服务"}  # how the 品目 codes begin


class MissingRow(Exception):
    """The tables have no row for a purchase; `params` say which row must be added to which file."""

    code = "missing_row"

    def __init__(self, what: str, region: str, region_name: str, on: date) -> None:
        self.params: dict[str, Param] = {
            "what": what,
            "region": region,
            "region_name": region_name,
            "date": str(on),
            "year": on.year,
            "file": OWN_TABLES,
        }
        super().__init__(f"{what} {region} {region_name} {on}")

    def problem(self, file: str = OWN_TABLES, line: int | None = None, field: str = "路线") -> Problem:
        """Give the same as a problem, at the place that needed the row."""
        return Problem(file, line, field, self.code, self.params)


@dataclass(frozen=True)
class CatalogueAnswer:
    """The answer and the rows it rests on, in words for the report."""

    in_catalogue: bool
    limit_yuan: Decimal
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Catalogues:
    """The tables that hold for a workspace, the most binding first: its own, then those that its site names."""

    files: tuple[tuple[str, TableFile], ...] = ()
    region_names: tuple[tuple[str, str], ...] = ()

    def decide_inputs(self, item_code: str, kind: str | None, region: str, on: date) -> CatalogueAnswer:
        """Look a purchase up; `kind` 其他 or None goes by the code's first letter (A 货物, B 工程, C 服务).

        Raises MissingRow when either table is silent on the region that day, even where the other settles the route.
        """
        goods = kind if kind and kind in _KIND_OF_LETTER.values() else _KIND_OF_LETTER[item_code[0]]
        table_file, table = self._table(region, on)
        limit_file, limit = self._limit(goods, region, on)
        prefix = max((code for code in table.items if item_code.startswith(code)), key=len, default="")
        inside = f"{prefix} {table.items[prefix]}" if prefix else f"{item_code} ∉"
        return CatalogueAnswer(
            bool(prefix),
            limit.limit,
            (
                f"{table_file} 集中采购目录 {region} {table.first}–{table.last} ({table.source}): {inside}",
                f"{limit_file} 限额标准 {goods} {region} {limit.first}–{limit.last} ({limit.source}): {limit.limit}元",
            ),
        )

    def items(self, region: str, on: date) -> dict[str, str]:
        """List the 集中采购目录 that holds in a region on a day, by code; nothing where no table speaks of it."""
        try:
            return dict(self._table(region, on)[1].items)
        except MissingRow:
            return {}

    def _table(self, region: str, on: date) -> tuple[str, CatalogueTable]:
        for name, file in self.files:
            for table in file.catalogues:
                if table.holds(region, on):
                    return name, table
        raise self._missing("集中采购目录", region, on)

    def _limit(self, kind: str, region: str, on: date) -> tuple[str, LimitRow]:
        for name, file in self.files:
            for row in file.limits:
                if row.kind == kind and row.holds(region, on):
                    return name, row
        raise self._missing(f"限额标准 {kind}", region, on)

    def _missing(self, what: str, region: str, on: date) -> MissingRow:
        return MissingRow(what, region, dict(self.region_names).get(region, ""), on)


def overlaps(files: Iterable[tuple[str, TableFile]]) -> list[Problem]:
    """Name every two rows that speak of the same region, day and kind: which one holds would be a guess."""
    tables: list[tuple[str, str, CatalogueTable | LimitRow]] = []
    for name, file in files:
        tables += [(name, "集中采购目录", table) for table in file.catalogues]
        tables += [(name, f"限额标准 {row.kind}", row) for row in file.limits]
    problems = []
    for index, (name, what, row) in enumerate(tables):
        for other_name, other_what, other in tables[:index]:
            if what == other_what and row.overlaps(other):
                problems.append(
                    Problem(
                        name,
                        None,
                        what,
                        "rows_overlap",
                        {"what": what, "other_file": other_name, "rows": [_span(other), _span(row)]},
                    )
                )
    return problems


def _span(row: CatalogueTable | LimitRow) -> str:
    return f"{'/'.join(row.regions)} {row.first}–{row.last}"
