"""The JSON Schema of plan files, from the catalogue of fields: editors complete and check with it while a clerk types.

It says the form (keys, choices, how amounts and dates look); sums, dates in order and doubles are `yuncai check`'s.
"""

from typing import Any

from configs.money import UNITS
from configs.plans.fields import FIELDS, GROUP_KEYS, ROUTES, PlanField, keys_of
from configs.plans.yaml_file import TOP_KEYS, VERSION

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_AMOUNT = r"^\s*[0-9０-９][0-9０-９,，.．]*\s*(万元|元)\s*$"
_DATE = r"^\s*[0-9]{4}([-/][0-9]{1,2}[-/][0-9]{1,2}|\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日)\s*$"
_NOT_DEFAULTS = {"ref", "allow_duplicate"}
_OTHER_KEYS = {key: group for key, group in GROUP_KEYS.items() if group == "other"}
_GROUP_NOTES = {
    "funds": "五项资金，没写的为 0；合计须等于明细的单价×数量",
    "detail": "一个计划只有一条明细",
    "other": "手册没有、但平台表单上有的字段：表单上的名称 → 内容",
}
_TOP_NOTES = {
    "version": "文件格式的版本",
    "unit": "声明后，金额可以只写数字",
    "defaults": "每个计划都用的值；计划里写了的优先",
    "plans": "计划列表",
}
_SHAPES: dict[str, Schema] = {
    "text": {"type": ["string", "number", "null"]},
    "bool": {"enum": ["是", "否", True, False, None]},
    "money": {"$ref": "#/$defs/amount"},
    "date": {"type": ["string", "null"], "pattern": _DATE},
    "year": {"type": ["integer", "string", "null"], "minimum": 2000, "maximum": 2100, "pattern": r"^[0-9]{4}年?$"},
    "month": {"type": ["integer", "string", "null"], "minimum": 1, "maximum": 12, "pattern": r"^(0?[1-9]|1[0-2])月?$"},
    "quantity": {
        "type": ["number", "string", "null"],
        "exclusiveMinimum": 0,
        "pattern": r"^[0-9][0-9,]*(\.[0-9]{1,2})?$",
    },
    "code": {"type": ["string", "null"], "pattern": r"^[ABCabc][0-9]{2,14}$"},
}


def plan_file_schema() -> Schema:
    """Build the schema, with every Chinese and English key."""
    defaults = [field for field in FIELDS if field.path not in _NOT_DEFAULTS]
    return {
        "$schema": DIALECT,
        "title": "yuncai 采购计划",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: _top(name) for key, name in TOP_KEYS.items()},
        "anyOf": _one_of_keys([key for key, name in TOP_KEYS.items() if name == "plans"]),
        "$defs": {
            "amount": _amount(),
            "funds": _table([field for field in FIELDS if field.group == "funds"], {}),
            "detail": _table([field for field in FIELDS if field.group == "detail"], _OTHER_KEYS),
            "other": {"type": ["object", "null"], "additionalProperties": {"type": ["string", "number", "null"]}},
            "plan": {**_plan(list(FIELDS)), "anyOf": _one_of_keys(list(keys_of(FIELDS[0])))},
            "defaults": {**_plan(defaults), "type": ["object", "null"]},
        },
    }


def _top(name: str) -> Schema:
    shapes: dict[str, Schema] = {
        "version": {"enum": [int(VERSION), VERSION]},
        "unit": {"enum": list(UNITS)},
        "defaults": {"$ref": "#/$defs/defaults"},
        "plans": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/plan"}},
    }
    return {**shapes[name], "description": _TOP_NOTES[name]}


def _plan(fields: list[PlanField]) -> Schema:
    return _table([field for field in fields if field.group in {"", "funds"}], GROUP_KEYS)


def _table(fields: list[PlanField], groups: dict[str, str]) -> Schema:
    properties = {key: _field(field) for field in fields for key in keys_of(field)}
    for key, group in groups.items():
        properties[key] = {"$ref": f"#/$defs/{group}", "description": _GROUP_NOTES[group]}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _field(field: PlanField) -> Schema:
    note = f" {field.note}" if field.note else ""
    return {**_shape(field), "description": f"{field.label} ({field.name}){note}"}


def _shape(field: PlanField) -> Schema:
    if field.kind == "choice":
        english = list(ROUTES.values()) if field.path == "route" else []
        return {"enum": [*field.options, *english, None]}
    return _SHAPES[field.kind]


def _amount() -> Schema:
    shapes: list[Schema] = [{"type": "string", "pattern": _AMOUNT}, {"type": "number", "minimum": 0}, {"type": "null"}]
    return {
        "anyOf": shapes,
        "description": "35万元 或 350000元；声明了 金额单位 的文件里可以只写数字",
        "examples": ["35万元", "350000元"],
    }


def _one_of_keys(keys: list[str]) -> list[Schema]:
    return [{"required": [key]} for key in keys]
