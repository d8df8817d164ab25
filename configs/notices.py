"""Notices: who is told of what. The addresses (Apprise URLs) are secrets: secrets/notice_urls__<name>, never YAML.

notices:
stuck_days: 5
rules:
- {to: office, about: [returned, needs_human], accounts: [linnan]}
- {to: boss, about: [digest], locale: zh}
"""

from collections.abc import Collection
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from configs.problems import Problem
from configs.yaml_tree import line_at, read_tree

_STRICT = ConfigDict(frozen=True, extra="forbid")
URL_PREFIX = "notice_urls__"
URL_KEYS = frozenset({"noticeurls", "noticeurl"})


class NoticeKind(StrEnum):
    """What somebody may want to be told of."""

    RETURNED = "returned"
    RECORDED = "recorded"
    REFUSED = "refused"
    NEEDS_HUMAN = "needs_human"
    STUCK = "stuck"  # longer under review than `stuck_days` working days
    DIGEST = "digest"  # how a run ended


class NoticeRule(BaseModel):
    """`to`: the name of an address. No accounts and no units: all; units are patterns of 预算单位 (`612001*`)."""

    model_config = _STRICT

    to: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_\-]*$")]
    about: Annotated[tuple[NoticeKind, ...], Field(min_length=1)] = tuple(
        kind for kind in NoticeKind if kind is not NoticeKind.RECORDED
    )
    accounts: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    locale: Literal["auto", "zh", "en"] = "auto"

    def concerns(self, kind: NoticeKind, account: str, unit: str) -> bool:
        """Whether it wants to hear of that."""
        return (
            kind in self.about
            and (not self.accounts or account in self.accounts)
            and (not self.units or any(fnmatchcase(unit, pattern) for pattern in self.units))
        )


class NoticeSettings(BaseModel):
    """The rules, and after how many working days (of China, shifted ones included) a review counts as stuck."""

    model_config = _STRICT

    rules: tuple[NoticeRule, ...] = ()
    stuck_days: Annotated[int, Field(ge=1, le=250)] = 5


def notice_problems(
    root: Path, notices: NoticeSettings, addresses: Collection[str], accounts: Collection[str]
) -> list[Problem]:
    """Rules for an address that has no secret, or for accounts that do not exist, each with its line of yuncai.yaml."""
    found: list[tuple[tuple[str | int, ...], str, dict[str, str | list[str]]]] = []
    for place, rule in enumerate(notices.rules):
        if rule.to not in addresses:
            found.append((("notices", "rules", place, "to"), "notice_url_missing", {"name": rule.to}))
        found.extend(
            (("notices", "rules", place, "accounts"), "notice_for_nobody", {"account": account, "known": [*accounts]})
            for account in rule.accounts
            if account not in accounts
        )
    if not found:
        return []
    node, _ = read_tree(root / "yuncai.yaml", "yuncai.yaml")
    return [
        Problem("yuncai.yaml", line_at(node, loc), ".".join(map(str, loc)), code, dict(params))
        for loc, code, params in found
    ]
