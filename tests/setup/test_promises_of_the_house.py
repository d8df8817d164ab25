"""Promises about the files themselves: addresses, lengths, messages, and which way imports run."""

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from string import Formatter

import pytest
import yaml

import bots
import flows
from bots.errors import BotError

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 400
LANGUAGES = ("zh", "en")
# Split, so that this file does not hold what it looks for.
REGISTRIES = [
    re.compile(pattern.replace("_", ""))
    for pattern in (
        r"py_pi\.(org|python\.org)",
        r"python_hosted\.org",
        r"npm_js\.(org|com)",
        r"deb\.debian_\.org",
        r"(mirrors?|pypi)\.(aliyun|tuna|ustc|tencent|huaweicloud|douban)_",
        r"tuna\.tsing_hua",
    )
]
ALLOWED: dict[str, set[str]] = {  # package → the packages of ours that it may import
    "bots": set(),
    "configs": set(),
    "flows": {"bots", "configs"},
    "desk": {"flows", "configs", "bots", "sandbox"},
    "sandbox": set(),
    "tools": {"bots"},
}
OURS = set(ALLOWED) | {"tests", "bench"}


def files(*suffixes: str) -> list[Path]:
    """Every committed file, and every file that could be committed as it stands."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file() and (not suffixes or path.suffix in suffixes)]


def test_no_file_holds_the_address_of_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path in files()
        if path.suffix not in {".png", ".zip"}
        for pattern in REGISTRIES
        if (hit := pattern.search(path.read_text("utf-8", "replace")))
    ]
    assert found == []


def test_the_search_for_registries_finds_one() -> None:
    assert any(pattern.search("--index-url https://" + "pypi" + ".org/simple") for pattern in REGISTRIES)


def test_no_file_of_code_is_too_long_to_read() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in files(".py", ".js", ".css", ".sh")}
    assert lengths
    assert {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > LONGEST_FILE} == {}


def test_every_dependency_is_pinned_with_hashes() -> None:
    for name in ("build", "run", "dev"):
        text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
        entries = [entry for entry in re.split(r"\n(?=[a-z])", text) if not entry.startswith("#")]
        assert entries
        assert [entry for entry in entries if not re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==\S+", entry)] == []
        assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def imports(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node.lineno


@pytest.mark.parametrize("package", ALLOWED)
def test_imports_run_one_way(package: str) -> None:
    forbidden = OURS - ALLOWED[package] - {package}
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for path in (ROOT / package).rglob("*.py")
        for module, line in imports(path)
        if module.split(".")[0] in forbidden
    ]
    assert wrong == []


def test_the_desk_starts_the_sandbox_and_does_nothing_else_with_it() -> None:
    used = {
        module
        for path in (ROOT / "desk").rglob("*.py")
        for module, _ in imports(path)
        if module.split(".")[0] == "sandbox"
    }
    assert used <= {"sandbox", "sandbox.server"}


@pytest.mark.parametrize(("library", "only"), [("dbos", "flows/engine"), ("playwright", "bots/")])
def test_a_foreign_library_stays_behind_its_wall(library: str, only: str) -> None:
    wrong = [
        str(path.relative_to(ROOT))
        for package in ("bots", "flows", "configs", "desk", "sandbox")
        for path in (ROOT / package).rglob("*.py")
        if not path.relative_to(ROOT).as_posix().startswith(only)
        and any(module.split(".")[0] == library for module, _ in imports(path))
    ]
    assert wrong == []


def declared(*, tests_too: bool) -> set[str]:
    """The modules that the dependencies in pyproject.toml bring, by themselves or by what they stand on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["dependencies"] + (project["optional-dependencies"]["dev"] if tests_too else [])
    names = {normal(re.split(r"[\[<>=!~ ;]", one)[0]) for one in wanted}
    names |= {"markupsafe", "pydantic-core"}  # parts of jinja2 and pydantic that their own manuals tell to import
    return {
        module for module, packages in packages_distributions().items() if names & {normal(name) for name in packages}
    }


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("package", [*ALLOWED, "tests", "bench"])
def test_what_is_imported_is_declared(package: str) -> None:
    known = OURS | sys.stdlib_module_names | declared(tests_too=package in {"tests", "bench"})
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for path in (ROOT / package).rglob("*.py")
        for module, line in imports(path)
        if module.split(".")[0] not in known
    ]
    assert wrong == []


def message_files(language: str) -> list[dict[str, str]]:
    paths = sorted((ROOT / "desk" / "messages" / language).glob("*.yaml"))
    return [yaml.safe_load(path.read_text("utf-8")) or {} for path in paths]


def catalogue(language: str) -> dict[str, str]:
    return {key: text for entries in message_files(language) for key, text in entries.items()}


def placeholders(text: str) -> set[str]:
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in Formatter().parse(text) if name}


def errors() -> set[type[BotError]]:
    """Every error class of the house that is raised as it is."""
    for package in (bots, flows):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            importlib.import_module(module.name)

    def below(cls: type[BotError]) -> Iterator[type[BotError]]:
        for sub in cls.__subclasses__():
            yield sub
            yield from below(sub)

    return {cls for cls in below(BotError) if cls.__module__.split(".")[0] in {"bots", "flows"}}


def test_both_languages_say_the_same_things() -> None:
    zh, en = (catalogue(language) for language in LANGUAGES)
    assert zh.keys() == en.keys()
    assert {key: (placeholders(zh[key]), placeholders(en[key])) for key in zh if placeholders(zh[key]) != placeholders(en[key])} == {}  # fmt: skip  # noqa: E501


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_written_twice(language: str) -> None:
    keys = Counter(key for entries in message_files(language) for key in entries)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_a_sentence(language: str) -> None:
    sentences = catalogue(language)
    assert sorted(f"error.{error().code}" for error in errors() if f"error.{error().code}" not in sentences) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_uses_only_values_that_its_error_documents(language: str) -> None:
    """An error's docstring names its values in backquotes; a sentence with another one could not be written."""
    sentences = catalogue(language)
    wrong = {
        error.__name__: placeholders(sentences[f"error.{error().code}"]) - documented(error)
        for error in errors()
        if f"error.{error().code}" in sentences
    }
    assert {name: extra for name, extra in wrong.items() if extra} == {}


def documented(error: type[BotError]) -> set[str]:
    return {
        name for cls in error.__mro__ if issubclass(cls, BotError) for name in re.findall(r"`(\w+)`", cls.__doc__ or "")
    }


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """Every place where one of our errors is made: where, its name, and the values it is given."""
    names = {error.__name__ for error in errors()}
    for package in ("bots", "flows", "tools"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                    keys = {keyword.arg or "**" for keyword in node.keywords}
                    if "**" not in keys and not node.args:
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", node.func.id, keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_raises_an_error_gives_it_what_its_sentence_needs(language: str) -> None:
    sentences = catalogue(language)
    codes = {error.__name__: f"error.{error().code}" for error in errors()}
    wrong = [
        f"{where} {name} lacks {sorted(missing)}"
        for where, name, keys in raised()
        if (missing := placeholders(sentences.get(codes[name], "")) - keys)
    ]
    assert wrong == []


def test_json_and_yaml_of_the_house_can_be_read() -> None:
    for path in files(".json", ".yaml", ".yml"):
        if "tests" in path.relative_to(ROOT).parts:
            continue  # tests keep broken files on purpose
        text = path.read_text("utf-8")
        assert (json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)) is not None, path
