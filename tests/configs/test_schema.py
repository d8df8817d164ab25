from collections.abc import Callable
from datetime import date
from typing import Any, get_args

import jsonschema
import pytest
import yaml

from configs.keys import normalise
from configs.plans import values
from configs.plans.check import LoadedPlans
from configs.plans.fields import BY_PATH, DETAIL_PATHS, FIELDS, KINDS, METHODS, PLAN_PATHS, ROUTES, keys_of
from configs.plans.model import Detail, Funds, Plan
from configs.schema import plan_file_schema
from tests.configs.conftest import file_text, plan_text

SCHEMA = plan_file_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def as_an_editor_reads(text: str) -> Any:  # noqa: ANN401 - any JSON
    """YAML 1.2 has no dates: an editor sees their text."""

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [plain(inner) for inner in value]
        return value.isoformat() if isinstance(value, date) else value

    return plain(yaml.safe_load(text))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_catalogue_of_fields_names_every_field_of_the_model() -> None:
    model = {name for name in Plan.model_fields if name not in {"funds", "detail", "other"}}
    model |= {f"funds.{name}" for name in Funds.model_fields}
    model |= {f"detail.{name}" for name in Detail.model_fields if name != "other"}
    assert set(BY_PATH) == model


def test_no_two_fields_share_a_key() -> None:
    for group, paths in (("", PLAN_PATHS), ("detail", DETAIL_PATHS)):
        fields = [field for field in FIELDS if field.group == group or (group == "" and field.group == "funds")]
        assert set(paths.values()) == {field.path for field in fields}
        assert len(paths) == len({(word, path) for word, path in paths.items()})
        for field in fields:
            assert all(paths[values_key] == field.path for values_key in map(_normal, keys_of(field)))


def _normal(key: str) -> str:
    return normalise(key)


def test_choices_are_the_models_choices() -> None:
    assert get_args(values.Method) == METHODS
    assert get_args(values.PurchaseKind) == KINDS
    assert tuple(ROUTES.values()) == get_args(values.RouteName)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.path)
def test_every_key_of_every_field_is_in_the_schema_with_its_label(field: Any) -> None:  # noqa: ANN401
    tables = {"": ["plan"], "funds": ["plan", "funds"], "detail": ["detail"]}[field.group]
    for table in tables:
        properties = SCHEMA["$defs"][table]["properties"]
        for key in keys_of(field):
            assert properties[key]["description"].startswith(field.label)
        assert SCHEMA["$defs"][table]["additionalProperties"] is False


ENGLISH = """
amount_unit: 万元
defaults: {account: linnan, detail: {unit: 台, other: {规格要求: i5}}, other: {联系人: 张三}}
plans:
- {ref: a1, name: 台式机, route: mall, method: 网上超市, purchase_date: 2020-09-18, year: 2020, month: 9,
   funds: {general: 35}, detail: {item_name: 台式计算机, item_code: A02010105, unit_price: 0.5, quantity: 70}}
"""
GOOD = [
    file_text(plan_text()),
    ENGLISH,
    file_text(
        plan_text(
            传真号码="~",
            计划月份="9",
            计划采购日期="2020年9月18日",
            资金="{一般预算: 35万元}",
            **{"预算内一般预算金额(万元)": None},
        )
    ),
]
BAD = [
    {"计划名秤": "x"},
    {"采购方式": "网上商城"},
    {"预算内一般预算金额": "35万"},
    {"预算内一般预算金额": "35 RMB"},
    {"计划采购日期": "明天"},
    {"是否科研项目": "不"},
    {"计划月份": "13"},
    {"业务年度": "20"},
    {"数量": "70台"},
    {"数量": "0"},
    {"基准采购品目编码": "D01"},
    {"代理机构": "[a]"},
    {"明细x": "{}"},
    {"计划编号": "1"},
]


@pytest.mark.parametrize("text", GOOD)
def test_good_files_pass_the_schema_and_the_check(load: Callable[..., LoadedPlans], text: str) -> None:
    assert load(text).problems == []
    VALIDATOR.validate(as_an_editor_reads(text))


@pytest.mark.parametrize("change", BAD, ids=str)
def test_bad_files_fail_in_both(load: Callable[..., LoadedPlans], change: dict[str, str | None]) -> None:
    text = file_text(plan_text(**change))
    assert load(text).problems
    assert not VALIDATOR.is_valid(as_an_editor_reads(text))


@pytest.mark.parametrize(
    "text", ["计划: []", "{}", "计划: [{计划名称: x}]", "默认: {ref: a}\n计划: [{ref: a}]", "plan: []"]
)
def test_bad_forms_fail_in_the_schema(text: str) -> None:
    assert not VALIDATOR.is_valid(as_an_editor_reads(text))
