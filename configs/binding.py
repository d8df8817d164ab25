"""pydantic's errors as our problems: a code of our own, the line of the file, the key that was probably meant."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from configs.keys import nearest
from configs.problems import BadValueError, Param, Problem
from configs.yaml_tree import Node, Table, line_at, plain, read_tree

Model = TypeVar("Model", bound=BaseModel)
Loc = tuple[str | int, ...]

_NOT_CALLED = "default_factory_not_called"  # follows from another error
_CODES = {
    "missing": "field_missing",
    "string_type": "not_text",
    "list_type": "not_a_list",
    "tuple_type": "not_a_list",
    "dict_type": "not_a_table",
    "model_type": "not_a_table",
    "mapping_type": "not_a_table",
    "int_parsing": "not_a_whole_number",
    "int_type": "not_a_whole_number",
    "int_from_float": "not_a_whole_number",
    "float_parsing": "not_a_number",
    "float_type": "not_a_number",
    "bool_parsing": "not_true_or_false",
    "bool_type": "not_true_or_false",
    "greater_than_equal": "too_small",
    "greater_than": "too_small",
    "less_than_equal": "too_big",
    "less_than": "too_big",
    "too_short": "list_empty",
    "string_too_short": "text_empty",
}


def read_model(model: type[Model], path: Path, shown: str) -> tuple[Model | None, list[Problem]]:
    """Read a YAML file into a model; None with all its problems when anything is wrong."""
    node, problems = read_tree(path, shown)
    if node is None:
        return None, problems or [Problem(shown, None, "", "file_empty")]
    built, more = bind(model, node, shown)
    return (None if problems else built), problems + more


def bind(model: type[Model], node: Node, shown: str) -> tuple[Model | None, list[Problem]]:
    """Build a model from a YAML tree."""
    if not isinstance(node, Table):
        return None, [Problem(shown, node.line, "", "not_a_table")]
    try:
        return model.model_validate(plain(node)), []
    except ValidationError as error:
        return None, [
            Problem(shown, line_at(node, loc), dotted(loc), code, params)
            for loc, code, params in findings(error, model)
        ]


def findings(error: ValidationError, model: type[BaseModel]) -> Iterator[tuple[Loc, str, dict[str, Param]]]:
    """Every error of a validation: where, our code, and its values."""
    errors = error.errors(include_url=False)
    inside = {each["loc"][:end] for each in errors for end in range(len(each["loc"]))}
    for detail in errors:
        follows = detail["type"] == "too_short" and detail["loc"] in inside  # its items could not be read
        if detail["type"] != _NOT_CALLED and not follows:
            code, params = _described(detail, model)
            yield detail["loc"], code, params


def dotted(loc: Loc) -> str:
    """Write a place as problems name it: `provincial.messages[3].pattern`."""
    text = ""
    for step in loc:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return text.lstrip(".")


def _described(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, dict[str, Param]]:
    context: dict[str, Any] = detail.get("ctx") or {}
    own = context.get("error")
    if isinstance(own, BadValueError):
        return own.code, own.params
    value = "" if isinstance(detail["input"], dict | list) else str(detail["input"])
    match detail["type"]:
        case "extra_forbidden":
            key = str(detail["loc"][-1])
            near = nearest(key, known_keys(model, detail["loc"][:-1]))
            return ("unknown_key", {"key": key, "nearest": near}) if near else ("unknown_name", {"key": key})
        case "literal_error" | "enum":
            return "not_one_of", {"value": value, "allowed": re.findall(r"'([^']*)'", str(context["expected"]))}
        case kind if kind in _CODES:
            limit = next((str(context[key]) for key in ("ge", "gt", "le", "lt") if key in context), "")
            return _CODES[kind], {"value": value, **({"limit": limit} if limit else {})}
    return "value_invalid", {"value": value, "detail": detail["msg"]}


def known_keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """List the keys that a model knows at a place inside it."""
    here: Any = model
    for step in loc:
        if isinstance(step, str) and step in here.model_fields:
            here = _inner_model(here.model_fields[step].annotation)
        if here is None:
            return []
    return [info.alias or name for name, info in here.model_fields.items()]


def _inner_model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any annotation of a field
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner_model(part))), None)
