"""What leaves for a portal is read first: it is noted, the portal's names are learned, and a wrong form stays here."""

from collections.abc import Mapping
from typing import Any

import pytest

from bots.browser.door.expected import Posted
from bots.browser.lane import Lane
from bots.browser.shared import SharedBrowser
from flows.ledger import intents, posted_names
from flows.stages import Hold, Stage
from tests.control import Control
from tests.workspaces import Office, mall_plan, provincial_plan

PLAN, DETAIL, SHEET = "provincial/计划", "provincial/明细", "mall/计划单"
# A page that shows 万元 and, one day, sends 元: as a form or as JSON
CONVERTS = """(() => {
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (body) {
    const asked = typeof body === "string" && body.startsWith("{") ? JSON.parse(body) : null;
    if (!asked || !asked.general_budget) return send.call(this, body);
    asked.general_budget = String(Number(asked.general_budget) * 10000);
    return send.call(this, JSON.stringify(asked));
  };
  const submit = HTMLFormElement.prototype.submit;
  HTMLFormElement.prototype.submit = function () {
    const amount = this.elements.general_budget;
    if (amount) amount.value = Number(amount.value) * 10000;
    return submit.call(this);
  };
})();"""


def names(office: Office, form: str) -> Mapping[str, Posted]:
    with office.ledger() as ledger:
        return posted_names.known(ledger, "tests", form)


async def test_what_left_is_noted_and_its_names_are_learned_once_it_was_read_back(
    office: Office, sandbox: Control
) -> None:
    office.write_plans(provincial_plan("p1"), mall_plan("m1"))
    await office.file()
    assert office.history("p1").count("left_agreed") == 2
    assert office.history("m1").count("left_agreed") == 1
    assert {"left_unread", "left_differs"}.isdisjoint(office.history("p1"))
    assert names(office, PLAN)["预算内一般预算金额"] == Posted("general_budget", "万元")
    assert names(office, DETAIL)["数量"] == Posted("quantity")
    assert names(office, SHEET)["预算单价"] == Posted("price", "元")


async def test_a_form_that_is_not_sent_as_it_was_filled_stays_here_and_is_filed_once_it_is(
    office: Office, sandbox: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = SharedBrowser.open_lane

    async def converting(self: SharedBrowser, key: str, **how: Any) -> Lane:  # noqa: ANN401 - as the browser's own
        lane = await opened(self, key, **how)
        await lane.context.add_init_script(CONVERTS)
        return lane

    office.write_plans(provincial_plan("p1"))
    before = len(sandbox.plans())
    with monkeypatch.context() as patch:
        patch.setattr(SharedBrowser, "open_lane", converting)
        (held,) = (await office.file()).filings
    assert held.hold is Hold.NEEDS_HUMAN
    assert held.trouble is not None
    assert (held.trouble.code, held.trouble.params["reason"]) == ("request_disagrees", "other_unit")
    assert len(sandbox.plans()) == before
    with office.ledger() as ledger:
        assert not intents.any_open(ledger, held)
    assert names(office, PLAN) == {}
    assert [path.name for path in office.root.glob(".yuncai/evidence/p1/*没有发出的表单.png")]
    (filed,) = (await office.file()).filings
    assert (filed.hold, filed.stage) == (None, Stage.SUBMITTED)
    assert len(sandbox.plans()) == before + 1
