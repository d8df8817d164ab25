import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from configs.catalogues.answer import MissingRow
from configs.problems import ConfigProblems, Problem
from configs.workspace import Workspace
from tests.configs.conftest import file_text, plan_text
from tests.configs.test_accounts import GOOD as ACCOUNTS

Write = Callable[[str, str], Path]


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.upper().startswith("YUNCAI_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def folder(write: Write, tmp_path: Path) -> Path:
    write("accounts.yaml", ACCOUNTS)
    write("yuncai.yaml", "lanes: 2\n")
    write("plans/office.yaml", file_text(plan_text()))
    write("secrets/passwords__linnan", "Sandbox#2021\n")
    (tmp_path / "secrets").chmod(0o700)
    return tmp_path


def problems_of(folder: Path) -> list[Problem]:
    with pytest.raises(ConfigProblems) as caught:
        Workspace.open(folder)
    return caught.value.problems


def test_a_workspace_is_opened_with_all_that_belongs_to_it(folder: Path) -> None:
    workspace = Workspace.open(folder)
    assert workspace.settings.lanes == 2
    assert workspace.settings.until == "submitted"
    assert workspace.site.name == workspace.portal("mall").name == "sandbox"
    assert workspace.state_dir == folder / ".yuncai"
    assert workspace.plan_files() == [folder / "plans" / "office.yaml"]
    assert workspace.password_of("linnan").get_secret_value() == "Sandbox#2021"
    loaded = workspace.load_plans()
    assert loaded.problems == []
    assert loaded.plans[0].file == "plans/office.yaml"


def test_opening_writes_nothing(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    Workspace.open(folder).load_plans()
    assert sorted(folder.rglob("*")) == before


def test_yuncai_yaml_may_be_missing(folder: Path) -> None:
    (folder / "yuncai.yaml").unlink()
    assert Workspace.open(folder).settings.lanes == 4


def test_the_environment_goes_before_secrets_before_yaml(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "yuncai.yaml").write_text("lanes: 2\nlocale: en\nbrowser: {headless: false, channel: chrome}\n")
    (folder / "secrets" / "locale").write_text("zh")
    (folder / "secrets" / "lanes").write_text("5")
    monkeypatch.setenv("YUNCAI_LANES", "7")
    monkeypatch.setenv("YUNCAI_BROWSER__HEADLESS", "true")
    monkeypatch.setenv("YUNCAI_PASSWORDS__LINNAN", "from the environment")
    workspace = Workspace.open(folder)
    assert (workspace.settings.lanes, workspace.settings.locale) == (7, "zh")
    assert (workspace.settings.browser.headless, workspace.settings.browser.channel) == (True, "chrome")
    assert workspace.password_of("linnan").get_secret_value() == "from the environment"


@pytest.mark.parametrize("password", ["123456", "0123", "true", '"quoted"', "{}", "1e5", " spaces ", "密码#1"])
@pytest.mark.parametrize("by_file", [True, False])
def test_a_password_is_taken_to_the_letter(
    folder: Path, monkeypatch: pytest.MonkeyPatch, password: str, *, by_file: bool
) -> None:
    (folder / "secrets" / "passwords__linnan").write_text(f"{password if by_file else 'another'}\r\n", encoding="utf-8")
    if not by_file:
        monkeypatch.setenv("YUNCAI_PASSWORDS__LINNAN", password)
    assert Workspace.open(folder).password_of("linnan").get_secret_value() == password


def test_a_password_file_may_begin_with_a_byte_order_mark(folder: Path) -> None:
    (folder / "secrets" / "passwords__linnan").write_bytes(b"\xef\xbb\xbfSandbox#2021\r\n")
    assert Workspace.open(folder).password_of("linnan").get_secret_value() == "Sandbox#2021"


def test_no_password_is_shown_by_printing_settings(folder: Path) -> None:
    assert "Sandbox#2021" not in repr(Workspace.open(folder))


def test_a_missing_password_says_where_it_belongs(folder: Path) -> None:
    (folder / "secrets" / "passwords__linnan").unlink()
    workspace = Workspace.open(folder)
    assert [p.code for p in workspace.missing_passwords(["linnan", "linnan"])] == ["password_missing"]
    with pytest.raises(ConfigProblems) as caught:
        workspace.password_of("linnan")
    assert caught.value.problems[0].params["file"] == "secrets/passwords__linnan"


def test_a_password_file_that_others_can_read_is_reported(folder: Path) -> None:
    (folder / "secrets").chmod(0o755)
    (folder / "secrets" / "passwords__linnan").chmod(0o644)
    assert [(p.code, p.file) for p in problems_of(folder)] == [("secrets_too_open", "secrets/passwords__linnan")]
    (folder / "secrets" / "passwords__linnan").chmod(0o600)
    Workspace.open(folder)


def test_a_password_for_nobody_and_an_empty_one_are_reported(folder: Path) -> None:
    (folder / "secrets" / "passwords__linnan").write_text("\n")
    (folder / "secrets" / "passwords__linan").write_text("x")
    assert [(p.code, p.file) for p in problems_of(folder)] == [
        ("password_for_nobody", "secrets/passwords__linan"),
        ("password_empty", "secrets/passwords__linnan"),
    ]


@pytest.mark.parametrize("text", ["password: x\n", "passwords: {linnan: x}\n", "browser: {密码: x}\n"])
def test_a_password_in_yuncai_yaml_is_refused(folder: Path, text: str) -> None:
    (folder / "yuncai.yaml").write_text(text)
    problems = problems_of(folder)
    assert ("password_in_yaml", "yuncai.yaml", 1) in [(p.code, p.file, p.line) for p in problems]


@pytest.mark.parametrize(
    ("text", "code", "field"),
    [
        ("lane: 2\n", "unknown_key", "lane"),
        ("browser:\n  headles: true\n", "unknown_key", "browser.headles"),
        ("lanes: two\n", "not_a_whole_number", "lanes"),
        ("lanes: 0\n", "too_small", "lanes"),
        ("until: end\n", "not_one_of", "until"),
        ("browser: {headless: 也许}\n", "not_true_or_false", "browser.headless"),
        ("site: nowhere\n", "site_unknown", "site"),
        ("- lanes\n", "not_a_table", ""),
    ],
)
def test_a_bad_setting_is_reported_at_its_place(folder: Path, text: str, code: str, field: str) -> None:
    (folder / "yuncai.yaml").write_text(text)
    assert (code, "yuncai.yaml", field) in [(p.code, p.file, p.field) for p in problems_of(folder)]


def test_a_bad_variable_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YUNCAI_LANES", "many")
    assert [(p.code, p.file) for p in problems_of(folder)] == [("not_a_whole_number", "YUNCAI_LANES")]


@pytest.mark.parametrize(
    ("variable", "value", "code", "field"),
    [
        ("YUNCAI_PLANS", "plans/*.yaml", "variable_not_json", "plans"),
        ("YUNCAI_PLANS", '["/etc/*.yaml"]', "plans_pattern", "plans[1]"),
        ("YUNCAI_BROWSER", '{"headless": "x"}', "not_true_or_false", "browser.headless"),
        ("YUNCAI_BROWSER__HEADLESS", "x", "not_true_or_false", "browser.headless"),
    ],
)
def test_a_variable_with_structure_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, code: str, field: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert [(p.code, p.file, p.field) for p in problems_of(folder)] == [(code, variable, field)]


def test_a_bad_secret_is_named_by_its_file(folder: Path) -> None:
    (folder / "secrets" / "lanes").write_text("many")
    assert [(p.code, p.file) for p in problems_of(folder)] == [("not_a_whole_number", "secrets/lanes")]


def test_other_files_among_the_secrets_do_no_harm_unless_they_are_no_text(folder: Path) -> None:
    (folder / "secrets" / "README.txt").write_text("keep out")
    Workspace.open(folder)
    (folder / "secrets" / "photo").write_bytes(b"\xff\xfe\x00")
    assert [(p.code, p.file) for p in problems_of(folder)] == [("secrets_unreadable", "secrets/")]


@pytest.mark.parametrize("pattern", ["/etc/*.yaml", "../plans/*.yaml", "''"])
def test_plans_lie_inside_the_workspace(folder: Path, pattern: str) -> None:
    (folder / "yuncai.yaml").write_text(f"plans: [{pattern}]\n")
    assert [(p.code, p.line) for p in problems_of(folder)] == [("plans_pattern", 1)]


def test_every_file_is_checked_in_one_go(folder: Path, write: Write) -> None:
    write("yuncai.yaml", "lanes: x\nsite: own\n")
    write("accounts.yaml", ACCOUNTS.replace("371424\n", "37\n"))
    write("sites/own.yaml", "extends: sandbox\nmall: {entry: index.html}\n")
    write("catalogues/own.yaml", "limit: []\n")
    assert [(p.file, p.code) for p in problems_of(folder)] == [
        ("accounts.yaml", "region_form"),
        ("catalogues/own.yaml", "unknown_key"),
        ("sites/own.yaml", "entry_form"),
        ("yuncai.yaml", "not_a_whole_number"),
    ]


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert [p.code for p in problems_of(tmp_path / "nowhere")] == ["workspace_missing"]


def test_plan_files_never_come_from_the_state_folder(folder: Path, write: Write) -> None:
    write(".yuncai/evidence/plan.yaml", "")
    write("yuncai.yaml", "plans: ['**/office.yaml', '**/plan.yaml', plans/office.yaml]\n")
    assert Workspace.open(folder).plan_files() == [folder / "plans" / "office.yaml"]


def test_no_plan_files_is_a_problem(folder: Path) -> None:
    (folder / "plans" / "office.yaml").unlink()
    assert [p.code for p in Workspace.open(folder).load_plans().problems] == ["no_plan_files"]


def test_plans_of_unknown_accounts_are_reported(folder: Path, write: Write) -> None:
    write("plans/b.yaml", file_text(plan_text(ref="b1", 账户="linan", 计划名称="乙")))
    assert [(p.code, p.file, p.line) for p in Workspace.open(folder).load_plans().problems] == [
        ("unknown_account", "plans/b.yaml", 3)
    ]


def test_the_real_portals_use_no_sandbox_tables(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YUNCAI_SITE", "real")
    with pytest.raises(MissingRow):
        Workspace.open(folder).catalogues.decide_inputs("A02010105", "货物", "371424", date(2020, 9, 18))


def test_the_sandboxs_address_can_be_given_by_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YUNCAI_SITE_URL", "http://127.0.0.1:4711/")
    workspace = Workspace.open(folder)
    assert [workspace.portal(route).base_url for route in ("provincial", "mall")] == ["http://127.0.0.1:4711"] * 2
