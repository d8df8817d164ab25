"""What is wrong with a configuration: where, a code, and plain values; the desk writes the sentence."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

Param = str | int | list[str]


@dataclass(frozen=True)
class Problem:
    """One thing to put right; its sentence stands in the message catalogue under `problem.<code>`."""

    file: str
    line: int | None
    field: str
    code: str
    params: dict[str, Param] = dataclasses.field(default_factory=dict)

    @property
    def key(self) -> str:
        """The key of the sentence in the message catalogue."""
        return f"problem.{self.code}"

    @property
    def where(self) -> str:
        """The place as an editor understands it: `plans/office.yaml:14 明细.数量`."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place} {self.field}".rstrip()


class BadValueError(ValueError):
    """A text that cannot be what it should be; where its place is known it becomes a Problem."""

    def __init__(self, code: str, **params: Param) -> None:
        self.code = code
        self.params = params
        super().__init__(code + "".join(f" {key}={value!r}" for key, value in params.items()))


class ConfigProblems(Exception):
    """Everything that is wrong, all at once (`problems`, in the order of files and lines)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("; ".join(f"{p.where}: {p.code} {p.params}" for p in self.problems))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by file and line, and say each once."""
    unique = {(p.file, p.line, p.field, p.code, repr(p.params)): p for p in problems}
    return sorted(unique.values(), key=lambda p: (p.file, p.line or 0))
