"""What could lock an account, or start a fight over it: no refused password twice, no kicks without end."""

import re

import pytest

from flows.by_hand import forget
from flows.ledger import Filing
from flows.route import Route
from flows.stages import Hold, Stage
from sandbox.server import RunningSandbox
from tests.control import Control
from tests.workspaces import LINNAN, PASSWORD, Office, mall_plan, provincial_plan

pytestmark = pytest.mark.takes_turns
WRONG = "Wr0ng#secret"


def secret(office: Office, password: str) -> None:
    (office.root / "secrets" / f"passwords__{LINNAN}").write_text(password, encoding="utf-8")


async def trouble_of(office: Office) -> str:
    (filing,) = (await office.file()).filings
    return filing.trouble.code if filing.trouble else filing.stage.value


def times_on_the_portal(sandbox: Control, filing: Filing) -> int:
    return len([plan for plan in sandbox.plans() if plan["fields"]["计划名称"] == filing.name])


async def test_a_refused_password_is_tried_again_by_no_run_until_it_is_changed(
    office: Office, sandbox: Control, running_sandbox: RunningSandbox
) -> None:
    office.write_plans(provincial_plan("p1"))
    secret(office, WRONG)
    assert await trouble_of(office) == "wrong_password"
    assert await trouble_of(office) == "refused_before"
    tries = running_sandbox.store.logins._database.one("SELECT count FROM wrong_passwords")
    assert tries == {"count": 1}  # at five the portal would have locked it
    for file in (office.root / ".yuncai").rglob("*"):
        assert not file.is_file() or WRONG.encode() not in file.read_bytes(), file
    filing = office.filing("p1")
    assert filing.trouble is not None
    assert filing.trouble.params["text"] == "用户名或密码错误"
    secret(office, PASSWORD)
    assert await trouble_of(office) == Stage.SUBMITTED


async def test_the_other_portal_and_a_person_may_try(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"), mall_plan("m1"))
    secret(office, WRONG)
    assert [f.trouble.code for f in (await office.file()).filings if f.trouble] == ["wrong_password"] * 2
    await forget(office.workspace, LINNAN, Route.MALL)
    codes = [filing.trouble.code for filing in (await office.file()).filings if filing.trouble]
    assert codes == ["refused_before", "wrong_password"]


@pytest.mark.thorough
async def test_one_who_is_kicked_out_twice_does_not_fight_on(office: Office, sandbox: Control) -> None:
    sandbox.fault("kicked", on="save")
    sandbox.fault("kicked", on="detail")
    office.write_plans(provincial_plan("p1"), provincial_plan("p2"))
    first, second = (await office.file()).filings
    assert first.trouble is not None
    assert (first.trouble.code, first.hold, first.stage) == ("account_contested", Hold.NEEDS_HUMAN, Stage.SAVED)
    assert first.trouble.params["times"] == 2
    assert second.trouble is not None
    assert second.trouble.code == "lane_shut"
    assert "account_contested" in [f.trouble.code for f in (await office.file()).filings if f.trouble]  # soon again
    await forget(office.workspace, LINNAN, Route.PROVINCIAL)
    summary = await office.file()
    assert summary.verdict == "done"
    assert [times_on_the_portal(sandbox, filing) for filing in summary.filings] == [1, 1]


@pytest.mark.thorough
async def test_one_kick_and_a_session_that_only_ended_are_no_fight(office: Office, sandbox: Control) -> None:
    sandbox.fault("kicked", on="save")
    sandbox.fault("session_over", on="detail")
    sandbox.fault("session_over", on="submit")
    office.write_plans(provincial_plan("p1"))
    assert await trouble_of(office) == Stage.SUBMITTED


@pytest.mark.thorough
async def test_kicks_that_lie_long_back_are_no_fight(office: Office, sandbox: Control) -> None:
    site = office.root / "sites" / "tests.yaml"
    site.write_text(re.sub("both:", "both:\n  contested_minutes: 0", site.read_text("utf-8")), "utf-8")
    sandbox.fault("kicked", on="save")
    sandbox.fault("kicked", on="detail")
    office.write_plans(provincial_plan("p1"))
    assert await trouble_of(office) == Stage.SUBMITTED
