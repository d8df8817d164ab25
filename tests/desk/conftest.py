"""A desk in Chinese, a fresh workspace, and the command line as a function."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk import cli
from desk.messages.catalogue import speak
from desk.starter.copy import make_workspace


@dataclass(frozen=True)
class Ran:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _chinese_without_a_callers_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("LC_ALL", "LC_MESSAGES", "YUNCAI_SITE", "YUNCAI_SITE_URL", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    speak("zh")
    yield
    speak("zh")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """What `yuncai init` makes."""
    folder = tmp_path / "office"
    make_workspace(folder, "zh")
    return folder


@pytest.fixture
def yuncai(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process."""

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = cli.run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run
