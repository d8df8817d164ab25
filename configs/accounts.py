"""accounts.yaml: who files, where, and on whose behalf. Passwords live elsewhere (see configs.settings)."""

import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from configs.binding import bind
from configs.catalogues.model import RegionCode
from configs.catalogues.tables import region_names
from configs.keys import nearest, normalise
from configs.problems import BadValueError, Param, Problem
from configs.yaml_tree import Entry, Items, Node, Table, Text, read_tree

PortalName = Literal["provincial", "mall"]
MALL_ENDING = "002"  # manual, part two (一)2
PASSWORD_KEYS = {"password", "passwd", "pwd", "pass", "passwords", "secret", "密码", "口令", "登录密码"}
_KEYS = {
    "user": "user",
    "用户名": "user",
    "账号": "user",
    "登录名": "user",
    "region": "region",
    "行政区划": "region",
    "地区": "region",
    "region_name": "region_name",
    "行政区划名称": "region_name",
    "地区名称": "region_name",
    "unit": "unit",
    "预算单位": "unit",
    "单位": "unit",
    "role": "role",
    "身份": "role",
    "portals": "portals",
    "平台": "portals",
}
_BY_WORD = {normalise(key): name for key, name in _KEYS.items()}
_NAME = re.compile(r"[^\W_]\w{0,39}")
_PORTALS = {"省平台": "provincial", "网上商城": "mall"}


def _user(value: str) -> str:
    if not re.fullmatch(r"\S+", value):
        raise BadValueError("user_form", value=value)
    return value


class Account(BaseModel):
    """One login. Its name is the key in accounts.yaml, the word in a plan's 账户, and part of a lane's key."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    user: Annotated[str, AfterValidator(_user)]  # 账户 / 用户名 on the login page
    region: RegionCode  # 行政区划, six digits
    region_name: str  # as the portal's list shows it
    unit: str = ""  # 预算单位, as the portal's lists show it
    role: str = "采购人"  # 身份 on the provincial login page
    portals: Annotated[tuple[PortalName, ...], Field(min_length=1)] = ("provincial", "mall")

    @model_validator(mode="after")
    def _mall_ending(self) -> Self:
        if "mall" in self.portals and not self.user.endswith(MALL_ENDING):
            raise BadValueError("mall_user_ending", user=self.user)
        return self


def load_accounts(path: Path, shown: str = "accounts.yaml") -> tuple[dict[str, Account], list[Problem]]:
    """Read accounts.yaml: the good accounts by name, and every problem."""
    root, problems = read_tree(path, shown)
    if root is None:
        return {}, problems or [Problem(shown, None, "", "file_empty")]
    table = _accounts_table(root, shown, problems)
    accounts: dict[str, Account] = {}
    for entry in table.entries if table else ():
        account, more = _account(entry, shown)
        problems.extend(more)
        if account is not None:
            problems.extend(_clashes(account, accounts, entry, shown))
            accounts[account.name] = account
    if table is not None and not table.entries:
        problems.append(Problem(shown, table.line, "accounts", "accounts_missing"))
    return accounts, problems


def _accounts_table(root: Node, shown: str, problems: list[Problem]) -> Table | None:
    if not isinstance(root, Table):
        problems.append(Problem(shown, root.line, "", "not_a_table"))
        return None
    found: Node | None = None
    for entry in root.entries:
        if normalise(entry.key) in {"accounts", "账户"}:
            found = entry.value
        else:
            problems.append(_unknown(entry, entry.key, shown, ["accounts", "账户"]))
    if not isinstance(found, Table):
        problems.append(Problem(shown, found.line if found else root.line, "accounts", "accounts_missing"))
        return None
    return found


def _account(entry: Entry, shown: str) -> tuple[Account | None, list[Problem]]:
    problems: list[Problem] = []
    if not _NAME.fullmatch(entry.key) or "__" in entry.key:
        problems.append(Problem(shown, entry.line, entry.key, "account_name_form", {"name": entry.key}))
    if not isinstance(entry.value, Table):
        return None, [*problems, Problem(shown, entry.line, entry.key, "not_a_table")]
    fields = {"name": Entry("name", entry.line, Text(entry.key, entry.line))}
    for inner in entry.value.entries:
        name = _BY_WORD.get(normalise(inner.key))
        if name is None:
            problems.append(_unknown(inner, f"{entry.key}.{inner.key}", shown, list(_KEYS), account=entry.key))
        elif name in fields:
            problems.append(
                Problem(
                    shown,
                    inner.line,
                    f"{entry.key}.{inner.key}",
                    "key_twice",
                    {"key": inner.key, "first": fields[name].line},
                )
            )
        else:
            fields[name] = Entry(name, inner.line, _portal_words(inner.value) if name == "portals" else inner.value)
    problems.extend(_name_region(fields, entry, shown))
    account, more = bind(Account, Table(tuple(fields.values()), entry.line), shown)
    problems.extend(Problem(p.file, p.line, f"{entry.key}.{p.field}".rstrip("."), p.code, p.params) for p in more)
    return (None if problems else account), problems


def _name_region(fields: dict[str, Entry], entry: Entry, shown: str) -> list[Problem]:
    """Lay the region's shipped name under an account that gives none."""
    region = fields.get("region")
    code = region.value.value if region and isinstance(region.value, Text) else None
    if "region_name" in fields or region is None or code is None:
        fields.setdefault("region_name", Entry("region_name", entry.line, Text("?", entry.line)))
        return []
    name = region_names().get(code)
    fields["region_name"] = Entry("region_name", region.line, Text(name or "?", region.line))
    if name is None and re.fullmatch(r"[0-9]{6}", code):
        return [Problem(shown, region.line, f"{entry.key}.{region.key}", "region_unknown", {"region": code})]
    return []


def _portal_words(node: Node) -> Node:
    if isinstance(node, Text):
        node = Items((node,), node.line)
    if not isinstance(node, Items):
        return node
    return Items(
        tuple(
            Text(_PORTALS.get(item.value or "", item.value), item.line) if isinstance(item, Text) else item
            for item in node.items
        ),
        node.line,
    )


def _unknown(entry: Entry, written: str, shown: str, known: list[str], account: str = "") -> Problem:
    if normalise(entry.key) in PASSWORD_KEYS:
        return Problem(shown, entry.line, written, "password_in_yaml", password_places(account or "<account>"))
    near = nearest(entry.key, known)
    code = "unknown_key" if near else "unknown_name"
    return Problem(shown, entry.line, written, code, {"key": entry.key, **({"nearest": near} if near else {})})


def password_places(account: str) -> dict[str, Param]:
    """Tell where an account's password belongs: `variable` and `file`."""
    return {
        "account": account,
        "variable": f"YUNCAI_PASSWORDS__{account.upper()}",
        "file": f"secrets/passwords__{account.lower()}",
    }


def _clashes(account: Account, accounts: dict[str, Account], entry: Entry, shown: str) -> list[Problem]:
    problems = []
    for other in accounts.values():
        if other.name.casefold() == account.name.casefold():
            problems.append(
                Problem(shown, entry.line, entry.key, "account_twice", {"name": account.name, "other": other.name})
            )
        if other.user == account.user:
            problems.append(
                Problem(shown, entry.line, entry.key, "account_same_user", {"user": account.user, "other": other.name})
            )
    return problems
