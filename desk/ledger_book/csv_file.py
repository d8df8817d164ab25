"""The 台账 as CSV: UTF-8 with a mark that Excel knows it by; amounts in 元, times as 2026-11-24 02:00."""

import csv
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from desk.ledger_book.rows import Cell, Sheet

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(sheet: Sheet, path: Path) -> None:
    """Write the file; one that is there already is replaced."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(sheet.heads)
        lines.writerows([_text(value) for value in row] for row in sheet.rows)


def _text(value: Cell) -> str:
    """What would be run as a formula where the file is opened gets an apostrophe before it."""
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    told = "" if value is None else str(value)
    return f"'{told}" if told.startswith(FORMULA) else told
