"""The command line `yuncai`: one small module a command, text in the language of the locale."""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer
from typer import rich_utils

from desk.arguments import command_of, hoist, option
from desk.context import Desk
from desk.exit_codes import ExitCode
from desk.messages.catalogue import LANGUAGES, language_of, speak, text

COMMANDS = (
    "init",
    "check",
    "file",
    "poll",
    "status",
    "history",
    "export",
    "retry",
    "release",
    "cancel",
    "report",
    "login",
    "notify",
    "serve",
    "worker",
    "migrate",
    "inspect",
    "sandbox",
    "demo",
    "schema",
)  # each a module of desk.commands, in the order of the help


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run the command line; returns the exit code."""
    _print_any_character()
    ordered = hoist(arguments)
    chosen = option(ordered, "--lang")
    speak(next((language for language in LANGUAGES if language == chosen), language_of()))
    try:
        code = build_app(command_of(ordered))(args=ordered, standalone_mode=False, prog_name="yuncai")
    except typer.TyperException as error:
        return _usage(error)
    except typer.Abort:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        return _nobody_reads()
    except Exception as error:  # noqa: BLE001 - nothing reaches a clerk as a traceback
        from desk.failures import failure_of  # noqa: PLC0415 - knows the database's errors, which cost half a second

        failure = failure_of(error)
        typer.echo(failure.sentence, err=True)
        return failure.exit_code
    return code if isinstance(code, int) else ExitCode.DONE


def build_app(chosen: str) -> typer.Typer:
    """The application, with its help in the language in use.

    Only the command that was `chosen` is imported: the others are there by name, for the help.
    """
    _name_panels()
    app = typer.Typer(
        help=text("help.yuncai"),
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["--help", "-h"]},
        pretty_exceptions_enable=False,
    )

    @app.callback()
    def everything(
        context: typer.Context,
        workspace: Annotated[Path, typer.Option("--workspace", "-w", help=text("help.workspace"))] = Path(),
        lang: Annotated[str, typer.Option("--lang", help=text("help.lang"), metavar="zh|en")] = "",
    ) -> None:
        if lang and lang not in LANGUAGES:
            raise typer.BadParameter(text("usage.lang", value=lang))
        context.obj = Desk(workspace, language_given=bool(lang))

    for name in COMMANDS:
        if name == chosen:
            import_module(f"desk.commands.{name}").register(app)
        else:
            app.command(name, help=text(f"help.{name}"))(_not_chosen)
    return app


def _not_chosen() -> None:
    """Stands for a command that was not asked for."""
    raise AssertionError


def _usage(error: typer.TyperException) -> int:
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":  # the help has been printed
        return ExitCode.BAD_INPUT
    known = {
        "NoSuchOption": ("usage.no_such_option", {"option": getattr(error, "option_name", "")}),
        "MissingParameter": ("usage.missing", {"what": _parameter_of(error)}),
    }
    key, params = known.get(kind, ("usage.other", {"what": error.format_message()}))
    typer.echo(text(key, **params), err=True)
    typer.echo(text("usage.help"), err=True)
    return ExitCode.BAD_INPUT


def _parameter_of(error: typer.TyperException) -> str:
    parameter = getattr(error, "param", None)
    return str(getattr(parameter, "name", "") or error.format_message()).upper()


def _name_panels() -> None:
    rich_utils.ARGUMENTS_PANEL_TITLE = text("help.arguments")
    rich_utils.OPTIONS_PANEL_TITLE = text("help.options")
    rich_utils.COMMANDS_PANEL_TITLE = text("help.commands")
    rich_utils.DEFAULT_STRING = text("help.default")
    rich_utils.REQUIRED_LONG_STRING = text("help.required")


def _print_any_character() -> None:
    """A console or a pipe in another encoding shows `?` for what it does not know, and never fails."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _nobody_reads() -> int:
    """`yuncai status | head` has closed the pipe: nothing more to say."""
    sys.stderr.close()
    return ExitCode.DONE
