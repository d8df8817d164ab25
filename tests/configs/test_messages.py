"""Every problem has a sentence in both languages, and no sentence speaks of a problem that does not exist."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from configs.binding import _CODES

ROOT = Path(__file__).parents[2]
LANGUAGES = ("zh", "en")
# The argument that carries the code, in each of the ways in which a problem is made.
_CODE_AT = {"Problem": 3, "BadValueError": 0, "problem": 1, "_problem": 1, "Found": 1}


def sentences(language: str) -> dict[str, str]:
    loaded = yaml.safe_load((ROOT / f"desk/messages/{language}/configs.yaml").read_text("utf-8"))
    return {key.removeprefix("problem."): text for key, text in loaded.items()}


def words_in_code() -> set[str]:
    """Every string of configs/ that could be a code."""
    words = set()
    for path in (ROOT / "configs").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                words.add(node.value)
    return words


def codes_made() -> set[str]:
    codes = {"missing_row"}
    for path in (ROOT / "configs").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                at = _CODE_AT.get(name)
                if at is not None and len(node.args) > at:
                    codes |= {
                        n.value
                        for n in ast.walk(node.args[at])
                        if isinstance(n, ast.Constant) and isinstance(n.value, str)
                    }
            if (
                isinstance(node, ast.Yield)
                and isinstance(node.value, ast.Tuple)
                and isinstance(node.value.elts[1], ast.Constant)
            ):
                codes.add(str(node.value.elts[1].value))
    return codes


def test_the_search_for_codes_finds_them() -> None:
    assert {"file_empty", "money_too_fine", "funds_differ", "yaml_tab", "missing_row"} <= codes_made()
    assert len(codes_made()) > 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_a_sentence(language: str) -> None:
    made = codes_made() | set(_CODES.values()) | {"value_invalid"}
    assert made - set(sentences(language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_left_over(language: str) -> None:
    assert set(sentences(language)) - words_in_code() == set()


def test_both_languages_say_the_same_with_the_same_values() -> None:
    zh, en = sentences("zh"), sentences("en")
    assert set(zh) == set(en)
    fields = re.compile(r"{(\w+)}")
    assert {code: set(fields.findall(text)) for code, text in zh.items()} == {
        code: set(fields.findall(text)) for code, text in en.items()
    }
