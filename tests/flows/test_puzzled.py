"""A page that nobody understands is a question for the whole account, asked once."""

import pytest

from bots.errors import GridMissing
from bots.provincial.plans import PlansPage
from flows.stages import Hold
from tests.workspaces import Office, provincial_plan


@pytest.mark.native_only
async def test_a_list_that_is_not_understood_stops_the_account_at_once(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = 0

    async def no_list(_: PlansPage) -> None:
        nonlocal opened
        opened += 1
        raise GridMissing(where="provincial/采购计划维护", headers=["计划编号"], candidates=[])

    monkeypatch.setattr(PlansPage, "open", no_list)
    office.write_plans(provincial_plan("p1"), provincial_plan("p2"))
    filings = (await office.file()).filings
    assert [filing.hold for filing in filings] == [Hold.NEEDS_HUMAN, Hold.NEEDS_HUMAN]
    assert [filing.trouble.code for filing in filings if filing.trouble] == ["grid_missing", "lane_shut"]
    assert opened == 1
