"""`yuncai export`: the ledger as the 台账 that centres keep, in Excel or CSV; asks no portal."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from configs.problems import ConfigProblems, Problem
from desk.answer import Answer, give
from desk.context import Desk, desk_of, existing_ledger
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text
from desk.picking import Pick, pick

KINDS = (".xlsx", ".csv")


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("export", help=text("help.export"))
    def export(
        context: typer.Context,
        path: Annotated[Path, typer.Argument(help=text("help.export_path"))] = Path("yuncai.xlsx"),
        account: Annotated[list[str] | None, typer.Option(help=text("help.account"), show_default=False)] = None,
    ) -> None:
        give("export", lambda: _export(desk_of(context), path, Pick(accounts=account or ())))


def _export(desk: Desk, path: Path, asked: Pick) -> Answer:
    if path.suffix.lower() not in KINDS:
        raise ConfigProblems([Problem(str(path), None, "", "export_kind", {"known": list(KINDS)})])
    workspace = desk.open(writing=False)
    from desk.ledger_book import csv_file, excel  # noqa: PLC0415 - only this command needs them
    from desk.ledger_book.rows import sheet_of  # noqa: PLC0415

    with existing_ledger(workspace) as ledger:
        filings = pick(ledger, asked)
        if ledger is None or not filings:
            return Answer(ExitCode.DONE, lambda console: console.print(text("table.nothing")))
        sheet = sheet_of(ledger, filings, workspace)
    path.parent.mkdir(parents=True, exist_ok=True)
    write = csv_file.write_csv if path.suffix.lower() == ".csv" else excel.write_excel
    write(sheet, path)

    def tell(console: Console) -> None:
        console.print(text("export.written", count=len(filings), path=path), markup=False, soft_wrap=True)

    return Answer(ExitCode.DONE, tell)
