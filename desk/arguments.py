"""Global options may stand anywhere on the command line: `yuncai file -w ./office` means `yuncai -w ./office file`."""

from collections.abc import Iterator, Sequence

_WITH_VALUE = ("--workspace", "-w", "--lang")


def hoist(arguments: Sequence[str]) -> list[str]:
    """The same arguments with the global options in front; nothing after `--` is touched."""
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument in _WITH_VALUE:
            front += [argument, *_next(waiting)]
        elif argument.startswith(("--workspace=", "--lang=")):
            front.append(argument)
        else:
            rest.append(argument)
    return front + rest


def command_of(hoisted: Sequence[str]) -> str:
    """The name of the command among hoisted arguments; empty where there is none."""
    rest = iter(hoisted)
    for argument in rest:
        if argument in _WITH_VALUE:
            next(rest, None)
        elif not argument.startswith("-"):
            return argument
    return ""


def option(arguments: Sequence[str], name: str) -> str | None:
    """The value that an option has among hoisted arguments, before they are parsed."""
    for place, argument in enumerate(arguments):
        if argument == name:
            return arguments[place + 1] if place + 1 < len(arguments) else None
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return None


def _next(waiting: Iterator[str]) -> list[str]:
    value = next(waiting, None)
    return [] if value is None else [value]
