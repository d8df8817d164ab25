"""What a campaign lets happen: weather at every request, spells that last for a while, and a clerk who works by hand.

Everything is chosen by the seed. Late writes and stale lists stay within the site's `settle_seconds`: a portal that
takes longer than its profile says can double a plan, and nobody could know.
"""

import random
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

from bench.campaign.plans import ACCOUNTS, Written
from bench.campaign.portal import Portal

RATES = {
    "http500": 0.004, "http500@save": 0.04, "http500@detail": 0.04, "http500@submit": 0.04, "http500@confirm": 0.04,
    "lost_reply": 0.002, "lost_reply@save": 0.06, "lost_reply@detail": 0.06, "lost_reply@submit": 0.06,
    "lost_reply@confirm": 0.06,
    "reset": 0.002, "reset@save": 0.03, "reset@detail": 0.03, "reset@submit": 0.03, "reset@confirm": 0.03,
    "hang": 0.0005, "hang@save": 0.01, "hang@detail": 0.01, "hang@submit": 0.01, "hang@confirm": 0.01,
    "late": 0.03, "slow_write": 0.04, "twice@save": 0.006, "twice@confirm": 0.006, "twice@submit": 0.02,
    "twice@detail": 0.02, "stale@page": 0.02, "stale@log": 0.04, "session_over": 0.002, "kicked": 0.0005,
    "notice": 0.01, "refusal@save": 0.02, "refusal@detail": 0.02, "refusal@submit": 0.02, "refusal@confirm": 0.02,
    "question@save": 0.01, "question@submit": 0.01, "question@confirm": 0.01, "cut_name": 0.006,
    "round_amount": 0.006, "gap": 0.1,
}  # fmt: skip
REFUSAL, UNKNOWN_WORDS, QUESTION = "预算指标不足，不能保存", "今日不宜", "该项目涉及涉密采购，确认按涉密流程办理？"
PARAMS = {
    "hang": {"seconds": 14}, "late": {"seconds": 2, "status": 504}, "slow_write": {"seconds": 2},
    "stale": {"seconds": 4},"refusal": {"text": REFUSAL},
    "question": {"text": QUESTION}, "cut_name": {"length": 9}, "gap": {"by": 3},
}  # fmt: skip
SPELLS: tuple[dict[str, Any], ...] = (
    {"kind": "down", "portal": "provincial", "lasts": 6}, {"kind": "down", "portal": "mall", "lasts": 6},
    {"kind": "slow", "portal": "provincial", "seconds": 0.7, "lasts": 10},
    {"kind": "slow", "portal": "mall", "seconds": 0.7, "lasts": 10},
    {"kind": "captcha", "lasts": 8}, {"kind": "password_expired", "lasts": 8}, {"kind": "locked", "lasts": 8},
    {"kind": "single_session", "lasts": 30}, {"kind": "session_limit", "requests": 25, "lasts": 30},
    {"kind": "drop_option", "label": "采购方式", "option": "网上超市", "lasts": 8},
    {"kind": "require_field", "label": "资金来源", "lasts": 8}, {"kind": "refusal", "text": UNKNOWN_WORDS},
)  # fmt: skip
SECONDS_BETWEEN = 8.0
BY_HAND = 0.25  # of the acts; the others are spells
ONE_ACCOUNT = {"captcha", "password_expired", "locked", "drop_option", "require_field", "refusal"}


class Troublemaker:
    """Acts now and then while the worker works; knows afterwards what it did by hand."""

    def __init__(self, portal: Portal, plans: Sequence[Written], seed: int) -> None:
        self._portal, self._plans = portal, plans
        self._luck = random.Random(seed)  # noqa: S311 - it has to be the same for the same seed
        self._first = set(portal.rows())
        self._next = time.monotonic() + SECONDS_BETWEEN
        self.by_hand: set[str] = set()  # numbers of what a clerk made
        self.touched: dict[str, set[str]] = {}  # number: the labels that a clerk changed
        self.deleted: set[str] = set()
        self.spells: list[dict[str, Any]] = []
        self.deleted_names: set[str] = set()
        self.acts: Counter[str] = Counter()

    def begin(self, seed: int) -> None:
        """Let the weather be bad from now on."""
        self._portal.tell("weather", seed=seed, rates=RATES, params=PARAMS)

    def perhaps(self) -> None:
        """Do something if it is time."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + self._luck.uniform(0.5, 1.5) * SECONDS_BETWEEN
        if self._luck.random() < BY_HAND:
            self._hand()
        else:
            self._spell()

    def ours(self) -> dict[str, dict[str, Any]]:
        """What stands on the portals now and was made by the bot."""
        return {n: row for n, row in self._portal.rows().items() if n not in self._first | self.by_hand}

    def played(self) -> list[dict[str, Any]]:
        """Every fault that was met."""
        return self._portal.played()

    def doubled(self) -> int:
        """How often a portal itself made two of one request to create something."""
        return sum(play["kind"] == "twice" and play.get("on") in {"save", "confirm"} for play in self._portal.played())

    def _spell(self) -> None:
        spell = dict(self._luck.choice(SPELLS))
        if spell["kind"] in ONE_ACCOUNT:
            spell["account"] = self._luck.choice(list(ACCOUNTS.values()))[0]
        self._portal.tell("faults", **spell)
        self.spells.append(spell)
        self.acts[spell["kind"]] += 1

    def _hand(self) -> None:
        act = self._luck.choice((self._rival, self._edit, self._delete, self._review, self._submit))
        act()

    def _rival(self) -> None:
        """Somebody types the plan that is to be filed, with another amount."""
        plan = self._luck.choice(self._plans).values
        user, _, unit, _ = ACCOUNTS[plan["账户"]]
        mall = plan["路线"] == "网上商城"
        name = "计划单名称" if mall else "计划名称"
        rows = [row for row in self._portal.rows().values() if row["unit_title"] == unit and name in row["fields"]]
        if not rows or any(row["fields"][name] == plan["计划名称"] for row in rows):
            return
        changes = {name: plan["计划名称"], "业务年度": "2020", "采购方式": "网上超市"}
        if mall:
            changes |= {"需求日期": plan["计划实施截止日期"], "预算单价": "1.00"}
        else:
            changes |= {"计划采购日期": plan["计划采购日期"], "预算内一般预算金额": "1.00"}
        made = self._portal.tell("byhand", act="copy", number=rows[-1]["number"], account=user, changes=changes)
        if made:
            self.by_hand.add(made["number"])
            self.acts["typed by hand"] += 1

    def _pick(self, *statuses: str) -> dict[str, Any] | None:
        rows = [row for row in self.ours().values() if row["status"] in statuses]
        return self._luck.choice(rows[-8:]) if rows else None

    def _edit(self) -> None:
        row = self._pick("草稿", "待采购")
        if row and self._portal.tell("byhand", act="edit", number=row["number"], changes={"联系人": "张三"}):
            self.touched.setdefault(row["number"], set()).add("联系人")
            self.acts["changed by hand"] += 1

    def _delete(self) -> None:
        row = self._pick("草稿", "待采购")
        if row and self._portal.tell("byhand", act="delete", number=row["number"]):
            self.deleted.add(row["number"])
            self.deleted_names.add(row["fields"].get("计划名称", row["fields"].get("计划单名称")))
            self.acts["deleted by hand"] += 1

    def _submit(self) -> None:
        row = self._pick("草稿")
        if row and row["detail"] and self._portal.tell("byhand", act="submit", number=row["number"]):
            self.touched.setdefault(row["number"], set()).add("提交")
            self.acts["submitted by hand"] += 1

    def _review(self) -> None:
        row = self._pick("待资金科室审核", "待采购办审核")
        if row:
            office = "资金科室" if row["status"] == "待资金科室审核" else "采购办"
            decision = self._luck.choice(("approve", "return"))
            self._portal.tell("review", number=row["number"], office=office, decision=decision, opinion="请核对")
            self.acts[f"reviewed: {decision}"] += 1
