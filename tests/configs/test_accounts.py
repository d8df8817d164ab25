from collections.abc import Callable
from pathlib import Path

import pytest

from configs.accounts import Account, load_accounts
from configs.problems import Problem

Write = Callable[[str, str], Path]
GOOD = """\
accounts:
  linnan:
    user: 371424612001002
    region: 371424
    unit: 612001_临邑县临南镇人民政府
"""


@pytest.fixture
def read(write: Write) -> Callable[[str], tuple[dict[str, Account], list[Problem]]]:
    return lambda text: load_accounts(write("accounts.yaml", text))


Read = Callable[[str], tuple[dict[str, Account], list[Problem]]]


def test_an_account_knows_its_region_and_can_enter_both_portals(read: Read) -> None:
    accounts, problems = read(GOOD)
    assert problems == []
    assert accounts["linnan"] == Account(
        name="linnan",
        user="371424612001002",
        region="371424",
        region_name="临邑县",
        unit="612001_临邑县临南镇人民政府",
        role="采购人",
        portals=("provincial", "mall"),
    )


def test_chinese_keys_and_portals_mean_the_same(read: Read) -> None:
    accounts, problems = read(
        "账户:\n  临南镇:\n    用户名: a002\n    行政区划: 371424\n    行政区划名称: 德州市临邑县\n"
        "    平台: [网上商城]\n"
    )
    assert problems == []
    assert (accounts["临南镇"].region_name, accounts["临南镇"].portals) == ("德州市临邑县", ("mall",))


@pytest.mark.parametrize("key", ["password", "密码", "Password", "pwd", "登录密码"])
def test_a_password_in_yaml_is_refused_with_its_right_place(read: Read, key: str) -> None:
    accounts, problems = read(GOOD + f"    {key}: Sandbox#2021\n")
    assert accounts == {}
    assert [(p.code, p.line) for p in problems] == [("password_in_yaml", 6)]
    assert problems[0].params == {
        "account": "linnan",
        "variable": "YUNCAI_PASSWORDS__LINNAN",
        "file": "secrets/passwords__linnan",
    }


def test_a_password_in_yaml_is_never_repeated(read: Read) -> None:
    _, problems = read(GOOD + "    password: Sandbox2021\n")
    assert "Sandbox2021" not in repr(problems)


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("371424612001002", "371424612001001"), "mall_user_ending", 2),
        (("region: 371424", "region: 临邑县"), "region_form", 4),
        (("region: 371424", "region: 370101"), "region_unknown", 4),
        (("    region: 371424\n", ""), "field_missing", 2),
        (("unit:", "unitt:"), "unknown_key", 5),
        (("linnan", "lin-nan"), "account_name_form", 2),
        (("linnan", "lin__nan"), "account_name_form", 2),
        (("unit: 612001_临邑县临南镇人民政府", "portals: [shop]"), "not_one_of", 5),
        (("unit: 612001_临邑县临南镇人民政府", "portals: []"), "list_empty", 5),
        (("371424612001002", "'3714 002'"), "user_form", 3),
        (("accounts:", "acounts:"), "unknown_key", 1),
    ],
)
def test_a_bad_account_is_reported_at_its_line(read: Read, change: tuple[str, str], code: str, line: int) -> None:
    assert (code, line) in [(p.code, p.line) for p in read(GOOD.replace(*change))[1]]


def test_a_provincial_account_may_end_as_it_likes(read: Read) -> None:
    accounts, problems = read(GOOD.replace("371424612001002", "371424612001001") + "    portals: provincial\n")
    assert problems == []
    assert accounts["linnan"].portals == ("provincial",)


def test_two_accounts_with_one_login_or_one_name_are_refused(read: Read) -> None:
    second = GOOD.partition("\n")[2].replace("linnan", "LinNan")
    assert {p.code for p in read(GOOD + second)[1]} == {"account_twice", "account_same_user"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file_empty"),
        ("accounts:\n", "accounts_missing"),
        ("accounts: {}\n", "accounts_missing"),
        ("- a\n", "not_a_table"),
        ("accounts: {a: b}\n", "not_a_table"),
    ],
)
def test_a_file_without_accounts_says_so(read: Read, text: str, code: str) -> None:
    assert [p.code for p in read(text)[1]] == [code]


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    assert [p.code for p in load_accounts(tmp_path / "accounts.yaml")[1]] == ["file_missing"]
