"""The 台账 as an Excel file: heads stay in view, a filter, states in colour, links to the evidence; can be printed."""

from datetime import datetime
from decimal import Decimal
from math import ceil
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell as ExcelCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from desk.ledger_book.rows import COLUMNS, Cell, Sheet
from desk.messages.catalogue import text

WIDTHS = {
    "ref": 16, "name": 34, "unit": 30, "account": 12, "route": 12, "amount_yuan": 16, "number": 24, "sheet_number": 24,
    "sheet_status": 12, "state": 16, "opinion": 40, "reason": 40, "next": 34, "submitted_at": 18, "recorded_at": 18,
    "updated_at": 18, "source": 24, "evidence": 12,
}  # fmt: skip
FILLS = {"good": "E2F0D9", "busy": "DDEBF7", "wait": "FFF2CC", "bad": "F8CBAD"}
HEAD = PatternFill("solid", fgColor="D9D9D9")
FONT = "宋体"  # what an office has for Chinese; others are put in its place
LINE_HEIGHT, TALLEST = 15, 409  # points; Excel knows no taller row
TOP = Alignment(vertical="top")
LINE = Side(style="thin", color="BFBFBF")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)


def write_excel(sheet: Sheet, path: Path) -> None:
    """Write the file; one that is there already is replaced."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = text("export.title")
    book.properties.creator = "yuncai"
    _heads(page, sheet)
    _paper(page)
    for line, (row, tone) in enumerate(zip(sheet.rows, sheet.tones, strict=True), start=2):
        for place, (column, value) in enumerate(zip(COLUMNS, row, strict=True), start=1):
            cell = page.cell(line, place)
            assert isinstance(cell, ExcelCell)
            _put(cell, value, path.parent)
            if column == "state":
                cell.fill = PatternFill("solid", fgColor=FILLS[tone])
        page.row_dimensions[line].height = min(LINE_HEIGHT * _lines(row), TALLEST)
    book.save(path)


def _lines(row: list[Cell]) -> int:
    """How many lines the longest text takes: not every office program finds out by itself."""
    texts = ((WIDTHS[column], value) for column, value in zip(COLUMNS, row, strict=True) if isinstance(value, str))
    return max(sum(ceil(cell_len(line) / (width - 2)) or 1 for line in text.splitlines()) for width, text in texts)


def _heads(page: Worksheet, sheet: Sheet) -> None:
    for place, (column, head) in enumerate(zip(COLUMNS, sheet.heads, strict=True), start=1):
        cell = page.cell(1, place, head)
        cell.font, cell.fill, cell.border = Font(name=FONT, bold=True), HEAD, BOX
        page.column_dimensions[get_column_letter(place)].width = WIDTHS[column]
    page.freeze_panes = "C2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(sheet.rows) + 1}"


def _paper(page: Worksheet) -> None:
    """All columns on one sheet's width, the heads on every sheet, and its number."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", int(page.PAPERSIZE_A3)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    page.page_margins = PageMargins(left=0.3, right=0.3, top=0.4, bottom=0.6)
    assert page.oddFooter is not None
    page.oddFooter.center.text = "&P / &N"


def _put(cell: ExcelCell, value: Cell, beside: Path) -> None:
    """A text stays a text, whatever it begins with: a plan's name is no formula, a number of 20 digits no figure."""
    cell.font, cell.alignment, cell.border = Font(name=FONT), TOP, BOX
    if isinstance(value, Path):
        inside = value.is_relative_to(beside)
        cell.value = text("export.open")
        cell.hyperlink = value.relative_to(beside).as_posix() if inside else value.resolve().as_uri()
        cell.font = Font(name=FONT, color="0563C1", underline="single")
    elif isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type, cell.alignment = "s", Alignment(wrap_text=True, vertical="top")
    elif isinstance(value, Decimal):
        cell.value, cell.number_format = value, "#,##0.00_ "
    elif isinstance(value, datetime):
        cell.value, cell.number_format = value, "yyyy-mm-dd hh:mm"
