"""What a person has given up is touched by no run until it is retried, and nothing of it is deleted."""

import pytest

from flows.deciding import cancel
from flows.stages import Hold, Stage, Until
from tests.control import Control
from tests.workspaces import Office, provincial_plan


@pytest.mark.thorough
async def test_what_was_given_up_stays_as_it_stands_until_it_is_retried(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"), provincial_plan("p2"))
    with sandbox.plain():
        await office.file(until=Until.SAVED)
    with office.ledger() as ledger:
        cancel(ledger, [office.filing("p1")])
    before = sandbox.plans(number=office.filing("p1").number or "")
    office.write_plans(provincial_plan("p1", 传真号码="1234567"), provincial_plan("p2"))  # nobody minds the edit
    assert (await office.file()).verdict == "done"
    assert (office.filing("p1").hold, office.filing("p2").stage) == (Hold.CANCELLED, Stage.SUBMITTED)
    assert (await office.poll()).verdict == "done"
    assert sandbox.plans(number=office.filing("p1").number or "") == before
    assert (await office.file(resuming=True)).verdict == "done"
    (row,) = sandbox.plans(number=office.filing("p1").number or "")
    assert (office.filing("p1").stage, row["fields"]["传真号码"]) == (Stage.SUBMITTED, "1234567")
