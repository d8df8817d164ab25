"""A page that nobody understands is a question for the whole account, asked once."""

import yaml

from flows.stages import Hold
from tests.control import Control
from tests.workspaces import Office, provincial_plan


async def test_a_menu_that_is_not_understood_stops_the_account_at_once(office: Office, sandbox: Control) -> None:
    path = office.root / "sites" / "tests.yaml"
    site = yaml.safe_load(path.read_text())
    site["provincial"] = {"menu": ["计划备案", "火星采购"]}
    path.write_text(yaml.safe_dump(site, allow_unicode=True))
    office.write_plans(provincial_plan("p1"), provincial_plan("p2"))
    filings = (await office.file()).filings
    assert [filing.hold for filing in filings] == [Hold.NEEDS_HUMAN, Hold.NEEDS_HUMAN]
    assert [filing.trouble.code for filing in filings if filing.trouble] == ["menu_missing", "lane_shut"]
