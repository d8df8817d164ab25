"""How a command ends: an answer or a failure, for people or as JSON, and its exit code."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import typer
from rich.console import Console
from rich.text import Text

from desk import consoles, json_output
from desk.exit_codes import ExitCode
from desk.failures import Failure, failure_of
from desk.table import print_problems


@dataclass(frozen=True)
class Answer:
    """What a command found out: the parts of its JSON document, and how a person is told."""

    exit_code: ExitCode
    show: Callable[[Console], None]
    parts: dict[str, Any] = field(default_factory=dict)


def give(command: str, work: Callable[[], Answer], *, as_json: bool = False) -> None:
    """Do the work, tell what came of it, and end the command with the right exit code."""
    try:
        answer = work()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one place where everything ends as a sentence
        failure = failure_of(error)
        _tell_failure(command, failure, as_json=as_json)
        raise typer.Exit(failure.exit_code) from None
    if as_json:
        json_output.write(json_output.document(command, answer.exit_code, **answer.parts))
    else:
        answer.show(consoles.out())
    raise typer.Exit(answer.exit_code)


def _tell_failure(command: str, failure: Failure, *, as_json: bool) -> None:
    if as_json:
        error = {"code": failure.code, "text": failure.sentence}
        problems = json_output.problems_json(failure.problems)
        json_output.write(json_output.document(command, failure.exit_code, error=error, problems=problems))
    if failure.problems and not as_json:
        print_problems(consoles.err(), failure.problems)
    else:
        console = consoles.err()
        console.print(Text(failure.sentence, style="red"), soft_wrap=not console.is_terminal)
