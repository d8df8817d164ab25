"""What an inventory keeps, and what a comparison tells of a release."""

from pathlib import Path
from typing import Any

import pytest

from configs.problems import ConfigProblems
from desk.inspect.compare import Change, compare
from desk.inspect.model import Inventory, SeenField, read_inventory

NAME = SeenField(label="计划名称", kind="text", required=True, max_length=60)
AMOUNT = SeenField(label="预算金额(元)", kind="text", unit="元")
METHOD = SeenField(label="采购方式", kind="select", required=True, options=("网上超市", "定点采购", "询价"))
DATE = SeenField(label="计划采购日期", kind="date")
REMARK = SeenField(label="备注", kind="textarea", sureness=62, also=("请输入备注",))


def inventory(*fields: SeenField, **more: Any) -> Inventory:  # noqa: ANN401 - any part of it
    values = {"where": "provincial/计划", "address": "http://portal/add", "taken_at": "2026-11-26T09:00:00+08:00"}
    return Inventory(**values, fields=fields or (NAME, AMOUNT, METHOD, DATE, REMARK), **more)


THEN = inventory(grids=(("计划编号", "计划名称", "状态"),), buttons=("保存", "关闭"))


def changed(*fields: SeenField) -> list[tuple[str, str]]:
    return [(change.kind, change.label) for change in compare(inventory(), inventory(*fields))]


def other(field: SeenField, **changes: object) -> SeenField:
    return field.model_copy(update=changes)


def test_an_inventory_goes_into_a_file_and_comes_back_the_same(tmp_path: Path) -> None:
    file = tmp_path / "form.yaml"
    file.write_text(THEN.as_yaml(), "utf-8")
    assert read_inventory(file) == THEN
    assert "计划名称" in file.read_text("utf-8")
    assert "disabled" not in file.read_text("utf-8")  # what says nothing is left out


@pytest.mark.parametrize("text", ["fields: [", "计划: []", "- 1", "", "format: 2\nwhere: a\naddress: b\ntaken_at: c"])
def test_a_file_that_holds_no_inventory_is_told_with_its_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "form.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigProblems) as refused:
        read_inventory(file)
    (problem,) = refused.value.problems
    assert (problem.file, problem.code) == (str(file), "not_an_inventory")
    assert problem.params["reason"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigProblems) as refused:
        read_inventory(tmp_path / "nothing.yaml")
    assert refused.value.problems[0].code == "not_an_inventory"


def test_the_same_page_has_not_changed_whenever_it_was_looked_at() -> None:
    later = THEN.model_copy(update={"taken_at": "2027-01-01T00:00:00+08:00", "address": "http://portal/add?id=7"})
    assert compare(THEN, later) == []


def test_fields_may_stand_in_another_order() -> None:
    assert changed(DATE, REMARK, NAME, METHOD, AMOUNT) == []


def test_how_sure_a_label_is_does_not_count_as_a_change() -> None:
    assert changed(NAME, AMOUNT, METHOD, DATE, other(REMARK, sureness=90, also=())) == []


CONTACT = SeenField(label="联系人", kind="text")
IN_WAN = SeenField(label="预算金额(万元)", kind="text", unit="万元")


@pytest.mark.parametrize(("fields", "told"), [
    ((NAME, AMOUNT, METHOD, DATE, REMARK, CONTACT), ("field_new", "联系人")),
    ((NAME, other(CONTACT, required=True), AMOUNT, METHOD, DATE, REMARK), ("field_new_required", "联系人")),
    ((NAME, AMOUNT, METHOD, REMARK), ("field_gone", "计划采购日期")),
    ((other(NAME, label="项目名称"), AMOUNT, METHOD, DATE, REMARK), ("label_renamed", "计划名称")),
    ((NAME, IN_WAN, METHOD, DATE, REMARK), ("unit_changed", "预算金额(万元)")),
    ((NAME, AMOUNT, other(METHOD, options=("网上超市", "询价")), DATE, REMARK), ("option_gone", "采购方式")),
    ((NAME, AMOUNT, other(METHOD, options=(*METHOD.options, "竞价")), DATE, REMARK), ("option_new", "采购方式")),
    ((NAME, AMOUNT, METHOD, other(DATE, required=True), REMARK), ("now_required", "计划采购日期")),
    ((NAME, AMOUNT, other(METHOD, required=False), DATE, REMARK), ("no_longer_required", "采购方式")),
    ((NAME, AMOUNT, METHOD, other(DATE, kind="text"), REMARK), ("kind_changed", "计划采购日期")),
    ((other(NAME, max_length=30), AMOUNT, METHOD, DATE, REMARK), ("max_length_shorter", "计划名称")),
    ((other(NAME, max_length=None), AMOUNT, METHOD, DATE, REMARK), ("max_length_longer", "计划名称")),
    ((NAME, other(AMOUNT, read_only=True), METHOD, DATE, REMARK), ("now_read_only", "预算金额(元)")),
    ((NAME, other(AMOUNT, disabled=True), METHOD, DATE, REMARK), ("now_disabled", "预算金额(元)")),
])  # fmt: skip
def test_one_change_is_told_once(fields: tuple[SeenField, ...], told: tuple[str, str]) -> None:
    assert changed(*fields) == [told]


def test_a_renamed_field_is_known_by_its_kind_and_its_neighbours() -> None:
    renamed = (
        other(NAME, label="项目名称"),
        AMOUNT,
        other(METHOD, label="采购的方式"),
        DATE,
        other(REMARK, label="说明"),
    )
    told = {change.params["before"]: change.params["after"] for change in compare(inventory(), inventory(*renamed))}
    assert told == {"计划名称": "项目名称", "采购方式": "采购的方式", "备注": "说明"}


def test_a_new_field_beside_a_renamed_one_is_not_taken_for_it() -> None:
    told = changed(
        NAME, SeenField(label="支出功能分类", kind="text"), other(AMOUNT, label="预算总金额(元)"), METHOD, DATE, REMARK
    )
    assert told == [("label_renamed", "预算金额(元)"), ("field_new", "支出功能分类")]


def test_fields_without_a_label_are_paired_by_their_places() -> None:
    nameless = SeenField(label="", kind="text", sureness=0)
    then, now = inventory(NAME, nameless, DATE), inventory(NAME, other(nameless, required=True), DATE)
    assert [change.kind for change in compare(then, now)] == ["now_required"]


def test_labels_that_stand_twice_are_taken_in_their_order() -> None:
    then = inventory(NAME, other(NAME, max_length=20))
    now = inventory(NAME, other(NAME, max_length=10))
    assert [change.params for change in compare(then, now)] == [{"before": "20", "after": "10"}]


def test_headers_and_buttons_that_come_and_go_are_told() -> None:
    now = THEN.model_copy(update={
        "grids": (("计划编号", "计划名称", "审核状态"), ("操作环节", "操作结果")), "buttons": ("暂存", "关闭"),
    })  # fmt: skip
    assert [(change.kind, change.label, change.params) for change in compare(THEN, now)] == [
        ("header_gone", "计划编号、计划名称、状态", {"words": ["状态"]}),
        ("header_new", "计划编号、计划名称、状态", {"words": ["审核状态"]}),
        ("grid_new", "操作环节、操作结果", {}),
        ("button_gone", "保存", {}),
        ("button_new", "暂存", {}),
    ]
    assert [change.kind for change in compare(THEN, THEN.model_copy(update={"grids": ()}))] == ["grid_gone"]


def test_a_new_button_breaks_nothing_and_a_new_required_field_does() -> None:
    assert Change("field_new_required", "联系人").breaks
    assert not Change("button_new", "打印").breaks
