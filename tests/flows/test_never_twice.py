"""Whatever becomes of an answer, a plan stands on the portal exactly once."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from flows import fault_points
from flows.stages import Hold, Stage
from sandbox.drift.days import rewritten
from sandbox.server import RunningSandbox
from sandbox.skins.describe import Json
from sandbox.store.still import Still
from tests.control import Control
from tests.workspaces import ACCOUNTS, LINNAN, Office, mall_plan, provincial_plan


def named(sandbox: Control, name: str) -> list[str]:
    rows = [*sandbox.plans(), *sandbox.sheets(source="自建")]
    return [
        row["number"]
        for row in rows
        if name in {row["fields"].get("计划名称"), row["fields"].get("计划单名称")} and not row.get("plan_number")
    ]


At = Callable[[str, Callable[[], object]], None]
LOST: dict[str, Any] = {"kind": "lost_reply", "resend": "play"}
AFTER: dict[str, Any] = {"kind": "http500", "when": "after"}
BEFORE: dict[str, Any] = {"kind": "http500", "when": "before"}


async def test_a_lost_answer_files_a_plan_once(office: Office, sandbox: Control) -> None:
    for fault in (LOST, AFTER, BEFORE):  # each meets the first save after the one before
        sandbox.fault(**fault, on="save")
    sandbox.fault(**LOST, on="detail")
    sandbox.fault(**LOST, on="submit")
    office.write_plans(*(provincial_plan(f"p{i}") for i in range(3)))
    for filing in (await office.file(lanes=1)).filings:
        assert (filing.hold, filing.trouble, filing.stage) == (None, None, Stage.SUBMITTED)
        assert named(sandbox, filing.name) == [filing.number]
        (row,) = sandbox.plans(number=filing.number or "")
        assert [line["操作环节"] for line in row["log"]].count("提交") == 1
    tries = [line for i in range(3) for line in office.history(f"p{i}") if line == "retried"]
    assert len(tries) >= 5  # every fault was met


class DaysInChinese(Still):
    """Portals whose lists write 2020年9月18日."""

    def day(self, text: str) -> str:
        return rewritten(text, lambda day: f"{day.year}年{day.month}月{day.day}日")

    def rows(self, rows: list[Json]) -> list[Json]:
        return [{key: self.day(text) for key, text in row.items()} for row in rows]


async def test_a_plan_is_known_again_where_a_list_writes_days_otherwise(
    office: Office, sandbox: Control, running_sandbox: RunningSandbox
) -> None:
    running_sandbox.store.drift = DaysInChinese()
    sandbox.fault(**LOST, on="save")
    office.write_plans(provincial_plan("p1"))

    (filing,) = (await office.file()).filings

    assert (filing.hold, filing.trouble) == (None, None)
    assert named(sandbox, filing.name) == [filing.number]
    assert "retried" in office.history("p1")


@pytest.mark.thorough
async def test_a_lost_answer_builds_a_sheet_once(office: Office, sandbox: Control) -> None:
    for fault in (LOST, AFTER, BEFORE):
        sandbox.fault(**fault, on="confirm")
    office.write_plans(*(mall_plan(f"m{i}") for i in range(3)))
    for filing in (await office.file(lanes=1)).filings:
        assert (filing.hold, filing.trouble, filing.stage) == (None, None, Stage.IN_MALL)
        assert named(sandbox, filing.name) == [filing.number]
    tries = [line for i in range(3) for line in office.history(f"m{i}") if line == "retried"]
    assert len(tries) >= 3


@pytest.mark.parametrize("on", ["save", "detail", "submit"])
@pytest.mark.thorough
async def test_a_write_that_the_portal_finishes_late_is_not_made_again(
    office: Office, sandbox: Control, on: str
) -> None:
    site = office.root / "sites" / "tests.yaml"
    site.write_text(site.read_text("utf-8").replace("settle_seconds: 0.5", "settle_seconds: 9"), "utf-8")
    sandbox.fault("late", on=on, seconds=6)
    office.write_plans(provincial_plan("p1"))
    (filing,) = (await office.file()).filings
    assert (filing.hold, filing.trouble, filing.stage) == (None, None, Stage.SUBMITTED)
    assert "retried" in office.history("p1")
    assert "reconciled_not_sent" not in office.history("p1")


@pytest.mark.thorough
async def test_two_equal_plans_that_are_meant_stand_there_twice_and_not_three_times(
    office: Office, sandbox: Control
) -> None:
    twin = provincial_plan("p2", 计划名称="台式计算机采购项目p1", 允许重复="是")
    office.write_plans(provincial_plan("p1"), twin)
    sandbox.fault("lost_reply", on="save", times=2)
    summary = await office.file(lanes=1)
    assert [filing.trouble for filing in summary.filings] == [None, None]
    assert sorted(named(sandbox, "台式计算机采购项目p1")) == sorted(filing.number or "" for filing in summary.filings)
    await office.file()
    assert len(named(sandbox, "台式计算机采购项目p1")) == 2


async def test_a_name_that_the_portal_cut_is_noticed_and_never_filed_again(office: Office, sandbox: Control) -> None:
    sandbox.fault("cut_name", length=10, times=50)
    office.write_plans(provincial_plan("p1"))
    for _ in range(2):
        (filing,) = (await office.file()).filings
        assert filing.hold is Hold.NEEDS_HUMAN
        assert filing.trouble is not None
        assert (filing.trouble.code, filing.trouble.params["label"]) == ("value_not_kept", "计划名称")
        assert filing.number
    assert len([p for p in sandbox.plans() if p["fields"]["计划名称"] == filing.name[:10]]) == 1


async def test_an_amount_that_the_portal_rounded_is_noticed_before_the_submit(office: Office, sandbox: Control) -> None:
    sandbox.fault("round_amount", times=50)
    plan = provincial_plan("p1", 资金={"预算内一般预算金额": "350011元"})
    plan["明细"] |= {"单价": "350011元", "数量": 1}
    office.write_plans(plan)
    (filing,) = (await office.file()).filings
    assert filing.trouble is not None
    assert filing.trouble.code == "value_not_kept"
    assert "预算内一般预算金额" in str(filing.trouble.params["label"])
    (row,) = sandbox.plans(number=filing.number or "")
    assert row["status"] == "草稿"


async def test_a_question_that_nobody_foresaw_is_not_answered_with_yes(office: Office, sandbox: Control) -> None:
    sandbox.fault("question", on="save", text="该项目涉及涉密采购，确认按涉密流程办理？")
    office.write_plans(provincial_plan("p1"))
    (filing,) = (await office.file()).filings
    assert filing.hold is Hold.NEEDS_HUMAN
    assert filing.trouble is not None
    assert filing.trouble.code == "unknown_dialog"
    assert not named(sandbox, filing.name)


@pytest.fixture
def at() -> Iterator[At]:
    """Let something happen whenever a filing comes to a point."""

    def let(point: str, happen: Callable[[], object]) -> None:
        def look(reached: str, _ref: str) -> None:
            if reached == point:
                happen()

        fault_points.install(look)

    yield let
    fault_points.clear()


@pytest.fixture
def typing(sandbox: Control, at: At) -> Callable[..., None]:
    """A clerk who types the same plan, with another amount, between the bot's look and its write."""

    def when(point: str, seed: str, **changes: str) -> None:
        done: list[str] = []

        def type_it() -> None:
            if not done:
                done.append(sandbox.by_hand("copy", seed, account=ACCOUNTS[LINNAN]["user"], changes=changes))

        at(point, type_it)

    return when


RIVAL = {"计划名称": "台式计算机采购项目p1", "业务年度": "2020", "采购方式": "网上超市", "计划采购日期": "2020-09-18"}


@pytest.mark.parametrize("when", ["before", "after"])
async def test_what_somebody_else_typed_meanwhile_is_never_taken_for_ours(
    office: Office, sandbox: Control, typing: Callable[..., None], when: str
) -> None:
    seed = next(plan["number"] for plan in sandbox.plans() if plan["unit"] == "612001" and plan["detail"])
    typing("before-save", seed, **RIVAL, 预算内一般预算金额="1.00")
    sandbox.fault("http500", on="save", when=when)
    office.write_plans(provincial_plan("p1"))
    (filing,) = (await office.file()).filings
    rival = next(plan for plan in sandbox.plans() if plan["fields"]["预算内一般预算金额"] == "1.00")
    numbers = [rival["number"], filing.number]
    if when == "before":  # nothing of ours stands there, and whether a second one is meant, a person knows
        assert filing.trouble is not None
        assert (filing.trouble.code, filing.trouble.params["numbers"]) == ("similar_plan_exists", [rival["number"]])
        assert filing.number is None
        sandbox.by_hand("delete", rival["number"])
        (filing,) = (await office.file()).filings
        numbers = [filing.number]
    else:
        assert rival in sandbox.plans()
    assert (filing.trouble, filing.stage) == (None, Stage.SUBMITTED)
    assert named(sandbox, filing.name) == numbers


@pytest.mark.parametrize("on", ["detail", "submit"])
async def test_a_refusal_of_what_was_sent_twice_is_no_refusal(office: Office, sandbox: Control, on: str) -> None:
    sandbox.fault("twice", on=on)  # the first is kept, the second refused
    office.write_plans(provincial_plan("p1"))
    (filing,) = (await office.file()).filings
    assert (filing.hold, filing.trouble, filing.stage) == (None, None, Stage.SUBMITTED)
    (row,) = sandbox.plans(number=filing.number or "")
    assert [line["操作环节"] for line in row["log"]].count("提交") == 1


@pytest.mark.thorough
async def test_a_refusal_is_told_in_its_words_and_the_next_run_tries_again(office: Office, sandbox: Control) -> None:
    for on in ("save", "detail", "submit", "confirm"):
        sandbox.fault("refusal", on=on, text=f"预算指标不足，不能办理：{on}")
    office.write_plans(provincial_plan("p1"), mall_plan("m1"))
    for on, other in (("save", "confirm"), ("detail", None), ("submit", None)):
        summary = await office.file()
        told = [str(filing.trouble.params["text"]) for filing in summary.filings if filing.trouble]
        assert told == [f"预算指标不足，不能办理：{each}" for each in (on, other) if each]
    assert (await office.file()).verdict == "done"
    assert len(named(sandbox, office.filing("p1").name)) == len(named(sandbox, office.filing("m1").name)) == 1


@pytest.mark.parametrize(("on", "after"), [("page", "save"), ("page", "detail"), ("page", "submit"), ("log", "submit")])
@pytest.mark.thorough
async def test_a_list_that_lags_behind_the_portals_yes_is_waited_for(
    office: Office, sandbox: Control, at: At, on: str, after: str
) -> None:
    site = office.root / "sites" / "tests.yaml"
    site.write_text(site.read_text("utf-8").replace("settle_seconds: 0.5", "settle_seconds: 6"), "utf-8")
    at(f"after-{after}", lambda: sandbox.fault("stale", on=on, seconds=4, times=4))
    office.write_plans(provincial_plan("p1"))
    (filing,) = (await office.file()).filings
    assert (filing.trouble, filing.stage) == (None, Stage.SUBMITTED)
    assert named(sandbox, filing.name) == [filing.number]


@pytest.mark.parametrize(("write", "on"), [("save", "page"), ("detail", "page"), ("submit", "log")])
@pytest.mark.thorough
async def test_a_list_that_breaks_right_after_a_write_does_not_make_it_again(
    office: Office, sandbox: Control, at: At, write: str, on: str
) -> None:
    at(f"before-{write}", lambda: sandbox.fault("http500", on=on, when="before"))
    office.write_plans(provincial_plan("p1"))
    (filing,) = (await office.file()).filings
    assert (filing.hold, filing.trouble, filing.stage) == (None, None, Stage.SUBMITTED)
    assert named(sandbox, filing.name) == [filing.number]
    (row,) = sandbox.plans(number=filing.number or "")
    assert row["detail"] is not None
    assert [line["操作环节"] for line in row["log"]].count("提交") == 1
    assert not sandbox.armed()  # it was met
