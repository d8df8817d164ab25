"""`yuncai schema`: the JSON Schema of plan files, so that editors complete and check them."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from configs.schema import plan_file_schema
from desk.answer import Answer, give
from desk.exit_codes import ExitCode
from desk.messages.catalogue import text


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command("schema", help=text("help.schema"))
    def schema(
        output: Annotated[
            Path | None, typer.Option("--output", "-o", help=text("help.output"), show_default=False)
        ] = None,
    ) -> None:
        give("schema", lambda: _schema(output))


def schema_text() -> str:
    """The schema as a file's content."""
    return json.dumps(plan_file_schema(), ensure_ascii=False, indent=2) + "\n"


def _schema(output: Path | None) -> Answer:
    content = schema_text()
    if output is None:
        return Answer(ExitCode.DONE, lambda console: console.print(content, markup=False, soft_wrap=True, end=""))
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(content, encoding="utf-8")

    def tell(console: Console) -> None:
        console.print(text("schema.written", path=output), markup=False, soft_wrap=True)

    return Answer(ExitCode.DONE, tell)
