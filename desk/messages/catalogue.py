"""One catalogue of messages: the YAML files of a language, merged; `text(key, …)` never fails.

A key that nobody wrote is shown as the key with its values: ugly, but it hides nothing and stops nothing.
"""

import os
import string
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
FOLDER = Path(__file__).parent
_COMMA: dict[Language, str] = {"zh": "、", "en": ", "}
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_spoken: list[Language] = ["zh"]


@cache
def sentences(language: Language) -> Mapping[str, str]:
    """All keys and sentences of a language."""
    merged: dict[str, str] = {}
    for path in sorted((FOLDER / language).glob("*.yaml")):
        merged.update(yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader) or {})  # noqa: S506 - a safe loader
    return merged


def speak(language: Language) -> None:
    """Choose the language of everything that follows."""
    _spoken[:] = [language]


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak another language for a while."""
    before = spoken()
    speak(language)
    try:
        yield
    finally:
        speak(before)


def spoken() -> Language:
    """The language in use."""
    return _spoken[0]


def knows(key: str) -> bool:
    """True when the language in use has a sentence for the key."""
    return key in sentences(spoken())


def text(key: str, /, **params: Any) -> str:  # noqa: ANN401 - whatever an error or a page gave
    """The sentence for a key, with its values put in."""
    template = sentences(spoken()).get(key)
    if template is None:
        shown = ", ".join(f"{name}={rendered(value)}" for name, value in params.items())
        return f"{key} ({shown})" if shown else key
    return _FORGIVING.vformat(str(template), (), {name: rendered(value) for name, value in params.items()}).strip()


def rendered(value: Any) -> str:  # noqa: ANN401 - plain values of any kind
    """A value as a person reads it; lists as `a、b`."""
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value:f}"
        case str():
            return value
        case Mapping():
            return _COMMA[spoken()].join(f"{name}: {rendered(item)}" for name, item in value.items())
        case Iterable():
            items = [rendered(item) for item in value]
            return _COMMA[spoken()].join(items) if items else text("list.empty")
    return str(value)


def language_of(environment: Mapping[str, str] = os.environ) -> Language:
    """The language of a locale: the first of LC_ALL, LC_MESSAGES and LANG that is set decides; Chinese otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "en" if value.lower().startswith("en") else "zh"
    return "zh"


class _Forgiving(string.Formatter):
    """Leaves a placeholder standing when nobody gave its value."""

    def get_value(self, key: int | str, args: Any, kwargs: Any) -> Any:  # noqa: ANN401, ARG002 - as the base class
        return kwargs.get(str(key), f"{{{key}}}")

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:  # noqa: ANN401 - as the base class
        return self.get_value(field_name, args, kwargs), field_name


_FORGIVING = _Forgiving()
